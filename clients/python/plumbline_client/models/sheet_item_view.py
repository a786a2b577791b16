from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.item_kind import ItemKind

T = TypeVar("T", bound="SheetItemView")


@_attrs_define
class SheetItemView:
    """An item of a result sheet.

    Attributes:
        id (str): The item's id within its assessment.
        number (int): Its place on the sheet, from 1.
        kind (ItemKind): The form of an answer and the way it is scored.

            - `single_choice`: One choice is right. The key is its letter, or several letters that are each accepted.
            - `multiple_choice`: Several choices are right. The key has their letters.
            - `true_false`: True or false. The key is `true` or `false`.
            - `numeric`: A number, right within the tolerance.
            - `short_text`: A text. The key has every text that is accepted.
            - `points`: Points given by hand: a constructed response, or a row of a rubric. It has no key.
        prompt (str): The question; blank where it stands on a printed document.
        points (str): Points as a decimal, written as text so that nothing is rounded.
        choice_count (int): How many choices it has; 0 for an item without choices.
        standards (list[str]): The codes of the standards that it assesses.
    """

    id: str
    number: int
    kind: ItemKind
    prompt: str
    points: str
    choice_count: int
    standards: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        number = self.number

        kind = self.kind.value

        prompt = self.prompt

        points = self.points

        choice_count = self.choice_count

        standards = self.standards

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "number": number,
                "kind": kind,
                "prompt": prompt,
                "points": points,
                "choice_count": choice_count,
                "standards": standards,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        number = d.pop("number")

        kind = ItemKind(d.pop("kind"))

        prompt = d.pop("prompt")

        points = d.pop("points")

        choice_count = d.pop("choice_count")

        standards = cast(list[str], d.pop("standards"))

        sheet_item_view = cls(
            id=id,
            number=number,
            kind=kind,
            prompt=prompt,
            points=points,
            choice_count=choice_count,
            standards=standards,
        )

        sheet_item_view.additional_properties = d
        return sheet_item_view

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
