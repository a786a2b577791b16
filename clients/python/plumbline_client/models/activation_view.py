from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.process_test import ProcessTest
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.activation_view_links import ActivationViewLinks
    from ..models.activation_view_student_counts import ActivationViewStudentCounts


T = TypeVar("T", bound="ActivationView")


@_attrs_define
class ActivationView:
    """A test that a class was given.

    Attributes:
        process_id (str): The Mastery Process's id.
        test (ProcessTest): Which of the two tests of a process.

            - `pre`: The pre-test.
            - `post`: The post-test.
        class_id (str): The class's id in the roster.
        class_title (str): The class's title.
        teacher_id (str): The id of the person who activated the class first.
        teacher_name (str): The teacher's name.
        activated_at (datetime.datetime): When the class was activated first.
        tracker_id (str): The tracker to enter results in.
        assessment_id (str): The assessment's id.
        assessment_title (str): The name of the test.
        sheet (str): The address of the result sheet.
        student_counts (ActivationViewStudentCounts): How many students there are, by what there is of them.
        reactivated (bool): Whether it was active before: this is the same sheet.
        give_until_date (datetime.date | None): The last day for the class to get it; null when nobody named one.
        links (ActivationViewLinks | Unset): Where to go on: the process, the tracker, and the `sheet` to enter results.
    """

    process_id: str
    test: ProcessTest
    class_id: str
    class_title: str
    teacher_id: str
    teacher_name: str
    activated_at: datetime.datetime
    tracker_id: str
    assessment_id: str
    assessment_title: str
    sheet: str
    student_counts: ActivationViewStudentCounts
    reactivated: bool
    give_until_date: datetime.date | None
    links: ActivationViewLinks | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        process_id = self.process_id

        test = self.test.value

        class_id = self.class_id

        class_title = self.class_title

        teacher_id = self.teacher_id

        teacher_name = self.teacher_name

        activated_at = self.activated_at.isoformat()

        tracker_id = self.tracker_id

        assessment_id = self.assessment_id

        assessment_title = self.assessment_title

        sheet = self.sheet

        student_counts = self.student_counts.to_dict()

        reactivated = self.reactivated

        give_until_date: None | str
        if isinstance(self.give_until_date, datetime.date):
            give_until_date = self.give_until_date.isoformat()
        else:
            give_until_date = self.give_until_date

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "process_id": process_id,
                "test": test,
                "class_id": class_id,
                "class_title": class_title,
                "teacher_id": teacher_id,
                "teacher_name": teacher_name,
                "activated_at": activated_at,
                "tracker_id": tracker_id,
                "assessment_id": assessment_id,
                "assessment_title": assessment_title,
                "sheet": sheet,
                "student_counts": student_counts,
                "reactivated": reactivated,
                "give_until_date": give_until_date,
            }
        )
        if links is not UNSET:
            field_dict["links"] = links

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.activation_view_links import ActivationViewLinks  # noqa: PLC0415
        from ..models.activation_view_student_counts import ActivationViewStudentCounts  # noqa: PLC0415

        d = dict(src_dict)
        process_id = d.pop("process_id")

        test = ProcessTest(d.pop("test"))

        class_id = d.pop("class_id")

        class_title = d.pop("class_title")

        teacher_id = d.pop("teacher_id")

        teacher_name = d.pop("teacher_name")

        activated_at = datetime.datetime.fromisoformat(d.pop("activated_at"))

        tracker_id = d.pop("tracker_id")

        assessment_id = d.pop("assessment_id")

        assessment_title = d.pop("assessment_title")

        sheet = d.pop("sheet")

        student_counts = ActivationViewStudentCounts.from_dict(d.pop("student_counts"))

        reactivated = d.pop("reactivated")

        def _parse_give_until_date(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                give_until_date_type_0 = datetime.date.fromisoformat(data)

                return give_until_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        give_until_date = _parse_give_until_date(d.pop("give_until_date"))

        _links = d.pop("links", UNSET)
        links: ActivationViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = ActivationViewLinks.from_dict(_links)

        activation_view = cls(
            process_id=process_id,
            test=test,
            class_id=class_id,
            class_title=class_title,
            teacher_id=teacher_id,
            teacher_name=teacher_name,
            activated_at=activated_at,
            tracker_id=tracker_id,
            assessment_id=assessment_id,
            assessment_title=assessment_title,
            sheet=sheet,
            student_counts=student_counts,
            reactivated=reactivated,
            give_until_date=give_until_date,
            links=links,
        )

        activation_view.additional_properties = d
        return activation_view

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
