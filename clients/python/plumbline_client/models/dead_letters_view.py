from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.dead_letter_queue import DeadLetterQueue

if TYPE_CHECKING:
    from ..models.letter_view import LetterView


T = TypeVar("T", bound="DeadLettersView")


@_attrs_define
class DeadLettersView:
    """The messages in one queue that failed too often.

    Attributes:
        queue (DeadLetterQueue): The queues of messages that failed too often.

            - `deliveries`: Parts of distributions.
            - `emails`: Emails that wait to be sent.
            - `jobs`: Imports, corrections and other long work.
            - `reports`: Reports and printouts.
            - `events`: Word of files that were uploaded, and of what became of emails.
        message (str): The meaning of messages in this queue, in sentences.
        count (int): The approximate number of messages in it.
        oldest_sent_at (datetime.datetime | None): The time when the oldest of `letters` was first sent; null if there
            is none.
        returnable (bool): Whether they can be sent back to where they came from.
        letters (list[LetterView]): Some of them, ten at most.
    """

    queue: DeadLetterQueue
    message: str
    count: int
    oldest_sent_at: datetime.datetime | None
    returnable: bool
    letters: list[LetterView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        queue = self.queue.value

        message = self.message

        count = self.count

        oldest_sent_at: None | str
        if isinstance(self.oldest_sent_at, datetime.datetime):
            oldest_sent_at = self.oldest_sent_at.isoformat()
        else:
            oldest_sent_at = self.oldest_sent_at

        returnable = self.returnable

        letters = []
        for letters_item_data in self.letters:
            letters_item = letters_item_data.to_dict()
            letters.append(letters_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "queue": queue,
                "message": message,
                "count": count,
                "oldest_sent_at": oldest_sent_at,
                "returnable": returnable,
                "letters": letters,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.letter_view import LetterView  # noqa: PLC0415

        d = dict(src_dict)
        queue = DeadLetterQueue(d.pop("queue"))

        message = d.pop("message")

        count = d.pop("count")

        def _parse_oldest_sent_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                oldest_sent_at_type_0 = datetime.datetime.fromisoformat(data)

                return oldest_sent_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        oldest_sent_at = _parse_oldest_sent_at(d.pop("oldest_sent_at"))

        returnable = d.pop("returnable")

        letters = []
        _letters = d.pop("letters")
        for letters_item_data in _letters:
            letters_item = LetterView.from_dict(letters_item_data)

            letters.append(letters_item)

        dead_letters_view = cls(
            queue=queue,
            message=message,
            count=count,
            oldest_sent_at=oldest_sent_at,
            returnable=returnable,
            letters=letters,
        )

        dead_letters_view.additional_properties = d
        return dead_letters_view

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
