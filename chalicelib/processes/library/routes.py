"""HTTP for the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from chalicelib.paging import Page
from chalicelib.processes.analytics.formatting import format_point_change, format_relative_change
from chalicelib.processes.analytics.model import Withheld
from chalicelib.processes.analytics.sentences import (
    ROUNDED,
    SCORED_APART,
    describe_effect,
    describe_growth,
    describe_movement,
    describe_withheld,
)
from chalicelib.processes.model import Attached
from chalicelib.processes.pages.model import ProcessPage as Written
from chalicelib.processes.pages.rendering import ShownText, render_fields, render_row
from chalicelib.processes.views import (
    MeanView,
    ProcessLevelView,
    ProcessTestView,
    build_test_view,
    level_views,
    mean_view,
)
from chalicelib.suppression import FEWEST
from chalicelib.web.id_names import SchoolName
from chalicelib.web.policy import STAFF
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes

from .model import LibraryEntry, Search
from .service import LibraryBook

if TYPE_CHECKING:
    from chalicelib.processes.wiring import ProcessesWiring

routes = Routes("Library")


class LibraryHeadView(Representation):
    """A finished Mastery Process, as a list and its entry show it."""

    id: str
    """The Mastery Process's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    name: str
    """The process's name. Example: `Fractions, fall 2026`"""
    team_id: str
    """The data team's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    team_name: str
    """The data team's name. Example: `Grade 3 Math`"""
    school: str | None = Field(serialization_alias="school_id")
    """The team's school; null for a team of the whole district. Example: `S-104`"""
    school_name: SchoolName = None
    year: str
    """The school year in which it began. Example: `2026-2027`"""
    locked: str = Field(serialization_alias="locked_at")
    """When it was finished. Example: `2026-12-15T20:00:00Z`"""
    growth: str = Field(serialization_alias="growth_message")
    """Its outcome, in words. Example: `On average, students gained 12 points.`"""
    links: dict[str, str]
    """Where to go on.

    - `self`: This entry of the library.
    - `process`: The process, for those who may see it.
    """


class LibraryRowView(LibraryHeadView):
    """A finished Mastery Process in a list."""

    subjects: list[str]
    """The subjects of its tests. Example: `["Mathematics"]`"""
    grades: list[str]
    """The grades of its tests. Example: `["3"]`"""
    standards: list[str]
    """The codes of the standards that its tests assess. Example: `["3.NF.A.1"]`"""
    tests: list[str] = Field(serialization_alias="test_titles")
    """The titles of its tests. Example: `["Unit 3: Fractions"]`"""

    @classmethod
    def of(cls, subject: LibraryEntry) -> LibraryRowView:
        own = subject.model_dump(exclude={"team", "school", "pre", "post", "protected", "growth"})
        return cls(
            **own,
            growth=subject.told,
            team_id=subject.team,
            school=subject.school or None,
            **_of_tests(subject.tests),
            links=_links(subject.id),
        )


class LibraryAveragesView(Representation):
    """The team before and after: all tested, and those with both tests."""

    pre: MeanView | None
    """The pre-test's average over all tested; null where it would reveal results of the few who
    took one test alone.
    """
    post: MeanView | None
    """The post-test's average over all tested; null where it would reveal results of the few who
    took one test alone.
    """
    matched_pre: MeanView
    """The pre-test's average over students with both tests."""
    matched_post: MeanView
    """The post-test's average over students with both tests."""
    change: str = Field(serialization_alias="change_text")
    """The change of students with both tests, in words. Example: `+12 points`"""
    relative: str = Field(serialization_alias="relative_text")
    """The same, relative to the pre-test, in words. Example: `+20%`"""


class LibraryPageView(Representation):
    """The texts of a page."""

    fields: dict[str, ShownText]
    """The page's texts, by field. Which keys there are depends on the page.

    - `strengths`: *analyze*: what students do well.
    - `obstacles`: *analyze*: what holds them back.
    - `needs`: *analyze*: what they need, the most urgent first.
    - `team_goal`: *goals*: what the team aims at.
    - `notes`: *goals*: what else to know.
    - `what_worked`: *reflect*: what worked.
    - `what_did_not_work`: *reflect*: what did not.
    - `next_time`: *reflect*: what the team would do next time.
    """
    rows: list[dict[str, ShownText]]
    """The strategies of *strategies*, each by its fields; empty on other pages.

    - `strategy`: The work.
    - `levels`: The levels of students that it is for, by their numbers, or `all`.
    - `responsible`: The people who do it.
    - `frequency`: How often.
    - `duration`: How long.
    - `evidence`: How the team will see that it works.
    """


class LibraryEntryView(LibraryHeadView):
    """A finished Mastery Process: what the team learned. No student, teacher or class is in it."""

    started_from: str | None = Field(serialization_alias="started_from_id")
    """The finished process whose texts it began with; null when there was none.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    levels: list[ProcessLevelView]
    """The team's levels, the lowest first."""
    pre_test: ProcessTestView | None
    """The pre-test; null when there was none."""
    post_test: ProcessTestView | None
    """The post-test; null when there was none."""
    averages: LibraryAveragesView | None
    """The team before and after; null below five students with both tests."""
    words: list[str] = Field(serialization_alias="notes")
    """Further notes, in sentences. Example: `["Four students took one test alone."]`"""
    pages: dict[str, LibraryPageView]
    """The team's texts, by page.

    - `analyze`: The team's analysis of the pre-test.
    - `goals`: Its aim.
    - `strategies`: Its effect.
    - `reflect`: Its conclusions.
    """

    @classmethod
    def of(cls, subject: LibraryBook) -> LibraryEntryView:
        """Render a process."""
        process = subject.process
        return cls.take(
            process,
            team_id=process.team,
            school=process.school or None,
            locked=process.ended.at if process.ended else "",
            started_from=process.started_from or None,
            levels=level_views(process.levels),
            pre_test=build_test_view(process.pre),
            post_test=build_test_view(process.post),
            averages=_averages(subject),
            growth=describe_growth(subject.growth, process.levels.cuts),
            words=_words(subject),
            pages={page.name.value: _texts(page) for page in subject.pages},
            links=_links(process.id),
        )


def _of_tests(tests: tuple[Attached, ...]) -> dict[str, list[str]]:
    return {
        "subjects": list(dict.fromkeys(test.subject for test in tests if test.subject)),
        "grades": list(dict.fromkeys(grade for test in tests for grade in test.grades)),
        "standards": list(dict.fromkeys(code for test in tests for code in test.standards)),
        "tests": [test.title for test in tests],
    }


def _links(process: str) -> dict[str, str]:
    return {"self": f"/v1/library/{process}", "process": f"/v1/processes/{process}"}


def _averages(book: LibraryBook) -> LibraryAveragesView | None:
    if book.averages is None:
        return None
    tested, matched = book.averages.tested, book.averages.matched
    cuts = book.process.levels.cuts
    return LibraryAveragesView(
        pre=mean_view(tested.pre, cuts) if book.tells_of_all else None,
        post=mean_view(tested.post, cuts) if book.tells_of_all else None,
        matched_pre=mean_view(matched.pre, cuts),
        matched_post=mean_view(matched.post, cuts),
        change=format_point_change(matched.change.points if matched.change else None),
        relative=format_relative_change(matched.change),
    )


def _words(book: LibraryBook) -> list[str]:
    growth = book.growth
    if isinstance(growth, Withheld):
        return [describe_withheld(growth)]
    apart = [SCORED_APART] if book.process.scored_apart else []
    entries = [*apart, describe_movement(growth.movement), describe_effect(growth.effect), ROUNDED]
    return entries if book.tells_of_all else [*entries, LEFT_OUT]


LEFT_OUT = (
    "The averages of everyone who took a test are hidden. They would show results of fewer than "
    f"{FEWEST} students, who took only one test or belong to one school."
)


def _texts(page: Written) -> LibraryPageView:
    return LibraryPageView(fields=render_fields(page), rows=[render_row(row) for row in page.rows])


@routes.get(
    "/v1/library",
    policy=STAFF,
    query=Search,
    answer=LibraryRowView,
    listed=True,
    summary="Search the finished Mastery Processes of the district, the newest first",
)
def list_library_entries(request: Request[ProcessesWiring]) -> Page[LibraryEntry]:
    return request.services.process_library.find(request.caller, request.query, *request.window)


@routes.get(
    "/v1/library/{process_id}",
    policy=STAFF,
    answer=LibraryEntryView,
    summary="Read a finished Mastery Process: what a team learned, nothing of any student",
)
def read_library_entry(request: Request[ProcessesWiring], process_id: str) -> LibraryBook:
    return request.services.process_library.read(request.caller, process_id)
