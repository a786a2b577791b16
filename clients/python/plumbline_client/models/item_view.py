from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.item_view_kind import ItemViewKind
from ..models.item_view_scoring import ItemViewScoring

T = TypeVar("T", bound="ItemView")


@_attrs_define
class ItemView:
    """One item.

    Attributes:
        id (str): The item's id within its assessment.
        kind (ItemViewKind): What an answer looks like, and who scores it.

            - `single_choice`: One choice is right.
            - `multiple_choice`: Several choices are right.
            - `true_false`: True or false.
            - `numeric`: A number, right within the tolerance.
            - `short_text`: A text that is one of the accepted ones.
            - `points`: Points given by hand.
        prompt (str): The question; blank where it stands on a printed document.
        choices (list[str]): The texts of the choices, for the letters A, B, C and so on.
        key (list[str]): What is right; what it holds depends on `kind`.
        scoring (ItemViewScoring): How an answer earns points.

            - `all_or_nothing`: All points when everything is right, otherwise none.
            - `partial`: A share of the points for what is right.
            - `any_answer`: All points for whoever answered.
            - `everyone`: All points for whoever sat the test.
            - `listed`: Each listed response has points of its own.
        tolerance (str): How far a number may be off; blank for other kinds.
        points (str): The points that it is worth, as a decimal.
        standards (list[str]): The codes of the standards that it assesses.
    """

    id: str
    kind: ItemViewKind
    prompt: str
    choices: list[str]
    key: list[str]
    scoring: ItemViewScoring
    tolerance: str
    points: str
    standards: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind = self.kind.value

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

        kind = ItemViewKind(d.pop("kind"))

        prompt = d.pop("prompt")

        choices = cast(list[str], d.pop("choices"))

        key = cast(list[str], d.pop("key"))

        scoring = ItemViewScoring(d.pop("scoring"))

        tolerance = d.pop("tolerance")

        points = d.pop("points")

        standards = cast(list[str], d.pop("standards"))

        item_view = cls(
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

        item_view.additional_properties = d
        return item_view

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
