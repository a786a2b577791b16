"""The names of ids, for answers that show a name beside each id.

Names change seldom: with an import, or when a person changes one. Each is therefore read once and
kept for five minutes, in the process that read it. Names add no call to a screen while they are
kept. A name may be five minutes old; the subject of a screen never comes from here.
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
"""The times for which a name, and the lack of a name, are believed."""
MOST_NAMES, MOST_SETS = 20_000, 50
"""The limit that one process keeps; with more it starts over."""

V = TypeVar("V")
Read = Callable[[Collection[str]], Mapping[str, V]]


@dataclass(slots=True)
class _Shelf(Generic[V]):
    """The names that were read, with the time of reading; None for an id that does not exist."""

    most: int
    known: dict[tuple[str, str, str], tuple[V | None, datetime]] = field(default_factory=dict)

    def find(
        self, kind: str, district: str, wanted: Collection[str], now: datetime, read: Read[V]
    ) -> dict[str, V]:
        """Return the names of these; read those that are unknown or old."""
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
    """Return whether a kept name is still believed; without one, it is not."""
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
        """Ask these, each only for names that are not known yet."""
        self._rosters = rosters
        self._standards = standards
        self._teams = teams
        self._clock = clock
        self._names = _Shelf[str](MOST_NAMES)
        self._statements = _Shelf[Mapping[str, str]](MOST_SETS)

    def names(
        self, district: str, wanted: Mapping[str, Collection[str]]
    ) -> dict[tuple[str, str], str]:
        """Return the names of these, by kind and id, with at most one call a kind.

        Unknown ids are left out.
        """
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
        """Return each statement of a set, by its standard's code; nothing if the set is gone."""

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
