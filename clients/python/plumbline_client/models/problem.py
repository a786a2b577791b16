from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.problem_code import ProblemCode
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.given_date_conflict import GivenDateConflict
    from ..models.kept_conflict import KeptConflict
    from ..models.oldest_conflict import OldestConflict
    from ..models.problem_place import ProblemPlace
    from ..models.problem_worths import ProblemWorths
    from ..models.score_conflict import ScoreConflict
    from ..models.student_conflict import StudentConflict
    from ..models.text_conflict import TextConflict
    from ..models.unsaved_text import UnsavedText
    from ..models.unscalable_points import UnscalablePoints


T = TypeVar("T", bound="Problem")


@_attrs_define
class Problem:
    """RFC 9457: why the request was not carried out, and what to do. Members beyond the first seven stand in problems of
    some codes only; each says of which.

        Attributes:
            type_ (str): The address of the page that explains the code.
            title (str): The status in words. It is the same for all problems of a status.
            status (int): The HTTP status of this answer.
            code (ProblemCode | str): The refusal's code, for programs. Later releases can add codes.
            detail (str): The problem and the way out, in plain English. Show it to the person.
            instance (str): The number of this request, for the district's IT staff.
            errors (list[ProblemPlace] | Unset): Each wrong place in the request. Missing where no place is to blame.
            version (int | Unset): The version as it is now, also as `ETag`. Read it again, then send it.
            state (str | Unset): `409`: the state that does not allow this.
            conflicts (list[GivenDateConflict | ScoreConflict | StudentConflict | TextConflict] | Unset):
                `scores_changed_meanwhile` and `page_changed_meanwhile`: each place where somebody else wrote something else,
                with both versions.
            kept_conflict (KeptConflict | None | Unset): `page_changed_meanwhile`: where your text was kept, beside the
                page.
            unsaved (list[UnsavedText] | Unset): `page_changed_not_kept`: your texts, which were not saved because there is
                no room beside the page.
            oldest_conflict (None | OldestConflict | Unset): `page_changed_not_kept`: the oldest text beside the page.
                Remove it to make room.
            applying_import_id (str | Unset): `another_import_running`: the roster import that is being applied.
            running_correction_id (str | Unset): `correction_running`: the correction that is at work.
            link (str | Unset): `correction_running`: the address of that correction.
            other_import_id (None | str | Unset): `framework_busy`: the standards import that is at work on this framework.
            process_ids (list[str] | Unset): `test_of_open_process`: the open Mastery Processes that use this assessment.
            standards_set_id (str | Unset): `no_tracker_for_test`: the standards set that a tracker of the class needs.
            left_out_count (int | Unset): `nothing_to_add`: trackers that the distribution has already.
            before (str | Unset): `start_time_does_not_exist`: the last local time before the clocks go forward.
            after (str | Unset): `start_time_does_not_exist`: the first local time after the clocks went forward.
            time_zone (str | Unset): `start_time_does_not_exist`: the district's time zone.
            problem_count (int | Unset): `key_file_incomplete`: how many problems the file has.
            worths (ProblemWorths | Unset): `points_do_not_rescale`: by the item's id, the points that it can be worth.
            students (list[UnscalablePoints] | Unset): `points_do_not_rescale`: students whose points have no exact share of
                the new worth.
    """

    type_: str
    title: str
    status: int
    code: ProblemCode | str
    detail: str
    instance: str
    errors: list[ProblemPlace] | Unset = UNSET
    version: int | Unset = UNSET
    state: str | Unset = UNSET
    conflicts: (
        list[GivenDateConflict | ScoreConflict | StudentConflict | TextConflict] | Unset
    ) = UNSET
    kept_conflict: KeptConflict | None | Unset = UNSET
    unsaved: list[UnsavedText] | Unset = UNSET
    oldest_conflict: None | OldestConflict | Unset = UNSET
    applying_import_id: str | Unset = UNSET
    running_correction_id: str | Unset = UNSET
    link: str | Unset = UNSET
    other_import_id: None | str | Unset = UNSET
    process_ids: list[str] | Unset = UNSET
    standards_set_id: str | Unset = UNSET
    left_out_count: int | Unset = UNSET
    before: str | Unset = UNSET
    after: str | Unset = UNSET
    time_zone: str | Unset = UNSET
    problem_count: int | Unset = UNSET
    worths: ProblemWorths | Unset = UNSET
    students: list[UnscalablePoints] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.given_date_conflict import GivenDateConflict  # noqa: PLC0415
        from ..models.kept_conflict import KeptConflict  # noqa: PLC0415
        from ..models.oldest_conflict import OldestConflict  # noqa: PLC0415
        from ..models.score_conflict import ScoreConflict  # noqa: PLC0415
        from ..models.student_conflict import StudentConflict  # noqa: PLC0415

        type_ = self.type_

        title = self.title

        status = self.status

        code: str
        if isinstance(self.code, ProblemCode):
            code = self.code.value
        else:
            code = self.code

        detail = self.detail

        instance = self.instance

        errors: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.errors, Unset):
            errors = []
            for errors_item_data in self.errors:
                errors_item = errors_item_data.to_dict()
                errors.append(errors_item)

        version = self.version

        state = self.state

        conflicts: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.conflicts, Unset):
            conflicts = []
            for conflicts_item_data in self.conflicts:
                conflicts_item: dict[str, Any]
                if isinstance(conflicts_item_data, ScoreConflict):
                    conflicts_item = conflicts_item_data.to_dict()
                elif isinstance(conflicts_item_data, StudentConflict):
                    conflicts_item = conflicts_item_data.to_dict()
                elif isinstance(conflicts_item_data, GivenDateConflict):
                    conflicts_item = conflicts_item_data.to_dict()
                else:
                    conflicts_item = conflicts_item_data.to_dict()

                conflicts.append(conflicts_item)

        kept_conflict: dict[str, Any] | None | Unset
        if isinstance(self.kept_conflict, Unset):
            kept_conflict = UNSET
        elif isinstance(self.kept_conflict, KeptConflict):
            kept_conflict = self.kept_conflict.to_dict()
        else:
            kept_conflict = self.kept_conflict

        unsaved: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.unsaved, Unset):
            unsaved = []
            for unsaved_item_data in self.unsaved:
                unsaved_item = unsaved_item_data.to_dict()
                unsaved.append(unsaved_item)

        oldest_conflict: dict[str, Any] | None | Unset
        if isinstance(self.oldest_conflict, Unset):
            oldest_conflict = UNSET
        elif isinstance(self.oldest_conflict, OldestConflict):
            oldest_conflict = self.oldest_conflict.to_dict()
        else:
            oldest_conflict = self.oldest_conflict

        applying_import_id = self.applying_import_id

        running_correction_id = self.running_correction_id

        link = self.link

        other_import_id: None | str | Unset
        if isinstance(self.other_import_id, Unset):
            other_import_id = UNSET
        else:
            other_import_id = self.other_import_id

        process_ids: list[str] | Unset = UNSET
        if not isinstance(self.process_ids, Unset):
            process_ids = self.process_ids

        standards_set_id = self.standards_set_id

        left_out_count = self.left_out_count

        before = self.before

        after = self.after

        time_zone = self.time_zone

        problem_count = self.problem_count

        worths: dict[str, Any] | Unset = UNSET
        if not isinstance(self.worths, Unset):
            worths = self.worths.to_dict()

        students: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.students, Unset):
            students = []
            for students_item_data in self.students:
                students_item = students_item_data.to_dict()
                students.append(students_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "title": title,
                "status": status,
                "code": code,
                "detail": detail,
                "instance": instance,
            }
        )
        if errors is not UNSET:
            field_dict["errors"] = errors
        if version is not UNSET:
            field_dict["version"] = version
        if state is not UNSET:
            field_dict["state"] = state
        if conflicts is not UNSET:
            field_dict["conflicts"] = conflicts
        if kept_conflict is not UNSET:
            field_dict["kept_conflict"] = kept_conflict
        if unsaved is not UNSET:
            field_dict["unsaved"] = unsaved
        if oldest_conflict is not UNSET:
            field_dict["oldest_conflict"] = oldest_conflict
        if applying_import_id is not UNSET:
            field_dict["applying_import_id"] = applying_import_id
        if running_correction_id is not UNSET:
            field_dict["running_correction_id"] = running_correction_id
        if link is not UNSET:
            field_dict["link"] = link
        if other_import_id is not UNSET:
            field_dict["other_import_id"] = other_import_id
        if process_ids is not UNSET:
            field_dict["process_ids"] = process_ids
        if standards_set_id is not UNSET:
            field_dict["standards_set_id"] = standards_set_id
        if left_out_count is not UNSET:
            field_dict["left_out_count"] = left_out_count
        if before is not UNSET:
            field_dict["before"] = before
        if after is not UNSET:
            field_dict["after"] = after
        if time_zone is not UNSET:
            field_dict["time_zone"] = time_zone
        if problem_count is not UNSET:
            field_dict["problem_count"] = problem_count
        if worths is not UNSET:
            field_dict["worths"] = worths
        if students is not UNSET:
            field_dict["students"] = students

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.given_date_conflict import GivenDateConflict  # noqa: PLC0415
        from ..models.kept_conflict import KeptConflict  # noqa: PLC0415
        from ..models.oldest_conflict import OldestConflict  # noqa: PLC0415
        from ..models.problem_place import ProblemPlace  # noqa: PLC0415
        from ..models.problem_worths import ProblemWorths  # noqa: PLC0415
        from ..models.score_conflict import ScoreConflict  # noqa: PLC0415
        from ..models.student_conflict import StudentConflict  # noqa: PLC0415
        from ..models.text_conflict import TextConflict  # noqa: PLC0415
        from ..models.unsaved_text import UnsavedText  # noqa: PLC0415
        from ..models.unscalable_points import UnscalablePoints  # noqa: PLC0415

        d = dict(src_dict)
        type_ = d.pop("type")

        title = d.pop("title")

        status = d.pop("status")

        def _parse_code(data: object) -> ProblemCode | str:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                code_type_0 = ProblemCode(data)

                return code_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ProblemCode | str, data)

        code = _parse_code(d.pop("code"))

        detail = d.pop("detail")

        instance = d.pop("instance")

        _errors = d.pop("errors", UNSET)
        errors: list[ProblemPlace] | Unset = UNSET
        if _errors is not UNSET:
            errors = []
            for errors_item_data in _errors:
                errors_item = ProblemPlace.from_dict(errors_item_data)

                errors.append(errors_item)

        version = d.pop("version", UNSET)

        state = d.pop("state", UNSET)

        _conflicts = d.pop("conflicts", UNSET)
        conflicts: (
            list[GivenDateConflict | ScoreConflict | StudentConflict | TextConflict]
            | Unset
        ) = UNSET
        if _conflicts is not UNSET:
            conflicts = []
            for conflicts_item_data in _conflicts:

                def _parse_conflicts_item(
                    data: object,
                ) -> GivenDateConflict | ScoreConflict | StudentConflict | TextConflict:
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        componentsschemas_entry_conflict_type_0 = (
                            ScoreConflict.from_dict(data)
                        )

                        return componentsschemas_entry_conflict_type_0
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        componentsschemas_entry_conflict_type_1 = (
                            StudentConflict.from_dict(data)
                        )

                        return componentsschemas_entry_conflict_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    try:
                        if not isinstance(data, dict):
                            raise TypeError()
                        componentsschemas_entry_conflict_type_2 = (
                            GivenDateConflict.from_dict(data)
                        )

                        return componentsschemas_entry_conflict_type_2
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    if not isinstance(data, dict):
                        raise TypeError()
                    conflicts_item_type_1 = TextConflict.from_dict(data)

                    return conflicts_item_type_1

                conflicts_item = _parse_conflicts_item(conflicts_item_data)

                conflicts.append(conflicts_item)

        def _parse_kept_conflict(data: object) -> KeptConflict | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                kept_conflict_type_0 = KeptConflict.from_dict(data)

                return kept_conflict_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(KeptConflict | None | Unset, data)

        kept_conflict = _parse_kept_conflict(d.pop("kept_conflict", UNSET))

        _unsaved = d.pop("unsaved", UNSET)
        unsaved: list[UnsavedText] | Unset = UNSET
        if _unsaved is not UNSET:
            unsaved = []
            for unsaved_item_data in _unsaved:
                unsaved_item = UnsavedText.from_dict(unsaved_item_data)

                unsaved.append(unsaved_item)

        def _parse_oldest_conflict(data: object) -> None | OldestConflict | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                oldest_conflict_type_0 = OldestConflict.from_dict(data)

                return oldest_conflict_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OldestConflict | Unset, data)

        oldest_conflict = _parse_oldest_conflict(d.pop("oldest_conflict", UNSET))

        applying_import_id = d.pop("applying_import_id", UNSET)

        running_correction_id = d.pop("running_correction_id", UNSET)

        link = d.pop("link", UNSET)

        def _parse_other_import_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        other_import_id = _parse_other_import_id(d.pop("other_import_id", UNSET))

        process_ids = cast(list[str], d.pop("process_ids", UNSET))

        standards_set_id = d.pop("standards_set_id", UNSET)

        left_out_count = d.pop("left_out_count", UNSET)

        before = d.pop("before", UNSET)

        after = d.pop("after", UNSET)

        time_zone = d.pop("time_zone", UNSET)

        problem_count = d.pop("problem_count", UNSET)

        _worths = d.pop("worths", UNSET)
        worths: ProblemWorths | Unset
        if isinstance(_worths, Unset):
            worths = UNSET
        else:
            worths = ProblemWorths.from_dict(_worths)

        _students = d.pop("students", UNSET)
        students: list[UnscalablePoints] | Unset = UNSET
        if _students is not UNSET:
            students = []
            for students_item_data in _students:
                students_item = UnscalablePoints.from_dict(students_item_data)

                students.append(students_item)

        problem = cls(
            type_=type_,
            title=title,
            status=status,
            code=code,
            detail=detail,
            instance=instance,
            errors=errors,
            version=version,
            state=state,
            conflicts=conflicts,
            kept_conflict=kept_conflict,
            unsaved=unsaved,
            oldest_conflict=oldest_conflict,
            applying_import_id=applying_import_id,
            running_correction_id=running_correction_id,
            link=link,
            other_import_id=other_import_id,
            process_ids=process_ids,
            standards_set_id=standards_set_id,
            left_out_count=left_out_count,
            before=before,
            after=after,
            time_zone=time_zone,
            problem_count=problem_count,
            worths=worths,
            students=students,
        )

        problem.additional_properties = d
        return problem

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
