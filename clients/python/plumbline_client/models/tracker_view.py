from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.tracker_role import TrackerRole
from ..models.tracker_view_allowed_item import TrackerViewAllowedItem
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.calculation import Calculation
    from ..models.described_standard_view import DescribedStandardView
    from ..models.named_view import NamedView
    from ..models.removed_assessment_view import RemovedAssessmentView
    from ..models.tracker_assessment_view import TrackerAssessmentView
    from ..models.tracker_view_links import TrackerViewLinks


T = TypeVar("T", bound="TrackerView")


@_attrs_define
class TrackerView:
    """A tracker: a teacher's board for one class.

    Attributes:
        id (str): The tracker's id.
        title (str): The tracker's title.
        school_id (str): The school's id in the roster.
        class_id (str): The class's id in the roster.
        class_title (str): The class's title.
        standards_set_id (str): The standards set that it was made with.
        level_count (int): How many mastery levels it has.
        owner_id (str): The id of the teacher whose class it is today.
        owner_name (str): The teacher's name.
        collaborator_ids (list[str]): Colleagues who work on it, by their ids.
        archived (bool): Whether it is put away.
        class_end_date (datetime.date | None): The last day of its class; null when it is not known.
        past (bool): Whether the terms of its class are over.
        course_id (str): The course of the class.
        standards (list[str]): The codes of the standards that it tracks.
        calculation (Calculation | None): How several results become one mastery; null where the district's setting
            holds.
        created_at (datetime.datetime): When it was made.
        assessments (list[TrackerAssessmentView]): The assessments in it, from every source.
        taken_out (list[RemovedAssessmentView]): Assessments that its people took out. Their results are kept, and they
            can be brought back.
        role (TrackerRole): A person's role in a tracker.

            - `owner`: The tracker is of your class.
            - `collaborator`: You work on it with its owner.
            - `administrator`: You see it as an administrator of its school or of the district, and cannot change it.
        allowed (list[TrackerViewAllowedItem]): The actions that you can take.
        version (int): The version: it counts the changes. Send it as `If-Match`, in quotes, when you change this.
        school_name (None | str | Unset): The school's name; null without a school.
        standards_set_name (None | str | Unset): The name of the standards set; null without one.
        collaborators (list[NamedView] | Unset): The same colleagues with their names.
        links (TrackerViewLinks | Unset): Where to go on: the tracker's students, sheets, mastery and standards set.
        course_title (None | str | Unset): The course's title; null if it is not known.
        described_standards (list[DescribedStandardView] | Unset): The texts of `standards`, in their order.
    """

    id: str
    title: str
    school_id: str
    class_id: str
    class_title: str
    standards_set_id: str
    level_count: int
    owner_id: str
    owner_name: str
    collaborator_ids: list[str]
    archived: bool
    class_end_date: datetime.date | None
    past: bool
    course_id: str
    standards: list[str]
    calculation: Calculation | None
    created_at: datetime.datetime
    assessments: list[TrackerAssessmentView]
    taken_out: list[RemovedAssessmentView]
    role: TrackerRole
    allowed: list[TrackerViewAllowedItem]
    version: int
    school_name: None | str | Unset = UNSET
    standards_set_name: None | str | Unset = UNSET
    collaborators: list[NamedView] | Unset = UNSET
    links: TrackerViewLinks | Unset = UNSET
    course_title: None | str | Unset = UNSET
    described_standards: list[DescribedStandardView] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.calculation import Calculation  # noqa: PLC0415

        id = self.id

        title = self.title

        school_id = self.school_id

        class_id = self.class_id

        class_title = self.class_title

        standards_set_id = self.standards_set_id

        level_count = self.level_count

        owner_id = self.owner_id

        owner_name = self.owner_name

        collaborator_ids = self.collaborator_ids

        archived = self.archived

        class_end_date: None | str
        if isinstance(self.class_end_date, datetime.date):
            class_end_date = self.class_end_date.isoformat()
        else:
            class_end_date = self.class_end_date

        past = self.past

        course_id = self.course_id

        standards = self.standards

        calculation: dict[str, Any] | None
        if isinstance(self.calculation, Calculation):
            calculation = self.calculation.to_dict()
        else:
            calculation = self.calculation

        created_at = self.created_at.isoformat()

        assessments = []
        for assessments_item_data in self.assessments:
            assessments_item = assessments_item_data.to_dict()
            assessments.append(assessments_item)

        taken_out = []
        for taken_out_item_data in self.taken_out:
            taken_out_item = taken_out_item_data.to_dict()
            taken_out.append(taken_out_item)

        role = self.role.value

        allowed = []
        for allowed_item_data in self.allowed:
            allowed_item = allowed_item_data.value
            allowed.append(allowed_item)

        version = self.version

        school_name: None | str | Unset
        if isinstance(self.school_name, Unset):
            school_name = UNSET
        else:
            school_name = self.school_name

        standards_set_name: None | str | Unset
        if isinstance(self.standards_set_name, Unset):
            standards_set_name = UNSET
        else:
            standards_set_name = self.standards_set_name

        collaborators: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.collaborators, Unset):
            collaborators = []
            for collaborators_item_data in self.collaborators:
                collaborators_item = collaborators_item_data.to_dict()
                collaborators.append(collaborators_item)

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        course_title: None | str | Unset
        if isinstance(self.course_title, Unset):
            course_title = UNSET
        else:
            course_title = self.course_title

        described_standards: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.described_standards, Unset):
            described_standards = []
            for described_standards_item_data in self.described_standards:
                described_standards_item = described_standards_item_data.to_dict()
                described_standards.append(described_standards_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "title": title,
                "school_id": school_id,
                "class_id": class_id,
                "class_title": class_title,
                "standards_set_id": standards_set_id,
                "level_count": level_count,
                "owner_id": owner_id,
                "owner_name": owner_name,
                "collaborator_ids": collaborator_ids,
                "archived": archived,
                "class_end_date": class_end_date,
                "past": past,
                "course_id": course_id,
                "standards": standards,
                "calculation": calculation,
                "created_at": created_at,
                "assessments": assessments,
                "taken_out": taken_out,
                "role": role,
                "allowed": allowed,
                "version": version,
            }
        )
        if school_name is not UNSET:
            field_dict["school_name"] = school_name
        if standards_set_name is not UNSET:
            field_dict["standards_set_name"] = standards_set_name
        if collaborators is not UNSET:
            field_dict["collaborators"] = collaborators
        if links is not UNSET:
            field_dict["links"] = links
        if course_title is not UNSET:
            field_dict["course_title"] = course_title
        if described_standards is not UNSET:
            field_dict["described_standards"] = described_standards

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.calculation import Calculation  # noqa: PLC0415
        from ..models.described_standard_view import DescribedStandardView  # noqa: PLC0415
        from ..models.named_view import NamedView  # noqa: PLC0415
        from ..models.removed_assessment_view import RemovedAssessmentView  # noqa: PLC0415
        from ..models.tracker_assessment_view import TrackerAssessmentView  # noqa: PLC0415
        from ..models.tracker_view_links import TrackerViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        title = d.pop("title")

        school_id = d.pop("school_id")

        class_id = d.pop("class_id")

        class_title = d.pop("class_title")

        standards_set_id = d.pop("standards_set_id")

        level_count = d.pop("level_count")

        owner_id = d.pop("owner_id")

        owner_name = d.pop("owner_name")

        collaborator_ids = cast(list[str], d.pop("collaborator_ids"))

        archived = d.pop("archived")

        def _parse_class_end_date(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                class_end_date_type_0 = datetime.date.fromisoformat(data)

                return class_end_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        class_end_date = _parse_class_end_date(d.pop("class_end_date"))

        past = d.pop("past")

        course_id = d.pop("course_id")

        standards = cast(list[str], d.pop("standards"))

        def _parse_calculation(data: object) -> Calculation | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                calculation_type_0 = Calculation.from_dict(data)

                return calculation_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Calculation | None, data)

        calculation = _parse_calculation(d.pop("calculation"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        assessments = []
        _assessments = d.pop("assessments")
        for assessments_item_data in _assessments:
            assessments_item = TrackerAssessmentView.from_dict(assessments_item_data)

            assessments.append(assessments_item)

        taken_out = []
        _taken_out = d.pop("taken_out")
        for taken_out_item_data in _taken_out:
            taken_out_item = RemovedAssessmentView.from_dict(taken_out_item_data)

            taken_out.append(taken_out_item)

        role = TrackerRole(d.pop("role"))

        allowed = []
        _allowed = d.pop("allowed")
        for allowed_item_data in _allowed:
            allowed_item = TrackerViewAllowedItem(allowed_item_data)

            allowed.append(allowed_item)

        version = d.pop("version")

        def _parse_school_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_name = _parse_school_name(d.pop("school_name", UNSET))

        def _parse_standards_set_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        standards_set_name = _parse_standards_set_name(
            d.pop("standards_set_name", UNSET)
        )

        _collaborators = d.pop("collaborators", UNSET)
        collaborators: list[NamedView] | Unset = UNSET
        if _collaborators is not UNSET:
            collaborators = []
            for collaborators_item_data in _collaborators:
                collaborators_item = NamedView.from_dict(collaborators_item_data)

                collaborators.append(collaborators_item)

        _links = d.pop("links", UNSET)
        links: TrackerViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = TrackerViewLinks.from_dict(_links)

        def _parse_course_title(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        course_title = _parse_course_title(d.pop("course_title", UNSET))

        _described_standards = d.pop("described_standards", UNSET)
        described_standards: list[DescribedStandardView] | Unset = UNSET
        if _described_standards is not UNSET:
            described_standards = []
            for described_standards_item_data in _described_standards:
                described_standards_item = DescribedStandardView.from_dict(
                    described_standards_item_data
                )

                described_standards.append(described_standards_item)

        tracker_view = cls(
            id=id,
            title=title,
            school_id=school_id,
            class_id=class_id,
            class_title=class_title,
            standards_set_id=standards_set_id,
            level_count=level_count,
            owner_id=owner_id,
            owner_name=owner_name,
            collaborator_ids=collaborator_ids,
            archived=archived,
            class_end_date=class_end_date,
            past=past,
            course_id=course_id,
            standards=standards,
            calculation=calculation,
            created_at=created_at,
            assessments=assessments,
            taken_out=taken_out,
            role=role,
            allowed=allowed,
            version=version,
            school_name=school_name,
            standards_set_name=standards_set_name,
            collaborators=collaborators,
            links=links,
            course_title=course_title,
            described_standards=described_standards,
        )

        tracker_view.additional_properties = d
        return tracker_view

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
