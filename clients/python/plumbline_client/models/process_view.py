from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.process_state import ProcessState
from ..models.process_step import ProcessStep
from ..models.process_view_allowed_item import ProcessViewAllowedItem
from ..models.process_view_parts_in_progress_item import ProcessViewPartsInProgressItem
from ..models.team_role import TeamRole
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.attached_test_view import AttachedTestView
    from ..models.ended_view import EndedView
    from ..models.named_view import NamedView
    from ..models.process_class_view import ProcessClassView
    from ..models.process_level_view import ProcessLevelView
    from ..models.process_person_view import ProcessPersonView
    from ..models.process_view_links import ProcessViewLinks
    from ..models.process_view_pages import ProcessViewPages
    from ..models.report_state_view import ReportStateView
    from ..models.suggested_test_view import SuggestedTestView
    from ..models.test_progress_view import TestProgressView


T = TypeVar("T", bound="ProcessView")


@_attrs_define
class ProcessView:
    """A whole process: its people, levels, tests, pages, classes and report.

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
        parts_in_progress (list[ProcessViewPartsInProgressItem]): The parts that somebody has begun.
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
        allowed (list[ProcessViewAllowedItem]): The actions that you can take now.
        version (int): The version: it counts the changes. Send it as `If-Match`, in quotes, when you change this.
        links (ProcessViewLinks): Where to go on. Some are missing for administrators who see a part.
        leaders (list[ProcessPersonView]): The team's leaders.
        members (list[ProcessPersonView]): The other members of the team.
        levels (list[ProcessLevelView]): The team's levels, the lowest first.
        pages (ProcessViewPages): The team's texts, by page; empty for administrators who see a part.
        classes (list[ProcessClassView]): The classes in it.
        pre_test_progress (None | TestProgressView): How far the team is with the pre-test. A student of several classes
            is counted once. Null until there is one, and for administrators who see a part.
        post_test_progress (None | TestProgressView): The same for the post-test.
        report (None | ReportStateView): The report of a finished process; null while it is open.
        suggested_tests (list[SuggestedTestView]): The content of the process that it was started from, until a test is
            attached.
        limited_to_school_ids (list[str] | None): For an administrator who sees a part: the schools of it, by their ids.
            Null for everybody else.
        notes (list[str]): The content that is hidden from you, in sentences. Example: `["You see the classes of your
            school."]`
        school_name (None | str | Unset): The school's name; null without a school.
        limited_to_schools (list[NamedView] | Unset): The same schools with their names; empty where nothing is left
            out.
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
    parts_in_progress: list[ProcessViewPartsInProgressItem]
    created_by_id: str
    created_by_name: str
    created_at: datetime.datetime
    started_from_id: None | str
    distribution_id: None | str
    ended: EndedView | None
    role: TeamRole
    allowed: list[ProcessViewAllowedItem]
    version: int
    links: ProcessViewLinks
    leaders: list[ProcessPersonView]
    members: list[ProcessPersonView]
    levels: list[ProcessLevelView]
    pages: ProcessViewPages
    classes: list[ProcessClassView]
    pre_test_progress: None | TestProgressView
    post_test_progress: None | TestProgressView
    report: None | ReportStateView
    suggested_tests: list[SuggestedTestView]
    limited_to_school_ids: list[str] | None
    notes: list[str]
    school_name: None | str | Unset = UNSET
    limited_to_schools: list[NamedView] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.attached_test_view import AttachedTestView  # noqa: PLC0415
        from ..models.ended_view import EndedView  # noqa: PLC0415
        from ..models.report_state_view import ReportStateView  # noqa: PLC0415
        from ..models.test_progress_view import TestProgressView  # noqa: PLC0415

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

        leaders = []
        for leaders_item_data in self.leaders:
            leaders_item = leaders_item_data.to_dict()
            leaders.append(leaders_item)

        members = []
        for members_item_data in self.members:
            members_item = members_item_data.to_dict()
            members.append(members_item)

        levels = []
        for levels_item_data in self.levels:
            levels_item = levels_item_data.to_dict()
            levels.append(levels_item)

        pages = self.pages.to_dict()

        classes = []
        for classes_item_data in self.classes:
            classes_item = classes_item_data.to_dict()
            classes.append(classes_item)

        pre_test_progress: dict[str, Any] | None
        if isinstance(self.pre_test_progress, TestProgressView):
            pre_test_progress = self.pre_test_progress.to_dict()
        else:
            pre_test_progress = self.pre_test_progress

        post_test_progress: dict[str, Any] | None
        if isinstance(self.post_test_progress, TestProgressView):
            post_test_progress = self.post_test_progress.to_dict()
        else:
            post_test_progress = self.post_test_progress

        report: dict[str, Any] | None
        if isinstance(self.report, ReportStateView):
            report = self.report.to_dict()
        else:
            report = self.report

        suggested_tests = []
        for suggested_tests_item_data in self.suggested_tests:
            suggested_tests_item = suggested_tests_item_data.to_dict()
            suggested_tests.append(suggested_tests_item)

        limited_to_school_ids: list[str] | None
        if isinstance(self.limited_to_school_ids, list):
            limited_to_school_ids = self.limited_to_school_ids

        else:
            limited_to_school_ids = self.limited_to_school_ids

        notes = self.notes

        school_name: None | str | Unset
        if isinstance(self.school_name, Unset):
            school_name = UNSET
        else:
            school_name = self.school_name

        limited_to_schools: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.limited_to_schools, Unset):
            limited_to_schools = []
            for limited_to_schools_item_data in self.limited_to_schools:
                limited_to_schools_item = limited_to_schools_item_data.to_dict()
                limited_to_schools.append(limited_to_schools_item)

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
                "leaders": leaders,
                "members": members,
                "levels": levels,
                "pages": pages,
                "classes": classes,
                "pre_test_progress": pre_test_progress,
                "post_test_progress": post_test_progress,
                "report": report,
                "suggested_tests": suggested_tests,
                "limited_to_school_ids": limited_to_school_ids,
                "notes": notes,
            }
        )
        if school_name is not UNSET:
            field_dict["school_name"] = school_name
        if limited_to_schools is not UNSET:
            field_dict["limited_to_schools"] = limited_to_schools

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attached_test_view import AttachedTestView  # noqa: PLC0415
        from ..models.ended_view import EndedView  # noqa: PLC0415
        from ..models.named_view import NamedView  # noqa: PLC0415
        from ..models.process_class_view import ProcessClassView  # noqa: PLC0415
        from ..models.process_level_view import ProcessLevelView  # noqa: PLC0415
        from ..models.process_person_view import ProcessPersonView  # noqa: PLC0415
        from ..models.process_view_links import ProcessViewLinks  # noqa: PLC0415
        from ..models.process_view_pages import ProcessViewPages  # noqa: PLC0415
        from ..models.report_state_view import ReportStateView  # noqa: PLC0415
        from ..models.suggested_test_view import SuggestedTestView  # noqa: PLC0415
        from ..models.test_progress_view import TestProgressView  # noqa: PLC0415

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
            parts_in_progress_item = ProcessViewPartsInProgressItem(
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
            allowed_item = ProcessViewAllowedItem(allowed_item_data)

            allowed.append(allowed_item)

        version = d.pop("version")

        links = ProcessViewLinks.from_dict(d.pop("links"))

        leaders = []
        _leaders = d.pop("leaders")
        for leaders_item_data in _leaders:
            leaders_item = ProcessPersonView.from_dict(leaders_item_data)

            leaders.append(leaders_item)

        members = []
        _members = d.pop("members")
        for members_item_data in _members:
            members_item = ProcessPersonView.from_dict(members_item_data)

            members.append(members_item)

        levels = []
        _levels = d.pop("levels")
        for levels_item_data in _levels:
            levels_item = ProcessLevelView.from_dict(levels_item_data)

            levels.append(levels_item)

        pages = ProcessViewPages.from_dict(d.pop("pages"))

        classes = []
        _classes = d.pop("classes")
        for classes_item_data in _classes:
            classes_item = ProcessClassView.from_dict(classes_item_data)

            classes.append(classes_item)

        def _parse_pre_test_progress(data: object) -> None | TestProgressView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                pre_test_progress_type_0 = TestProgressView.from_dict(data)

                return pre_test_progress_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TestProgressView, data)

        pre_test_progress = _parse_pre_test_progress(d.pop("pre_test_progress"))

        def _parse_post_test_progress(data: object) -> None | TestProgressView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                post_test_progress_type_0 = TestProgressView.from_dict(data)

                return post_test_progress_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TestProgressView, data)

        post_test_progress = _parse_post_test_progress(d.pop("post_test_progress"))

        def _parse_report(data: object) -> None | ReportStateView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                report_type_0 = ReportStateView.from_dict(data)

                return report_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ReportStateView, data)

        report = _parse_report(d.pop("report"))

        suggested_tests = []
        _suggested_tests = d.pop("suggested_tests")
        for suggested_tests_item_data in _suggested_tests:
            suggested_tests_item = SuggestedTestView.from_dict(
                suggested_tests_item_data
            )

            suggested_tests.append(suggested_tests_item)

        def _parse_limited_to_school_ids(data: object) -> list[str] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                limited_to_school_ids_type_0 = cast(list[str], data)

                return limited_to_school_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None, data)

        limited_to_school_ids = _parse_limited_to_school_ids(
            d.pop("limited_to_school_ids")
        )

        notes = cast(list[str], d.pop("notes"))

        def _parse_school_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_name = _parse_school_name(d.pop("school_name", UNSET))

        _limited_to_schools = d.pop("limited_to_schools", UNSET)
        limited_to_schools: list[NamedView] | Unset = UNSET
        if _limited_to_schools is not UNSET:
            limited_to_schools = []
            for limited_to_schools_item_data in _limited_to_schools:
                limited_to_schools_item = NamedView.from_dict(
                    limited_to_schools_item_data
                )

                limited_to_schools.append(limited_to_schools_item)

        process_view = cls(
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
            leaders=leaders,
            members=members,
            levels=levels,
            pages=pages,
            classes=classes,
            pre_test_progress=pre_test_progress,
            post_test_progress=post_test_progress,
            report=report,
            suggested_tests=suggested_tests,
            limited_to_school_ids=limited_to_school_ids,
            notes=notes,
            school_name=school_name,
            limited_to_schools=limited_to_schools,
        )

        process_view.additional_properties = d
        return process_view

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
