from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.process_opening_state import ProcessOpeningState
from ..models.team_opening_view_reason import TeamOpeningViewReason
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.opening_class_counts_view import OpeningClassCountsView
    from ..models.skipped_class_view import SkippedClassView
    from ..models.team_opening_view_links import TeamOpeningViewLinks


T = TypeVar("T", bound="TeamOpeningView")


@_attrs_define
class TeamOpeningView:
    """The outcome for a data team in which a distribution opens a process.

    Attributes:
        team_id (str): The data team's id.
        team_name (str): The data team's name.
        school_id (str): The team's school; blank for a team of the whole district.
        state (ProcessOpeningState): The outcome for a team.

            - `pending`: The process waits to be opened.
            - `opened`: The process is open.
            - `skipped`: No process is opened; `reason` says why.
        process_id (None | str): The process that was opened; null when none was.
        already_existed (bool): Whether the team had a process with this very pre-test already.
        reason (TeamOpeningViewReason): Why no process is opened.

            - ``: One is opened, or will be.
            - `nobody_received_it`: No class of the team received the assessment.
            - `team_retired`: The team is retired.
            - `team_not_found`: The team no longer exists.
            - `too_many_open_processes`: The team has as many open processes as it may have.
            - `process_discarded`: The team's leader discarded the process.
        message (str): The same in a sentence; blank when one is opened.
        class_counts (OpeningClassCountsView): How many of a team's classes have the pre-test, are to get it, and do not
            get it.
        skipped_classes (list[SkippedClassView]): The classes that do not get it, and why.
        links (TeamOpeningViewLinks): Where to go on.
        school_name (None | str | Unset): The school's name; null without a school.
    """

    team_id: str
    team_name: str
    school_id: str
    state: ProcessOpeningState
    process_id: None | str
    already_existed: bool
    reason: TeamOpeningViewReason
    message: str
    class_counts: OpeningClassCountsView
    skipped_classes: list[SkippedClassView]
    links: TeamOpeningViewLinks
    school_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        team_id = self.team_id

        team_name = self.team_name

        school_id = self.school_id

        state = self.state.value

        process_id: None | str
        process_id = self.process_id

        already_existed = self.already_existed

        reason = self.reason.value

        message = self.message

        class_counts = self.class_counts.to_dict()

        skipped_classes = []
        for skipped_classes_item_data in self.skipped_classes:
            skipped_classes_item = skipped_classes_item_data.to_dict()
            skipped_classes.append(skipped_classes_item)

        links = self.links.to_dict()

        school_name: None | str | Unset
        if isinstance(self.school_name, Unset):
            school_name = UNSET
        else:
            school_name = self.school_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "team_id": team_id,
                "team_name": team_name,
                "school_id": school_id,
                "state": state,
                "process_id": process_id,
                "already_existed": already_existed,
                "reason": reason,
                "message": message,
                "class_counts": class_counts,
                "skipped_classes": skipped_classes,
                "links": links,
            }
        )
        if school_name is not UNSET:
            field_dict["school_name"] = school_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.opening_class_counts_view import OpeningClassCountsView  # noqa: PLC0415
        from ..models.skipped_class_view import SkippedClassView  # noqa: PLC0415
        from ..models.team_opening_view_links import TeamOpeningViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        team_id = d.pop("team_id")

        team_name = d.pop("team_name")

        school_id = d.pop("school_id")

        state = ProcessOpeningState(d.pop("state"))

        def _parse_process_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        process_id = _parse_process_id(d.pop("process_id"))

        already_existed = d.pop("already_existed")

        reason = TeamOpeningViewReason(d.pop("reason"))

        message = d.pop("message")

        class_counts = OpeningClassCountsView.from_dict(d.pop("class_counts"))

        skipped_classes = []
        _skipped_classes = d.pop("skipped_classes")
        for skipped_classes_item_data in _skipped_classes:
            skipped_classes_item = SkippedClassView.from_dict(skipped_classes_item_data)

            skipped_classes.append(skipped_classes_item)

        links = TeamOpeningViewLinks.from_dict(d.pop("links"))

        def _parse_school_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_name = _parse_school_name(d.pop("school_name", UNSET))

        team_opening_view = cls(
            team_id=team_id,
            team_name=team_name,
            school_id=school_id,
            state=state,
            process_id=process_id,
            already_existed=already_existed,
            reason=reason,
            message=message,
            class_counts=class_counts,
            skipped_classes=skipped_classes,
            links=links,
            school_name=school_name,
        )

        team_opening_view.additional_properties = d
        return team_opening_view

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
