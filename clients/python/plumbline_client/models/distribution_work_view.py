from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.distribution_work_view_links import DistributionWorkViewLinks


T = TypeVar("T", bound="DistributionWorkView")


@_attrs_define
class DistributionWorkView:
    """A distribution that is scheduled, or of which trackers failed.

    Attributes:
        id (str): The distribution.
        title (str): The assessment's title.
        state (str): Where it stands: `scheduled` or `delivered`.
        start_at (datetime.datetime): When it begins or began, as an instant.
        start_text (str): The same in words, by the district's clock.
        tracker_count (int): To how many trackers it goes.
        failed_count (int): How many of these failed.
        created_by_id (str): Its creator.
        created_by_name (str): Their name.
        allowed (list[str]): The actions that people can take now.
        links (DistributionWorkViewLinks): Where to go on: `distribution`, and its `receipts`.
    """

    id: str
    title: str
    state: str
    start_at: datetime.datetime
    start_text: str
    tracker_count: int
    failed_count: int
    created_by_id: str
    created_by_name: str
    allowed: list[str]
    links: DistributionWorkViewLinks
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        title = self.title

        state = self.state

        start_at = self.start_at.isoformat()

        start_text = self.start_text

        tracker_count = self.tracker_count

        failed_count = self.failed_count

        created_by_id = self.created_by_id

        created_by_name = self.created_by_name

        allowed = self.allowed

        links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "title": title,
                "state": state,
                "start_at": start_at,
                "start_text": start_text,
                "tracker_count": tracker_count,
                "failed_count": failed_count,
                "created_by_id": created_by_id,
                "created_by_name": created_by_name,
                "allowed": allowed,
                "links": links,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.distribution_work_view_links import DistributionWorkViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        title = d.pop("title")

        state = d.pop("state")

        start_at = datetime.datetime.fromisoformat(d.pop("start_at"))

        start_text = d.pop("start_text")

        tracker_count = d.pop("tracker_count")

        failed_count = d.pop("failed_count")

        created_by_id = d.pop("created_by_id")

        created_by_name = d.pop("created_by_name")

        allowed = cast(list[str], d.pop("allowed"))

        links = DistributionWorkViewLinks.from_dict(d.pop("links"))

        distribution_work_view = cls(
            id=id,
            title=title,
            state=state,
            start_at=start_at,
            start_text=start_text,
            tracker_count=tracker_count,
            failed_count=failed_count,
            created_by_id=created_by_id,
            created_by_name=created_by_name,
            allowed=allowed,
            links=links,
        )

        distribution_work_view.additional_properties = d
        return distribution_work_view

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
