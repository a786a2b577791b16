from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.new_levels import NewLevels


T = TypeVar("T", bound="NewTeam")


@_attrs_define
class NewTeam:
    """A team: of a school, or (district administrators) of the whole district.

    Attributes:
        name (str): The team's name.
        leader_ids (list[str]): The ids of the team's leaders.
        school_id (None | str | Unset): The team's school; without it, for district administrators, a team of the whole
            district.
        member_ids (list[str] | Unset): The ids of the other members of the team.
        levels (NewLevels | None | Unset): The team's levels; without them Far Below, Below, Meets and Exceeds.
    """

    name: str
    leader_ids: list[str]
    school_id: None | str | Unset = UNSET
    member_ids: list[str] | Unset = UNSET
    levels: NewLevels | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.new_levels import NewLevels  # noqa: PLC0415

        name = self.name

        leader_ids = self.leader_ids

        school_id: None | str | Unset
        if isinstance(self.school_id, Unset):
            school_id = UNSET
        else:
            school_id = self.school_id

        member_ids: list[str] | Unset = UNSET
        if not isinstance(self.member_ids, Unset):
            member_ids = self.member_ids

        levels: dict[str, Any] | None | Unset
        if isinstance(self.levels, Unset):
            levels = UNSET
        elif isinstance(self.levels, NewLevels):
            levels = self.levels.to_dict()
        else:
            levels = self.levels

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "leader_ids": leader_ids,
            }
        )
        if school_id is not UNSET:
            field_dict["school_id"] = school_id
        if member_ids is not UNSET:
            field_dict["member_ids"] = member_ids
        if levels is not UNSET:
            field_dict["levels"] = levels

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_levels import NewLevels  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        leader_ids = cast(list[str], d.pop("leader_ids"))

        def _parse_school_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_id = _parse_school_id(d.pop("school_id", UNSET))

        member_ids = cast(list[str], d.pop("member_ids", UNSET))

        def _parse_levels(data: object) -> NewLevels | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                levels_type_0 = NewLevels.from_dict(data)

                return levels_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NewLevels | None | Unset, data)

        levels = _parse_levels(d.pop("levels", UNSET))

        new_team = cls(
            name=name,
            leader_ids=leader_ids,
            school_id=school_id,
            member_ids=member_ids,
            levels=levels,
        )

        return new_team
