from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.process_test import ProcessTest

T = TypeVar("T", bound="OwnTestView")


@_attrs_define
class OwnTestView:
    """A test of the process, as it stands for your class.

    Attributes:
        test (ProcessTest): Which of the two tests of a process.

            - `pre`: The pre-test.
            - `post`: The post-test.
        assessment_id (str): The assessment's id.
        title (str): The assessment's title.
        activated_at (datetime.datetime | None): When the class was activated; null until somebody did.
        teacher_name (None | str): The name of the person who activated it; null until somebody did.
        tracker_id (None | str): The tracker that is taken; null where there is none.
        sheet (None | str): The address of the result sheet; null until it is activated.
        fits_subject (bool | None): Whether the roster has the class under the test's subject; null where one is not
            known.
        can_activate (bool): Whether nothing stands in the way of activating it.
        can_undo (bool): Whether its activation can be undone: nothing is entered yet.
        reason (None | str): The obstacle, for programs; null when there is none.
        message (str): The way out, in a sentence; blank when there is nothing to do.
        give_until_date (datetime.date | None): The last day for the class to get it; null when nobody named one.
    """

    test: ProcessTest
    assessment_id: str
    title: str
    activated_at: datetime.datetime | None
    teacher_name: None | str
    tracker_id: None | str
    sheet: None | str
    fits_subject: bool | None
    can_activate: bool
    can_undo: bool
    reason: None | str
    message: str
    give_until_date: datetime.date | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        test = self.test.value

        assessment_id = self.assessment_id

        title = self.title

        activated_at: None | str
        if isinstance(self.activated_at, datetime.datetime):
            activated_at = self.activated_at.isoformat()
        else:
            activated_at = self.activated_at

        teacher_name: None | str
        teacher_name = self.teacher_name

        tracker_id: None | str
        tracker_id = self.tracker_id

        sheet: None | str
        sheet = self.sheet

        fits_subject: bool | None
        fits_subject = self.fits_subject

        can_activate = self.can_activate

        can_undo = self.can_undo

        reason: None | str
        reason = self.reason

        message = self.message

        give_until_date: None | str
        if isinstance(self.give_until_date, datetime.date):
            give_until_date = self.give_until_date.isoformat()
        else:
            give_until_date = self.give_until_date

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "test": test,
                "assessment_id": assessment_id,
                "title": title,
                "activated_at": activated_at,
                "teacher_name": teacher_name,
                "tracker_id": tracker_id,
                "sheet": sheet,
                "fits_subject": fits_subject,
                "can_activate": can_activate,
                "can_undo": can_undo,
                "reason": reason,
                "message": message,
                "give_until_date": give_until_date,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        test = ProcessTest(d.pop("test"))

        assessment_id = d.pop("assessment_id")

        title = d.pop("title")

        def _parse_activated_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                activated_at_type_0 = datetime.datetime.fromisoformat(data)

                return activated_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        activated_at = _parse_activated_at(d.pop("activated_at"))

        def _parse_teacher_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        teacher_name = _parse_teacher_name(d.pop("teacher_name"))

        def _parse_tracker_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        tracker_id = _parse_tracker_id(d.pop("tracker_id"))

        def _parse_sheet(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        sheet = _parse_sheet(d.pop("sheet"))

        def _parse_fits_subject(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        fits_subject = _parse_fits_subject(d.pop("fits_subject"))

        can_activate = d.pop("can_activate")

        can_undo = d.pop("can_undo")

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        message = d.pop("message")

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

        own_test_view = cls(
            test=test,
            assessment_id=assessment_id,
            title=title,
            activated_at=activated_at,
            teacher_name=teacher_name,
            tracker_id=tracker_id,
            sheet=sheet,
            fits_subject=fits_subject,
            can_activate=can_activate,
            can_undo=can_undo,
            reason=reason,
            message=message,
            give_until_date=give_until_date,
        )

        own_test_view.additional_properties = d
        return own_test_view

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
