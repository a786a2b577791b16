from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.result_progress import ResultProgress
from ..models.sheet_view_allowed_item import SheetViewAllowedItem
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.described_standard_view import DescribedStandardView
    from ..models.level_count_view import LevelCountView
    from ..models.sheet_item_view import SheetItemView
    from ..models.sheet_student_counts_view import SheetStudentCountsView
    from ..models.sheet_student_view import SheetStudentView
    from ..models.sheet_view_links import SheetViewLinks


T = TypeVar("T", bound="SheetView")


@_attrs_define
class SheetView:
    """A class's results on an assessment.

    Attributes:
        assessment_id (str): The assessment's id.
        title (str): The assessment's title.
        given_date (datetime.date | None): The day on which the class was given it; null until results are saved.
        give_until_date (datetime.date | None): The last day for the class to get it; null when nobody named one.
        state (ResultProgress): How far the results of a student, or of a class, are entered.

            - `not_started`: Nothing is entered.
            - `partial`: Something is entered.
            - `complete`: Everything is entered.
        levels (list[LevelCountView]): How many students reached each mastery level, the lowest first.
        counts (SheetStudentCountsView): How many students of the sheet are how far.
        average (float | None): The mean of the students with everything entered, in percent; null if there are none.
        tracker_id (str): The tracker's id.
        assessment_version (int): The version of the assessment that the sheet is of.
        class_id (str): The class's id in the roster.
        class_title (str): The class's title.
        revision (int): How many corrections of the assessment are in its scores.
        standards_set_id (str): The set of the standards.
        standards (list[str]): The codes of all standards of the items.
        items (list[SheetItemView]): The items, in their order on the sheet.
        students (list[SheetStudentView]): The students of the class, and those who left it with results.
        forms (list[str]): The printed forms that have a key.
        process_ids (list[str]): The open Mastery Processes in which its results count, by their ids. One that is
            finished and locked keeps what was entered until then.
        allowed (list[SheetViewAllowedItem]): The actions that you can take.
        made_present_student_ids (list[str]): Students who were absent or exempt until the save that this answers.
        left_out_cell_count (int): How many cells the save that this answers marked as left out by one act.
        version (int): The version, for `If-Match`; 0 until results are saved.
        standards_set_name (None | str | Unset): The name of the standards set; null without one.
        described_standards (list[DescribedStandardView] | Unset): The texts of `standards`, in their order.
        links (SheetViewLinks | Unset): Where to go on: the tracker, its mastery, and the analysis of the items.
    """

    assessment_id: str
    title: str
    given_date: datetime.date | None
    give_until_date: datetime.date | None
    state: ResultProgress
    levels: list[LevelCountView]
    counts: SheetStudentCountsView
    average: float | None
    tracker_id: str
    assessment_version: int
    class_id: str
    class_title: str
    revision: int
    standards_set_id: str
    standards: list[str]
    items: list[SheetItemView]
    students: list[SheetStudentView]
    forms: list[str]
    process_ids: list[str]
    allowed: list[SheetViewAllowedItem]
    made_present_student_ids: list[str]
    left_out_cell_count: int
    version: int
    standards_set_name: None | str | Unset = UNSET
    described_standards: list[DescribedStandardView] | Unset = UNSET
    links: SheetViewLinks | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        assessment_id = self.assessment_id

        title = self.title

        given_date: None | str
        if isinstance(self.given_date, datetime.date):
            given_date = self.given_date.isoformat()
        else:
            given_date = self.given_date

        give_until_date: None | str
        if isinstance(self.give_until_date, datetime.date):
            give_until_date = self.give_until_date.isoformat()
        else:
            give_until_date = self.give_until_date

        state = self.state.value

        levels = []
        for levels_item_data in self.levels:
            levels_item = levels_item_data.to_dict()
            levels.append(levels_item)

        counts = self.counts.to_dict()

        average: float | None
        average = self.average

        tracker_id = self.tracker_id

        assessment_version = self.assessment_version

        class_id = self.class_id

        class_title = self.class_title

        revision = self.revision

        standards_set_id = self.standards_set_id

        standards = self.standards

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        students = []
        for students_item_data in self.students:
            students_item = students_item_data.to_dict()
            students.append(students_item)

        forms = self.forms

        process_ids = self.process_ids

        allowed = []
        for allowed_item_data in self.allowed:
            allowed_item = allowed_item_data.value
            allowed.append(allowed_item)

        made_present_student_ids = self.made_present_student_ids

        left_out_cell_count = self.left_out_cell_count

        version = self.version

        standards_set_name: None | str | Unset
        if isinstance(self.standards_set_name, Unset):
            standards_set_name = UNSET
        else:
            standards_set_name = self.standards_set_name

        described_standards: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.described_standards, Unset):
            described_standards = []
            for described_standards_item_data in self.described_standards:
                described_standards_item = described_standards_item_data.to_dict()
                described_standards.append(described_standards_item)

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "assessment_id": assessment_id,
                "title": title,
                "given_date": given_date,
                "give_until_date": give_until_date,
                "state": state,
                "levels": levels,
                "counts": counts,
                "average": average,
                "tracker_id": tracker_id,
                "assessment_version": assessment_version,
                "class_id": class_id,
                "class_title": class_title,
                "revision": revision,
                "standards_set_id": standards_set_id,
                "standards": standards,
                "items": items,
                "students": students,
                "forms": forms,
                "process_ids": process_ids,
                "allowed": allowed,
                "made_present_student_ids": made_present_student_ids,
                "left_out_cell_count": left_out_cell_count,
                "version": version,
            }
        )
        if standards_set_name is not UNSET:
            field_dict["standards_set_name"] = standards_set_name
        if described_standards is not UNSET:
            field_dict["described_standards"] = described_standards
        if links is not UNSET:
            field_dict["links"] = links

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.described_standard_view import DescribedStandardView  # noqa: PLC0415
        from ..models.level_count_view import LevelCountView  # noqa: PLC0415
        from ..models.sheet_item_view import SheetItemView  # noqa: PLC0415
        from ..models.sheet_student_counts_view import SheetStudentCountsView  # noqa: PLC0415
        from ..models.sheet_student_view import SheetStudentView  # noqa: PLC0415
        from ..models.sheet_view_links import SheetViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        assessment_id = d.pop("assessment_id")

        title = d.pop("title")

        def _parse_given_date(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                given_date_type_0 = datetime.date.fromisoformat(data)

                return given_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        given_date = _parse_given_date(d.pop("given_date"))

        def _parse_give_until_date(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                give_until_date_type_0 = datetime.date.fromisoformat(data)

                return give_until_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        give_until_date = _parse_give_until_date(d.pop("give_until_date"))

        state = ResultProgress(d.pop("state"))

        levels = []
        _levels = d.pop("levels")
        for levels_item_data in _levels:
            levels_item = LevelCountView.from_dict(levels_item_data)

            levels.append(levels_item)

        counts = SheetStudentCountsView.from_dict(d.pop("counts"))

        def _parse_average(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        average = _parse_average(d.pop("average"))

        tracker_id = d.pop("tracker_id")

        assessment_version = d.pop("assessment_version")

        class_id = d.pop("class_id")

        class_title = d.pop("class_title")

        revision = d.pop("revision")

        standards_set_id = d.pop("standards_set_id")

        standards = cast(list[str], d.pop("standards"))

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = SheetItemView.from_dict(items_item_data)

            items.append(items_item)

        students = []
        _students = d.pop("students")
        for students_item_data in _students:
            students_item = SheetStudentView.from_dict(students_item_data)

            students.append(students_item)

        forms = cast(list[str], d.pop("forms"))

        process_ids = cast(list[str], d.pop("process_ids"))

        allowed = []
        _allowed = d.pop("allowed")
        for allowed_item_data in _allowed:
            allowed_item = SheetViewAllowedItem(allowed_item_data)

            allowed.append(allowed_item)

        made_present_student_ids = cast(list[str], d.pop("made_present_student_ids"))

        left_out_cell_count = d.pop("left_out_cell_count")

        version = d.pop("version")

        def _parse_standards_set_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        standards_set_name = _parse_standards_set_name(
            d.pop("standards_set_name", UNSET)
        )

        _described_standards = d.pop("described_standards", UNSET)
        described_standards: list[DescribedStandardView] | Unset = UNSET
        if _described_standards is not UNSET:
            described_standards = []
            for described_standards_item_data in _described_standards:
                described_standards_item = DescribedStandardView.from_dict(
                    described_standards_item_data
                )

                described_standards.append(described_standards_item)

        _links = d.pop("links", UNSET)
        links: SheetViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = SheetViewLinks.from_dict(_links)

        sheet_view = cls(
            assessment_id=assessment_id,
            title=title,
            given_date=given_date,
            give_until_date=give_until_date,
            state=state,
            levels=levels,
            counts=counts,
            average=average,
            tracker_id=tracker_id,
            assessment_version=assessment_version,
            class_id=class_id,
            class_title=class_title,
            revision=revision,
            standards_set_id=standards_set_id,
            standards=standards,
            items=items,
            students=students,
            forms=forms,
            process_ids=process_ids,
            allowed=allowed,
            made_present_student_ids=made_present_student_ids,
            left_out_cell_count=left_out_cell_count,
            version=version,
            standards_set_name=standards_set_name,
            described_standards=described_standards,
            links=links,
        )

        sheet_view.additional_properties = d
        return sheet_view

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
