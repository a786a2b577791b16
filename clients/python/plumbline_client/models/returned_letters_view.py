from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.dead_letter_queue import DeadLetterQueue

T = TypeVar("T", bound="ReturnedLettersView")


@_attrs_define
class ReturnedLettersView:
    """How many messages went back.

    Attributes:
        queue (DeadLetterQueue): The queues of messages that failed too often.

            - `deliveries`: Parts of distributions.
            - `emails`: Emails that wait to be sent.
            - `jobs`: Imports, corrections and other long work.
            - `reports`: Reports and printouts.
            - `events`: Word of files that were uploaded, and of what became of emails.
        returned (int): How many went back to where they came from: 200 at most in one request.
        left (int): How many were left, because they are none of Plumbline's.
    """

    queue: DeadLetterQueue
    returned: int
    left: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        queue = self.queue.value

        returned = self.returned

        left = self.left

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "queue": queue,
                "returned": returned,
                "left": left,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        queue = DeadLetterQueue(d.pop("queue"))

        returned = d.pop("returned")

        left = d.pop("left")

        returned_letters_view = cls(
            queue=queue,
            returned=returned,
            left=left,
        )

        returned_letters_view.additional_properties = d
        return returned_letters_view

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
