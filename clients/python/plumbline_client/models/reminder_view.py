from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.reminder_state import ReminderState

if TYPE_CHECKING:
    from ..models.reminder_view_links import ReminderViewLinks


T = TypeVar("T", bound="ReminderView")


@_attrs_define
class ReminderView:
    """A day's reminder. Its emails are written soon after the request: see its job.

    A second request on the same day reminds only people without an email that day: a person gets one a day at most.
    People who declined emails, or whose address does not work, get none; the list of reminders shows that.

        Attributes:
            id (str): Names the reminder, such as `01J9ZK3T5X8Q2W4E6R7T8Y9U0I-2026-10-01`.
            date (datetime.date): The day in the district, such as `2026-10-01`.
            state (ReminderState): How far a reminder is with its emails.

                - `writing`: Its emails are being written.
                - `written`: Everybody who has not begun has an email of this day.
            requested_by_id (str): The id of the last person who asked on this day.
            requested_by_name (str): Their name, as in the emails.
            requested_at (datetime.datetime): When they asked, in UTC.
            email_count (int): How many people have an email of this day so far; 0 until the first are written.
            links (ReminderViewLinks): `job`: how far it is.
    """

    id: str
    date: datetime.date
    state: ReminderState
    requested_by_id: str
    requested_by_name: str
    requested_at: datetime.datetime
    email_count: int
    links: ReminderViewLinks
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        date = self.date.isoformat()

        state = self.state.value

        requested_by_id = self.requested_by_id

        requested_by_name = self.requested_by_name

        requested_at = self.requested_at.isoformat()

        email_count = self.email_count

        links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "date": date,
                "state": state,
                "requested_by_id": requested_by_id,
                "requested_by_name": requested_by_name,
                "requested_at": requested_at,
                "email_count": email_count,
                "links": links,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.reminder_view_links import ReminderViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        date = datetime.date.fromisoformat(d.pop("date"))

        state = ReminderState(d.pop("state"))

        requested_by_id = d.pop("requested_by_id")

        requested_by_name = d.pop("requested_by_name")

        requested_at = datetime.datetime.fromisoformat(d.pop("requested_at"))

        email_count = d.pop("email_count")

        links = ReminderViewLinks.from_dict(d.pop("links"))

        reminder_view = cls(
            id=id,
            date=date,
            state=state,
            requested_by_id=requested_by_id,
            requested_by_name=requested_by_name,
            requested_at=requested_at,
            email_count=email_count,
            links=links,
        )

        reminder_view.additional_properties = d
        return reminder_view

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
