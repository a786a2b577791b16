from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.paper_size import PaperSize
from ..models.report_delivery import ReportDelivery
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.calculation import Calculation
    from ..models.district_changes_mastery_scales_type_0 import (
        DistrictChangesMasteryScalesType0,
    )


T = TypeVar("T", bound="DistrictChanges")


@_attrs_define
class DistrictChanges:
    """Settings to change. Leave out what stays.

    Attributes:
        name (None | str | Unset): The district's new name.
        time_zone (None | str | Unset): The new IANA time zone. Scheduled distributions keep their local time. Example:
            `America/Chicago`
        locale (None | str | Unset): The new language, as a BCP 47 tag.
        mastery_level_count (int | None | Unset): How many mastery levels new trackers and assessments have, 2 to 6.
        mastery_scales (DistrictChangesMasteryScalesType0 | None | Unset): Scales to replace, by their number of levels.
            Null brings the product's own scale back.
        calculation (Calculation | None | Unset): How several results on a standard become one mastery, in trackers
            without a setting of their own.
        roster_drop_threshold (int | None | Unset): The percent of classes, people or enrollments that an import may
            drop before an admin must confirm it.
        roster_join_by_sign_in_name (bool | None | Unset): Whether records of the roster with one sign-in name and the
            same name are taken for one person.
        notify_teachers (bool | None | Unset): Whether a new distribution suggests to email teachers upon delivery.
        paper (None | PaperSize | Unset): The paper that reports and printouts are made for.
        report_delivery (None | ReportDelivery | Unset): How administrators get the report of a finished Mastery
            Process.
    """

    name: None | str | Unset = UNSET
    time_zone: None | str | Unset = UNSET
    locale: None | str | Unset = UNSET
    mastery_level_count: int | None | Unset = UNSET
    mastery_scales: DistrictChangesMasteryScalesType0 | None | Unset = UNSET
    calculation: Calculation | None | Unset = UNSET
    roster_drop_threshold: int | None | Unset = UNSET
    roster_join_by_sign_in_name: bool | None | Unset = UNSET
    notify_teachers: bool | None | Unset = UNSET
    paper: None | PaperSize | Unset = UNSET
    report_delivery: None | ReportDelivery | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.calculation import Calculation  # noqa: PLC0415
        from ..models.district_changes_mastery_scales_type_0 import (
            DistrictChangesMasteryScalesType0,  # noqa: PLC0415
        )

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        time_zone: None | str | Unset
        if isinstance(self.time_zone, Unset):
            time_zone = UNSET
        else:
            time_zone = self.time_zone

        locale: None | str | Unset
        if isinstance(self.locale, Unset):
            locale = UNSET
        else:
            locale = self.locale

        mastery_level_count: int | None | Unset
        if isinstance(self.mastery_level_count, Unset):
            mastery_level_count = UNSET
        else:
            mastery_level_count = self.mastery_level_count

        mastery_scales: dict[str, Any] | None | Unset
        if isinstance(self.mastery_scales, Unset):
            mastery_scales = UNSET
        elif isinstance(self.mastery_scales, DistrictChangesMasteryScalesType0):
            mastery_scales = self.mastery_scales.to_dict()
        else:
            mastery_scales = self.mastery_scales

        calculation: dict[str, Any] | None | Unset
        if isinstance(self.calculation, Unset):
            calculation = UNSET
        elif isinstance(self.calculation, Calculation):
            calculation = self.calculation.to_dict()
        else:
            calculation = self.calculation

        roster_drop_threshold: int | None | Unset
        if isinstance(self.roster_drop_threshold, Unset):
            roster_drop_threshold = UNSET
        else:
            roster_drop_threshold = self.roster_drop_threshold

        roster_join_by_sign_in_name: bool | None | Unset
        if isinstance(self.roster_join_by_sign_in_name, Unset):
            roster_join_by_sign_in_name = UNSET
        else:
            roster_join_by_sign_in_name = self.roster_join_by_sign_in_name

        notify_teachers: bool | None | Unset
        if isinstance(self.notify_teachers, Unset):
            notify_teachers = UNSET
        else:
            notify_teachers = self.notify_teachers

        paper: None | str | Unset
        if isinstance(self.paper, Unset):
            paper = UNSET
        elif isinstance(self.paper, PaperSize):
            paper = self.paper.value
        else:
            paper = self.paper

        report_delivery: None | str | Unset
        if isinstance(self.report_delivery, Unset):
            report_delivery = UNSET
        elif isinstance(self.report_delivery, ReportDelivery):
            report_delivery = self.report_delivery.value
        else:
            report_delivery = self.report_delivery

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if time_zone is not UNSET:
            field_dict["time_zone"] = time_zone
        if locale is not UNSET:
            field_dict["locale"] = locale
        if mastery_level_count is not UNSET:
            field_dict["mastery_level_count"] = mastery_level_count
        if mastery_scales is not UNSET:
            field_dict["mastery_scales"] = mastery_scales
        if calculation is not UNSET:
            field_dict["calculation"] = calculation
        if roster_drop_threshold is not UNSET:
            field_dict["roster_drop_threshold"] = roster_drop_threshold
        if roster_join_by_sign_in_name is not UNSET:
            field_dict["roster_join_by_sign_in_name"] = roster_join_by_sign_in_name
        if notify_teachers is not UNSET:
            field_dict["notify_teachers"] = notify_teachers
        if paper is not UNSET:
            field_dict["paper"] = paper
        if report_delivery is not UNSET:
            field_dict["report_delivery"] = report_delivery

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.calculation import Calculation  # noqa: PLC0415
        from ..models.district_changes_mastery_scales_type_0 import (
            DistrictChangesMasteryScalesType0,  # noqa: PLC0415
        )

        d = dict(src_dict)

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_time_zone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        time_zone = _parse_time_zone(d.pop("time_zone", UNSET))

        def _parse_locale(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        locale = _parse_locale(d.pop("locale", UNSET))

        def _parse_mastery_level_count(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        mastery_level_count = _parse_mastery_level_count(
            d.pop("mastery_level_count", UNSET)
        )

        def _parse_mastery_scales(
            data: object,
        ) -> DistrictChangesMasteryScalesType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                mastery_scales_type_0 = DistrictChangesMasteryScalesType0.from_dict(
                    data
                )

                return mastery_scales_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DistrictChangesMasteryScalesType0 | None | Unset, data)

        mastery_scales = _parse_mastery_scales(d.pop("mastery_scales", UNSET))

        def _parse_calculation(data: object) -> Calculation | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                calculation_type_0 = Calculation.from_dict(data)

                return calculation_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Calculation | None | Unset, data)

        calculation = _parse_calculation(d.pop("calculation", UNSET))

        def _parse_roster_drop_threshold(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        roster_drop_threshold = _parse_roster_drop_threshold(
            d.pop("roster_drop_threshold", UNSET)
        )

        def _parse_roster_join_by_sign_in_name(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        roster_join_by_sign_in_name = _parse_roster_join_by_sign_in_name(
            d.pop("roster_join_by_sign_in_name", UNSET)
        )

        def _parse_notify_teachers(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        notify_teachers = _parse_notify_teachers(d.pop("notify_teachers", UNSET))

        def _parse_paper(data: object) -> None | PaperSize | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                paper_type_0 = PaperSize(data)

                return paper_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PaperSize | Unset, data)

        paper = _parse_paper(d.pop("paper", UNSET))

        def _parse_report_delivery(data: object) -> None | ReportDelivery | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                report_delivery_type_0 = ReportDelivery(data)

                return report_delivery_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ReportDelivery | Unset, data)

        report_delivery = _parse_report_delivery(d.pop("report_delivery", UNSET))

        district_changes = cls(
            name=name,
            time_zone=time_zone,
            locale=locale,
            mastery_level_count=mastery_level_count,
            mastery_scales=mastery_scales,
            calculation=calculation,
            roster_drop_threshold=roster_drop_threshold,
            roster_join_by_sign_in_name=roster_join_by_sign_in_name,
            notify_teachers=notify_teachers,
            paper=paper,
            report_delivery=report_delivery,
        )

        return district_changes
