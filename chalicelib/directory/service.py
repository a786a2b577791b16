"""What ids are called, for answers that name what they show.

Names change with an import or an act of somebody, and seldom. So each is read once and kept for
five minutes, in the process that read it: a screen costs no call more than it would without names.
A name may be that much behind; what a screen is about never comes from here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeGuard, TypeVar

from chalicelib.districts.service import FIRST_ADMIN
from chalicelib.errors import NotFound

if TYPE_CHECKING:
    from chalicelib.clock import Clock
    from chalicelib.rosters.service import Rosters
    from chalicelib.standards.service import Standards
    from chalicelib.teams.service import Teams

KEPT, MISSING_KEPT = timedelta(minutes=5), timedelta(minutes=1)
"""How long a name is good; how long it is believed that something is not there."""
MOST_NAMES, MOST_SETS = 20_000, 50
"""The limit that one process keeps; with more it starts over."""

V = TypeVar("V")
Read = Callable[[Collection[str]], Mapping[str, V]]


@dataclass(slots=True)
class _Shelf(Generic[V]):
    """What was read, and when; also that something is not there."""

    most: int
    known: dict[tuple[str, str, str], tuple[V | None, datetime]] = field(default_factory=dict)

    def find(
        self, kind: str, district: str, wanted: Collection[str], now: datetime, read: Read[V]
    ) -> dict[str, V]:
        """Return what is known of these; what is not, or is old, is read."""
        there = {each: self.known.get((kind, district, each)) for each in wanted}
        found = {each: kept[0] for each, kept in there.items() if _is_fresh(kept, now)}
        lacking = sorted(there.keys() - found.keys())
        if lacking:
            given = read(lacking)
            self._keep(kind, district, lacking, given, now)
            found |= {each: given.get(each) for each in lacking}
        return {each: value for each, value in found.items() if value is not None}

    def _keep(
        self, kind: str, district: str, asked: list[str], found: Mapping[str, V], now: datetime
    ) -> None:
        if len(self.known) + len(found) > self.most:
            self.known.clear()
        for each in {*asked, *found}:
            self.known[kind, district, each] = (found.get(each), now)


def _is_fresh(kept: tuple[Any, datetime] | None, now: datetime) -> TypeGuard[tuple[Any, datetime]]:
    """Return whether what is kept is still believed; what is not kept is not."""
    if kept is None:
        return False
    value, read_at = kept
    return now - read_at < (MISSING_KEPT if value is None else KEPT)


class Directory:
    """The names of a district's things."""

    def __init__(
        self,
        rosters: Callable[[], Rosters],
        standards: Callable[[], Standards],
        teams: Callable[[], Teams],
        clock: Clock,
    ) -> None:
        """Ask these, each only for what is not known yet."""
        self._rosters = rosters
        self._standards = standards
        self._teams = teams
        self._clock = clock
        self._names = _Shelf[str](MOST_NAMES)
        self._statements = _Shelf[Mapping[str, str]](MOST_SETS)

    def names(
        self, district: str, wanted: Mapping[str, Collection[str]]
    ) -> dict[tuple[str, str], str]:
        """Name these, by kind and id; what is not known is left out. A call a kind, at most."""
        readers: Mapping[str, Callable[[str, Collection[str]], Mapping[str, str]]] = {
            "school": self._schools,
            "person": self._staff,
            "standards_set": self._sets,
            "course": self._courses,
            "class": self._classes,
            "team": self._team_names,
        }
        now, found = self._clock.now(), dict[tuple[str, str], str]()
        for kind, ids in wanted.items():
            read = partial(readers[kind], district)
            named = self._names.find(kind, district, ids, now, read)
            found |= {(kind, each): name for each, name in named.items()}
        return found

    def statements(self, district: str, set_id: str) -> Mapping[str, str]:
        """Return what each standard of a set says, by code; nothing of a set that is gone."""

        def read(_: Collection[str]) -> Mapping[str, Mapping[str, str]]:
            return {set_id: self._read_statements(district, set_id)}

        found = self._statements.find("set", district, [set_id], self._clock.now(), read)
        return found.get(set_id, {})

    # -- who knows --------------------------------------------------------------------------------

    def _schools(self, district: str, _: Collection[str]) -> Mapping[str, str]:
        return self._rosters().school_names(district)

    def _staff(self, district: str, ids: Collection[str]) -> Mapping[str, str]:
        """Name staff; a student is never named from here."""
        found = self._rosters().people(district, ids)
        staff = {id_: one for id_, one in found.items() if one.is_staff}
        named = {id_: f"{one.given} {one.family}".strip() for id_, one in staff.items()}
        return {FIRST_ADMIN: "First administrator"} | named

    def _sets(self, district: str, ids: Collection[str]) -> Mapping[str, str]:
        found = self._standards().labels(district, ids)
        return {id_: label.name for id_, label in found.items()}

    def _courses(self, district: str, ids: Collection[str]) -> Mapping[str, str]:
        return self._rosters().course_titles(district, ids)

    def _classes(self, district: str, ids: Collection[str]) -> Mapping[str, str]:
        found = self._rosters().classes_as_kept(district, ids)
        return {id_: taught.title for id_, taught in found.items()}

    def _team_names(self, district: str, ids: Collection[str]) -> Mapping[str, str]:
        return {team.id: team.name for team in self._teams().several(district, ids)}

    def _read_statements(self, district: str, set_id: str) -> Mapping[str, str]:
        try:
            rows = self._standards().tree(district, set_id).rows
        except NotFound:
            return {}
        return {row.code: row.statement for row in rows if row.selectable}
