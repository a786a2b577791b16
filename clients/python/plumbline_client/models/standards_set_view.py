from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.retired_standard_view import RetiredStandardView
    from ..models.standard_row_view import StandardRowView


T = TypeVar("T", bound="StandardsSetView")


@_attrs_define
class StandardsSetView:
    """A standards set as a tree; positions are given once and never to another standard.

    Attributes:
        id (str): The standards set's id.
        name (str): The set's name: framework, subject and grades.
        framework_id (str): The id of its framework.
        framework_title (str): The framework's title.
        subject (str): The set's subject.
        grades (str): The set's grades, as teachers say them.
        grade_codes (list[str]): The set's grades, as CASE writes them.
        standard_count (int): How many standards can be selected in it.
        tree (list[StandardRowView]): Headings and standards, from top to bottom.
        retired (list[RetiredStandardView]): Standards that the framework no longer has, no longer offers, or that have
            ended. Trackers may still hold them.
        version (int): The version: it counts the changes. Send it as `If-Match`, in quotes, when you change this.
    """

    id: str
    name: str
    framework_id: str
    framework_title: str
    subject: str
    grades: str
    grade_codes: list[str]
    standard_count: int
    tree: list[StandardRowView]
    retired: list[RetiredStandardView]
    version: int
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

        tree = []
        for tree_item_data in self.tree:
            tree_item = tree_item_data.to_dict()
            tree.append(tree_item)

        retired = []
        for retired_item_data in self.retired:
            retired_item = retired_item_data.to_dict()
            retired.append(retired_item)

        version = self.version

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
                "tree": tree,
                "retired": retired,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.retired_standard_view import RetiredStandardView  # noqa: PLC0415
        from ..models.standard_row_view import StandardRowView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        framework_id = d.pop("framework_id")

        framework_title = d.pop("framework_title")

        subject = d.pop("subject")

        grades = d.pop("grades")

        grade_codes = cast(list[str], d.pop("grade_codes"))

        standard_count = d.pop("standard_count")

        tree = []
        _tree = d.pop("tree")
        for tree_item_data in _tree:
            tree_item = StandardRowView.from_dict(tree_item_data)

            tree.append(tree_item)

        retired = []
        _retired = d.pop("retired")
        for retired_item_data in _retired:
            retired_item = RetiredStandardView.from_dict(retired_item_data)

            retired.append(retired_item)

        version = d.pop("version")

        standards_set_view = cls(
            id=id,
            name=name,
            framework_id=framework_id,
            framework_title=framework_title,
            subject=subject,
            grades=grades,
            grade_codes=grade_codes,
            standard_count=standard_count,
            tree=tree,
            retired=retired,
            version=version,
        )

        standards_set_view.additional_properties = d
        return standards_set_view

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
