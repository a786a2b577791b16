from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.mail_state import MailState

if TYPE_CHECKING:
    from ..models.reminder_class_view import ReminderClassView


T = TypeVar("T", bound="ReminderReceiptView")


@_attrs_define
class ReminderReceiptView:
    """The outcome of one person's email of a day.

    Attributes:
        person_id (str): The person to remind.
        person_name (str): Their name; empty once they are gone.
        date (datetime.date): The day of the reminder in the district.
        state (MailState): Where a mail stands.

            - `queued`: It waits to be sent.
            - `sending`: It is being sent.
            - `sent`: The mail service took it.
            - `delivered`: The recipient's mail server took it.
            - `bounced`: It came back.
            - `complained`: It arrived, and the recipient complained about it.
            - `failed`: It could not be sent.
            - `skipped`: It was not sent, because the person gets no email or has none.
        reason (str): The reason why it was not sent or did not arrive, such as `not_wanted`; empty if it arrived.
        message (str): The same in a sentence.
        to_activate (bool): Whether they had not given the test of the process to any class.
        classes (list[ReminderClassView]): Their classes and tests that had not begun, up to 200.
    """

    person_id: str
    person_name: str
    date: datetime.date
    state: MailState
    reason: str
    message: str
    to_activate: bool
    classes: list[ReminderClassView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        person_id = self.person_id

        person_name = self.person_name

        date = self.date.isoformat()

        state = self.state.value

        reason = self.reason

        message = self.message

        to_activate = self.to_activate

        classes = []
        for classes_item_data in self.classes:
            classes_item = classes_item_data.to_dict()
            classes.append(classes_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "person_id": person_id,
                "person_name": person_name,
                "date": date,
                "state": state,
                "reason": reason,
                "message": message,
                "to_activate": to_activate,
                "classes": classes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.reminder_class_view import ReminderClassView  # noqa: PLC0415

        d = dict(src_dict)
        person_id = d.pop("person_id")

        person_name = d.pop("person_name")

        date = datetime.date.fromisoformat(d.pop("date"))

        state = MailState(d.pop("state"))

        reason = d.pop("reason")

        message = d.pop("message")

        to_activate = d.pop("to_activate")

        classes = []
        _classes = d.pop("classes")
        for classes_item_data in _classes:
            classes_item = ReminderClassView.from_dict(classes_item_data)

            classes.append(classes_item)

        reminder_receipt_view = cls(
            person_id=person_id,
            person_name=person_name,
            date=date,
            state=state,
            reason=reason,
            message=message,
            to_activate=to_activate,
            classes=classes,
        )

        reminder_receipt_view.additional_properties = d
        return reminder_receipt_view

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
