from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.result_progress import ResultProgress
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.level_count_view import LevelCountView
    from ..models.sheet_row_view_links import SheetRowViewLinks
    from ..models.sheet_student_counts_view import SheetStudentCountsView


T = TypeVar("T", bound="SheetRowView")


@_attrs_define
class SheetRowView:
    """An assessment of the tracker, and how far its results are.

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
        tracker_id (str): The tracker.
        version (int): The version of the result sheet; 0 until results are saved.
        links (SheetRowViewLinks | Unset): Where to go on: the `sheet`.
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
    version: int
    links: SheetRowViewLinks | Unset = UNSET
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

        version = self.version

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
                "version": version,
            }
        )
        if links is not UNSET:
            field_dict["links"] = links

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.level_count_view import LevelCountView  # noqa: PLC0415
        from ..models.sheet_row_view_links import SheetRowViewLinks  # noqa: PLC0415
        from ..models.sheet_student_counts_view import SheetStudentCountsView  # noqa: PLC0415

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

        version = d.pop("version")

        _links = d.pop("links", UNSET)
        links: SheetRowViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = SheetRowViewLinks.from_dict(_links)

        sheet_row_view = cls(
            assessment_id=assessment_id,
            title=title,
            given_date=given_date,
            give_until_date=give_until_date,
            state=state,
            levels=levels,
            counts=counts,
            average=average,
            tracker_id=tracker_id,
            version=version,
            links=links,
        )

        sheet_row_view.additional_properties = d
        return sheet_row_view

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
