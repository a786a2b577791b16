from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.waiting_state import WaitingState

if TYPE_CHECKING:
    from ..models.waiting_job_view_links import WaitingJobViewLinks


T = TypeVar("T", bound="WaitingJobView")


@_attrs_define
class WaitingJobView:
    """Work that waits for its time, or for a worker.

    Attributes:
        id (str): The job's id.
        kind (str): The kind of work.
        words (str): The work, in a sentence.
        state (WaitingState): How work that waits stands.

            - `late`: Its time has passed, and it has not gone on.
            - `under_way`: It is being done, or begins within minutes.
            - `later`: It waits for its time.
        due_at (datetime.datetime): When the clock looks at it; in the past if it is late.
        asked_at (datetime.datetime | None): When somebody asked for it; null where that is not known.
        retryable (bool): Whether it can be tried at once.
        links (WaitingJobViewLinks): Where to go on.
    """

    id: str
    kind: str
    words: str
    state: WaitingState
    due_at: datetime.datetime
    asked_at: datetime.datetime | None
    retryable: bool
    links: WaitingJobViewLinks
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind = self.kind

        words = self.words

        state = self.state.value

        due_at = self.due_at.isoformat()

        asked_at: None | str
        if isinstance(self.asked_at, datetime.datetime):
            asked_at = self.asked_at.isoformat()
        else:
            asked_at = self.asked_at

        retryable = self.retryable

        links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "words": words,
                "state": state,
                "due_at": due_at,
                "asked_at": asked_at,
                "retryable": retryable,
                "links": links,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.waiting_job_view_links import WaitingJobViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        kind = d.pop("kind")

        words = d.pop("words")

        state = WaitingState(d.pop("state"))

        due_at = datetime.datetime.fromisoformat(d.pop("due_at"))

        def _parse_asked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                asked_at_type_0 = datetime.datetime.fromisoformat(data)

                return asked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        asked_at = _parse_asked_at(d.pop("asked_at"))

        retryable = d.pop("retryable")

        links = WaitingJobViewLinks.from_dict(d.pop("links"))

        waiting_job_view = cls(
            id=id,
            kind=kind,
            words=words,
            state=state,
            due_at=due_at,
            asked_at=asked_at,
            retryable=retryable,
            links=links,
        )

        waiting_job_view.additional_properties = d
        return waiting_job_view

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
