from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.own_test_view import OwnTestView


T = TypeVar("T", bound="OwnClassView")


@_attrs_define
class OwnClassView:
    """One of your classes.

    Attributes:
        class_id (str): The class's id in the roster.
        title (str): The class's title.
        school_id (str): The school's id in the roster.
        tests (list[OwnTestView]): The process's tests, as they stand for this class.
        school_name (None | str | Unset): The school's name; null without a school.
    """

    class_id: str
    title: str
    school_id: str
    tests: list[OwnTestView]
    school_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        class_id = self.class_id

        title = self.title

        school_id = self.school_id

        tests = []
        for tests_item_data in self.tests:
            tests_item = tests_item_data.to_dict()
            tests.append(tests_item)

        school_name: None | str | Unset
        if isinstance(self.school_name, Unset):
            school_name = UNSET
        else:
            school_name = self.school_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "class_id": class_id,
                "title": title,
                "school_id": school_id,
                "tests": tests,
            }
        )
        if school_name is not UNSET:
            field_dict["school_name"] = school_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.own_test_view import OwnTestView  # noqa: PLC0415

        d = dict(src_dict)
        class_id = d.pop("class_id")

        title = d.pop("title")

        school_id = d.pop("school_id")

        tests = []
        _tests = d.pop("tests")
        for tests_item_data in _tests:
            tests_item = OwnTestView.from_dict(tests_item_data)

            tests.append(tests_item)

        def _parse_school_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_name = _parse_school_name(d.pop("school_name", UNSET))

        own_class_view = cls(
            class_id=class_id,
            title=title,
            school_id=school_id,
            tests=tests,
            school_name=school_name,
        )

        own_class_view.additional_properties = d
        return own_class_view

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
