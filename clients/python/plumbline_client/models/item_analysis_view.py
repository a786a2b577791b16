from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.item_analysis_view_kind import ItemAnalysisViewKind

if TYPE_CHECKING:
    from ..models.answer_table_view import AnswerTableView
    from ..models.flag_view import FlagView
    from ..models.statistic_view import StatisticView


T = TypeVar("T", bound="ItemAnalysisView")


@_attrs_define
class ItemAnalysisView:
    """How one item worked.

    Attributes:
        number (int): The item's place on the test, from 1.
        item_id (str): The item's id within its assessment.
        kind (ItemAnalysisViewKind): The kind of item.

            - `single_choice`: One choice is right. The key is its letter, or several letters that are each accepted.
            - `multiple_choice`: Several choices are right. The key has their letters.
            - `true_false`: True or false. The key is `true` or `false`.
            - `numeric`: A number, right within the tolerance.
            - `short_text`: A text. The key has every text that is accepted.
            - `points`: Points given by hand: a constructed response, or a row of a rubric. It has no key.
        prompt (str): The question; blank where it stands on a printed document.
        points (str): Points as a decimal, written as text so that nothing is rounded.
        mean (float): The mean of the points earned.
        variance (float): The population variance of the points earned.
        facility (float): The mean of the points earned, out of what the item is worth: 0 is hardest, 1 easiest.
        discrimination (StatisticView): A figure, or why there is none.
        reliability_without (StatisticView): A figure, or why there is none.
        answers (list[AnswerTableView]): The answers given, on each form with five students or more.
        flags (list[FlagView]): The findings.
    """

    number: int
    item_id: str
    kind: ItemAnalysisViewKind
    prompt: str
    points: str
    mean: float
    variance: float
    facility: float
    discrimination: StatisticView
    reliability_without: StatisticView
    answers: list[AnswerTableView]
    flags: list[FlagView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        number = self.number

        item_id = self.item_id

        kind = self.kind.value

        prompt = self.prompt

        points = self.points

        mean = self.mean

        variance = self.variance

        facility = self.facility

        discrimination = self.discrimination.to_dict()

        reliability_without = self.reliability_without.to_dict()

        answers = []
        for answers_item_data in self.answers:
            answers_item = answers_item_data.to_dict()
            answers.append(answers_item)

        flags = []
        for flags_item_data in self.flags:
            flags_item = flags_item_data.to_dict()
            flags.append(flags_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "number": number,
                "item_id": item_id,
                "kind": kind,
                "prompt": prompt,
                "points": points,
                "mean": mean,
                "variance": variance,
                "facility": facility,
                "discrimination": discrimination,
                "reliability_without": reliability_without,
                "answers": answers,
                "flags": flags,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.answer_table_view import AnswerTableView  # noqa: PLC0415
        from ..models.flag_view import FlagView  # noqa: PLC0415
        from ..models.statistic_view import StatisticView  # noqa: PLC0415

        d = dict(src_dict)
        number = d.pop("number")

        item_id = d.pop("item_id")

        kind = ItemAnalysisViewKind(d.pop("kind"))

        prompt = d.pop("prompt")

        points = d.pop("points")

        mean = d.pop("mean")

        variance = d.pop("variance")

        facility = d.pop("facility")

        discrimination = StatisticView.from_dict(d.pop("discrimination"))

        reliability_without = StatisticView.from_dict(d.pop("reliability_without"))

        answers = []
        _answers = d.pop("answers")
        for answers_item_data in _answers:
            answers_item = AnswerTableView.from_dict(answers_item_data)

            answers.append(answers_item)

        flags = []
        _flags = d.pop("flags")
        for flags_item_data in _flags:
            flags_item = FlagView.from_dict(flags_item_data)

            flags.append(flags_item)

        item_analysis_view = cls(
            number=number,
            item_id=item_id,
            kind=kind,
            prompt=prompt,
            points=points,
            mean=mean,
            variance=variance,
            facility=facility,
            discrimination=discrimination,
            reliability_without=reliability_without,
            answers=answers,
            flags=flags,
        )

        item_analysis_view.additional_properties = d
        return item_analysis_view

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
