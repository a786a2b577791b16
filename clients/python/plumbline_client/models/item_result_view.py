from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.item_result_view_kind import ItemResultViewKind

T = TypeVar("T", bound="ItemResultView")


@_attrs_define
class ItemResultView:
    """One item: the mean of its points in percent, of students with something entered for it.

    Attributes:
        number (int): The item's place on the test, from 1.
        item_id (str): The item's id within its assessment.
        kind (ItemResultViewKind): The kind of item.

            - `single_choice`: One choice is right. The key is its letter, or several letters that are each accepted.
            - `multiple_choice`: Several choices are right. The key has their letters.
            - `true_false`: True or false. The key is `true` or `false`.
            - `numeric`: A number, right within the tolerance.
            - `short_text`: A text. The key has every text that is accepted.
            - `points`: Points given by hand: a constructed response, or a row of a rubric. It has no key.
        prompt (str): The question; blank where it stands on a printed document.
        points (str): Points as a decimal, written as text so that nothing is rounded.
        standards (list[str]): The codes of the standards that it assesses.
        percent (float | None): The mean of the points earned, in percent of its points; null if there are none.
        student_count (int): How many students have something entered for it.
    """

    number: int
    item_id: str
    kind: ItemResultViewKind
    prompt: str
    points: str
    standards: list[str]
    percent: float | None
    student_count: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        number = self.number

        item_id = self.item_id

        kind = self.kind.value

        prompt = self.prompt

        points = self.points

        standards = self.standards

        percent: float | None
        percent = self.percent

        student_count = self.student_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "number": number,
                "item_id": item_id,
                "kind": kind,
                "prompt": prompt,
                "points": points,
                "standards": standards,
                "percent": percent,
                "student_count": student_count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        number = d.pop("number")

        item_id = d.pop("item_id")

        kind = ItemResultViewKind(d.pop("kind"))

        prompt = d.pop("prompt")

        points = d.pop("points")

        standards = cast(list[str], d.pop("standards"))

        def _parse_percent(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        percent = _parse_percent(d.pop("percent"))

        student_count = d.pop("student_count")

        item_result_view = cls(
            number=number,
            item_id=item_id,
            kind=kind,
            prompt=prompt,
            points=points,
            standards=standards,
            percent=percent,
            student_count=student_count,
        )

        item_result_view.additional_properties = d
        return item_result_view

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
