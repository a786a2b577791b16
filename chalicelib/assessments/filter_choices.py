"""The choices of the list's filters: values of the assessments that a person may see. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.standards.grades import band, format_one_grade
from chalicelib.standards.subjects import subject_name

from .model import AssessmentHeader

if TYPE_CHECKING:
    from chalicelib.standards.model import SetLabel


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """A value that a filter takes, what people call it, and how many assessments have it."""

    value: str
    name: str
    assessments: int


@dataclass(frozen=True, slots=True)
class Choices:
    """The values there are, in the order in which people look for them."""

    subjects: Sequence[FilterChoice]
    grades: Sequence[FilterChoice]
    creators: Sequence[FilterChoice]
    sets: Sequence[FilterChoice]
    standards: Sequence[FilterChoice]


def choices(headers: Sequence[AssessmentHeader], sets: Mapping[str, SetLabel]) -> Choices:
    """Get what occurs in these headers; `sets` are those that they belong to, as far as known."""
    grades = Counter(grade for each in headers for grade in band(each.shown_grades).grades)
    names = {each.creator: each.creator_name for each in headers}
    of_sets = Counter(each.set_id for each in headers if each.set_id)
    return Choices(
        subjects=_subjects(each.shown_subject for each in headers if each.shown_subject),
        grades=[
            FilterChoice(grade, format_one_grade(grade), grades[grade])
            for grade in band(grades).grades
        ],
        creators=_by_name(Counter(each.creator for each in headers), names),
        sets=_by_name(of_sets, {name: each.name for name, each in sets.items()}),
        standards=_by_name(Counter(code for each in headers for code in each.standards), {}),
    )


def _subjects(written: Iterable[str]) -> list[FilterChoice]:
    """Count spellings of one subject together; the most frequent one stands for them."""
    spellings: dict[str, Counter[str]] = {}
    for subject in written:
        spellings.setdefault(subject_name(subject), Counter())[subject] += 1
    found = []
    for counted in spellings.values():
        ((spelling, _),) = counted.most_common(1)
        found.append(FilterChoice(spelling, spelling, counted.total()))
    return sorted(found, key=lambda each: each.name.casefold())


def _by_name(counted: Counter[str], names: Mapping[str, str]) -> list[FilterChoice]:
    found = [
        FilterChoice(value, names.get(value) or value, many) for value, many in counted.items()
    ]
    return sorted(found, key=lambda each: (each.name.casefold(), each.value))
