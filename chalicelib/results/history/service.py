"""What a teacher asks of a sheet: who entered or changed what, and when?

The audit records of its saves say so. Those of release 0.3 are in no sheet's history.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chalicelib.observability import read_of_students
from chalicelib.paging import Page
from chalicelib.results.touched_cells import Touched, read_touched
from chalicelib.storage import keys

if TYPE_CHECKING:
    from chalicelib.acts import Caller
    from chalicelib.results.service import Sheets
    from chalicelib.rosters.service import Rosters
    from chalicelib.storage.attributes import Item
    from chalicelib.storage.table import Table
    from chalicelib.trackers.service import Trackers


@dataclass(frozen=True, slots=True)
class SheetAct:
    """One thing that somebody did to a sheet; `names` are (family, given) of students by id."""

    at: str
    person: str
    person_name: str
    verb: str
    version: int
    touched: Touched
    names: dict[str, tuple[str, str]]


@dataclass(eq=False, repr=False)
class SheetHistories:
    """The histories of a district's sheets. The neighbors say who may see them, and names."""

    _table: Table
    _trackers: Trackers
    _sheets: Callable[[], Sheets]
    _rosters: Callable[[], Rosters]

    def read(
        self,
        caller: Caller,
        tracker: str,
        assessment: str,
        limit: int,
        after: Sequence[Any] | None,
    ) -> Page[SheetAct]:
        """List the changes of a sheet, the latest first, for people who can open it.

        Raises `NotFound`, also while the assessment is recalled. Leaves an audit line.
        """
        room = self._trackers.classroom(caller, tracker)
        room.entry(assessment)
        brought_by = self._sheets().find_source_distribution(
            caller.district, room.taught.id, assessment
        )
        self._trackers.check_shown(caller.district, room, brought_by)
        thing = f"{room.taught.id}.{assessment}"
        read_of_students(caller, "sheet history", thing)
        place = keys.history(caller.district, thing)
        behind = str(after[0]) if after else None
        items, last = self._table.query(place, after=behind, limit=limit + 1, forward=False)
        shown = items[:limit]
        more = [shown[-1]["sk"]] if last or len(items) > limit else None
        names = {one.id: (one.family, one.given) for one in room.taught.students}
        return Page(self._build_acts(caller.district, shown, names), more)

    def _build_acts(
        self, district: str, items: Sequence[Item], names: dict[str, tuple[str, str]]
    ) -> list[SheetAct]:
        """Return acts with the names of their people and students.

        A person who is gone from the roster stays an id.
        """
        touched = [read_touched(item["what"]) for item in items]
        students = {each.student for one in touched for each in one.students}
        wanted = {item["person"] for item in items} | (students - names.keys())
        people = self._rosters().people(district, wanted) if wanted else {}
        names = names | {one.id: (one.family, one.given) for one in people.values()}
        return [
            SheetAct(
                keys.parts(item["sk"])[0],
                item["person"],
                " ".join(reversed(names.get(item["person"], ("", "")))).strip(),
                item["verb"],
                item["version"],
                what,
                names,
            )
            for item, what in zip(items, touched, strict=True)
        ]
