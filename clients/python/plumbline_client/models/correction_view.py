from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.correction_view_state import CorrectionViewState

if TYPE_CHECKING:
    from ..models.correction_view_links import CorrectionViewLinks
    from ..models.cut_change_view import CutChangeView
    from ..models.item_change_view import ItemChangeView
    from ..models.level_moves_view import LevelMovesView
    from ..models.other_sitting_view import OtherSittingView
    from ..models.school_level_moves_view import SchoolLevelMovesView
    from ..models.sheet_counts_view import SheetCountsView
    from ..models.standard_level_moves_view import StandardLevelMovesView


T = TypeVar("T", bound="CorrectionView")


@_attrs_define
class CorrectionView:
    """A correction with what it has moved so far: counts of students, never who.

    For others than district administrators, counts are withheld while fewer than five students are counted.

        Attributes:
            id (str): The correction's id.
            assessment_id (str): The assessment's id.
            assessment_title (str): The assessment's title.
            revision (int): Which correction of this assessment it is, from 1.
            state (CorrectionViewState): Whether results are still being scored again.

                - `running`: Results are being scored again.
                - `done`: All results are scored again.
            created_by_id (str): The id of the person who corrected it.
            created_by_name (str): The name of the person who corrected it.
            created_at (datetime.datetime): When it was corrected.
            finished_at (datetime.datetime | None): When all results were scored again; null before that.
            comment (str): The reason for the correction; blank when none was given. Example: `Item 7 had two right
                answers.`
            changes (list[ItemChangeView]): The changed items.
            cuts (CutChangeView | None): The changed cut scores; null when none changed.
            links (CorrectionViewLinks): Where to go on.
            sheet_counts (SheetCountsView): How many result sheets are scored again; the total is unknown until they were
                counted.
            students (LevelMovesView | None): How many students moved level over all; null where it is withheld.
            standards (list[StandardLevelMovesView] | None): How many students moved level on each standard; null where it
                is withheld.
            schools (list[SchoolLevelMovesView] | None): The same by school; null for everybody but district administrators.
            withheld_message (None | str): Why numbers are withheld, in a sentence; null when none are.
            also_correct (list[OtherSittingView]): Other sittings of the same test, which have keys of their own.
    """

    id: str
    assessment_id: str
    assessment_title: str
    revision: int
    state: CorrectionViewState
    created_by_id: str
    created_by_name: str
    created_at: datetime.datetime
    finished_at: datetime.datetime | None
    comment: str
    changes: list[ItemChangeView]
    cuts: CutChangeView | None
    links: CorrectionViewLinks
    sheet_counts: SheetCountsView
    students: LevelMovesView | None
    standards: list[StandardLevelMovesView] | None
    schools: list[SchoolLevelMovesView] | None
    withheld_message: None | str
    also_correct: list[OtherSittingView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.cut_change_view import CutChangeView  # noqa: PLC0415
        from ..models.level_moves_view import LevelMovesView  # noqa: PLC0415

        id = self.id

        assessment_id = self.assessment_id

        assessment_title = self.assessment_title

        revision = self.revision

        state = self.state.value

        created_by_id = self.created_by_id

        created_by_name = self.created_by_name

        created_at = self.created_at.isoformat()

        finished_at: None | str
        if isinstance(self.finished_at, datetime.datetime):
            finished_at = self.finished_at.isoformat()
        else:
            finished_at = self.finished_at

        comment = self.comment

        changes = []
        for changes_item_data in self.changes:
            changes_item = changes_item_data.to_dict()
            changes.append(changes_item)

        cuts: dict[str, Any] | None
        if isinstance(self.cuts, CutChangeView):
            cuts = self.cuts.to_dict()
        else:
            cuts = self.cuts

        links = self.links.to_dict()

        sheet_counts = self.sheet_counts.to_dict()

        students: dict[str, Any] | None
        if isinstance(self.students, LevelMovesView):
            students = self.students.to_dict()
        else:
            students = self.students

        standards: list[dict[str, Any]] | None
        if isinstance(self.standards, list):
            standards = []
            for standards_type_0_item_data in self.standards:
                standards_type_0_item = standards_type_0_item_data.to_dict()
                standards.append(standards_type_0_item)

        else:
            standards = self.standards

        schools: list[dict[str, Any]] | None
        if isinstance(self.schools, list):
            schools = []
            for schools_type_0_item_data in self.schools:
                schools_type_0_item = schools_type_0_item_data.to_dict()
                schools.append(schools_type_0_item)

        else:
            schools = self.schools

        withheld_message: None | str
        withheld_message = self.withheld_message

        also_correct = []
        for also_correct_item_data in self.also_correct:
            also_correct_item = also_correct_item_data.to_dict()
            also_correct.append(also_correct_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "assessment_id": assessment_id,
                "assessment_title": assessment_title,
                "revision": revision,
                "state": state,
                "created_by_id": created_by_id,
                "created_by_name": created_by_name,
                "created_at": created_at,
                "finished_at": finished_at,
                "comment": comment,
                "changes": changes,
                "cuts": cuts,
                "links": links,
                "sheet_counts": sheet_counts,
                "students": students,
                "standards": standards,
                "schools": schools,
                "withheld_message": withheld_message,
                "also_correct": also_correct,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.correction_view_links import CorrectionViewLinks  # noqa: PLC0415
        from ..models.cut_change_view import CutChangeView  # noqa: PLC0415
        from ..models.item_change_view import ItemChangeView  # noqa: PLC0415
        from ..models.level_moves_view import LevelMovesView  # noqa: PLC0415
        from ..models.other_sitting_view import OtherSittingView  # noqa: PLC0415
        from ..models.school_level_moves_view import SchoolLevelMovesView  # noqa: PLC0415
        from ..models.sheet_counts_view import SheetCountsView  # noqa: PLC0415
        from ..models.standard_level_moves_view import StandardLevelMovesView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        assessment_id = d.pop("assessment_id")

        assessment_title = d.pop("assessment_title")

        revision = d.pop("revision")

        state = CorrectionViewState(d.pop("state"))

        created_by_id = d.pop("created_by_id")

        created_by_name = d.pop("created_by_name")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_finished_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                finished_at_type_0 = datetime.datetime.fromisoformat(data)

                return finished_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        finished_at = _parse_finished_at(d.pop("finished_at"))

        comment = d.pop("comment")

        changes = []
        _changes = d.pop("changes")
        for changes_item_data in _changes:
            changes_item = ItemChangeView.from_dict(changes_item_data)

            changes.append(changes_item)

        def _parse_cuts(data: object) -> CutChangeView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                cuts_type_0 = CutChangeView.from_dict(data)

                return cuts_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CutChangeView | None, data)

        cuts = _parse_cuts(d.pop("cuts"))

        links = CorrectionViewLinks.from_dict(d.pop("links"))

        sheet_counts = SheetCountsView.from_dict(d.pop("sheet_counts"))

        def _parse_students(data: object) -> LevelMovesView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                students_type_0 = LevelMovesView.from_dict(data)

                return students_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LevelMovesView | None, data)

        students = _parse_students(d.pop("students"))

        def _parse_standards(data: object) -> list[StandardLevelMovesView] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                standards_type_0 = []
                _standards_type_0 = data
                for standards_type_0_item_data in _standards_type_0:
                    standards_type_0_item = StandardLevelMovesView.from_dict(
                        standards_type_0_item_data
                    )

                    standards_type_0.append(standards_type_0_item)

                return standards_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[StandardLevelMovesView] | None, data)

        standards = _parse_standards(d.pop("standards"))

        def _parse_schools(data: object) -> list[SchoolLevelMovesView] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                schools_type_0 = []
                _schools_type_0 = data
                for schools_type_0_item_data in _schools_type_0:
                    schools_type_0_item = SchoolLevelMovesView.from_dict(
                        schools_type_0_item_data
                    )

                    schools_type_0.append(schools_type_0_item)

                return schools_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[SchoolLevelMovesView] | None, data)

        schools = _parse_schools(d.pop("schools"))

        def _parse_withheld_message(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        withheld_message = _parse_withheld_message(d.pop("withheld_message"))

        also_correct = []
        _also_correct = d.pop("also_correct")
        for also_correct_item_data in _also_correct:
            also_correct_item = OtherSittingView.from_dict(also_correct_item_data)

            also_correct.append(also_correct_item)

        correction_view = cls(
            id=id,
            assessment_id=assessment_id,
            assessment_title=assessment_title,
            revision=revision,
            state=state,
            created_by_id=created_by_id,
            created_by_name=created_by_name,
            created_at=created_at,
            finished_at=finished_at,
            comment=comment,
            changes=changes,
            cuts=cuts,
            links=links,
            sheet_counts=sheet_counts,
            students=students,
            standards=standards,
            schools=schools,
            withheld_message=withheld_message,
            also_correct=also_correct,
        )

        correction_view.additional_properties = d
        return correction_view

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
