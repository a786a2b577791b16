from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.mail_state import MailState
from ..models.mail_topic import MailTopic
from ..models.remedy import Remedy
from ..models.undelivered_email_view_kind import UndeliveredEmailViewKind

if TYPE_CHECKING:
    from ..models.undelivered_email_view_links import UndeliveredEmailViewLinks


T = TypeVar("T", bound="UndeliveredEmailView")


@_attrs_define
class UndeliveredEmailView:
    """An email that did not arrive, and what can be done about it.

    Attributes:
        id (str): The email's id.
        version (int): The version: it counts the changes. Send it as `If-Match`, in quotes, to send it again.
        kind (UndeliveredEmailViewKind): The kind of email.

            - `assessment_delivered`: A district assessment has arrived.
            - `process_finished`: A data team has finished a Mastery Process.
            - `reminder`: Somebody is reminded to begin.
        person_id (str): The recipient's id.
        person_name (str): Their name; empty once they are gone.
        thing_kind (MailTopic): Kinds of what an email is about.

            - `distribution`: A distribution.
            - `process`: A Mastery Process.
        thing_id (str): The id of what it is about.
        thing_title (str): The name of that thing: the assessment, or the process with its data team; empty if the email
            cannot be read.
        state (MailState): Where a mail stands.

            - `queued`: It waits to be sent.
            - `sending`: It is being sent.
            - `sent`: The mail service took it.
            - `delivered`: The recipient's mail server took it.
            - `bounced`: It came back.
            - `complained`: It arrived, and the recipient complained about it.
            - `failed`: It could not be sent.
            - `skipped`: It was not sent, because the person gets no email or has none.
        reason (str): Why it did not arrive, in a word.
        message (str): The same in a sentence.
        ended_at (datetime.datetime | None): When that was known; null once it is sent again.
        remedy (Remedy): An administrator's options for an email that did not arrive.

            - `send_again`: It certainly did not arrive, and nothing is in its way now: it can be sent again.
            - `lift_block`: Its address is blocked. Once that is lifted, it can be sent again.
            - `correct_address`: The roster has no usable address. Once one is imported, it can be sent again.
            - `none`: Nothing: it arrived, may have arrived, or is worth nothing any more.
        advice (str): The same in a sentence.
        address_blocked_at (datetime.datetime | None): Since when the person's address is blocked; null if it is not.
        links (UndeliveredEmailViewLinks): Where to go on.
    """

    id: str
    version: int
    kind: UndeliveredEmailViewKind
    person_id: str
    person_name: str
    thing_kind: MailTopic
    thing_id: str
    thing_title: str
    state: MailState
    reason: str
    message: str
    ended_at: datetime.datetime | None
    remedy: Remedy
    advice: str
    address_blocked_at: datetime.datetime | None
    links: UndeliveredEmailViewLinks
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        version = self.version

        kind = self.kind.value

        person_id = self.person_id

        person_name = self.person_name

        thing_kind = self.thing_kind.value

        thing_id = self.thing_id

        thing_title = self.thing_title

        state = self.state.value

        reason = self.reason

        message = self.message

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        remedy = self.remedy.value

        advice = self.advice

        address_blocked_at: None | str
        if isinstance(self.address_blocked_at, datetime.datetime):
            address_blocked_at = self.address_blocked_at.isoformat()
        else:
            address_blocked_at = self.address_blocked_at

        links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "version": version,
                "kind": kind,
                "person_id": person_id,
                "person_name": person_name,
                "thing_kind": thing_kind,
                "thing_id": thing_id,
                "thing_title": thing_title,
                "state": state,
                "reason": reason,
                "message": message,
                "ended_at": ended_at,
                "remedy": remedy,
                "advice": advice,
                "address_blocked_at": address_blocked_at,
                "links": links,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.undelivered_email_view_links import UndeliveredEmailViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        version = d.pop("version")

        kind = UndeliveredEmailViewKind(d.pop("kind"))

        person_id = d.pop("person_id")

        person_name = d.pop("person_name")

        thing_kind = MailTopic(d.pop("thing_kind"))

        thing_id = d.pop("thing_id")

        thing_title = d.pop("thing_title")

        state = MailState(d.pop("state"))

        reason = d.pop("reason")

        message = d.pop("message")

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))

        remedy = Remedy(d.pop("remedy"))

        advice = d.pop("advice")

        def _parse_address_blocked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                address_blocked_at_type_0 = datetime.datetime.fromisoformat(data)

                return address_blocked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        address_blocked_at = _parse_address_blocked_at(d.pop("address_blocked_at"))

        links = UndeliveredEmailViewLinks.from_dict(d.pop("links"))

        undelivered_email_view = cls(
            id=id,
            version=version,
            kind=kind,
            person_id=person_id,
            person_name=person_name,
            thing_kind=thing_kind,
            thing_id=thing_id,
            thing_title=thing_title,
            state=state,
            reason=reason,
            message=message,
            ended_at=ended_at,
            remedy=remedy,
            advice=advice,
            address_blocked_at=address_blocked_at,
            links=links,
        )

        undelivered_email_view.additional_properties = d
        return undelivered_email_view

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
