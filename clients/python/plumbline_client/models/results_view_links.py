from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ResultsViewLinks")


@_attrs_define
class ResultsViewLinks:
    """Where to go on.

    Attributes:
        schools (str | Unset): The results by school.
        teachers (str | Unset): The results by teacher.
        classes (str | Unset): The results by class.
        items (str | Unset): The results by item.
        standards (str | Unset): The results by standard.
        distribution (str | Unset): The distribution.
        analysis (str | Unset): How well the test and its items worked.
    """

    schools: str | Unset = UNSET
    teachers: str | Unset = UNSET
    classes: str | Unset = UNSET
    items: str | Unset = UNSET
    standards: str | Unset = UNSET
    distribution: str | Unset = UNSET
    analysis: str | Unset = UNSET
    additional_properties: dict[str, str] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        schools = self.schools

        teachers = self.teachers

        classes = self.classes

        items = self.items

        standards = self.standards

        distribution = self.distribution

        analysis = self.analysis

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if schools is not UNSET:
            field_dict["schools"] = schools
        if teachers is not UNSET:
            field_dict["teachers"] = teachers
        if classes is not UNSET:
            field_dict["classes"] = classes
        if items is not UNSET:
            field_dict["items"] = items
        if standards is not UNSET:
            field_dict["standards"] = standards
        if distribution is not UNSET:
            field_dict["distribution"] = distribution
        if analysis is not UNSET:
            field_dict["analysis"] = analysis

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        schools = d.pop("schools", UNSET)

        teachers = d.pop("teachers", UNSET)

        classes = d.pop("classes", UNSET)

        items = d.pop("items", UNSET)

        standards = d.pop("standards", UNSET)

        distribution = d.pop("distribution", UNSET)

        analysis = d.pop("analysis", UNSET)

        results_view_links = cls(
            schools=schools,
            teachers=teachers,
            classes=classes,
            items=items,
            standards=standards,
            distribution=distribution,
            analysis=analysis,
        )

        results_view_links.additional_properties = d
        return results_view_links

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> str:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: str) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
