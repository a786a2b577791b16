from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.email_counts_view_counts import EmailCountsViewCounts


T = TypeVar("T", bound="EmailCountsView")


@_attrs_define
class EmailCountsView:
    """How many of a distribution's emails are in each state.

    Attributes:
        counts (EmailCountsViewCounts): How many emails are in each state.
        written_count (int): How many emails are written.
        expected_count (int | None): How many there will be; null until the distribution is delivered.
    """

    counts: EmailCountsViewCounts
    written_count: int
    expected_count: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        counts = self.counts.to_dict()

        written_count = self.written_count

        expected_count: int | None
        expected_count = self.expected_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "counts": counts,
                "written_count": written_count,
                "expected_count": expected_count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.email_counts_view_counts import EmailCountsViewCounts  # noqa: PLC0415

        d = dict(src_dict)
        counts = EmailCountsViewCounts.from_dict(d.pop("counts"))

        written_count = d.pop("written_count")

        def _parse_expected_count(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        expected_count = _parse_expected_count(d.pop("expected_count"))

        email_counts_view = cls(
            counts=counts,
            written_count=written_count,
            expected_count=expected_count,
        )

        email_counts_view.additional_properties = d
        return email_counts_view

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
