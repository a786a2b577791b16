from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.process_test import ProcessTest
from ..models.test_origin import TestOrigin

if TYPE_CHECKING:
    from ..models.suggested_test_view_links import SuggestedTestViewLinks


T = TypeVar("T", bound="SuggestedTestView")


@_attrs_define
class SuggestedTestView:
    """A test of the process that this one was started from, to attach here as well.

    Attributes:
        test (ProcessTest): Which of the two tests of a process.

            - `pre`: The pre-test.
            - `post`: The post-test.
        assessment_id (str): The assessment's id.
        title (str): The assessment's title.
        origin (TestOrigin): How a test came to a process.

            - `chosen`: An assessment that was there.
            - `same`: The pre-test given a second time.
            - `copy`: A copy of the pre-test.
        links (SuggestedTestViewLinks): Where to go on.
    """

    test: ProcessTest
    assessment_id: str
    title: str
    origin: TestOrigin
    links: SuggestedTestViewLinks
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        test = self.test.value

        assessment_id = self.assessment_id

        title = self.title

        origin = self.origin.value

        links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "test": test,
                "assessment_id": assessment_id,
                "title": title,
                "origin": origin,
                "links": links,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.suggested_test_view_links import SuggestedTestViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        test = ProcessTest(d.pop("test"))

        assessment_id = d.pop("assessment_id")

        title = d.pop("title")

        origin = TestOrigin(d.pop("origin"))

        links = SuggestedTestViewLinks.from_dict(d.pop("links"))

        suggested_test_view = cls(
            test=test,
            assessment_id=assessment_id,
            title=title,
            origin=origin,
            links=links,
        )

        suggested_test_view.additional_properties = d
        return suggested_test_view

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
