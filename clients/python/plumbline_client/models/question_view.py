from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.question_view_change import QuestionViewChange
from ..models.question_view_kind import QuestionViewKind
from ..models.question_view_scoring import QuestionViewScoring

T = TypeVar("T", bound="QuestionView")


@_attrs_define
class QuestionView:
    """One question as it was understood.

    Attributes:
        form (str): The printed form that the key is of, A to E.
        number (int): The question's number on that form.
        item_number (int): The item's place in the assessment, from 1.
        row (int): The row of the file, from 1.
        item_id (str): The item's id; blank for one that is new.
        kind (QuestionViewKind): The kind of item.

            - `single_choice`: One choice is right. The key is its letter, or several letters that are each accepted.
            - `multiple_choice`: Several choices are right. The key has their letters.
            - `true_false`: True or false. The key is `true` or `false`.
            - `numeric`: A number, right within the tolerance.
            - `short_text`: A text. The key has every text that is accepted.
            - `points`: Points given by hand: a constructed response, or a row of a rubric. It has no key.
        key (list[str]): The correct answer.
        scoring (QuestionViewScoring): How it is scored.

            - `all_or_nothing`: All of it right, or no points.
            - `partial`: Some points for what is right.
            - `any_answer`: All points for every student who answered.
            - `everyone`: All points for every student who took the test.
            - `listed`: Each listed response has points of its own.
        choice_count (int): How many choices it has; 0 for an item without choices.
        tolerance (str): How far a number may be off; blank for other kinds.
        points (str): Points as a decimal, written as text so that nothing is rounded.
        standards (list[str]): The codes of its standards.
        change (QuestionViewChange): The effect of saving on the item.

            - `new`: It is added.
            - `changed`: It is changed.
            - `same`: It stays.
            - `key_version`: A printed form gets its key.
    """

    form: str
    number: int
    item_number: int
    row: int
    item_id: str
    kind: QuestionViewKind
    key: list[str]
    scoring: QuestionViewScoring
    choice_count: int
    tolerance: str
    points: str
    standards: list[str]
    change: QuestionViewChange
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        form = self.form

        number = self.number

        item_number = self.item_number

        row = self.row

        item_id = self.item_id

        kind = self.kind.value

        key = self.key

        scoring = self.scoring.value

        choice_count = self.choice_count

        tolerance = self.tolerance

        points = self.points

        standards = self.standards

        change = self.change.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "form": form,
                "number": number,
                "item_number": item_number,
                "row": row,
                "item_id": item_id,
                "kind": kind,
                "key": key,
                "scoring": scoring,
                "choice_count": choice_count,
                "tolerance": tolerance,
                "points": points,
                "standards": standards,
                "change": change,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        form = d.pop("form")

        number = d.pop("number")

        item_number = d.pop("item_number")

        row = d.pop("row")

        item_id = d.pop("item_id")

        kind = QuestionViewKind(d.pop("kind"))

        key = cast(list[str], d.pop("key"))

        scoring = QuestionViewScoring(d.pop("scoring"))

        choice_count = d.pop("choice_count")

        tolerance = d.pop("tolerance")

        points = d.pop("points")

        standards = cast(list[str], d.pop("standards"))

        change = QuestionViewChange(d.pop("change"))

        question_view = cls(
            form=form,
            number=number,
            item_number=item_number,
            row=row,
            item_id=item_id,
            kind=kind,
            key=key,
            scoring=scoring,
            choice_count=choice_count,
            tolerance=tolerance,
            points=points,
            standards=standards,
            change=change,
        )

        question_view.additional_properties = d
        return question_view

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
