from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.multiple_choice_item_view_scoring import MultipleChoiceItemViewScoring

T = TypeVar("T", bound="MultipleChoiceItemView")


@_attrs_define
class MultipleChoiceItemView:
    """Several choices are right. The key has their letters.

    Attributes:
        id (str): The item's id within its assessment.
        kind (Literal['multiple_choice']): Always `multiple_choice`.
        prompt (str): The question; blank where it stands on a printed document.
        choices (list[str]): The texts of the choices, for the letters A, B, C and so on.
        key (list[str]): The letters of the right choices; with the scoring `listed`, responses with points.
        scoring (MultipleChoiceItemViewScoring): How an answer earns points.

            - `all_or_nothing`: All points when everything is correct, or none.
            - `partial`: A share of the points for what is right.
            - `any_answer`: All points for every student who answered.
            - `everyone`: All points for every student who took the test.
            - `listed`: Each listed response has points of its own.
        tolerance (str): Always empty for this kind. Default: ''.
        points (str): The points that it is worth, as a decimal.
        standards (list[str]): The codes of the standards that it assesses.
    """

    id: str
    kind: Literal["multiple_choice"]
    prompt: str
    choices: list[str]
    key: list[str]
    scoring: MultipleChoiceItemViewScoring
    points: str
    standards: list[str]
    tolerance: str = ""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind = self.kind

        prompt = self.prompt

        choices = self.choices

        key = self.key

        scoring = self.scoring.value

        tolerance = self.tolerance

        points = self.points

        standards = self.standards

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "prompt": prompt,
                "choices": choices,
                "key": key,
                "scoring": scoring,
                "tolerance": tolerance,
                "points": points,
                "standards": standards,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        kind = cast(Literal["multiple_choice"], d.pop("kind"))
        if kind != "multiple_choice":
            raise ValueError(f"kind must match const 'multiple_choice', got '{kind}'")

        prompt = d.pop("prompt")

        choices = cast(list[str], d.pop("choices"))

        key = cast(list[str], d.pop("key"))

        scoring = MultipleChoiceItemViewScoring(d.pop("scoring"))

        tolerance = d.pop("tolerance")

        points = d.pop("points")

        standards = cast(list[str], d.pop("standards"))

        multiple_choice_item_view = cls(
            id=id,
            kind=kind,
            prompt=prompt,
            choices=choices,
            key=key,
            scoring=scoring,
            tolerance=tolerance,
            points=points,
            standards=standards,
        )

        multiple_choice_item_view.additional_properties = d
        return multiple_choice_item_view

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
