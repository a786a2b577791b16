from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.process_row_view_allowed_item import ProcessRowViewAllowedItem
from ..models.process_row_view_parts_in_progress_item import (
    ProcessRowViewPartsInProgressItem,
)
from ..models.process_state import ProcessState
from ..models.process_step import ProcessStep
from ..models.team_role import TeamRole
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.attached_test_view import AttachedTestView
    from ..models.ended_view import EndedView
    from ..models.process_row_view_links import ProcessRowViewLinks


T = TypeVar("T", bound="ProcessRowView")


@_attrs_define
class ProcessRowView:
    """A process in a list.

    Attributes:
        id (str): The Mastery Process's id.
        name (str): The process's name.
        state (ProcessState): Where a process stands.

            - `named`: It has a name, and no pre-test yet.
            - `pre_test`: The pre-test is attached: classes are tested, the team analyzes and sets goals.
            - `post_test`: The post-test is attached as well.
            - `locking`: Its leader finished it; its classes are being closed.
            - `locked`: It is finished. Nothing in it changes any longer.
            - `discarded`: It was begun by mistake, before any class was tested.
        step (ProcessStep): How far a process has come, as administrators see it.

            - `collect`: It has come to the pre-test at most.
            - `analyze`: It has come to the page *analyze*.
            - `goals`: It has come to the page *goals*.
            - `strategies`: It has come to the page *strategies*.
            - `post_test`: It has come to the post-test.
            - `reflect`: It has come to the page *reflect*.
            - `locked`: It is finished.
        team_id (str): The data team's id.
        team_name (str): The data team's name.
        school_id (None | str): The team's school; null for a team of the whole district.
        year (str): The school year in which it began.
        pre_test (AttachedTestView | None): The pre-test; null until it is attached.
        post_test (AttachedTestView | None): The post-test; null until it is attached.
        parts_in_progress (list[ProcessRowViewPartsInProgressItem]): The parts that somebody has begun.
        created_by_id (str): The id of the person who made it.
        created_by_name (str): The name of the person who made it.
        created_at (datetime.datetime): When it was made.
        started_from_id (None | str): The finished process whose texts it began with; null when there was none.
        distribution_id (None | str): The distribution that opened it; null when a leader did.
        ended (EndedView | None): The person who finished or discarded it, and the time; null while it is open.
        role (TeamRole): A person's role in a team.

            - `leader`: You lead the team.
            - `member`: You are in the team.
            - `administrator`: You administer the team's school or the district: you see it, and say who leads it.
            - `school_administrator`: You administer another school with a class in one of the team's processes: you see the
            team as a whole and your school's part.
        allowed (list[ProcessRowViewAllowedItem]): The actions that you can take now.
        version (int): The version: it counts the changes. Send it as `If-Match`, in quotes, when you change this.
        links (ProcessRowViewLinks): Where to go on. Some are missing for administrators who see a part.
        school_name (None | str | Unset): The school's name; null without a school.
    """

    id: str
    name: str
    state: ProcessState
    step: ProcessStep
    team_id: str
    team_name: str
    school_id: None | str
    year: str
    pre_test: AttachedTestView | None
    post_test: AttachedTestView | None
    parts_in_progress: list[ProcessRowViewPartsInProgressItem]
    created_by_id: str
    created_by_name: str
    created_at: datetime.datetime
    started_from_id: None | str
    distribution_id: None | str
    ended: EndedView | None
    role: TeamRole
    allowed: list[ProcessRowViewAllowedItem]
    version: int
    links: ProcessRowViewLinks
    school_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.attached_test_view import AttachedTestView  # noqa: PLC0415
        from ..models.ended_view import EndedView  # noqa: PLC0415

        id = self.id

        name = self.name

        state = self.state.value

        step = self.step.value

        team_id = self.team_id

        team_name = self.team_name

        school_id: None | str
        school_id = self.school_id

        year = self.year

        pre_test: dict[str, Any] | None
        if isinstance(self.pre_test, AttachedTestView):
            pre_test = self.pre_test.to_dict()
        else:
            pre_test = self.pre_test

        post_test: dict[str, Any] | None
        if isinstance(self.post_test, AttachedTestView):
            post_test = self.post_test.to_dict()
        else:
            post_test = self.post_test

        parts_in_progress = []
        for parts_in_progress_item_data in self.parts_in_progress:
            parts_in_progress_item = parts_in_progress_item_data.value
            parts_in_progress.append(parts_in_progress_item)

        created_by_id = self.created_by_id

        created_by_name = self.created_by_name

        created_at = self.created_at.isoformat()

        started_from_id: None | str
        started_from_id = self.started_from_id

        distribution_id: None | str
        distribution_id = self.distribution_id

        ended: dict[str, Any] | None
        if isinstance(self.ended, EndedView):
            ended = self.ended.to_dict()
        else:
            ended = self.ended

        role = self.role.value

        allowed = []
        for allowed_item_data in self.allowed:
            allowed_item = allowed_item_data.value
            allowed.append(allowed_item)

        version = self.version

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
                "id": id,
                "name": name,
                "state": state,
                "step": step,
                "team_id": team_id,
                "team_name": team_name,
                "school_id": school_id,
                "year": year,
                "pre_test": pre_test,
                "post_test": post_test,
                "parts_in_progress": parts_in_progress,
                "created_by_id": created_by_id,
                "created_by_name": created_by_name,
                "created_at": created_at,
                "started_from_id": started_from_id,
                "distribution_id": distribution_id,
                "ended": ended,
                "role": role,
                "allowed": allowed,
                "version": version,
                "links": links,
            }
        )
        if school_name is not UNSET:
            field_dict["school_name"] = school_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attached_test_view import AttachedTestView  # noqa: PLC0415
        from ..models.ended_view import EndedView  # noqa: PLC0415
        from ..models.process_row_view_links import ProcessRowViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        state = ProcessState(d.pop("state"))

        step = ProcessStep(d.pop("step"))

        team_id = d.pop("team_id")

        team_name = d.pop("team_name")

        def _parse_school_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        school_id = _parse_school_id(d.pop("school_id"))

        year = d.pop("year")

        def _parse_pre_test(data: object) -> AttachedTestView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                pre_test_type_0 = AttachedTestView.from_dict(data)

                return pre_test_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AttachedTestView | None, data)

        pre_test = _parse_pre_test(d.pop("pre_test"))

        def _parse_post_test(data: object) -> AttachedTestView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                post_test_type_0 = AttachedTestView.from_dict(data)

                return post_test_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AttachedTestView | None, data)

        post_test = _parse_post_test(d.pop("post_test"))

        parts_in_progress = []
        _parts_in_progress = d.pop("parts_in_progress")
        for parts_in_progress_item_data in _parts_in_progress:
            parts_in_progress_item = ProcessRowViewPartsInProgressItem(
                parts_in_progress_item_data
            )

            parts_in_progress.append(parts_in_progress_item)

        created_by_id = d.pop("created_by_id")

        created_by_name = d.pop("created_by_name")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_started_from_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        started_from_id = _parse_started_from_id(d.pop("started_from_id"))

        def _parse_distribution_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        distribution_id = _parse_distribution_id(d.pop("distribution_id"))

        def _parse_ended(data: object) -> EndedView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                ended_type_0 = EndedView.from_dict(data)

                return ended_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(EndedView | None, data)

        ended = _parse_ended(d.pop("ended"))

        role = TeamRole(d.pop("role"))

        allowed = []
        _allowed = d.pop("allowed")
        for allowed_item_data in _allowed:
            allowed_item = ProcessRowViewAllowedItem(allowed_item_data)

            allowed.append(allowed_item)

        version = d.pop("version")

        links = ProcessRowViewLinks.from_dict(d.pop("links"))

        def _parse_school_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_name = _parse_school_name(d.pop("school_name", UNSET))

        process_row_view = cls(
            id=id,
            name=name,
            state=state,
            step=step,
            team_id=team_id,
            team_name=team_name,
            school_id=school_id,
            year=year,
            pre_test=pre_test,
            post_test=post_test,
            parts_in_progress=parts_in_progress,
            created_by_id=created_by_id,
            created_by_name=created_by_name,
            created_at=created_at,
            started_from_id=started_from_id,
            distribution_id=distribution_id,
            ended=ended,
            role=role,
            allowed=allowed,
            version=version,
            links=links,
            school_name=school_name,
        )

        process_row_view.additional_properties = d
        return process_row_view

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
