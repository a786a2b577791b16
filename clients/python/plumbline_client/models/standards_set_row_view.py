from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.standards_set_row_view_links import StandardsSetRowViewLinks


T = TypeVar("T", bound="StandardsSetRowView")


@_attrs_define
class StandardsSetRowView:
    """A standards set in a list.

    Attributes:
        id (str): The standards set's id.
        name (str): The set's name: framework, subject and grades.
        framework_id (str): The id of its framework.
        framework_title (str): The framework's title.
        subject (str): The set's subject.
        grades (str): The set's grades, as teachers say them.
        grade_codes (list[str]): The set's grades, as CASE writes them.
        standard_count (int): How many standards can be selected in it.
        links (StandardsSetRowViewLinks | Unset): Where to go on: the set with its standards.
    """

    id: str
    name: str
    framework_id: str
    framework_title: str
    subject: str
    grades: str
    grade_codes: list[str]
    standard_count: int
    links: StandardsSetRowViewLinks | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        framework_id = self.framework_id

        framework_title = self.framework_title

        subject = self.subject

        grades = self.grades

        grade_codes = self.grade_codes

        standard_count = self.standard_count

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "framework_id": framework_id,
                "framework_title": framework_title,
                "subject": subject,
                "grades": grades,
                "grade_codes": grade_codes,
                "standard_count": standard_count,
            }
        )
        if links is not UNSET:
            field_dict["links"] = links

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.standards_set_row_view_links import StandardsSetRowViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        framework_id = d.pop("framework_id")

        framework_title = d.pop("framework_title")

        subject = d.pop("subject")

        grades = d.pop("grades")

        grade_codes = cast(list[str], d.pop("grade_codes"))

        standard_count = d.pop("standard_count")

        _links = d.pop("links", UNSET)
        links: StandardsSetRowViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = StandardsSetRowViewLinks.from_dict(_links)

        standards_set_row_view = cls(
            id=id,
            name=name,
            framework_id=framework_id,
            framework_title=framework_title,
            subject=subject,
            grades=grades,
            grade_codes=grade_codes,
            standard_count=standard_count,
            links=links,
        )

        standards_set_row_view.additional_properties = d
        return standards_set_row_view

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
