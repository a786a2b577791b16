"""HTTP for the history of changes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from chalicelib.days import Day
from chalicelib.paging import Page
from chalicelib.searching import ListFilter
from chalicelib.web.id_names import NameOf
from chalicelib.web.policy import DISTRICT_ADMINS
from chalicelib.web.representation import Reference, Representation, TextOrNull
from chalicelib.web.routes import Request, Routes

from .model import AuditEntry, Days, ThingKind, describe

if TYPE_CHECKING:
    from .wiring import AuditWiring

routes = Routes("History")


class WhichActs(ListFilter):
    """Acts of some days, of a person, on a thing."""

    first: Day | None = Field(default=None, validation_alias="from_date")
    """The first day, of the district's calendar; without it the last one. Example: `2026-09-14`"""
    last: Day | None = Field(default=None, validation_alias="to_date")
    """The last day, at most 31 days in all; without it today. Example: `2026-09-14`"""
    person: Reference | None = Field(default=None, validation_alias="person_id")
    """Only acts of this person, by their id. Example: `T-311`"""
    thing: Reference | None = Field(default=None, validation_alias="thing_id")
    """Only acts on the thing with this id, or on a part of it.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """

    def takes(self, entry: AuditEntry) -> bool:
        """Return whether an act is meant."""
        thing = self.thing
        return self.person in (None, entry.person) and (
            thing is None or entry.subject == thing or entry.subject.startswith(f"{thing}.")
        )


class ActView(Representation):
    """One act that changed something."""

    at: str = Field(serialization_alias="done_at")
    """When, in UTC. Example: `2026-09-14T17:00:00.000Z`"""
    person: TextOrNull = Field(serialization_alias="person_id")
    """The id of the person who did it; null where the stack did it automatically. Example:
    `T-311`
    """
    person_name: Annotated[str | None, NameOf("person", "person_id")] = None
    """The name of the person who did it; null if it is not known."""
    operation: str
    """The operation, by its name in this API. Example: `retire_team`"""
    words: str
    """The action, in a few words. Example: `retired a data team`"""
    thing: ThingKind = Field(serialization_alias="thing_kind")
    """The kind of thing that was changed or read."""
    thing_id: str
    """The thing's id; of a part of it with a dot and the part.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A.goals`
    """
    version: int
    """The thing's version after it; 0 where it has none. Example: `4`"""

    @classmethod
    def of(cls, subject: AuditEntry) -> ActView:
        operation = describe(subject.verb)
        return cls(
            at=subject.at,
            person=subject.person or None,
            operation=subject.verb,
            words=operation.words,
            thing=operation.thing,
            thing_id=subject.subject,
            version=subject.version,
        )


@routes.get(
    "/v1/history",
    policy=DISTRICT_ADMINS,
    query=WhichActs,
    answer=ActView,
    listed=True,
    summary="List who changed what, the latest first",
)
def list_history(request: Request[AuditWiring]) -> Page[AuditEntry]:
    """List acts that changed something.

    Records hold ids and no names, scores or texts. They are kept for seven years. It has one save
    of a result sheet for each person in a quarter of an hour. The sheet's own history has all of
    them.
    """
    which = request.query or WhichActs()
    days = Days.of(which.first, which.last, date.fromisoformat(request.caller.today))
    return request.services.audit_trail.entries(request.caller, days, which.takes, *request.window)
