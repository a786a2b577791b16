"""HTTP for the pages that a data team writes together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from chalicelib.processes.model import PageName
from chalicelib.processes.pages.model import (
    MOST_NEEDS,
    MOST_ROWS,
    PLAIN,
    ROW,
    Aside,
    StrategyRow,
    Text,
    Value,
    Written,
)
from chalicelib.processes.views import ProcessLevelView, level_views
from chalicelib.web.policy import STAFF
from chalicelib.web.representation import Body, Representation, Version
from chalicelib.web.routes import Request, Routes

from .merging import PageEdits, RowEdit
from .rendering import ShownText, name_field, render_value
from .service import OpenPage

if TYPE_CHECKING:
    from chalicelib.processes.wiring import ProcessesWiring

routes = Routes("Shared pages")

PATH = "/v1/processes/{process_id}/pages/{page}"

LevelNumber = Annotated[int, Field(strict=True, ge=1, le=6)]


class StrategyBody(Body):
    """A strategy that is added, changed or taken out. Leave out what stays."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
    """The strategy's id, chosen by the sender, for example a UUID. Example: `r1`"""
    strategy: Text | None = None
    """The work. Example: `Small groups with fraction strips`"""
    levels: Literal["all"] | Annotated[tuple[LevelNumber, ...], Field(max_length=6)] | None = None
    """The levels of students that it is for, by their numbers, or `all`. Example: `[1, 2]`"""
    who: Text | None = Field(default=None, validation_alias="responsible")
    """The people who do it. Example: `Ana Ruiz`"""
    how_often: Text | None = Field(default=None, validation_alias="frequency")
    """How often. Example: `Twice a week`"""
    how_long: Text | None = Field(default=None, validation_alias="duration")
    """How long. Example: `20 minutes, six weeks`"""
    evidence: Text | None = None
    """How the team will see that it works. Example: `Exit tickets`"""
    order: Annotated[int, Field(strict=True, ge=1, le=MOST_ROWS)] | None = None
    """Where it stands among the strategies, from 1; a new one comes last. Example: `1`"""
    remove: bool = False
    """Whether it is taken out."""

    def edit(self) -> RowEdit:
        """Return the service's input."""
        sent = {name: getattr(self, name) for name in ROW if getattr(self, name) is not None}
        if "levels" in sent:
            sent["levels"] = _levels(sent["levels"])
        return RowEdit(self.id, sent, self.order, self.remove)


def _levels(given: str | tuple[int, ...]) -> Value:
    return () if isinstance(given, str) else tuple(str(level) for level in sorted(set(given)))


class PageChanges(Body):
    """The changed texts. Only what is sent changes, and only fields of that page are taken."""

    strengths: Text | None = None
    """*analyze*: what students do well.

    Example: `Most students name fractions on a number line.`
    """
    obstacles: Text | None = None
    """*analyze*: what holds them back. Example: `Unequal parts`"""
    needs: Annotated[tuple[Text, ...], Field(max_length=MOST_NEEDS)] | None = None
    """*analyze*: what they need, the most urgent first.

    Example: `["Equal parts", "Fractions above 1"]`
    """
    team_goal: Text | None = None
    """*goals*: what the team aims at. Example: `70% meet the standard by winter break.`"""
    notes: Text | None = None
    """*goals*: what else to know. Example: `Two classes start a week later.`"""
    rows: Annotated[tuple[StrategyBody, ...], Field(max_length=2 * MOST_ROWS)] | None = None
    """*strategies*: strategies to add, change or remove. Others stay."""
    worked: Text | None = Field(default=None, validation_alias="what_worked")
    """*reflect*: what worked. Example: `Small groups`"""
    did_not_work: Text | None = Field(default=None, validation_alias="what_did_not_work")
    """*reflect*: what did not. Example: `Homework packets`"""
    next_time: Text | None = None
    """*reflect*: what the team would do next time. Example: `Start with the number line.`"""

    def edits(self) -> PageEdits:
        """Return the service's input."""
        named = [name for fields in PLAIN.values() for name in fields]
        sent = {name: getattr(self, name) for name in named if getattr(self, name) is not None}
        if "needs" in sent:
            sent["needs"] = tuple(filter(None, sent["needs"]))
        return PageEdits(sent, [row.edit() for row in self.rows or ()])


class PageFieldView(Representation):
    """The text of a field, its last author, and the page's version then; 0 for nobody."""

    value: ShownText
    """The value of the field: a text, several, or numbers of levels."""
    version: int
    """The version of the page at which it was written last; 0 when nobody has. Example: `4`"""
    by: str | None = Field(serialization_alias="changed_by_id")
    """The id of its last author; null when it has none. Example: `T-311`"""
    by_name: str | None = Field(serialization_alias="changed_by_name")
    """The name of its last author; null when it has none. Example: `Ana Ruiz`"""
    at: str | None = Field(serialization_alias="changed_at")
    """When it was written last; null when nobody has. Example: `2026-10-05T15:04:05Z`"""


class StrategyView(Representation):
    """A strategy in its place."""

    id: str
    """The strategy's id. Example: `r1`"""
    order: int
    """Where it stands among the strategies, from 1. Example: `1`"""
    strategy: PageFieldView
    """The work."""
    levels: PageFieldView
    """The levels of students that it is for, by their numbers, or `all`."""
    who: PageFieldView = Field(serialization_alias="responsible")
    """The people who do it."""
    how_often: PageFieldView = Field(serialization_alias="frequency")
    """How often."""
    how_long: PageFieldView = Field(serialization_alias="duration")
    """How long."""
    evidence: PageFieldView
    """How the team will see that it works."""


class ConflictTextView(Representation):
    """A text that was not saved."""

    field: str
    """The field of the page or the strategy; `order` for a strategy's place, `remove` for a
    removal.

    Example: `obstacles`
    """
    row: str | None = Field(serialization_alias="row_id")
    """The strategy's id; null for a field of the page itself. Example: `r1`"""
    value: ShownText
    """The text that was sent."""


class PageConflictView(Representation):
    """Texts that met a colleague's. They are kept beside the page until somebody removes them."""

    id: str
    """The id of the kept texts. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    version: Version
    by: str = Field(serialization_alias="written_by_id")
    """The id of the person who wrote them. Example: `T-312`"""
    by_name: str = Field(serialization_alias="written_by_name")
    """The name of the person who wrote them. Example: `Ben Cole`"""
    at: str = Field(serialization_alias="written_at")
    """When they were written. Example: `2026-10-05T15:04:05Z`"""
    seen: int = Field(serialization_alias="base_version")
    """The version of the page that their author had before them. Example: `3`"""
    texts: list[ConflictTextView]
    """The texts that were not saved."""
    may_remove: bool = Field(serialization_alias="can_remove")
    """Whether you may remove them."""


class PageView(Representation):
    """A shared page with its texts that are set aside."""

    process_id: str
    """The Mastery Process's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    page: PageName
    """Which page it is."""
    version: int
    """The version, for `If-Match`; 0 while nobody has written on it. Example: `4`"""
    fields: dict[str, PageFieldView]
    """The page's fields. Which keys there are depends on the page.

    - `strengths`: *analyze*: what students do well.
    - `obstacles`: *analyze*: what holds them back.
    - `needs`: *analyze*: what they need, the most urgent first.
    - `team_goal`: *goals*: what the team aims at.
    - `notes`: *goals*: what else to know.
    - `what_worked`: *reflect*: what worked.
    - `what_did_not_work`: *reflect*: what did not.
    - `next_time`: *reflect*: what the team would do next time.
    """
    rows: list[StrategyView]
    """The strategies of *strategies*, in order; empty on other pages."""
    levels: list[ProcessLevelView]
    """The team's levels, the lowest first."""
    asides: list[PageConflictView] = Field(serialization_alias="conflicts")
    """Texts that met a colleague's. They are kept beside the page until somebody removes them."""
    allowed: tuple[str, ...]
    """The actions that you can take.

    - `save_page`: Write on it.
    """
    links: dict[str, str]
    """Where to go on.

    - `process`: The process.
    - `goals`: The goals of its classes.
    """

    @classmethod
    def of(cls, subject: OpenPage) -> PageView:
        page, process = subject.page, f"/v1/processes/{subject.process.id}"
        return cls(
            process_id=subject.process.id,
            page=page.name,
            version=page.version,
            fields={
                name_field(n): _field(n, page.fields, PLAIN[page.name]) for n in PLAIN[page.name]
            },
            rows=[_strategy(row, n) for n, row in enumerate(page.rows, 1)],
            levels=level_views(subject.process.levels),
            asides=[_aside(subject, each) for each in subject.asides],
            allowed=subject.allowed,
            links={"process": process, "goals": f"{process}/goals"},
        )


def _field(name: str, fields: Mapping[str, Written], empty: Mapping[str, Value]) -> PageFieldView:
    written = fields.get(name)
    if written is None:
        value = render_value(name, empty[name])
        return PageFieldView(value=value, version=0, by=None, by_name=None, at=None)
    stamp = written.stamp
    return PageFieldView.take(stamp, value=render_value(name, written.value))


def _strategy(row: StrategyRow, order: int) -> StrategyView:
    return StrategyView(
        id=row.id, order=order, **{name: _field(name, row.fields, ROW) for name in ROW}
    )


def _aside(subject: OpenPage, aside: Aside) -> PageConflictView:
    texts = [
        ConflictTextView(
            field=name_field(t.field), row=t.row or None, value=render_value(t.field, t.value)
        )
        for t in aside.texts
    ]
    return PageConflictView.take(aside, texts=texts, may_remove=subject.may_remove(aside))


@routes.get(
    PATH,
    policy=STAFF,
    answer=PageView,
    summary="Open a shared page of a Mastery Process; version 0 if nobody has written on it",
)
def read_page(request: Request[ProcessesWiring], process_id: str, page: str) -> OpenPage:
    return request.services.process_pages.read(request.caller, process_id, page)


@routes.patch(
    PATH,
    policy=STAFF,
    body=PageChanges,
    answer=PageView,
    summary="Write on a shared page; what colleagues wrote meanwhile stays",
)
def change_page(request: Request[ProcessesWiring], process_id: str, page: str) -> OpenPage:
    """Save a page.

    Send only the fields that you changed, with the version that you read. Fields that colleagues
    changed meanwhile stay. Where both changed one field, your text is kept beside the page and
    `conflicts` has both.
    """
    edits = request.body.edits()
    return request.services.process_pages.save(
        request.act, process_id, page, request.version, edits
    )


@routes.delete(
    PATH + "/conflicts/{conflict_id}",
    policy=STAFF,
    summary="Remove texts that are set aside on a page",
)
def remove_page_conflict(
    request: Request[ProcessesWiring], process_id: str, page: str, conflict_id: str
) -> None:
    version = request.version
    request.services.process_pages.remove_aside(request.act, process_id, page, conflict_id, version)
