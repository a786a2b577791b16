from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.column_mapping_view import ColumnMappingView
    from ..models.column_view import ColumnView
    from ..models.file_problem_view import FileProblemView
    from ..models.response_preview_view import ResponsePreviewView


T = TypeVar("T", bound="ResponseFileView")


@_attrs_define
class ResponseFileView:
    """The meaning of a response file for a result sheet.

    Attributes:
        tracker_id (str): The tracker's id.
        assessment_id (str): The assessment's id.
        class_id (str): The class's id in the roster.
        version (int): The version of the result sheet, for `If-Match`.
        applied (bool): Whether the responses were entered.
        fits (bool): Whether nothing in the file is left to correct.
        encoding (str): The file's encoding, as it was found out; `Excel workbook` for one.
        separator (str): The character between the columns; blank for a workbook.
        row_count (int): How many rows the file has.
        student_count (int): For how many students it has something to enter.
        made_present_student_ids (list[str]): Students who were absent or exempt and become present, by their ids.
        forms (list[str]): The printed forms that have a key.
        columns (list[ColumnView]): The columns, and what each was taken for.
        recognized_as (None | str): The product whose file this is, by its whole header; null when it is none that is
            known.
        mapping (ColumnMappingView | None): Which column means what; null when it could not be found out.
        preview (list[ResponsePreviewView]): The entries that were read, by student.
        problems (list[FileProblemView]): Problems and oddities of the file.
    """

    tracker_id: str
    assessment_id: str
    class_id: str
    version: int
    applied: bool
    fits: bool
    encoding: str
    separator: str
    row_count: int
    student_count: int
    made_present_student_ids: list[str]
    forms: list[str]
    columns: list[ColumnView]
    recognized_as: None | str
    mapping: ColumnMappingView | None
    preview: list[ResponsePreviewView]
    problems: list[FileProblemView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.column_mapping_view import ColumnMappingView  # noqa: PLC0415

        tracker_id = self.tracker_id

        assessment_id = self.assessment_id

        class_id = self.class_id

        version = self.version

        applied = self.applied

        fits = self.fits

        encoding = self.encoding

        separator = self.separator

        row_count = self.row_count

        student_count = self.student_count

        made_present_student_ids = self.made_present_student_ids

        forms = self.forms

        columns = []
        for columns_item_data in self.columns:
            columns_item = columns_item_data.to_dict()
            columns.append(columns_item)

        recognized_as: None | str
        recognized_as = self.recognized_as

        mapping: dict[str, Any] | None
        if isinstance(self.mapping, ColumnMappingView):
            mapping = self.mapping.to_dict()
        else:
            mapping = self.mapping

        preview = []
        for preview_item_data in self.preview:
            preview_item = preview_item_data.to_dict()
            preview.append(preview_item)

        problems = []
        for problems_item_data in self.problems:
            problems_item = problems_item_data.to_dict()
            problems.append(problems_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "tracker_id": tracker_id,
                "assessment_id": assessment_id,
                "class_id": class_id,
                "version": version,
                "applied": applied,
                "fits": fits,
                "encoding": encoding,
                "separator": separator,
                "row_count": row_count,
                "student_count": student_count,
                "made_present_student_ids": made_present_student_ids,
                "forms": forms,
                "columns": columns,
                "recognized_as": recognized_as,
                "mapping": mapping,
                "preview": preview,
                "problems": problems,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.column_mapping_view import ColumnMappingView  # noqa: PLC0415
        from ..models.column_view import ColumnView  # noqa: PLC0415
        from ..models.file_problem_view import FileProblemView  # noqa: PLC0415
        from ..models.response_preview_view import ResponsePreviewView  # noqa: PLC0415

        d = dict(src_dict)
        tracker_id = d.pop("tracker_id")

        assessment_id = d.pop("assessment_id")

        class_id = d.pop("class_id")

        version = d.pop("version")

        applied = d.pop("applied")

        fits = d.pop("fits")

        encoding = d.pop("encoding")

        separator = d.pop("separator")

        row_count = d.pop("row_count")

        student_count = d.pop("student_count")

        made_present_student_ids = cast(list[str], d.pop("made_present_student_ids"))

        forms = cast(list[str], d.pop("forms"))

        columns = []
        _columns = d.pop("columns")
        for columns_item_data in _columns:
            columns_item = ColumnView.from_dict(columns_item_data)

            columns.append(columns_item)

        def _parse_recognized_as(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        recognized_as = _parse_recognized_as(d.pop("recognized_as"))

        def _parse_mapping(data: object) -> ColumnMappingView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                mapping_type_0 = ColumnMappingView.from_dict(data)

                return mapping_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ColumnMappingView | None, data)

        mapping = _parse_mapping(d.pop("mapping"))

        preview = []
        _preview = d.pop("preview")
        for preview_item_data in _preview:
            preview_item = ResponsePreviewView.from_dict(preview_item_data)

            preview.append(preview_item)

        problems = []
        _problems = d.pop("problems")
        for problems_item_data in _problems:
            problems_item = FileProblemView.from_dict(problems_item_data)

            problems.append(problems_item)

        response_file_view = cls(
            tracker_id=tracker_id,
            assessment_id=assessment_id,
            class_id=class_id,
            version=version,
            applied=applied,
            fits=fits,
            encoding=encoding,
            separator=separator,
            row_count=row_count,
            student_count=student_count,
            made_present_student_ids=made_present_student_ids,
            forms=forms,
            columns=columns,
            recognized_as=recognized_as,
            mapping=mapping,
            preview=preview,
            problems=problems,
        )

        response_file_view.additional_properties = d
        return response_file_view

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
