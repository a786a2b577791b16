from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.process_test import ProcessTest
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.test_work_view_links import TestWorkViewLinks


T = TypeVar("T", bound="TestWorkView")


@_attrs_define
class TestWorkView:
    """A test of a data team to activate for a class.

    Where no tracker takes it, `class_id` is null and `message` says what to do.

        Attributes:
            process_id (str): The Mastery Process.
            process_name (str): The name of the process.
            team_id (str): The data team.
            team_name (str): The name of the team.
            test (ProcessTest): Which of the two tests of a process.

                - `pre`: The pre-test.
                - `post`: The post-test.
            assessment_id (str): The test.
            assessment_title (str): The name of the test.
            standards_set_id (str): The test's standards set.
            tracker_id (None | str): The tracker that takes the test; null without one.
            tracker_title (None | str): That tracker's title.
            class_id (None | str): The class; null without a tracker.
            class_title (None | str): The class's title.
            reason (None | str): Why it cannot be activated yet; null if it can.
            message (str): The same in a sentence, with the way out; empty if it can.
            links (TestWorkViewLinks): Where to go on: `process`, and `activations` to activate it.
            standards_set_name (None | str | Unset): The name of the standards set; null without one.
    """

    process_id: str
    process_name: str
    team_id: str
    team_name: str
    test: ProcessTest
    assessment_id: str
    assessment_title: str
    standards_set_id: str
    tracker_id: None | str
    tracker_title: None | str
    class_id: None | str
    class_title: None | str
    reason: None | str
    message: str
    links: TestWorkViewLinks
    standards_set_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        process_id = self.process_id

        process_name = self.process_name

        team_id = self.team_id

        team_name = self.team_name

        test = self.test.value

        assessment_id = self.assessment_id

        assessment_title = self.assessment_title

        standards_set_id = self.standards_set_id

        tracker_id: None | str
        tracker_id = self.tracker_id

        tracker_title: None | str
        tracker_title = self.tracker_title

        class_id: None | str
        class_id = self.class_id

        class_title: None | str
        class_title = self.class_title

        reason: None | str
        reason = self.reason

        message = self.message

        links = self.links.to_dict()

        standards_set_name: None | str | Unset
        if isinstance(self.standards_set_name, Unset):
            standards_set_name = UNSET
        else:
            standards_set_name = self.standards_set_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "process_id": process_id,
                "process_name": process_name,
                "team_id": team_id,
                "team_name": team_name,
                "test": test,
                "assessment_id": assessment_id,
                "assessment_title": assessment_title,
                "standards_set_id": standards_set_id,
                "tracker_id": tracker_id,
                "tracker_title": tracker_title,
                "class_id": class_id,
                "class_title": class_title,
                "reason": reason,
                "message": message,
                "links": links,
            }
        )
        if standards_set_name is not UNSET:
            field_dict["standards_set_name"] = standards_set_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.test_work_view_links import TestWorkViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        process_id = d.pop("process_id")

        process_name = d.pop("process_name")

        team_id = d.pop("team_id")

        team_name = d.pop("team_name")

        test = ProcessTest(d.pop("test"))

        assessment_id = d.pop("assessment_id")

        assessment_title = d.pop("assessment_title")

        standards_set_id = d.pop("standards_set_id")

        def _parse_tracker_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        tracker_id = _parse_tracker_id(d.pop("tracker_id"))

        def _parse_tracker_title(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        tracker_title = _parse_tracker_title(d.pop("tracker_title"))

        def _parse_class_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        class_id = _parse_class_id(d.pop("class_id"))

        def _parse_class_title(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        class_title = _parse_class_title(d.pop("class_title"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        message = d.pop("message")

        links = TestWorkViewLinks.from_dict(d.pop("links"))

        def _parse_standards_set_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        standards_set_name = _parse_standards_set_name(
            d.pop("standards_set_name", UNSET)
        )

        test_work_view = cls(
            process_id=process_id,
            process_name=process_name,
            team_id=team_id,
            team_name=team_name,
            test=test,
            assessment_id=assessment_id,
            assessment_title=assessment_title,
            standards_set_id=standards_set_id,
            tracker_id=tracker_id,
            tracker_title=tracker_title,
            class_id=class_id,
            class_title=class_title,
            reason=reason,
            message=message,
            links=links,
            standards_set_name=standards_set_name,
        )

        test_work_view.additional_properties = d
        return test_work_view

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
