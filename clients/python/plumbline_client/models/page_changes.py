from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.strategy_body import StrategyBody


T = TypeVar("T", bound="PageChanges")


@_attrs_define
class PageChanges:
    """The changed texts. Only what is sent changes, and only fields of that page are taken.

    Attributes:
        strengths (None | str | Unset): *analyze*: what students do well.
        obstacles (None | str | Unset): *analyze*: what holds them back.
        needs (list[str] | None | Unset): *analyze*: what they need, the most urgent first.
        team_goal (None | str | Unset): *goals*: what the team aims at.
        notes (None | str | Unset): *goals*: what else to know.
        rows (list[StrategyBody] | None | Unset): *strategies*: strategies to add, change or remove. Others stay.
        what_worked (None | str | Unset): *reflect*: what worked.
        what_did_not_work (None | str | Unset): *reflect*: what did not.
        next_time (None | str | Unset): *reflect*: what the team would do next time.
    """

    strengths: None | str | Unset = UNSET
    obstacles: None | str | Unset = UNSET
    needs: list[str] | None | Unset = UNSET
    team_goal: None | str | Unset = UNSET
    notes: None | str | Unset = UNSET
    rows: list[StrategyBody] | None | Unset = UNSET
    what_worked: None | str | Unset = UNSET
    what_did_not_work: None | str | Unset = UNSET
    next_time: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        strengths: None | str | Unset
        if isinstance(self.strengths, Unset):
            strengths = UNSET
        else:
            strengths = self.strengths

        obstacles: None | str | Unset
        if isinstance(self.obstacles, Unset):
            obstacles = UNSET
        else:
            obstacles = self.obstacles

        needs: list[str] | None | Unset
        if isinstance(self.needs, Unset):
            needs = UNSET
        elif isinstance(self.needs, list):
            needs = self.needs

        else:
            needs = self.needs

        team_goal: None | str | Unset
        if isinstance(self.team_goal, Unset):
            team_goal = UNSET
        else:
            team_goal = self.team_goal

        notes: None | str | Unset
        if isinstance(self.notes, Unset):
            notes = UNSET
        else:
            notes = self.notes

        rows: list[dict[str, Any]] | None | Unset
        if isinstance(self.rows, Unset):
            rows = UNSET
        elif isinstance(self.rows, list):
            rows = []
            for rows_type_0_item_data in self.rows:
                rows_type_0_item = rows_type_0_item_data.to_dict()
                rows.append(rows_type_0_item)

        else:
            rows = self.rows

        what_worked: None | str | Unset
        if isinstance(self.what_worked, Unset):
            what_worked = UNSET
        else:
            what_worked = self.what_worked

        what_did_not_work: None | str | Unset
        if isinstance(self.what_did_not_work, Unset):
            what_did_not_work = UNSET
        else:
            what_did_not_work = self.what_did_not_work

        next_time: None | str | Unset
        if isinstance(self.next_time, Unset):
            next_time = UNSET
        else:
            next_time = self.next_time

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if strengths is not UNSET:
            field_dict["strengths"] = strengths
        if obstacles is not UNSET:
            field_dict["obstacles"] = obstacles
        if needs is not UNSET:
            field_dict["needs"] = needs
        if team_goal is not UNSET:
            field_dict["team_goal"] = team_goal
        if notes is not UNSET:
            field_dict["notes"] = notes
        if rows is not UNSET:
            field_dict["rows"] = rows
        if what_worked is not UNSET:
            field_dict["what_worked"] = what_worked
        if what_did_not_work is not UNSET:
            field_dict["what_did_not_work"] = what_did_not_work
        if next_time is not UNSET:
            field_dict["next_time"] = next_time

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.strategy_body import StrategyBody  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_strengths(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        strengths = _parse_strengths(d.pop("strengths", UNSET))

        def _parse_obstacles(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        obstacles = _parse_obstacles(d.pop("obstacles", UNSET))

        def _parse_needs(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                needs_type_0 = cast(list[str], data)

                return needs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        needs = _parse_needs(d.pop("needs", UNSET))

        def _parse_team_goal(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        team_goal = _parse_team_goal(d.pop("team_goal", UNSET))

        def _parse_notes(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        notes = _parse_notes(d.pop("notes", UNSET))

        def _parse_rows(data: object) -> list[StrategyBody] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                rows_type_0 = []
                _rows_type_0 = data
                for rows_type_0_item_data in _rows_type_0:
                    rows_type_0_item = StrategyBody.from_dict(rows_type_0_item_data)

                    rows_type_0.append(rows_type_0_item)

                return rows_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[StrategyBody] | None | Unset, data)

        rows = _parse_rows(d.pop("rows", UNSET))

        def _parse_what_worked(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        what_worked = _parse_what_worked(d.pop("what_worked", UNSET))

        def _parse_what_did_not_work(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        what_did_not_work = _parse_what_did_not_work(d.pop("what_did_not_work", UNSET))

        def _parse_next_time(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        next_time = _parse_next_time(d.pop("next_time", UNSET))

        page_changes = cls(
            strengths=strengths,
            obstacles=obstacles,
            needs=needs,
            team_goal=team_goal,
            notes=notes,
            rows=rows,
            what_worked=what_worked,
            what_did_not_work=what_did_not_work,
            next_time=next_time,
        )

        return page_changes
