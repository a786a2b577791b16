from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.moment_view import MomentView


T = TypeVar("T", bound="AutomaticView")


@_attrs_define
class AutomaticView:
    """The last day on which new matching trackers receive it, and the moment at which it ends.

    Attributes:
        end_date (datetime.date): The last day on which new trackers receive it.
        end (MomentView): A moment in every notation: the wall clock, its zone and offset, and UTC.
    """

    end_date: datetime.date
    end: MomentView
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        end_date = self.end_date.isoformat()

        end = self.end.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "end_date": end_date,
                "end": end,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.moment_view import MomentView  # noqa: PLC0415

        d = dict(src_dict)
        end_date = datetime.date.fromisoformat(d.pop("end_date"))

        end = MomentView.from_dict(d.pop("end"))

        automatic_view = cls(
            end_date=end_date,
            end=end,
        )

        automatic_view.additional_properties = d
        return automatic_view

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
