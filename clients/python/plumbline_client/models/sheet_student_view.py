from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.result_progress import ResultProgress
from ..models.student_presence import StudentPresence

if TYPE_CHECKING:
    from ..models.entered_cell import EnteredCell


T = TypeVar("T", bound="SheetStudentView")


@_attrs_define
class SheetStudentView:
    """A student on the sheet, with what is entered in the order of the items.

    Attributes:
        student_id (str): The student's id in the roster.
        given_name (str): First name, as the person prefers to be called.
        family_name (str): Last name.
        enrolled (bool): Whether the student is in the class now.
        status (StudentPresence): Whether a student took part.

            - `present`: The student took part.
            - `absent`: The student was absent. Earlier entries are kept but do not count.
            - `exempt`: The student need not take it. Earlier entries are kept but do not count.
        version (str): The printed form that the student had, A to E.
        progress (ResultProgress): How far the results of a student, or of a class, are entered.

            - `not_started`: Nothing is entered.
            - `partial`: Something is entered.
            - `complete`: Everything is entered.
        cells (list[EnteredCell | None]): The entry for each item, in their order; null where there is none.
        scores (list[None | str]): The points for each item, in their order, as decimals; null where nothing is entered.
        earned (None | str): The points earned over what is entered, as a decimal; null where there is no result.
        possible (None | str): The points possible over what is entered, as a decimal; null where there is no result.
        percent (float | None): The result in percent, so far; null where there is none.
        level (int | None): The level's number, from 1, the lowest; null until everything is entered.
        so_far (bool): Whether not everything is entered yet.
        uncounted_cell_count (int): How many cells are entered that do not count, because the student is marked absent
            or exempt.
    """

    student_id: str
    given_name: str
    family_name: str
    enrolled: bool
    status: StudentPresence
    version: str
    progress: ResultProgress
    cells: list[EnteredCell | None]
    scores: list[None | str]
    earned: None | str
    possible: None | str
    percent: float | None
    level: int | None
    so_far: bool
    uncounted_cell_count: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.entered_cell import EnteredCell  # noqa: PLC0415

        student_id = self.student_id

        given_name = self.given_name

        family_name = self.family_name

        enrolled = self.enrolled

        status = self.status.value

        version = self.version

        progress = self.progress.value

        cells = []
        for cells_item_data in self.cells:
            cells_item: dict[str, Any] | None
            if isinstance(cells_item_data, EnteredCell):
                cells_item = cells_item_data.to_dict()
            else:
                cells_item = cells_item_data
            cells.append(cells_item)

        scores = []
        for scores_item_data in self.scores:
            scores_item: None | str
            scores_item = scores_item_data
            scores.append(scores_item)

        earned: None | str
        earned = self.earned

        possible: None | str
        possible = self.possible

        percent: float | None
        percent = self.percent

        level: int | None
        level = self.level

        so_far = self.so_far

        uncounted_cell_count = self.uncounted_cell_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "student_id": student_id,
                "given_name": given_name,
                "family_name": family_name,
                "enrolled": enrolled,
                "status": status,
                "version": version,
                "progress": progress,
                "cells": cells,
                "scores": scores,
                "earned": earned,
                "possible": possible,
                "percent": percent,
                "level": level,
                "so_far": so_far,
                "uncounted_cell_count": uncounted_cell_count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entered_cell import EnteredCell  # noqa: PLC0415

        d = dict(src_dict)
        student_id = d.pop("student_id")

        given_name = d.pop("given_name")

        family_name = d.pop("family_name")

        enrolled = d.pop("enrolled")

        status = StudentPresence(d.pop("status"))

        version = d.pop("version")

        progress = ResultProgress(d.pop("progress"))

        cells = []
        _cells = d.pop("cells")
        for cells_item_data in _cells:

            def _parse_cells_item(data: object) -> EnteredCell | None:
                if data is None:
                    return data
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    cells_item_type_0 = EnteredCell.from_dict(data)

                    return cells_item_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                return cast(EnteredCell | None, data)

            cells_item = _parse_cells_item(cells_item_data)

            cells.append(cells_item)

        scores = []
        _scores = d.pop("scores")
        for scores_item_data in _scores:

            def _parse_scores_item(data: object) -> None | str:
                if data is None:
                    return data
                return cast(None | str, data)

            scores_item = _parse_scores_item(scores_item_data)

            scores.append(scores_item)

        def _parse_earned(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        earned = _parse_earned(d.pop("earned"))

        def _parse_possible(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        possible = _parse_possible(d.pop("possible"))

        def _parse_percent(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        percent = _parse_percent(d.pop("percent"))

        def _parse_level(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        level = _parse_level(d.pop("level"))

        so_far = d.pop("so_far")

        uncounted_cell_count = d.pop("uncounted_cell_count")

        sheet_student_view = cls(
            student_id=student_id,
            given_name=given_name,
            family_name=family_name,
            enrolled=enrolled,
            status=status,
            version=version,
            progress=progress,
            cells=cells,
            scores=scores,
            earned=earned,
            possible=possible,
            percent=percent,
            level=level,
            so_far=so_far,
            uncounted_cell_count=uncounted_cell_count,
        )

        sheet_student_view.additional_properties = d
        return sheet_student_view

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
