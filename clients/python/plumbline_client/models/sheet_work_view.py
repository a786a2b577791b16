from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.result_progress import ResultProgress
from ..models.sheet_work_view_source import SheetWorkViewSource
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.sheet_work_view_links import SheetWorkViewLinks


T = TypeVar("T", bound="SheetWorkView")


@_attrs_define
class SheetWorkView:
    """A class's sheet that is not complete, and the tracker from which it is opened.

    Attributes:
        tracker_id (str): The tracker.
        tracker_title (str): The tracker's title.
        class_id (str): The class.
        class_title (str): The class's title.
        school_id (str): The class's school.
        assessment_id (str): The assessment.
        assessment_title (str): The assessment's title, as this person may know it.
        source (SheetWorkViewSource): The source of the assessment in the tracker.

            - `district`: A distribution.
            - `teacher`: One of the tracker's people.
            - `team`: A data team, whose test it is.
        added_at (datetime.datetime): When it came into the tracker.
        state (ResultProgress): How far the results of a student, or of a class, are entered.

            - `not_started`: Nothing is entered.
            - `partial`: Something is entered.
            - `complete`: Everything is entered.
        given_date (datetime.date | None): The day of the test; null until results are saved.
        give_until_date (datetime.date | None): The last day for the class to get it; null if nobody named one.
        overdue (bool): Whether that day is over.
        student_count (int | None): Of how many students the sheet is; null until results are saved.
        settled_count (int): How many students are entered completely, or were absent or exempt.
        links (SheetWorkViewLinks): Where to go on: `tracker`, and `sheet` to enter results; `assessment` and its
            `attachments` for people who see it without a data team.
        school_name (None | str | Unset): The school's name; null without a school.
    """

    tracker_id: str
    tracker_title: str
    class_id: str
    class_title: str
    school_id: str
    assessment_id: str
    assessment_title: str
    source: SheetWorkViewSource
    added_at: datetime.datetime
    state: ResultProgress
    given_date: datetime.date | None
    give_until_date: datetime.date | None
    overdue: bool
    student_count: int | None
    settled_count: int
    links: SheetWorkViewLinks
    school_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        tracker_id = self.tracker_id

        tracker_title = self.tracker_title

        class_id = self.class_id

        class_title = self.class_title

        school_id = self.school_id

        assessment_id = self.assessment_id

        assessment_title = self.assessment_title

        source = self.source.value

        added_at = self.added_at.isoformat()

        state = self.state.value

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

        overdue = self.overdue

        student_count: int | None
        student_count = self.student_count

        settled_count = self.settled_count

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
                "tracker_id": tracker_id,
                "tracker_title": tracker_title,
                "class_id": class_id,
                "class_title": class_title,
                "school_id": school_id,
                "assessment_id": assessment_id,
                "assessment_title": assessment_title,
                "source": source,
                "added_at": added_at,
                "state": state,
                "given_date": given_date,
                "give_until_date": give_until_date,
                "overdue": overdue,
                "student_count": student_count,
                "settled_count": settled_count,
                "links": links,
            }
        )
        if school_name is not UNSET:
            field_dict["school_name"] = school_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sheet_work_view_links import SheetWorkViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        tracker_id = d.pop("tracker_id")

        tracker_title = d.pop("tracker_title")

        class_id = d.pop("class_id")

        class_title = d.pop("class_title")

        school_id = d.pop("school_id")

        assessment_id = d.pop("assessment_id")

        assessment_title = d.pop("assessment_title")

        source = SheetWorkViewSource(d.pop("source"))

        added_at = datetime.datetime.fromisoformat(d.pop("added_at"))

        state = ResultProgress(d.pop("state"))

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

        overdue = d.pop("overdue")

        def _parse_student_count(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        student_count = _parse_student_count(d.pop("student_count"))

        settled_count = d.pop("settled_count")

        links = SheetWorkViewLinks.from_dict(d.pop("links"))

        def _parse_school_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_name = _parse_school_name(d.pop("school_name", UNSET))

        sheet_work_view = cls(
            tracker_id=tracker_id,
            tracker_title=tracker_title,
            class_id=class_id,
            class_title=class_title,
            school_id=school_id,
            assessment_id=assessment_id,
            assessment_title=assessment_title,
            source=source,
            added_at=added_at,
            state=state,
            given_date=given_date,
            give_until_date=give_until_date,
            overdue=overdue,
            student_count=student_count,
            settled_count=settled_count,
            links=links,
            school_name=school_name,
        )

        sheet_work_view.additional_properties = d
        return sheet_work_view

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
