from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.calculation import Calculation


T = TypeVar("T", bound="TrackerChanges")


@_attrs_define
class TrackerChanges:
    """The changes. Leave out what stays.

    Attributes:
        title (None | str | Unset): The new title.
        standards (list[str] | None | Unset): The standards that it tracks from now on, by code or identifier.
        level_count (int | None | Unset): How many mastery levels it has, 2 to 6.
        calculation (Calculation | None | Unset): How several results become one mastery; null for as the district has
            it.
        archived (bool | None | Unset): Whether it is put away. An archived tracker gets no delivery and takes no
            results.
    """

    title: None | str | Unset = UNSET
    standards: list[str] | None | Unset = UNSET
    level_count: int | None | Unset = UNSET
    calculation: Calculation | None | Unset = UNSET
    archived: bool | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.calculation import Calculation  # noqa: PLC0415

        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title

        standards: list[str] | None | Unset
        if isinstance(self.standards, Unset):
            standards = UNSET
        elif isinstance(self.standards, list):
            standards = self.standards

        else:
            standards = self.standards

        level_count: int | None | Unset
        if isinstance(self.level_count, Unset):
            level_count = UNSET
        else:
            level_count = self.level_count

        calculation: dict[str, Any] | None | Unset
        if isinstance(self.calculation, Unset):
            calculation = UNSET
        elif isinstance(self.calculation, Calculation):
            calculation = self.calculation.to_dict()
        else:
            calculation = self.calculation

        archived: bool | None | Unset
        if isinstance(self.archived, Unset):
            archived = UNSET
        else:
            archived = self.archived

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if title is not UNSET:
            field_dict["title"] = title
        if standards is not UNSET:
            field_dict["standards"] = standards
        if level_count is not UNSET:
            field_dict["level_count"] = level_count
        if calculation is not UNSET:
            field_dict["calculation"] = calculation
        if archived is not UNSET:
            field_dict["archived"] = archived

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.calculation import Calculation  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_title(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        title = _parse_title(d.pop("title", UNSET))

        def _parse_standards(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                standards_type_0 = cast(list[str], data)

                return standards_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        standards = _parse_standards(d.pop("standards", UNSET))

        def _parse_level_count(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        level_count = _parse_level_count(d.pop("level_count", UNSET))

        def _parse_calculation(data: object) -> Calculation | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                calculation_type_0 = Calculation.from_dict(data)

                return calculation_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Calculation | None | Unset, data)

        calculation = _parse_calculation(d.pop("calculation", UNSET))

        def _parse_archived(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        archived = _parse_archived(d.pop("archived", UNSET))

        tracker_changes = cls(
            title=title,
            standards=standards,
            level_count=level_count,
            calculation=calculation,
            archived=archived,
        )

        return tracker_changes
