from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.tracker_match_view_reason import TrackerMatchViewReason
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.existing_assessment_view import ExistingAssessmentView


T = TypeVar("T", bound="TrackerMatchView")


@_attrs_define
class TrackerMatchView:
    """A tracker of a school, and whether it matches.

    Attributes:
        tracker_id (str): The tracker's id.
        title (str): The tracker's title.
        class_title (str): The class's title.
        owner_id (str): The id of the teacher whose tracker it is.
        owner_name (str): The teacher's name.
        matches (bool): Whether a distribution would reach it.
        reason (TrackerMatchViewReason | Unset): Why it does not match.

            - ``: It matches.
            - `missing_standards`: It does not track every standard of the assessment.
            - `other_set`: It was made with another standards set.
            - `other_scale`: It has another number of mastery levels.
            - `archived`: It is archived.
            - `class_past`: The terms of its class are over.
            - `gone`: It no longer exists.
            - `already_there`: It has the assessment already.
            - `recalled_there`: It has the assessment from a distribution that was recalled.
            - `full`: It cannot hold another assessment. Default: TrackerMatchViewReason.VALUE_0.
        message (str | Unset): Why it does not match and what to do, in a sentence; blank when it matches. Default: ''.
        missing_standards (list[str] | Unset): The codes of the standards that it does not track.
        existing (ExistingAssessmentView | None | Unset): How it came by the assessment; null when it does not have it.
    """

    tracker_id: str
    title: str
    class_title: str
    owner_id: str
    owner_name: str
    matches: bool
    reason: TrackerMatchViewReason | Unset = TrackerMatchViewReason.VALUE_0
    message: str | Unset = ""
    missing_standards: list[str] | Unset = UNSET
    existing: ExistingAssessmentView | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.existing_assessment_view import ExistingAssessmentView  # noqa: PLC0415

        tracker_id = self.tracker_id

        title = self.title

        class_title = self.class_title

        owner_id = self.owner_id

        owner_name = self.owner_name

        matches = self.matches

        reason: str | Unset = UNSET
        if not isinstance(self.reason, Unset):
            reason = self.reason.value

        message = self.message

        missing_standards: list[str] | Unset = UNSET
        if not isinstance(self.missing_standards, Unset):
            missing_standards = self.missing_standards

        existing: dict[str, Any] | None | Unset
        if isinstance(self.existing, Unset):
            existing = UNSET
        elif isinstance(self.existing, ExistingAssessmentView):
            existing = self.existing.to_dict()
        else:
            existing = self.existing

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "tracker_id": tracker_id,
                "title": title,
                "class_title": class_title,
                "owner_id": owner_id,
                "owner_name": owner_name,
                "matches": matches,
            }
        )
        if reason is not UNSET:
            field_dict["reason"] = reason
        if message is not UNSET:
            field_dict["message"] = message
        if missing_standards is not UNSET:
            field_dict["missing_standards"] = missing_standards
        if existing is not UNSET:
            field_dict["existing"] = existing

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.existing_assessment_view import ExistingAssessmentView  # noqa: PLC0415

        d = dict(src_dict)
        tracker_id = d.pop("tracker_id")

        title = d.pop("title")

        class_title = d.pop("class_title")

        owner_id = d.pop("owner_id")

        owner_name = d.pop("owner_name")

        matches = d.pop("matches")

        _reason = d.pop("reason", UNSET)
        reason: TrackerMatchViewReason | Unset
        if isinstance(_reason, Unset):
            reason = UNSET
        else:
            reason = TrackerMatchViewReason(_reason)

        message = d.pop("message", UNSET)

        missing_standards = cast(list[str], d.pop("missing_standards", UNSET))

        def _parse_existing(data: object) -> ExistingAssessmentView | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                existing_type_0 = ExistingAssessmentView.from_dict(data)

                return existing_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ExistingAssessmentView | None | Unset, data)

        existing = _parse_existing(d.pop("existing", UNSET))

        tracker_match_view = cls(
            tracker_id=tracker_id,
            title=title,
            class_title=class_title,
            owner_id=owner_id,
            owner_name=owner_name,
            matches=matches,
            reason=reason,
            message=message,
            missing_standards=missing_standards,
            existing=existing,
        )

        tracker_match_view.additional_properties = d
        return tracker_match_view

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
