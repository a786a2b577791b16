from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.hold_up_view import HoldUpView


T = TypeVar("T", bound="EmailStateView")


@_attrs_define
class EmailStateView:
    """How email stands in the district.

    Attributes:
        waiting_count (int): How many are waiting to be sent.
        sending_count (int): How many are being sent, or were sent without an answer of the mail service yet.
        waiting_exact (bool): Whether all are counted: at most about 1,000 are.
        oldest_written_at (datetime.datetime | None): When the longest waiting one was written; null if none waits.
        hold_ups (list[HoldUpView]): Why some of them wait longer than for their turn.
        bounced_count (int): How many came back since `since_at`.
        complained_count (int): How many people complained about since `since_at`.
        failed_count (int): How many could not be sent since `since_at`.
        suppressed_count (int): How many were not sent since `since_at`, because the address is missing or blocked.
        undelivered_exact (bool): Whether all of these are counted: at most 1,000 are.
        since_at (datetime.datetime): From when on they are counted: for two weeks.
        sent_last_day_count (int | None): How many emails the mail service took in the last 24 hours from the whole
            account, other senders included; null if it does not answer.
        sent_day_limit (int | None): How many it takes in 24 hours; null if it does not answer or has no limit.
    """

    waiting_count: int
    sending_count: int
    waiting_exact: bool
    oldest_written_at: datetime.datetime | None
    hold_ups: list[HoldUpView]
    bounced_count: int
    complained_count: int
    failed_count: int
    suppressed_count: int
    undelivered_exact: bool
    since_at: datetime.datetime
    sent_last_day_count: int | None
    sent_day_limit: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        waiting_count = self.waiting_count

        sending_count = self.sending_count

        waiting_exact = self.waiting_exact

        oldest_written_at: None | str
        if isinstance(self.oldest_written_at, datetime.datetime):
            oldest_written_at = self.oldest_written_at.isoformat()
        else:
            oldest_written_at = self.oldest_written_at

        hold_ups = []
        for hold_ups_item_data in self.hold_ups:
            hold_ups_item = hold_ups_item_data.to_dict()
            hold_ups.append(hold_ups_item)

        bounced_count = self.bounced_count

        complained_count = self.complained_count

        failed_count = self.failed_count

        suppressed_count = self.suppressed_count

        undelivered_exact = self.undelivered_exact

        since_at = self.since_at.isoformat()

        sent_last_day_count: int | None
        sent_last_day_count = self.sent_last_day_count

        sent_day_limit: int | None
        sent_day_limit = self.sent_day_limit

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "waiting_count": waiting_count,
                "sending_count": sending_count,
                "waiting_exact": waiting_exact,
                "oldest_written_at": oldest_written_at,
                "hold_ups": hold_ups,
                "bounced_count": bounced_count,
                "complained_count": complained_count,
                "failed_count": failed_count,
                "suppressed_count": suppressed_count,
                "undelivered_exact": undelivered_exact,
                "since_at": since_at,
                "sent_last_day_count": sent_last_day_count,
                "sent_day_limit": sent_day_limit,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.hold_up_view import HoldUpView  # noqa: PLC0415

        d = dict(src_dict)
        waiting_count = d.pop("waiting_count")

        sending_count = d.pop("sending_count")

        waiting_exact = d.pop("waiting_exact")

        def _parse_oldest_written_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                oldest_written_at_type_0 = datetime.datetime.fromisoformat(data)

                return oldest_written_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        oldest_written_at = _parse_oldest_written_at(d.pop("oldest_written_at"))

        hold_ups = []
        _hold_ups = d.pop("hold_ups")
        for hold_ups_item_data in _hold_ups:
            hold_ups_item = HoldUpView.from_dict(hold_ups_item_data)

            hold_ups.append(hold_ups_item)

        bounced_count = d.pop("bounced_count")

        complained_count = d.pop("complained_count")

        failed_count = d.pop("failed_count")

        suppressed_count = d.pop("suppressed_count")

        undelivered_exact = d.pop("undelivered_exact")

        since_at = datetime.datetime.fromisoformat(d.pop("since_at"))

        def _parse_sent_last_day_count(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        sent_last_day_count = _parse_sent_last_day_count(d.pop("sent_last_day_count"))

        def _parse_sent_day_limit(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        sent_day_limit = _parse_sent_day_limit(d.pop("sent_day_limit"))

        email_state_view = cls(
            waiting_count=waiting_count,
            sending_count=sending_count,
            waiting_exact=waiting_exact,
            oldest_written_at=oldest_written_at,
            hold_ups=hold_ups,
            bounced_count=bounced_count,
            complained_count=complained_count,
            failed_count=failed_count,
            suppressed_count=suppressed_count,
            undelivered_exact=undelivered_exact,
            since_at=since_at,
            sent_last_day_count=sent_last_day_count,
            sent_day_limit=sent_day_limit,
        )

        email_state_view.additional_properties = d
        return email_state_view

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
