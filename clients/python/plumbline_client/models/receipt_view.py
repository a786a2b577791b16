from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.mail_state import MailState
from ..models.receipt_view_reason import ReceiptViewReason
from ..models.receipt_view_state import ReceiptViewState
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.receipt_view_links import ReceiptViewLinks


T = TypeVar("T", bound="ReceiptView")


@_attrs_define
class ReceiptView:
    """The outcome for one tracker.

    Attributes:
        tracker_id (str): The tracker's id.
        title (str): The tracker's title.
        school_id (str): The school's id in the roster.
        owner_id (str): The id of the teacher whose tracker it is.
        state (ReceiptViewState): The outcome.

            - `pending`: It waits for its turn.
            - `delivered`: It has the assessment.
            - `skipped`: It no longer matched; `reason` says why.
            - `failed`: It could not be reached; `reason` says why.
            - `canceled`: The distribution was canceled.
        reason (ReceiptViewReason): Why it was skipped or failed, or what is special about its delivery.

            - ``: There is nothing to say.
            - `missing_standards`: It does not track every standard of the assessment.
            - `other_set`: It was made with another standards set.
            - `other_scale`: It has another number of mastery levels.
            - `archived`: It is archived.
            - `class_past`: The terms of its class are over.
            - `gone`: It no longer exists.
            - `already_there`: It had the assessment already.
            - `recalled_there`: It has the assessment from a distribution that was recalled.
            - `brought_back`: A teacher had taken the assessment out. It is back, with its results.
            - `full`: It cannot hold another assessment.
            - `unstorable`: It could not be saved.
            - `unreachable`: It could not be reached in time.
        message (str): The same in a sentence; blank when there is nothing to say.
        recalled (bool): Whether the distribution was recalled, so that the tracker holds it and does not show it.
        email_state (MailState | None): Where the email to this teacher stands; null where there is none, or none yet.
            There is one email for all of a teacher's trackers.
        email_reason (str): The reason why it was not sent or did not arrive; blank if it arrived. Example: `not_wanted`
        email_message (str): The same in a sentence; blank without an email.
        school_name (None | str | Unset): The school's name; null without a school.
        owner_name (None | str | Unset): The name of the tracker's owner; null if it is not known.
        links (ReceiptViewLinks | Unset): Where to go on: the tracker.
    """

    tracker_id: str
    title: str
    school_id: str
    owner_id: str
    state: ReceiptViewState
    reason: ReceiptViewReason
    message: str
    recalled: bool
    email_state: MailState | None
    email_reason: str
    email_message: str
    school_name: None | str | Unset = UNSET
    owner_name: None | str | Unset = UNSET
    links: ReceiptViewLinks | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        tracker_id = self.tracker_id

        title = self.title

        school_id = self.school_id

        owner_id = self.owner_id

        state = self.state.value

        reason = self.reason.value

        message = self.message

        recalled = self.recalled

        email_state: None | str
        if isinstance(self.email_state, MailState):
            email_state = self.email_state.value
        else:
            email_state = self.email_state

        email_reason = self.email_reason

        email_message = self.email_message

        school_name: None | str | Unset
        if isinstance(self.school_name, Unset):
            school_name = UNSET
        else:
            school_name = self.school_name

        owner_name: None | str | Unset
        if isinstance(self.owner_name, Unset):
            owner_name = UNSET
        else:
            owner_name = self.owner_name

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "tracker_id": tracker_id,
                "title": title,
                "school_id": school_id,
                "owner_id": owner_id,
                "state": state,
                "reason": reason,
                "message": message,
                "recalled": recalled,
                "email_state": email_state,
                "email_reason": email_reason,
                "email_message": email_message,
            }
        )
        if school_name is not UNSET:
            field_dict["school_name"] = school_name
        if owner_name is not UNSET:
            field_dict["owner_name"] = owner_name
        if links is not UNSET:
            field_dict["links"] = links

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.receipt_view_links import ReceiptViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        tracker_id = d.pop("tracker_id")

        title = d.pop("title")

        school_id = d.pop("school_id")

        owner_id = d.pop("owner_id")

        state = ReceiptViewState(d.pop("state"))

        reason = ReceiptViewReason(d.pop("reason"))

        message = d.pop("message")

        recalled = d.pop("recalled")

        def _parse_email_state(data: object) -> MailState | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                email_state_type_0 = MailState(data)

                return email_state_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MailState | None, data)

        email_state = _parse_email_state(d.pop("email_state"))

        email_reason = d.pop("email_reason")

        email_message = d.pop("email_message")

        def _parse_school_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_name = _parse_school_name(d.pop("school_name", UNSET))

        def _parse_owner_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        owner_name = _parse_owner_name(d.pop("owner_name", UNSET))

        _links = d.pop("links", UNSET)
        links: ReceiptViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = ReceiptViewLinks.from_dict(_links)

        receipt_view = cls(
            tracker_id=tracker_id,
            title=title,
            school_id=school_id,
            owner_id=owner_id,
            state=state,
            reason=reason,
            message=message,
            recalled=recalled,
            email_state=email_state,
            email_reason=email_reason,
            email_message=email_message,
            school_name=school_name,
            owner_name=owner_name,
            links=links,
        )

        receipt_view.additional_properties = d
        return receipt_view

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
