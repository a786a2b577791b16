from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.moment_view import MomentView


T = TypeVar("T", bound="PreviewedScheduleView")


@_attrs_define
class PreviewedScheduleView:
    """Another distribution that is scheduled to bring the assessment to some of these trackers.

    Attributes:
        distribution_id (str): The other distribution, by its id.
        start (MomentView): A moment in every notation: the wall clock, its zone and offset, and UTC.
        tracker_count (int): How many trackers both would reach.
    """

    distribution_id: str
    start: MomentView
    tracker_count: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        distribution_id = self.distribution_id

        start = self.start.to_dict()

        tracker_count = self.tracker_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "distribution_id": distribution_id,
                "start": start,
                "tracker_count": tracker_count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.moment_view import MomentView  # noqa: PLC0415

        d = dict(src_dict)
        distribution_id = d.pop("distribution_id")

        start = MomentView.from_dict(d.pop("start"))

        tracker_count = d.pop("tracker_count")

        previewed_schedule_view = cls(
            distribution_id=distribution_id,
            start=start,
            tracker_count=tracker_count,
        )

        previewed_schedule_view.additional_properties = d
        return previewed_schedule_view

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
