"""Where teams are kept: the team, and a pointer to it from each of its people.

A change of a team is one transaction with the heads of its open processes, which carry copies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from chalicelib.errors import stale
from chalicelib.storage import keys
from chalicelib.storage.conditions import (
    MUST_NOT_EXIST,
    Delete,
    Put,
    Update,
    Write,
    attribute_is,
    version_is,
)
from chalicelib.storage.keys import Key, join, parts
from chalicelib.storage.table import ConditionFailed, Repository
from chalicelib.teams import refusals

from .model import Team

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.storage.attributes import Item

_PAGE = 100


class TeamRepository(Repository):
    """Data teams."""

    # -- reading ----------------------------------------------------------------------------------

    def get(self, district: str, team: str) -> Team | None:
        item = self._table.get(keys.team(district, team))
        return read_team(item) if item else None

    def several(self, district: str, teams: Iterable[str]) -> list[Team]:
        """Read these teams, those that there are."""
        found = self._table.get_many(keys.team(district, team) for team in teams)
        return [read_team(item) for item in found.values()]

    def of_person(self, district: str, person: str) -> list[str]:
        """Name the teams that a person belongs to: one Query."""
        pk = keys.person_team(district, person, "").pk
        return [parts(item["sk"])[0] for page in self._table.pages(pk) for item in page]

    def attached(self, district: str, team: str, assessment: str) -> bool:
        """Return whether a process of the team shares an assessment with its members."""
        start = keys.team_test(district, team, assessment, "")
        return bool(self._table.query(start.pk, begins=start.sk, limit=1).items)

    def list_by_name(
        self, district: str, after: Sequence[Any] | None = None
    ) -> Iterator[tuple[Team, list[str]]]:
        """Yield the teams of a district by name, each with its position in the list.

        Eventually consistent.
        """
        behind = _behind(after)
        while True:
            items = self._table.listing(keys.teams(district), after=behind, limit=_PAGE)
            yield from ((read_team(item), _position(item)) for item in items)
            if len(items) < _PAGE:
                return
            order, *key = _position(items[-1])
            behind = (order, Key(*key))

    # -- writing ----------------------------------------------------------------------------------

    def create(self, act: Act, team: Team, shown: Any) -> None:
        """Write a new team and a pointer for each of its people."""
        self._table.commit(creation(act.district, team), act=act, subject=shown)

    def change(
        self, act: Act, before: Team, after: Team, heads: Sequence[Write], shown: Any
    ) -> bool:
        """Write a changed team and the heads of its open processes, all or none.

        False when a head changed, or a process was begun, since they were read: read again.
        Raises `Stale` when the team itself was changed.
        """
        update = _update(act.district, before, after)
        writes = [update, *_came_and_left(act.district, before, after), *heads]
        try:
            self._table.commit(writes, act=act, subject=shown)
        except ConditionFailed as failed:
            return _written(failed, update, before)
        return True


def creation(district: str, team: Team) -> list[Put]:
    """Return the writes of a new team."""
    key = keys.team(district, team.id)
    pointers = [Put(keys.person_team(district, each.id, team.id), {}) for each in team.people]
    return [Put(key, _attributes(district, team) | {"started": 0}, MUST_NOT_EXIST), *pointers]


def _attributes(district: str, team: Team) -> dict[str, Any]:
    return {
        "version": team.version,
        "doc": team.model_dump_json(),
        "list_pk": keys.teams(district),
        "list_sk": join(team.name.casefold(), team.id),
    }


def _update(district: str, before: Team, after: Team) -> Update:
    """`started` is raised by every new process: none can be missed among those that are open."""
    same = version_is(before.version) & attribute_is("started", before.started)
    return Update(keys.team(district, after.id), _attributes(district, after), condition=same)


def _came_and_left(district: str, before: Team, after: Team) -> list[Write]:
    """Write pointers of new people, and remove those of people who left."""
    old = {each.id for each in before.people}
    new = {each.id for each in after.people}
    came: list[Write] = [
        Put(keys.person_team(district, p, after.id), {}) for p in sorted(new - old)
    ]
    return came + [Delete(keys.person_team(district, p, after.id)) for p in sorted(old - new)]


def _written(failed: ConditionFailed, update: Update, before: Team) -> bool:
    first = failed.first
    if first.index > 0:
        return False
    if first.old is None:
        raise refusals.TEAM_NOT_FOUND() from failed
    if first.old["doc"] == update.set["doc"]:
        return True  # our own lost answer
    if first.old["version"] != before.version:
        raise stale("team", first.old["version"]) from failed
    return False


def read_team(item: Item) -> Team:
    return Team.model_validate_json(item["doc"]).model_copy(update={"started": item["started"]})


def _behind(after: Sequence[Any] | None) -> tuple[str, Key] | None:
    if after is None:
        return None
    order, pk, sk = after
    return order, Key(pk, sk)


def _position(item: Item) -> list[str]:
    return [item["list_sk"], item["pk"], item["sk"]]
