from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="EmailCountsViewCounts")


@_attrs_define
class EmailCountsViewCounts:
    """How many emails are in each state.

    Attributes:
        queued (int | Unset): They wait to be sent.
        sending (int | Unset): They are being sent.
        sent (int | Unset): The mail service took them.
        delivered (int | Unset): They reached the person's mail server.
        bounced (int | Unset): The address did not work.
        complained (int | Unset): The person called the mail unwanted.
        failed (int | Unset): They could not be sent.
        skipped (int | Unset): The person does not want such emails, or has no address.
    """

    queued: int | Unset = UNSET
    sending: int | Unset = UNSET
    sent: int | Unset = UNSET
    delivered: int | Unset = UNSET
    bounced: int | Unset = UNSET
    complained: int | Unset = UNSET
    failed: int | Unset = UNSET
    skipped: int | Unset = UNSET
    additional_properties: dict[str, int] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        queued = self.queued

        sending = self.sending

        sent = self.sent

        delivered = self.delivered

        bounced = self.bounced

        complained = self.complained

        failed = self.failed

        skipped = self.skipped

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if queued is not UNSET:
            field_dict["queued"] = queued
        if sending is not UNSET:
            field_dict["sending"] = sending
        if sent is not UNSET:
            field_dict["sent"] = sent
        if delivered is not UNSET:
            field_dict["delivered"] = delivered
        if bounced is not UNSET:
            field_dict["bounced"] = bounced
        if complained is not UNSET:
            field_dict["complained"] = complained
        if failed is not UNSET:
            field_dict["failed"] = failed
        if skipped is not UNSET:
            field_dict["skipped"] = skipped

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        queued = d.pop("queued", UNSET)

        sending = d.pop("sending", UNSET)

        sent = d.pop("sent", UNSET)

        delivered = d.pop("delivered", UNSET)

        bounced = d.pop("bounced", UNSET)

        complained = d.pop("complained", UNSET)

        failed = d.pop("failed", UNSET)

        skipped = d.pop("skipped", UNSET)

        email_counts_view_counts = cls(
            queued=queued,
            sending=sending,
            sent=sent,
            delivered=delivered,
            bounced=bounced,
            complained=complained,
            failed=failed,
            skipped=skipped,
        )

        email_counts_view_counts.additional_properties = d
        return email_counts_view_counts

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> int:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: int) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
