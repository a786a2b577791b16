from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.described_standard_view import DescribedStandardView


T = TypeVar("T", bound="ProcessTestView")


@_attrs_define
class ProcessTestView:
    """A test of the process.

    Attributes:
        assessment_id (str): The assessment's id.
        title (str): The assessment's title.
        standards_set_id (str): The set of the standards.
        standards (list[str]): The codes of the standards that it assesses.
        item_count (int): How many items it has.
        points (str): The points of all items together, as a decimal.
        standards_set_name (None | str | Unset): The name of the standards set; null without one.
        described_standards (list[DescribedStandardView] | Unset): The texts of `standards`, in their order.
    """

    assessment_id: str
    title: str
    standards_set_id: str
    standards: list[str]
    item_count: int
    points: str
    standards_set_name: None | str | Unset = UNSET
    described_standards: list[DescribedStandardView] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        assessment_id = self.assessment_id

        title = self.title

        standards_set_id = self.standards_set_id

        standards = self.standards

        item_count = self.item_count

        points = self.points

        standards_set_name: None | str | Unset
        if isinstance(self.standards_set_name, Unset):
            standards_set_name = UNSET
        else:
            standards_set_name = self.standards_set_name

        described_standards: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.described_standards, Unset):
            described_standards = []
            for described_standards_item_data in self.described_standards:
                described_standards_item = described_standards_item_data.to_dict()
                described_standards.append(described_standards_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "assessment_id": assessment_id,
                "title": title,
                "standards_set_id": standards_set_id,
                "standards": standards,
                "item_count": item_count,
                "points": points,
            }
        )
        if standards_set_name is not UNSET:
            field_dict["standards_set_name"] = standards_set_name
        if described_standards is not UNSET:
            field_dict["described_standards"] = described_standards

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.described_standard_view import DescribedStandardView  # noqa: PLC0415

        d = dict(src_dict)
        assessment_id = d.pop("assessment_id")

        title = d.pop("title")

        standards_set_id = d.pop("standards_set_id")

        standards = cast(list[str], d.pop("standards"))

        item_count = d.pop("item_count")

        points = d.pop("points")

        def _parse_standards_set_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        standards_set_name = _parse_standards_set_name(
            d.pop("standards_set_name", UNSET)
        )

        _described_standards = d.pop("described_standards", UNSET)
        described_standards: list[DescribedStandardView] | Unset = UNSET
        if _described_standards is not UNSET:
            described_standards = []
            for described_standards_item_data in _described_standards:
                described_standards_item = DescribedStandardView.from_dict(
                    described_standards_item_data
                )

                described_standards.append(described_standards_item)

        process_test_view = cls(
            assessment_id=assessment_id,
            title=title,
            standards_set_id=standards_set_id,
            standards=standards,
            item_count=item_count,
            points=points,
            standards_set_name=standards_set_name,
            described_standards=described_standards,
        )

        process_test_view.additional_properties = d
        return process_test_view

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
