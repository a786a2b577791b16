from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.flag_view import FlagView
    from ..models.item_analysis_view import ItemAnalysisView
    from ..models.statistic_view import StatisticView


T = TypeVar("T", bound="ItemAnalysisReportView")


@_attrs_define
class ItemAnalysisReportView:
    """How a test worked, over the students with every answer entered.

    Below five students nothing is shown.

        Attributes:
            assessment_id (str): The assessment's id.
            title (str): The assessment's title.
            shown (bool): Whether there are enough students to show anything.
            message (str): Why nothing is shown; blank when something is.
            student_count (int): How many students have every answer entered.
            left_out_count (int): How many students have only some answers entered.
            sheet_count (int): How many result sheets it is of.
            left_out_sheet_count (int): How many result sheets wait to be scored by the corrected key.
            points (None | str | Unset): The points of all items together, as a decimal; null when nothing is shown.
            mean (float | None | Unset): The mean of the students' points; null when nothing is shown.
            variance (float | None | Unset): The population variance of the students' points; null when nothing is shown.
            standard_deviation (float | None | Unset): The square root of the variance; null when nothing is shown.
            measure (None | str | Unset): How reliability is measured, `KR-20` or `alpha`; null when nothing is shown.
            reliability (None | StatisticView | Unset): The reliability of the test; null when nothing is shown.
            standard_error (None | StatisticView | Unset): The standard error of a student's points; null when nothing is
                shown.
            items (list[ItemAnalysisView] | Unset): How each item worked.
            flags (list[FlagView] | Unset): Findings about the test as a whole.
            flag_rule (str | Unset): When something is flagged, in words. Default: 'An item is flagged only if chance is an
                unlikely explanation. Of 100 tests like this without problems, fewer than 5 have a flag of one kind.'.
    """

    assessment_id: str
    title: str
    shown: bool
    message: str
    student_count: int
    left_out_count: int
    sheet_count: int
    left_out_sheet_count: int
    points: None | str | Unset = UNSET
    mean: float | None | Unset = UNSET
    variance: float | None | Unset = UNSET
    standard_deviation: float | None | Unset = UNSET
    measure: None | str | Unset = UNSET
    reliability: None | StatisticView | Unset = UNSET
    standard_error: None | StatisticView | Unset = UNSET
    items: list[ItemAnalysisView] | Unset = UNSET
    flags: list[FlagView] | Unset = UNSET
    flag_rule: str | Unset = (
        "An item is flagged only if chance is an unlikely explanation. Of 100 tests like this without problems, fewer than 5 have a flag of one kind."
    )
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.statistic_view import StatisticView  # noqa: PLC0415

        assessment_id = self.assessment_id

        title = self.title

        shown = self.shown

        message = self.message

        student_count = self.student_count

        left_out_count = self.left_out_count

        sheet_count = self.sheet_count

        left_out_sheet_count = self.left_out_sheet_count

        points: None | str | Unset
        if isinstance(self.points, Unset):
            points = UNSET
        else:
            points = self.points

        mean: float | None | Unset
        if isinstance(self.mean, Unset):
            mean = UNSET
        else:
            mean = self.mean

        variance: float | None | Unset
        if isinstance(self.variance, Unset):
            variance = UNSET
        else:
            variance = self.variance

        standard_deviation: float | None | Unset
        if isinstance(self.standard_deviation, Unset):
            standard_deviation = UNSET
        else:
            standard_deviation = self.standard_deviation

        measure: None | str | Unset
        if isinstance(self.measure, Unset):
            measure = UNSET
        else:
            measure = self.measure

        reliability: dict[str, Any] | None | Unset
        if isinstance(self.reliability, Unset):
            reliability = UNSET
        elif isinstance(self.reliability, StatisticView):
            reliability = self.reliability.to_dict()
        else:
            reliability = self.reliability

        standard_error: dict[str, Any] | None | Unset
        if isinstance(self.standard_error, Unset):
            standard_error = UNSET
        elif isinstance(self.standard_error, StatisticView):
            standard_error = self.standard_error.to_dict()
        else:
            standard_error = self.standard_error

        items: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.items, Unset):
            items = []
            for items_item_data in self.items:
                items_item = items_item_data.to_dict()
                items.append(items_item)

        flags: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.flags, Unset):
            flags = []
            for flags_item_data in self.flags:
                flags_item = flags_item_data.to_dict()
                flags.append(flags_item)

        flag_rule = self.flag_rule

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "assessment_id": assessment_id,
                "title": title,
                "shown": shown,
                "message": message,
                "student_count": student_count,
                "left_out_count": left_out_count,
                "sheet_count": sheet_count,
                "left_out_sheet_count": left_out_sheet_count,
            }
        )
        if points is not UNSET:
            field_dict["points"] = points
        if mean is not UNSET:
            field_dict["mean"] = mean
        if variance is not UNSET:
            field_dict["variance"] = variance
        if standard_deviation is not UNSET:
            field_dict["standard_deviation"] = standard_deviation
        if measure is not UNSET:
            field_dict["measure"] = measure
        if reliability is not UNSET:
            field_dict["reliability"] = reliability
        if standard_error is not UNSET:
            field_dict["standard_error"] = standard_error
        if items is not UNSET:
            field_dict["items"] = items
        if flags is not UNSET:
            field_dict["flags"] = flags
        if flag_rule is not UNSET:
            field_dict["flag_rule"] = flag_rule

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.flag_view import FlagView  # noqa: PLC0415
        from ..models.item_analysis_view import ItemAnalysisView  # noqa: PLC0415
        from ..models.statistic_view import StatisticView  # noqa: PLC0415

        d = dict(src_dict)
        assessment_id = d.pop("assessment_id")

        title = d.pop("title")

        shown = d.pop("shown")

        message = d.pop("message")

        student_count = d.pop("student_count")

        left_out_count = d.pop("left_out_count")

        sheet_count = d.pop("sheet_count")

        left_out_sheet_count = d.pop("left_out_sheet_count")

        def _parse_points(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        points = _parse_points(d.pop("points", UNSET))

        def _parse_mean(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        mean = _parse_mean(d.pop("mean", UNSET))

        def _parse_variance(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        variance = _parse_variance(d.pop("variance", UNSET))

        def _parse_standard_deviation(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        standard_deviation = _parse_standard_deviation(
            d.pop("standard_deviation", UNSET)
        )

        def _parse_measure(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        measure = _parse_measure(d.pop("measure", UNSET))

        def _parse_reliability(data: object) -> None | StatisticView | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                reliability_type_0 = StatisticView.from_dict(data)

                return reliability_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StatisticView | Unset, data)

        reliability = _parse_reliability(d.pop("reliability", UNSET))

        def _parse_standard_error(data: object) -> None | StatisticView | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                standard_error_type_0 = StatisticView.from_dict(data)

                return standard_error_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StatisticView | Unset, data)

        standard_error = _parse_standard_error(d.pop("standard_error", UNSET))

        _items = d.pop("items", UNSET)
        items: list[ItemAnalysisView] | Unset = UNSET
        if _items is not UNSET:
            items = []
            for items_item_data in _items:
                items_item = ItemAnalysisView.from_dict(items_item_data)

                items.append(items_item)

        _flags = d.pop("flags", UNSET)
        flags: list[FlagView] | Unset = UNSET
        if _flags is not UNSET:
            flags = []
            for flags_item_data in _flags:
                flags_item = FlagView.from_dict(flags_item_data)

                flags.append(flags_item)

        flag_rule = d.pop("flag_rule", UNSET)

        item_analysis_report_view = cls(
            assessment_id=assessment_id,
            title=title,
            shown=shown,
            message=message,
            student_count=student_count,
            left_out_count=left_out_count,
            sheet_count=sheet_count,
            left_out_sheet_count=left_out_sheet_count,
            points=points,
            mean=mean,
            variance=variance,
            standard_deviation=standard_deviation,
            measure=measure,
            reliability=reliability,
            standard_error=standard_error,
            items=items,
            flags=flags,
            flag_rule=flag_rule,
        )

        item_analysis_report_view.additional_properties = d
        return item_analysis_report_view

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
