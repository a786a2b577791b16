from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.process_state import ProcessState
from ..models.process_step import ProcessStep
from ..models.process_test import ProcessTest
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.missing_activation_view_links import MissingActivationViewLinks
    from ..models.missing_person_view import MissingPersonView


T = TypeVar("T", bound="MissingActivationView")


@_attrs_define
class MissingActivationView:
    """A test that somebody of a data team has not activated for any class.

    It is the test that the team is with: the post-test once the process has one. People without a class are not
    counted.

        Attributes:
            process_id (str): The Mastery Process's id.
            process_name (str): The process's name.
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
            test (ProcessTest): Which of the two tests of a process.

                - `pre`: The pre-test.
                - `post`: The post-test.
            test_title (str): The title of the test.
            attached_at (datetime.datetime | None): Since when the team has the test; null for a post-test that was attached
                before release 0.4.
            member_count (int): How many people the team has, its leaders included.
            missing_count (int): How many of them have not activated it.
            missing_people (list[MissingPersonView]): The people, the leaders first.
            reminded_at (datetime.datetime | None): The time of today's last request to remind them; null if there was none.
            reminded_by_name (None | str): The name of the person who asked; null if nobody did.
            allowed (list[Literal['remind']]): The actions that you can take: `remind` those who have not begun.
            links (MissingActivationViewLinks): Where to go on.
            school_name (None | str | Unset): The school's name; null without a school.
    """

    process_id: str
    process_name: str
    state: ProcessState
    step: ProcessStep
    team_id: str
    team_name: str
    school_id: None | str
    test: ProcessTest
    test_title: str
    attached_at: datetime.datetime | None
    member_count: int
    missing_count: int
    missing_people: list[MissingPersonView]
    reminded_at: datetime.datetime | None
    reminded_by_name: None | str
    allowed: list[Literal["remind"]]
    links: MissingActivationViewLinks
    school_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        process_id = self.process_id

        process_name = self.process_name

        state = self.state.value

        step = self.step.value

        team_id = self.team_id

        team_name = self.team_name

        school_id: None | str
        school_id = self.school_id

        test = self.test.value

        test_title = self.test_title

        attached_at: None | str
        if isinstance(self.attached_at, datetime.datetime):
            attached_at = self.attached_at.isoformat()
        else:
            attached_at = self.attached_at

        member_count = self.member_count

        missing_count = self.missing_count

        missing_people = []
        for missing_people_item_data in self.missing_people:
            missing_people_item = missing_people_item_data.to_dict()
            missing_people.append(missing_people_item)

        reminded_at: None | str
        if isinstance(self.reminded_at, datetime.datetime):
            reminded_at = self.reminded_at.isoformat()
        else:
            reminded_at = self.reminded_at

        reminded_by_name: None | str
        reminded_by_name = self.reminded_by_name

        allowed = self.allowed

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
                "process_id": process_id,
                "process_name": process_name,
                "state": state,
                "step": step,
                "team_id": team_id,
                "team_name": team_name,
                "school_id": school_id,
                "test": test,
                "test_title": test_title,
                "attached_at": attached_at,
                "member_count": member_count,
                "missing_count": missing_count,
                "missing_people": missing_people,
                "reminded_at": reminded_at,
                "reminded_by_name": reminded_by_name,
                "allowed": allowed,
                "links": links,
            }
        )
        if school_name is not UNSET:
            field_dict["school_name"] = school_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.missing_activation_view_links import MissingActivationViewLinks  # noqa: PLC0415
        from ..models.missing_person_view import MissingPersonView  # noqa: PLC0415

        d = dict(src_dict)
        process_id = d.pop("process_id")

        process_name = d.pop("process_name")

        state = ProcessState(d.pop("state"))

        step = ProcessStep(d.pop("step"))

        team_id = d.pop("team_id")

        team_name = d.pop("team_name")

        def _parse_school_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        school_id = _parse_school_id(d.pop("school_id"))

        test = ProcessTest(d.pop("test"))

        test_title = d.pop("test_title")

        def _parse_attached_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                attached_at_type_0 = datetime.datetime.fromisoformat(data)

                return attached_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        attached_at = _parse_attached_at(d.pop("attached_at"))

        member_count = d.pop("member_count")

        missing_count = d.pop("missing_count")

        missing_people = []
        _missing_people = d.pop("missing_people")
        for missing_people_item_data in _missing_people:
            missing_people_item = MissingPersonView.from_dict(missing_people_item_data)

            missing_people.append(missing_people_item)

        def _parse_reminded_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reminded_at_type_0 = datetime.datetime.fromisoformat(data)

                return reminded_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        reminded_at = _parse_reminded_at(d.pop("reminded_at"))

        def _parse_reminded_by_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reminded_by_name = _parse_reminded_by_name(d.pop("reminded_by_name"))

        allowed = []
        _allowed = d.pop("allowed")
        for allowed_item_data in _allowed:
            allowed_item = cast(Literal["remind"], allowed_item_data)
            if allowed_item != "remind":
                raise ValueError(
                    f"allowed_item must match const 'remind', got '{allowed_item}'"
                )
            allowed.append(allowed_item)

        links = MissingActivationViewLinks.from_dict(d.pop("links"))

        def _parse_school_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_name = _parse_school_name(d.pop("school_name", UNSET))

        missing_activation_view = cls(
            process_id=process_id,
            process_name=process_name,
            state=state,
            step=step,
            team_id=team_id,
            team_name=team_name,
            school_id=school_id,
            test=test,
            test_title=test_title,
            attached_at=attached_at,
            member_count=member_count,
            missing_count=missing_count,
            missing_people=missing_people,
            reminded_at=reminded_at,
            reminded_by_name=reminded_by_name,
            allowed=allowed,
            links=links,
            school_name=school_name,
        )

        missing_activation_view.additional_properties = d
        return missing_activation_view

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
