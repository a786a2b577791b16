from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.answer_count_view import AnswerCountView


T = TypeVar("T", bound="AnswerTableView")


@_attrs_define
class AnswerTableView:
    """All answers to an item on one printed form of the test.

    Attributes:
        form (str): The printed form, A to E.
        student_count (int): How many students had this form.
        choices (list[AnswerCountView]): All answers that could be given.
    """

    form: str
    student_count: int
    choices: list[AnswerCountView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        form = self.form

        student_count = self.student_count

        choices = []
        for choices_item_data in self.choices:
            choices_item = choices_item_data.to_dict()
            choices.append(choices_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "form": form,
                "student_count": student_count,
                "choices": choices,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.answer_count_view import AnswerCountView  # noqa: PLC0415

        d = dict(src_dict)
        form = d.pop("form")

        student_count = d.pop("student_count")

        choices = []
        _choices = d.pop("choices")
        for choices_item_data in _choices:
            choices_item = AnswerCountView.from_dict(choices_item_data)

            choices.append(choices_item)

        answer_table_view = cls(
            form=form,
            student_count=student_count,
            choices=choices,
        )

        answer_table_view.additional_properties = d
        return answer_table_view

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
