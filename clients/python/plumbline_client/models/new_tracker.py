from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.calculation import Calculation


T = TypeVar("T", bound="NewTracker")


@_attrs_define
class NewTracker:
    """The class, the standards set, and the standards (by default all).

    Attributes:
        class_id (str): The class that it is for, by its id in the roster.
        standards_set_id (str): The standards set that it is made with. It cannot be changed later.
        standards (list[str] | None | Unset): The standards that it tracks, by code or identifier; without them the
            whole set.
        title (None | str | Unset): The tracker's title; without it the class's.
        level_count (int | None | Unset): How many mastery levels it has, 2 to 6; without it as many as the district
            has.
        calculation (Calculation | None | Unset): How several results become one mastery; without it as the district has
            it.
    """

    class_id: str
    standards_set_id: str
    standards: list[str] | None | Unset = UNSET
    title: None | str | Unset = UNSET
    level_count: int | None | Unset = UNSET
    calculation: Calculation | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.calculation import Calculation  # noqa: PLC0415

        class_id = self.class_id

        standards_set_id = self.standards_set_id

        standards: list[str] | None | Unset
        if isinstance(self.standards, Unset):
            standards = UNSET
        elif isinstance(self.standards, list):
            standards = self.standards

        else:
            standards = self.standards

        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title

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

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "class_id": class_id,
                "standards_set_id": standards_set_id,
            }
        )
        if standards is not UNSET:
            field_dict["standards"] = standards
        if title is not UNSET:
            field_dict["title"] = title
        if level_count is not UNSET:
            field_dict["level_count"] = level_count
        if calculation is not UNSET:
            field_dict["calculation"] = calculation

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.calculation import Calculation  # noqa: PLC0415

        d = dict(src_dict)
        class_id = d.pop("class_id")

        standards_set_id = d.pop("standards_set_id")

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

        def _parse_title(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        title = _parse_title(d.pop("title", UNSET))

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

        new_tracker = cls(
            class_id=class_id,
            standards_set_id=standards_set_id,
            standards=standards,
            title=title,
            level_count=level_count,
            calculation=calculation,
        )

        return new_tracker
