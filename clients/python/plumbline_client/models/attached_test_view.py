from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.test_origin import TestOrigin
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.attached_test_view_links import AttachedTestViewLinks
    from ..models.described_standard_view import DescribedStandardView


T = TypeVar("T", bound="AttachedTestView")


@_attrs_define
class AttachedTestView:
    """A test of a process.

    Attributes:
        assessment_id (str): The assessment's id.
        title (str): The assessment's title.
        origin (TestOrigin): How a test came to a process.

            - `chosen`: An assessment that was there.
            - `same`: The pre-test given a second time.
            - `copy`: A copy of the pre-test.
        subject (str): The test's subject.
        grades (list[str]): The test's grades.
        standards_set_id (str): The standards set that it assesses.
        standards (list[str]): The codes of the standards that it assesses.
        item_count (int): How many items it has.
        points (str): The points of all items together, as a decimal.
        attached_at (datetime.datetime | None): When it was attached; null for a test that was attached before release
            0.4.
        activated (bool): Whether a class was given it. Then it cannot be exchanged.
        links (AttachedTestViewLinks): Where to go on.
        standards_set_name (None | str | Unset): The name of the standards set; null without one.
        described_standards (list[DescribedStandardView] | Unset): The texts of `standards`, in their order; empty in
            lists.
    """

    assessment_id: str
    title: str
    origin: TestOrigin
    subject: str
    grades: list[str]
    standards_set_id: str
    standards: list[str]
    item_count: int
    points: str
    attached_at: datetime.datetime | None
    activated: bool
    links: AttachedTestViewLinks
    standards_set_name: None | str | Unset = UNSET
    described_standards: list[DescribedStandardView] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        assessment_id = self.assessment_id

        title = self.title

        origin = self.origin.value

        subject = self.subject

        grades = self.grades

        standards_set_id = self.standards_set_id

        standards = self.standards

        item_count = self.item_count

        points = self.points

        attached_at: None | str
        if isinstance(self.attached_at, datetime.datetime):
            attached_at = self.attached_at.isoformat()
        else:
            attached_at = self.attached_at

        activated = self.activated

        links = self.links.to_dict()

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
                "origin": origin,
                "subject": subject,
                "grades": grades,
                "standards_set_id": standards_set_id,
                "standards": standards,
                "item_count": item_count,
                "points": points,
                "attached_at": attached_at,
                "activated": activated,
                "links": links,
            }
        )
        if standards_set_name is not UNSET:
            field_dict["standards_set_name"] = standards_set_name
        if described_standards is not UNSET:
            field_dict["described_standards"] = described_standards

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attached_test_view_links import AttachedTestViewLinks  # noqa: PLC0415
        from ..models.described_standard_view import DescribedStandardView  # noqa: PLC0415

        d = dict(src_dict)
        assessment_id = d.pop("assessment_id")

        title = d.pop("title")

        origin = TestOrigin(d.pop("origin"))

        subject = d.pop("subject")

        grades = cast(list[str], d.pop("grades"))

        standards_set_id = d.pop("standards_set_id")

        standards = cast(list[str], d.pop("standards"))

        item_count = d.pop("item_count")

        points = d.pop("points")

        def _parse_attached_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                attached_at_type_0 = datetime.datetime.fromisoformat(data)

                return attached_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        attached_at = _parse_attached_at(d.pop("attached_at"))

        activated = d.pop("activated")

        links = AttachedTestViewLinks.from_dict(d.pop("links"))

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

        attached_test_view = cls(
            assessment_id=assessment_id,
            title=title,
            origin=origin,
            subject=subject,
            grades=grades,
            standards_set_id=standards_set_id,
            standards=standards,
            item_count=item_count,
            points=points,
            attached_at=attached_at,
            activated=activated,
            links=links,
            standards_set_name=standards_set_name,
            described_standards=described_standards,
        )

        attached_test_view.additional_properties = d
        return attached_test_view

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
