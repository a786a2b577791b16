from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.test_impact_view import TestImpactView


T = TypeVar("T", bound="ProcessImpactView")


@_attrs_define
class ProcessImpactView:
    """What happens in one open process, on its pre-test and on its post-test.

    Attributes:
        process_id (str): The Mastery Process's id.
        name (str): The process's name.
        pre (TestImpactView): What would happen to the students on one test.
        post (TestImpactView): What would happen to the students on one test.
    """

    process_id: str
    name: str
    pre: TestImpactView
    post: TestImpactView
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        process_id = self.process_id

        name = self.name

        pre = self.pre.to_dict()

        post = self.post.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "process_id": process_id,
                "name": name,
                "pre": pre,
                "post": post,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.test_impact_view import TestImpactView  # noqa: PLC0415

        d = dict(src_dict)
        process_id = d.pop("process_id")

        name = d.pop("name")

        pre = TestImpactView.from_dict(d.pop("pre"))

        post = TestImpactView.from_dict(d.pop("post"))

        process_impact_view = cls(
            process_id=process_id,
            name=name,
            pre=pre,
            post=post,
        )

        process_impact_view.additional_properties = d
        return process_impact_view

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
