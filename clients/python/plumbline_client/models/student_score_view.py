from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.result_status import ResultStatus

T = TypeVar("T", bound="StudentScoreView")


@_attrs_define
class StudentScoreView:
    """A student on one test.

    Attributes:
        class_id (None | str): The class where the test was taken or is awaited; null when there is none.
        status (None | ResultStatus): The student's status on this test; null when the class has not taken it.
        percent (float | None): The result in percent; null unless `status` is `tested`.
        level (int | None): The level's number, from 1, the lowest; null unless `status` is `tested`.
        level_name (None | str): The level's name; null unless `status` is `tested`.
    """

    class_id: None | str
    status: None | ResultStatus
    percent: float | None
    level: int | None
    level_name: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        class_id: None | str
        class_id = self.class_id

        status: None | str
        if isinstance(self.status, ResultStatus):
            status = self.status.value
        else:
            status = self.status

        percent: float | None
        percent = self.percent

        level: int | None
        level = self.level

        level_name: None | str
        level_name = self.level_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "class_id": class_id,
                "status": status,
                "percent": percent,
                "level": level,
                "level_name": level_name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_class_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        class_id = _parse_class_id(d.pop("class_id"))

        def _parse_status(data: object) -> None | ResultStatus:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                status_type_0 = ResultStatus(data)

                return status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResultStatus, data)

        status = _parse_status(d.pop("status"))

        def _parse_percent(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        percent = _parse_percent(d.pop("percent"))

        def _parse_level(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        level = _parse_level(d.pop("level"))

        def _parse_level_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        level_name = _parse_level_name(d.pop("level_name"))

        student_score_view = cls(
            class_id=class_id,
            status=status,
            percent=percent,
            level=level,
            level_name=level_name,
        )

        student_score_view.additional_properties = d
        return student_score_view

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
