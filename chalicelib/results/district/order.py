"""In which order results are listed, on screen and in files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .service import ClassResult, ItemResult, SchoolResult, StandardResult, TeacherResult


def school_place(row: SchoolResult) -> list[Any]:
    return [row.name.casefold(), row.school]


def teacher_place(row: TeacherResult) -> list[Any]:
    school = row.asked.school_name(row.school)
    return [school.casefold(), row.name.casefold(), row.school, row.teacher]


def class_place(row: ClassResult) -> list[Any]:
    one = row.standing
    school = row.asked.school_name(one.school)
    return [school.casefold(), row.teacher_name.casefold(), one.title, one.school_class]


def item_place(row: ItemResult) -> list[Any]:
    return [row.number]


def standard_place(row: StandardResult) -> list[Any]:
    return [row.position]
