"""The library's entry of a locked process, and how people search it (P14).

The transaction that locks the process writes the entry; nothing changes it later. It has the team's
figures and texts, and nothing of students, teachers and classes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import Field

from chalicelib.frozen_models import FrozenModel
from chalicelib.processes.analytics.growth import Growth, grow
from chalicelib.processes.analytics.model import Withheld
from chalicelib.processes.analytics.sentences import describe_growth
from chalicelib.processes.goals.model import choices_of
from chalicelib.processes.model import Attached, PageName, ProcessSnapshot
from chalicelib.processes.pages.model import read_page
from chalicelib.processes.suppression.census import hide_outside, take_census
from chalicelib.processes.suppression.growth import keep_growth_for_staff
from chalicelib.processes.suppression.model import Hidden
from chalicelib.searching import ListFilter
from chalicelib.standards.grades import same_grade
from chalicelib.standards.subjects import subject_name

from .words import fold_words, found

MOST_WORDS = 60_000
"""Characters of the words that an entry is found by, so that it surely fits an item of the table
(400 KB). Four full pages may have more; what is last in them is then not found."""

OPEN_IT = "Open it to read what it came to."

Word = Annotated[str, Field(min_length=1, max_length=100)]


class LibraryEntry(FrozenModel):
    """A locked process in the library. `growth` is the growth of its team, in words."""

    id: str
    name: str
    team: str
    team_name: str
    school: str = ""
    year: str
    locked: str
    """When, RFC 3339 UTC."""
    pre: Attached
    post: Attached | None = None
    growth: str
    protected: bool = False
    """Whether `growth` was written by the rules of suppression that look at schools (from 0.4)."""
    words: str = Field(default="", exclude=True)
    """The words of its texts, each once: an attribute of its own, compressed."""

    @property
    def told(self) -> str:
        """Its growth in words; for entries before 0.4 only where its team is of one school."""
        return self.growth if self.protected or self.school else OPEN_IT

    @property
    def tests(self) -> tuple[Attached, ...]:
        return (self.pre, self.post) if self.post else (self.pre,)


class Search(ListFilter):
    """The filters of a search; all of those that are set must hold."""

    text: Word | None = None
    """Only processes with a word that begins with each of these, in name, team, tests, standards or
    pages.

    Example: `fraction`
    """
    standard: Word | None = None
    """Only processes on this standard or one below it, by the code or whole parts it begins with.

    Example: `3.NF.A.1`
    """
    subject: Word | None = None
    """Only processes in this subject. Example: `Mathematics`"""
    grade: Word | None = None
    """Only processes in this grade. Example: `3`"""
    year: Annotated[str | None, Field(pattern=r"^\d{4}-\d{4}$")] = None
    """Only processes of this school year. Example: `2026-2027`"""
    team: Word | None = Field(default=None, validation_alias="team_id")
    """Only processes of this data team, by its id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    school: Word | None = Field(default=None, validation_alias="school_id")
    """Only processes of teams of this school, by its id. Example: `S-104`"""


def growth_of(opened: ProcessSnapshot) -> tuple[Growth | Withheld, Hidden]:
    """Get the team's growth as all staff may read it, and the hidden parts of its figures."""
    process = opened.process
    levels, rules = process.levels, process.rules
    growth = grow(opened.scores, levels, choices_of(opened.goals), rules).team.growth
    hidden = hide_outside(take_census(opened.scores, levels, rules))
    return keep_growth_for_staff(growth, hidden, opened.schools), hidden


def entry_of(opened: ProcessSnapshot) -> LibraryEntry:
    """Return the library's entry of a process that is being locked."""
    process = opened.process
    assert process.ended is not None, "who locks says when"
    assert process.pre is not None, "without a test nothing is locked"
    return LibraryEntry(
        id=process.id,
        name=process.name,
        team=process.team,
        team_name=process.team_name,
        school=process.school,
        year=process.year,
        locked=process.ended.at,
        pre=process.pre,
        post=process.post,
        growth=describe_growth(growth_of(opened)[0], process.levels.cuts),
        protected=True,
        words=_words(opened),
    )


def matches(entry: LibraryEntry, wanted: Search) -> bool:
    """Return whether an entry matches a search."""
    return all(
        test(entry, value)
        for name, test in _TESTS.items()
        if (value := getattr(wanted, name)) is not None
    )


def _words(opened: ProcessSnapshot) -> str:
    process = opened.process
    tests = [test for test in (process.pre, process.post) if test]
    texts = [process.name, process.team_name, *_of_tests(tests), *_of_pages(opened)]
    each_once = dict.fromkeys(word for text in texts for word in fold_words(text))
    return " ".join(each_once)[:MOST_WORDS]


def _of_tests(tests: list[Attached]) -> Iterator[str]:
    for test in tests:
        yield test.title
        yield test.subject
        yield from test.standards


def _of_pages(opened: ProcessSnapshot) -> Iterator[str]:
    for name in PageName:
        yield from read_page(name, opened.pages).texts()


def is_within(code: str, standard: str) -> bool:
    """Return whether a standard has this code, or lies below it.

    >>> [is_within(code, "3.NF.10") for code in ("3.nf.10", "3.NF", "3.NF.", "3.NF.1", "NF")]
    [True, True, True, False, False]
    """
    wanted, known = code.casefold(), standard.casefold()
    rest = known.removeprefix(wanted)
    begins = known.startswith(wanted)
    return begins and not (rest[:1].isalnum() and wanted[-1:].isalnum())


_TESTS: Mapping[str, Callable[[LibraryEntry, str], bool]] = MappingProxyType(
    {
        "text": lambda entry, text: found(text, entry.words),
        "standard": lambda entry, code: any(
            is_within(code, each) for test in entry.tests for each in test.standards
        ),
        "subject": lambda entry, subject: any(
            subject_name(subject) == subject_name(test.subject) for test in entry.tests
        ),
        "grade": lambda entry, grade: any(same_grade(test.grades, grade) for test in entry.tests),
        "year": lambda entry, year: entry.year == year,
        "team": lambda entry, team: entry.team == team,
        "school": lambda entry, school: entry.school == school,
    }
)
