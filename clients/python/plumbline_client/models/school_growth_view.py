from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.effect_size_view import EffectSizeView
    from ..models.goal_outcome_view import GoalOutcomeView
    from ..models.movement_view import MovementView
    from ..models.school_growth_view_withheld_figures import (
        SchoolGrowthViewWithheldFigures,
    )
    from ..models.side_by_side_view import SideBySideView
    from ..models.unpaired_students_view import UnpairedStudentsView
    from ..models.withheld_figure_view import WithheldFigureView


T = TypeVar("T", bound="SchoolGrowthView")


@_attrs_define
class SchoolGrowthView:
    """The growth of one school's classes.

    Attributes:
        student_count (int | None): How many students have both tests; null where that is hidden.
        message (str): The growth in words.
        withheld (None | WithheldFigureView): Why nothing is shown; null when something is. Then all figures are null.
        average (None | SideBySideView): The averages before and after.
        normalized_gain (float | None): The gain as a percent of the possible gain; below 0 a loss.
        effect (EffectSizeView | None): The effect size, with its interval.
        effect_message (None | str): The effect size in words; null without one.
        movement (MovementView | None): How students moved between levels.
        goal (GoalOutcomeView | None): The goal against the post-test.
        goal_message (None | str): The same in words; null without a goal.
        withheld_figures (SchoolGrowthViewWithheldFigures): Why a single figure is not shown, by its name.
        left_out (list[UnpairedStudentsView]): Students who are in no change, by test and reason.
        left_out_message (str): The same in words; blank when there are none.
        school_id (str): The school's id in the roster.
        school_name (None | str | Unset): The school's name; null without a school.
    """

    student_count: int | None
    message: str
    withheld: None | WithheldFigureView
    average: None | SideBySideView
    normalized_gain: float | None
    effect: EffectSizeView | None
    effect_message: None | str
    movement: MovementView | None
    goal: GoalOutcomeView | None
    goal_message: None | str
    withheld_figures: SchoolGrowthViewWithheldFigures
    left_out: list[UnpairedStudentsView]
    left_out_message: str
    school_id: str
    school_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.effect_size_view import EffectSizeView  # noqa: PLC0415
        from ..models.goal_outcome_view import GoalOutcomeView  # noqa: PLC0415
        from ..models.movement_view import MovementView  # noqa: PLC0415
        from ..models.side_by_side_view import SideBySideView  # noqa: PLC0415
        from ..models.withheld_figure_view import WithheldFigureView  # noqa: PLC0415

        student_count: int | None
        student_count = self.student_count

        message = self.message

        withheld: dict[str, Any] | None
        if isinstance(self.withheld, WithheldFigureView):
            withheld = self.withheld.to_dict()
        else:
            withheld = self.withheld

        average: dict[str, Any] | None
        if isinstance(self.average, SideBySideView):
            average = self.average.to_dict()
        else:
            average = self.average

        normalized_gain: float | None
        normalized_gain = self.normalized_gain

        effect: dict[str, Any] | None
        if isinstance(self.effect, EffectSizeView):
            effect = self.effect.to_dict()
        else:
            effect = self.effect

        effect_message: None | str
        effect_message = self.effect_message

        movement: dict[str, Any] | None
        if isinstance(self.movement, MovementView):
            movement = self.movement.to_dict()
        else:
            movement = self.movement

        goal: dict[str, Any] | None
        if isinstance(self.goal, GoalOutcomeView):
            goal = self.goal.to_dict()
        else:
            goal = self.goal

        goal_message: None | str
        goal_message = self.goal_message

        withheld_figures = self.withheld_figures.to_dict()

        left_out = []
        for left_out_item_data in self.left_out:
            left_out_item = left_out_item_data.to_dict()
            left_out.append(left_out_item)

        left_out_message = self.left_out_message

        school_id = self.school_id

        school_name: None | str | Unset
        if isinstance(self.school_name, Unset):
            school_name = UNSET
        else:
            school_name = self.school_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "student_count": student_count,
                "message": message,
                "withheld": withheld,
                "average": average,
                "normalized_gain": normalized_gain,
                "effect": effect,
                "effect_message": effect_message,
                "movement": movement,
                "goal": goal,
                "goal_message": goal_message,
                "withheld_figures": withheld_figures,
                "left_out": left_out,
                "left_out_message": left_out_message,
                "school_id": school_id,
            }
        )
        if school_name is not UNSET:
            field_dict["school_name"] = school_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.effect_size_view import EffectSizeView  # noqa: PLC0415
        from ..models.goal_outcome_view import GoalOutcomeView  # noqa: PLC0415
        from ..models.movement_view import MovementView  # noqa: PLC0415
        from ..models.school_growth_view_withheld_figures import (
            SchoolGrowthViewWithheldFigures,  # noqa: PLC0415
        )
        from ..models.side_by_side_view import SideBySideView  # noqa: PLC0415
        from ..models.unpaired_students_view import UnpairedStudentsView  # noqa: PLC0415
        from ..models.withheld_figure_view import WithheldFigureView  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_student_count(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        student_count = _parse_student_count(d.pop("student_count"))

        message = d.pop("message")

        def _parse_withheld(data: object) -> None | WithheldFigureView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                withheld_type_0 = WithheldFigureView.from_dict(data)

                return withheld_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WithheldFigureView, data)

        withheld = _parse_withheld(d.pop("withheld"))

        def _parse_average(data: object) -> None | SideBySideView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                average_type_0 = SideBySideView.from_dict(data)

                return average_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SideBySideView, data)

        average = _parse_average(d.pop("average"))

        def _parse_normalized_gain(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        normalized_gain = _parse_normalized_gain(d.pop("normalized_gain"))

        def _parse_effect(data: object) -> EffectSizeView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                effect_type_0 = EffectSizeView.from_dict(data)

                return effect_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(EffectSizeView | None, data)

        effect = _parse_effect(d.pop("effect"))

        def _parse_effect_message(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        effect_message = _parse_effect_message(d.pop("effect_message"))

        def _parse_movement(data: object) -> MovementView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                movement_type_0 = MovementView.from_dict(data)

                return movement_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MovementView | None, data)

        movement = _parse_movement(d.pop("movement"))

        def _parse_goal(data: object) -> GoalOutcomeView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                goal_type_0 = GoalOutcomeView.from_dict(data)

                return goal_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GoalOutcomeView | None, data)

        goal = _parse_goal(d.pop("goal"))

        def _parse_goal_message(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        goal_message = _parse_goal_message(d.pop("goal_message"))

        withheld_figures = SchoolGrowthViewWithheldFigures.from_dict(
            d.pop("withheld_figures")
        )

        left_out = []
        _left_out = d.pop("left_out")
        for left_out_item_data in _left_out:
            left_out_item = UnpairedStudentsView.from_dict(left_out_item_data)

            left_out.append(left_out_item)

        left_out_message = d.pop("left_out_message")

        school_id = d.pop("school_id")

        def _parse_school_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_name = _parse_school_name(d.pop("school_name", UNSET))

        school_growth_view = cls(
            student_count=student_count,
            message=message,
            withheld=withheld,
            average=average,
            normalized_gain=normalized_gain,
            effect=effect,
            effect_message=effect_message,
            movement=movement,
            goal=goal,
            goal_message=goal_message,
            withheld_figures=withheld_figures,
            left_out=left_out,
            left_out_message=left_out_message,
            school_id=school_id,
            school_name=school_name,
        )

        school_growth_view.additional_properties = d
        return school_growth_view

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
