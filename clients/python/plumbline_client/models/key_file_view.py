from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.key_file_view_layout import KeyFileViewLayout

if TYPE_CHECKING:
    from ..models.file_problem_view import FileProblemView
    from ..models.question_view import QuestionView


T = TypeVar("T", bound="KeyFileView")


@_attrs_define
class KeyFileView:
    """The content of a key file for an assessment.

    Attributes:
        id (str): The assessment's id.
        version (int): The version: it counts the changes. Send it as `If-Match`, in quotes, when you change this.
        applied (bool): Whether the key was saved.
        fits (bool): Whether nothing in the file is left to correct.
        layout (KeyFileViewLayout): How the file is laid out.

            - `plain`: A row per question.
            - `zipgrade`: As ZipGrade exports it.
            - `gradehub`: As GradeHub exports it.
        encoding (str): The file's encoding, as it was found out; `Excel workbook` for one.
        separator (str): The character between the columns; blank for a workbook.
        row_count (int): How many rows the file has.
        forms (list[str]): The printed forms that the file has keys of.
        questions (list[QuestionView]): The questions as they were understood.
        problems (list[FileProblemView]): Problems and oddities of the file.
    """

    id: str
    version: int
    applied: bool
    fits: bool
    layout: KeyFileViewLayout
    encoding: str
    separator: str
    row_count: int
    forms: list[str]
    questions: list[QuestionView]
    problems: list[FileProblemView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        version = self.version

        applied = self.applied

        fits = self.fits

        layout = self.layout.value

        encoding = self.encoding

        separator = self.separator

        row_count = self.row_count

        forms = self.forms

        questions = []
        for questions_item_data in self.questions:
            questions_item = questions_item_data.to_dict()
            questions.append(questions_item)

        problems = []
        for problems_item_data in self.problems:
            problems_item = problems_item_data.to_dict()
            problems.append(problems_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "version": version,
                "applied": applied,
                "fits": fits,
                "layout": layout,
                "encoding": encoding,
                "separator": separator,
                "row_count": row_count,
                "forms": forms,
                "questions": questions,
                "problems": problems,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.file_problem_view import FileProblemView  # noqa: PLC0415
        from ..models.question_view import QuestionView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        version = d.pop("version")

        applied = d.pop("applied")

        fits = d.pop("fits")

        layout = KeyFileViewLayout(d.pop("layout"))

        encoding = d.pop("encoding")

        separator = d.pop("separator")

        row_count = d.pop("row_count")

        forms = cast(list[str], d.pop("forms"))

        questions = []
        _questions = d.pop("questions")
        for questions_item_data in _questions:
            questions_item = QuestionView.from_dict(questions_item_data)

            questions.append(questions_item)

        problems = []
        _problems = d.pop("problems")
        for problems_item_data in _problems:
            problems_item = FileProblemView.from_dict(problems_item_data)

            problems.append(problems_item)

        key_file_view = cls(
            id=id,
            version=version,
            applied=applied,
            fits=fits,
            layout=layout,
            encoding=encoding,
            separator=separator,
            row_count=row_count,
            forms=forms,
            questions=questions,
            problems=problems,
        )

        key_file_view.additional_properties = d
        return key_file_view

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
