from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.batch_outcome import BatchOutcome
from ..models.skipped_class_reason import SkippedClassReason
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.batch_class_view_links import BatchClassViewLinks


T = TypeVar("T", bound="BatchClassView")


@_attrs_define
class BatchClassView:
    """The outcome of a batch for one class.

    Attributes:
        class_id (str): The class's id in the roster.
        title (str): The class's title.
        school_id (str): The school's id in the roster.
        outcome (BatchOutcome): The outcome for a class.

            - `created`: It has a tracker now.
            - `skipped`: It was left out; `reason` says why.
        tracker_id (None | str): The tracker that was made; null when none was.
        reason (None | SkippedClassReason): Why the class was left out; null when it was not.
        message (str): Why the class was left out, in a sentence; blank when it was not.
        school_name (None | str | Unset): The school's name; null without a school.
        links (BatchClassViewLinks | Unset): Where to go on: the tracker, if there is one.
    """

    class_id: str
    title: str
    school_id: str
    outcome: BatchOutcome
    tracker_id: None | str
    reason: None | SkippedClassReason
    message: str
    school_name: None | str | Unset = UNSET
    links: BatchClassViewLinks | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        class_id = self.class_id

        title = self.title

        school_id = self.school_id

        outcome = self.outcome.value

        tracker_id: None | str
        tracker_id = self.tracker_id

        reason: None | str
        if isinstance(self.reason, SkippedClassReason):
            reason = self.reason.value
        else:
            reason = self.reason

        message = self.message

        school_name: None | str | Unset
        if isinstance(self.school_name, Unset):
            school_name = UNSET
        else:
            school_name = self.school_name

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "class_id": class_id,
                "title": title,
                "school_id": school_id,
                "outcome": outcome,
                "tracker_id": tracker_id,
                "reason": reason,
                "message": message,
            }
        )
        if school_name is not UNSET:
            field_dict["school_name"] = school_name
        if links is not UNSET:
            field_dict["links"] = links

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.batch_class_view_links import BatchClassViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        class_id = d.pop("class_id")

        title = d.pop("title")

        school_id = d.pop("school_id")

        outcome = BatchOutcome(d.pop("outcome"))

        def _parse_tracker_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        tracker_id = _parse_tracker_id(d.pop("tracker_id"))

        def _parse_reason(data: object) -> None | SkippedClassReason:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reason_type_0 = SkippedClassReason(data)

                return reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SkippedClassReason, data)

        reason = _parse_reason(d.pop("reason"))

        message = d.pop("message")

        def _parse_school_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_name = _parse_school_name(d.pop("school_name", UNSET))

        _links = d.pop("links", UNSET)
        links: BatchClassViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = BatchClassViewLinks.from_dict(_links)

        batch_class_view = cls(
            class_id=class_id,
            title=title,
            school_id=school_id,
            outcome=outcome,
            tracker_id=tracker_id,
            reason=reason,
            message=message,
            school_name=school_name,
            links=links,
        )

        batch_class_view.additional_properties = d
        return batch_class_view

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
