from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

from ..models.scoring import Scoring
from ..types import UNSET, Unset

T = TypeVar("T", bound="SingleChoiceItem")


@_attrs_define
class SingleChoiceItem:
    """One choice is right. The key is its letter, or several letters that are each accepted.

    Attributes:
        kind (Literal['single_choice']): Always `single_choice`.
        points (str): The points that it is worth, as a decimal.
        id (str | Unset): The item's id within its assessment: yours, or ours where you send none. It stays through
            every edit. Default: ''.
        prompt (str | Unset): The question. Blank where it stands on a printed document. Default: ''.
        choices (list[str] | Unset): The texts of the choices, for the letters A, B, C and so on.
        key (list[str] | Unset): The letter of the right choice, or several that are right.
        scoring (Scoring | Unset): How a multiple choice that is partly right is scored.

            - `all_or_nothing`: All points when everything is correct, or none.
            - `partial`: A share of the points for what is right of a multiple choice.
            - `any_answer`: Every student who answered gets all points, for any answer. A correction gives a question up so.
            For every kind that has a key.
            - `everyone`: Every student who took the test gets all points, answered or not. The other way to give a question
            up. For every kind.
            - `listed`: The key lists whole responses, each with its own points, as `AB=1.5`.
        tolerance (str | Unset): Always empty for this kind. Default: ''.
        standards (list[str] | Unset): The standards that it assesses, by code or identifier of the standards set.
    """

    kind: Literal["single_choice"]
    points: str
    id: str | Unset = ""
    prompt: str | Unset = ""
    choices: list[str] | Unset = UNSET
    key: list[str] | Unset = UNSET
    scoring: Scoring | Unset = UNSET
    tolerance: str | Unset = ""
    standards: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        points = self.points

        id = self.id

        prompt = self.prompt

        choices: list[str] | Unset = UNSET
        if not isinstance(self.choices, Unset):
            choices = self.choices

        key: list[str] | Unset = UNSET
        if not isinstance(self.key, Unset):
            key = self.key

        scoring: str | Unset = UNSET
        if not isinstance(self.scoring, Unset):
            scoring = self.scoring.value

        tolerance = self.tolerance

        standards: list[str] | Unset = UNSET
        if not isinstance(self.standards, Unset):
            standards = self.standards

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "points": points,
            }
        )
        if id is not UNSET:
            field_dict["id"] = id
        if prompt is not UNSET:
            field_dict["prompt"] = prompt
        if choices is not UNSET:
            field_dict["choices"] = choices
        if key is not UNSET:
            field_dict["key"] = key
        if scoring is not UNSET:
            field_dict["scoring"] = scoring
        if tolerance is not UNSET:
            field_dict["tolerance"] = tolerance
        if standards is not UNSET:
            field_dict["standards"] = standards

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = cast(Literal["single_choice"], d.pop("kind"))
        if kind != "single_choice":
            raise ValueError(f"kind must match const 'single_choice', got '{kind}'")

        points = d.pop("points")

        id = d.pop("id", UNSET)

        prompt = d.pop("prompt", UNSET)

        choices = cast(list[str], d.pop("choices", UNSET))

        key = cast(list[str], d.pop("key", UNSET))

        _scoring = d.pop("scoring", UNSET)
        scoring: Scoring | Unset
        if isinstance(_scoring, Unset):
            scoring = UNSET
        else:
            scoring = Scoring(_scoring)

        tolerance = d.pop("tolerance", UNSET)

        standards = cast(list[str], d.pop("standards", UNSET))

        single_choice_item = cls(
            kind=kind,
            points=points,
            id=id,
            prompt=prompt,
            choices=choices,
            key=key,
            scoring=scoring,
            tolerance=tolerance,
            standards=standards,
        )

        return single_choice_item
