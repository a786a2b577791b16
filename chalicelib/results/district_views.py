"""District results as a client gets them: as JSON, and as the columns of a CSV file.

Percents are rounded half up to one decimal from the exact value; every figure has its n beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from chalicelib.clock import instant
from chalicelib.csv_cells import Cell
from chalicelib.web.representation import Representation

from .district import Average, Group, part_of, percent, tenths

if TYPE_CHECKING:
    from chalicelib.mastery.model import Scale

    from .district_service import (
        ClassResult,
        ItemResult,
        SchoolResult,
        StandardResult,
        TeacherResult,
        Totals,
    )

PROMPT_SHOWN = 200
"""Characters of a prompt in a list of items."""


class ClassCountsView(Representation):
    """How many classes have the assessment, and how far they are."""

    total: int
    complete: int
    partial: int
    not_begun: int


class StudentCountsView(Representation):
    """How many students took part; `tested` = `complete` + `partial`."""

    tested: int
    complete: int
    partial: int
    absent: int
    exempt: int


class AverageView(Representation):
    """The mean of students' shares of the points, over `students` with complete results."""

    percent: float | None
    students: int


class LevelView(Representation):
    """How many students reached a mastery level, of those with complete results."""

    level: int
    name: str
    meets: bool
    students: int
    percent: float | None


class GroupView(Representation):
    """What classes reached together; `earlier_key`: classes a correction has not re-scored yet."""

    classes: ClassCountsView
    students: StudentCountsView
    average: AverageView
    levels: list[LevelView]
    earlier_key: int


class ResultsView(GroupView):
    """A distribution's results, together; those of a school admin are of their schools."""

    distribution_id: str
    assessment_id: str
    title: str
    state: str
    as_of: str
    links: dict[str, str]

    @classmethod
    def of(cls, subject: Totals) -> ResultsView:
        """Render the totals."""
        asked = subject.asked
        path = f"/v1/distributions/{asked.made.id}"
        links = {name: f"{path}/results/{name}" for name in _LISTS}
        return cls(
            distribution_id=asked.made.id,
            assessment_id=asked.made.assessment,
            title=asked.header.title,
            state=asked.made.state.value,
            as_of=instant(asked.at),
            links={**links, "distribution": path, "analysis": f"{path}/analysis"},
            **group_view(subject.group, asked.scale),
        )


_LISTS = ("schools", "teachers", "classes", "items", "standards")


class SchoolResultView(GroupView):
    """One school's results."""

    school: str
    name: str

    @classmethod
    def of(cls, subject: SchoolResult) -> SchoolResultView:
        """Render a school."""
        facts = group_view(subject.group, subject.asked.scale)
        return cls(school=subject.school, name=subject.name, **facts)


class TeacherResultView(GroupView):
    """One teacher's results at one school."""

    teacher: str
    name: str
    school: str
    school_name: str

    @classmethod
    def of(cls, subject: TeacherResult) -> TeacherResultView:
        """Render a teacher."""
        return cls(
            teacher=subject.teacher,
            name=subject.name,
            school=subject.school,
            school_name=subject.asked.school_name(subject.school),
            **group_view(subject.group, subject.asked.scale),
        )


class ClassResultView(Representation):
    """One class's results; `title` is its tracker's, `stage` not_begun, partial or complete."""

    school_class: str
    title: str
    tracker: str
    school: str
    school_name: str
    teacher: str
    teacher_name: str
    stage: str
    given: str | None
    students: StudentCountsView
    average: AverageView
    levels: list[LevelView]

    @classmethod
    def of(cls, subject: ClassResult) -> ClassResultView:
        """Render a class."""
        standing, facts = subject.standing, group_view(subject.group, subject.asked.scale)
        return cls(
            school_class=standing.school_class,
            title=standing.title,
            tracker=standing.tracker,
            school=standing.school,
            school_name=subject.asked.school_name(standing.school),
            teacher=standing.teacher,
            teacher_name=subject.teacher_name,
            stage=subject.stage.value,
            given=subject.given or None,
            students=facts["students"],
            average=facts["average"],
            levels=facts["levels"],
        )


class ItemResultView(Representation):
    """One item: the mean of its points in percent, of students with something entered for it."""

    number: int
    item: str
    kind: str
    prompt: str
    points: float
    standards: list[str]
    percent: float | None
    students: int

    @classmethod
    def of(cls, subject: ItemResult) -> ItemResultView:
        """Render an item."""
        return cls(
            number=subject.number,
            item=subject.item,
            kind=subject.kind,
            prompt=subject.prompt[:PROMPT_SHOWN],
            points=float(subject.worth),
            standards=subject.standards,
            percent=percent(subject.share),
            students=subject.total.students,
        )


class StandardResultView(Representation):
    """One standard: of students with every item of it entered."""

    standard: str
    average: AverageView
    levels: list[LevelView]

    @classmethod
    def of(cls, subject: StandardResult) -> StandardResultView:
        """Render a standard."""
        total = subject.total
        return cls(
            standard=subject.code,
            average=_average(total.average),
            levels=_levels(total.levels, total.students, subject.asked.scale),
        )


def group_view(group: Group, scale: Scale) -> dict[str, Any]:
    """Give the fields of a `GroupView`."""
    return {
        "classes": ClassCountsView(
            total=group.classes,
            complete=group.complete_classes,
            partial=group.partial_classes,
            not_begun=group.waiting_classes,
        ),
        "students": StudentCountsView.of(group),
        "average": _average(group.average),
        "levels": _levels(group.levels, group.complete, scale),
        "earlier_key": group.earlier,
    }


def _average(average: Average) -> AverageView:
    return AverageView(percent=percent(average.share), students=average.students)


def _levels(counts: Sequence[int], students: int, scale: Scale) -> list[LevelView]:
    return [
        LevelView(
            level=n + 1,
            name=name,
            meets=n + 1 >= scale.meets,
            students=_at(counts, n),
            percent=part_of(_at(counts, n), students),
        )
        for n, name in enumerate(scale.names)
    ]


def _at(counts: Sequence[int], place: int) -> int:
    return counts[place] if place < len(counts) else 0


# -- the same as columns --------------------------------------------------------------------------

Columns = list[tuple[str, Callable[[Any], Cell]]]
"""Headings, and what stands under each."""


def _of_group(get: Callable[[Any], Group], *, classes: bool) -> Columns:
    counts: Columns = [
        ("Classes", lambda row: get(row).classes),
        ("Classes complete", lambda row: get(row).complete_classes),
        ("Classes partial", lambda row: get(row).partial_classes),
        ("Classes not begun", lambda row: get(row).waiting_classes),
    ]
    students: Columns = [
        ("Students tested", lambda row: get(row).tested),
        ("Students complete", lambda row: get(row).complete),
        ("Students partial", lambda row: get(row).partial),
        ("Students absent", lambda row: get(row).absent),
        ("Students exempt", lambda row: get(row).exempt),
        ("Average percent (of students complete)", lambda row: tenths(get(row).average.share)),
    ]
    return [*(counts if classes else ()), *students]


def _of_levels(scale: Scale, get: Callable[[Any], Sequence[int]]) -> Columns:
    """Students per level; the level's name is part of the heading."""
    return [
        (f"Students at level {n + 1} ({name})", lambda row, n=n: _at(get(row), n))  # type: ignore[misc]
        for n, name in enumerate(scale.names)
    ]


def school_columns(scale: Scale) -> Columns:
    """Columns of schools.csv."""
    named: Columns = [("School", lambda row: row.name), ("School id", lambda row: row.school)]
    return [*named, *_of_group(_group, classes=True), *_of_levels(scale, _group_levels)]


def teacher_columns(scale: Scale) -> Columns:
    """Columns of teachers.csv."""
    named: Columns = [
        ("School", lambda row: row.asked.school_name(row.school)),
        ("School id", lambda row: row.school),
        ("Teacher", lambda row: row.name),
        ("Teacher id", lambda row: row.teacher),
    ]
    return [*named, *_of_group(_group, classes=True), *_of_levels(scale, _group_levels)]


def class_columns(scale: Scale) -> Columns:
    """Columns of classes.csv."""
    named: Columns = [
        ("School", lambda row: row.asked.school_name(row.standing.school)),
        ("School id", lambda row: row.standing.school),
        ("Teacher", lambda row: row.teacher_name),
        ("Teacher id", lambda row: row.standing.teacher),
        ("Tracker", lambda row: row.standing.title),
        ("Class id", lambda row: row.standing.school_class),
        ("State", lambda row: row.stage.value.replace("_", " ")),
        ("Given", lambda row: row.given),
    ]
    return [*named, *_of_group(_group, classes=False), *_of_levels(scale, _group_levels)]


def item_columns(_: Scale) -> Columns:
    """Columns of items.csv."""
    return [
        ("Item", lambda row: row.number),
        ("Item id", lambda row: row.item),
        ("Kind", lambda row: row.kind.replace("_", " ")),
        ("Prompt", lambda row: row.prompt[:PROMPT_SHOWN]),
        ("Standards", lambda row: ", ".join(row.standards)),
        ("Points", lambda row: row.worth),
        ("Students", lambda row: row.total.students),
        ("Average percent", lambda row: tenths(row.share)),
    ]


def standard_columns(scale: Scale) -> Columns:
    """Columns of standards.csv."""
    named: Columns = [
        ("Standard", lambda row: row.code),
        ("Students", lambda row: row.total.students),
        ("Average percent", lambda row: tenths(row.total.average.share)),
    ]
    return [*named, *_of_levels(scale, lambda row: row.total.levels)]


def table(columns: Columns, rows: Iterable[Any]) -> tuple[list[Cell], list[list[Cell]]]:
    """Give header and rows of a file."""
    return [name for name, _ in columns], [[get(row) for _, get in columns] for row in rows]


def _group(row: Any) -> Group:
    group: Group = row.group
    return group


def _group_levels(row: Any) -> Sequence[int]:
    return _group(row).levels
