from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.level_share_view import LevelShareView
    from ..models.mean_view import MeanView
    from ..models.share_view import ShareView


T = TypeVar("T", bound="TestFiguresView")


@_attrs_define
class TestFiguresView:
    """Students on one test.

    A number is null where it is hidden from an administrator who sees a part: it would reveal results of fewer than
    five students of another school.

        Attributes:
            class_count (int): How many classes there are.
            activated_class_count (int): How many of them have been given the test.
            student_count (int | None): How many students there are; null where it is hidden.
            tested (int | None): How many have everything entered; null where it is hidden.
            absent (int | None): How many were absent; null where it is hidden.
            exempt (int | None): How many need not take it; null where it is hidden.
            partial (int | None): How many have only some of it entered; null where it is hidden.
            not_entered (int | None): How many have nothing entered; null where it is hidden.
            average (MeanView | None): The average of the tested; null where it is hidden.
            levels (list[LevelShareView]): How many of the tested are at each level, the lowest first; empty where it is
                hidden.
            proficient (None | ShareView): The part of the tested who meet; null where it is hidden.
    """

    class_count: int
    activated_class_count: int
    student_count: int | None
    tested: int | None
    absent: int | None
    exempt: int | None
    partial: int | None
    not_entered: int | None
    average: MeanView | None
    levels: list[LevelShareView]
    proficient: None | ShareView
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.mean_view import MeanView  # noqa: PLC0415
        from ..models.share_view import ShareView  # noqa: PLC0415

        class_count = self.class_count

        activated_class_count = self.activated_class_count

        student_count: int | None
        student_count = self.student_count

        tested: int | None
        tested = self.tested

        absent: int | None
        absent = self.absent

        exempt: int | None
        exempt = self.exempt

        partial: int | None
        partial = self.partial

        not_entered: int | None
        not_entered = self.not_entered

        average: dict[str, Any] | None
        if isinstance(self.average, MeanView):
            average = self.average.to_dict()
        else:
            average = self.average

        levels = []
        for levels_item_data in self.levels:
            levels_item = levels_item_data.to_dict()
            levels.append(levels_item)

        proficient: dict[str, Any] | None
        if isinstance(self.proficient, ShareView):
            proficient = self.proficient.to_dict()
        else:
            proficient = self.proficient

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "class_count": class_count,
                "activated_class_count": activated_class_count,
                "student_count": student_count,
                "tested": tested,
                "absent": absent,
                "exempt": exempt,
                "partial": partial,
                "not_entered": not_entered,
                "average": average,
                "levels": levels,
                "proficient": proficient,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.level_share_view import LevelShareView  # noqa: PLC0415
        from ..models.mean_view import MeanView  # noqa: PLC0415
        from ..models.share_view import ShareView  # noqa: PLC0415

        d = dict(src_dict)
        class_count = d.pop("class_count")

        activated_class_count = d.pop("activated_class_count")

        def _parse_student_count(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        student_count = _parse_student_count(d.pop("student_count"))

        def _parse_tested(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        tested = _parse_tested(d.pop("tested"))

        def _parse_absent(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        absent = _parse_absent(d.pop("absent"))

        def _parse_exempt(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        exempt = _parse_exempt(d.pop("exempt"))

        def _parse_partial(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        partial = _parse_partial(d.pop("partial"))

        def _parse_not_entered(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        not_entered = _parse_not_entered(d.pop("not_entered"))

        def _parse_average(data: object) -> MeanView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                average_type_0 = MeanView.from_dict(data)

                return average_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MeanView | None, data)

        average = _parse_average(d.pop("average"))

        levels = []
        _levels = d.pop("levels")
        for levels_item_data in _levels:
            levels_item = LevelShareView.from_dict(levels_item_data)

            levels.append(levels_item)

        def _parse_proficient(data: object) -> None | ShareView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                proficient_type_0 = ShareView.from_dict(data)

                return proficient_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ShareView, data)

        proficient = _parse_proficient(d.pop("proficient"))

        test_figures_view = cls(
            class_count=class_count,
            activated_class_count=activated_class_count,
            student_count=student_count,
            tested=tested,
            absent=absent,
            exempt=exempt,
            partial=partial,
            not_entered=not_entered,
            average=average,
            levels=levels,
            proficient=proficient,
        )

        test_figures_view.additional_properties = d
        return test_figures_view

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
