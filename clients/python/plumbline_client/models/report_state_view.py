from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.report_state_view_state import ReportStateViewState

if TYPE_CHECKING:
    from ..models.report_state_view_links import ReportStateViewLinks


T = TypeVar("T", bound="ReportStateView")


@_attrs_define
class ReportStateView:
    """The report of a finished process, as PDF.

    Attributes:
        state (ReportStateViewState): Where the report stands.

            - `pending`: It is being made.
            - `ready`: It can be fetched.
            - `failed`: It did not come out. It is tried again.
        size (int): The file's size in bytes; 0 until it is ready.
        locked_at (datetime.datetime): When the process was finished.
        links (ReportStateViewLinks): Where to go on.
    """

    state: ReportStateViewState
    size: int
    locked_at: datetime.datetime
    links: ReportStateViewLinks
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        state = self.state.value

        size = self.size

        locked_at = self.locked_at.isoformat()

        links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "state": state,
                "size": size,
                "locked_at": locked_at,
                "links": links,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.report_state_view_links import ReportStateViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        state = ReportStateViewState(d.pop("state"))

        size = d.pop("size")

        locked_at = datetime.datetime.fromisoformat(d.pop("locked_at"))

        links = ReportStateViewLinks.from_dict(d.pop("links"))

        report_state_view = cls(
            state=state,
            size=size,
            locked_at=locked_at,
            links=links,
        )

        report_state_view.additional_properties = d
        return report_state_view

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
