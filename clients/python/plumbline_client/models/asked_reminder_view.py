from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.process_test import ProcessTest

if TYPE_CHECKING:
    from ..models.reminder_view import ReminderView


T = TypeVar("T", bound="AskedReminderView")


@_attrs_define
class AskedReminderView:
    """The outcome for one of the tests.

    Attributes:
        process_id (str): The Mastery Process's id.
        process_name (None | str): The process's name; null where it is not yours to see.
        test (ProcessTest): Which of the two tests of a process.

            - `pre`: The pre-test.
            - `post`: The post-test.
        reminder (None | ReminderView): The reminder of today; null when nobody is reminded of this test.
        code (None | str): The reason why nobody is reminded, for programs; null when somebody is. Example:
            `process_locked`
        message (None | str): The same in a sentence; null when somebody is reminded.
    """

    process_id: str
    process_name: None | str
    test: ProcessTest
    reminder: None | ReminderView
    code: None | str
    message: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.reminder_view import ReminderView  # noqa: PLC0415

        process_id = self.process_id

        process_name: None | str
        process_name = self.process_name

        test = self.test.value

        reminder: dict[str, Any] | None
        if isinstance(self.reminder, ReminderView):
            reminder = self.reminder.to_dict()
        else:
            reminder = self.reminder

        code: None | str
        code = self.code

        message: None | str
        message = self.message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "process_id": process_id,
                "process_name": process_name,
                "test": test,
                "reminder": reminder,
                "code": code,
                "message": message,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.reminder_view import ReminderView  # noqa: PLC0415

        d = dict(src_dict)
        process_id = d.pop("process_id")

        def _parse_process_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        process_name = _parse_process_name(d.pop("process_name"))

        test = ProcessTest(d.pop("test"))

        def _parse_reminder(data: object) -> None | ReminderView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                reminder_type_0 = ReminderView.from_dict(data)

                return reminder_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ReminderView, data)

        reminder = _parse_reminder(d.pop("reminder"))

        def _parse_code(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        code = _parse_code(d.pop("code"))

        def _parse_message(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        message = _parse_message(d.pop("message"))

        asked_reminder_view = cls(
            process_id=process_id,
            process_name=process_name,
            test=test,
            reminder=reminder,
            code=code,
            message=message,
        )

        asked_reminder_view.additional_properties = d
        return asked_reminder_view

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
