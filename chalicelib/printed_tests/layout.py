"""A test put together as its template sets it. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.reports.model import ReportPaper, ReportPaperSize
from chalicelib.reports.printed_test import (
    AnswerPage,
    AnswerSpace,
    KeyStandard,
    PaperPart,
    PrintedForm,
    PrintedKey,
    PrintedTest,
)
from chalicelib.standards.grades import band

from .codes import code_of
from .forms import FIRST_FORM, ArrangedForm, forms_of
from .spaces import pages_of
from .wording import format_worth, key_line_of, question_of, space_of

if TYPE_CHECKING:
    from chalicelib.assessments.model import Assessment, AssessmentHeader, Contents
    from chalicelib.districts.model import District
    from chalicelib.reports.printout import OrderedTest
    from chalicelib.rosters.model import SchoolClass, Student


@dataclass(frozen=True, slots=True)
class Classmates:
    """The students who get answer sheets, in the roster's order.

    `given` has the versions that students got already; the others get the versions in turn.
    `chosen` are the students to print, by id, if not everybody. A student's version is the same
    either way.
    """

    students: Sequence[Student]
    given: Mapping[str, str]
    chosen: AbstractSet[str] = frozenset()

    def versions(self, names: Sequence[str]) -> Iterator[tuple[Student, str]]:
        """Yield the students who are printed, each with a version."""
        for n, student in enumerate(self.students):
            if not self.chosen or student.id in self.chosen:
                yield student, self.given.get(student.id, names[n % len(names)])

    def names(self) -> dict[str, str]:
        """Return each student's name by id; where names do not tell students apart, with the id."""
        names = {
            each.id: f"{each.family}, {each.given}".strip(", ").strip() for each in self.students
        }
        known = Counter(names.values())
        return {
            student: f"{name} ({student})" if name and known[name] > 1 else name or student
            for student, name in names.items()
        }


def lay_out(
    district: District,
    assessment: Assessment,
    order: OrderedTest,
    forms: Sequence[ArrangedForm],
    taught: SchoolClass | None,
    classmates: Classmates | None,
    standards: Sequence[KeyStandard],
) -> PrintedTest:
    """Return all that one file holds."""
    header = assessment.header
    size = order.size or ReportPaperSize.LETTER
    several = bool(assessment.contents.versions)
    tests = forms if PaperPart.TEST in order.parts else ()
    keys = forms if PaperPart.ANSWER_KEY in order.parts else ()
    return PrintedTest(
        paper=ReportPaper(size=size, language=header.language or district.locale),
        title=order.title,
        about=_describe_assessment(header),
        district=district.name,
        points=format_worth(header.points),
        class_name=taught.title if taught else "",
        teacher=", ".join(each.name for each in taught.teachers) if taught else "",
        forms=tuple(_print_form(each, several=several) for each in tests),
        keys=tuple(_print_key(each, several=several) for each in keys),
        standards=tuple(standards),
        pages=tuple(_pages(order, assessment.contents, classmates, size)) if classmates else (),
        two_sided=order.two_sided,
    )


def _describe_assessment(header: AssessmentHeader) -> str:
    grades = band(header.shown_grades).label
    return ", ".join(filter(None, (header.shown_subject, f"grade {grades}" if grades else "")))


def _print_form(form: ArrangedForm, *, several: bool) -> PrintedForm:
    questions = tuple(
        question_of(asked.item, number, asked.order or (), asked.formatted)
        for number, asked in enumerate(form.questions, start=1)
    )
    return PrintedForm(version=form.name if several else "", questions=questions)


def _print_key(form: ArrangedForm, *, several: bool) -> PrintedKey:
    lines = tuple(
        key_line_of(asked.item, number, asked.key)
        for number, asked in enumerate(form.questions, start=1)
    )
    return PrintedKey(version=form.name if several else "", lines=lines)


def _pages(
    order: OrderedTest, contents: Contents, classmates: Classmates, size: ReportPaperSize
) -> Iterator[AnswerPage]:
    laid = {form.name: pages_of(_spaces(form), size) for form in forms_of(contents, ())}
    names = classmates.names()
    for student, version in classmates.versions(order.versions):
        pages = laid.get(version) or laid[FIRST_FORM]  # a version may be gone since it was given
        for number, columns in enumerate(pages, start=1):
            yield AnswerPage(
                student=names[student.id],
                version=version,
                page=number,
                pages=len(pages),
                code=code_of(order.tracker, order.assessment, version, number, student.id),
                columns=columns,
            )


def _spaces(form: ArrangedForm) -> list[AnswerSpace]:
    return [space_of(asked.item, number) for number, asked in enumerate(form.questions, start=1)]
