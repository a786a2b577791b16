from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.paper_size import PaperSize
from ..models.report_delivery import ReportDelivery

if TYPE_CHECKING:
    from ..models.calculation import Calculation
    from ..models.district_view_level_colors import DistrictViewLevelColors
    from ..models.district_view_mastery_scales import DistrictViewMasteryScales


T = TypeVar("T", bound="DistrictView")


@_attrs_define
class DistrictView:
    """The district's settings.

    Attributes:
        id (str): The district's id, chosen when the stack was deployed.
        name (str): The district's name, as reports and emails say it.
        time_zone (str): The IANA time zone in which the district's times and days are.
        locale (str): The language of the district, as a BCP 47 tag.
        mastery_level_count (int): The default number of mastery levels of new trackers and assessments, 2 to 6.
        mastery_scales (DistrictViewMasteryScales): The mastery scale for each number of levels.
        level_colors (DistrictViewLevelColors): The colors of the levels for each number of levels, the lowest level
            first.
        calculation (Calculation): How several results on a standard become one mastery.
        roster_drop_threshold (int): The percent of classes, people or enrollments that an import may drop before an
            admin must confirm it.
        roster_join_by_sign_in_name (bool): Whether records of the roster with one sign-in name and the same name are
            taken for one person.
        notify_teachers (bool): Whether a new distribution suggests to email teachers upon delivery.
        paper (PaperSize): The paper that the district prints on.

            - `letter`: US Letter, 8.5 by 11 inches.
            - `a4`: A4, 210 by 297 millimeters.
        report_delivery (ReportDelivery): How administrators get the report of a finished Mastery Process.

            - `link`: The email has a link, which needs sign-in.
            - `attached`: The email has the report itself; a link where it is too large for an email.
        version (int): The version: it counts the changes. Send it as `If-Match`, in quotes, when you change this.
    """

    id: str
    name: str
    time_zone: str
    locale: str
    mastery_level_count: int
    mastery_scales: DistrictViewMasteryScales
    level_colors: DistrictViewLevelColors
    calculation: Calculation
    roster_drop_threshold: int
    roster_join_by_sign_in_name: bool
    notify_teachers: bool
    paper: PaperSize
    report_delivery: ReportDelivery
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        time_zone = self.time_zone

        locale = self.locale

        mastery_level_count = self.mastery_level_count

        mastery_scales = self.mastery_scales.to_dict()

        level_colors = self.level_colors.to_dict()

        calculation = self.calculation.to_dict()

        roster_drop_threshold = self.roster_drop_threshold

        roster_join_by_sign_in_name = self.roster_join_by_sign_in_name

        notify_teachers = self.notify_teachers

        paper = self.paper.value

        report_delivery = self.report_delivery.value

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "time_zone": time_zone,
                "locale": locale,
                "mastery_level_count": mastery_level_count,
                "mastery_scales": mastery_scales,
                "level_colors": level_colors,
                "calculation": calculation,
                "roster_drop_threshold": roster_drop_threshold,
                "roster_join_by_sign_in_name": roster_join_by_sign_in_name,
                "notify_teachers": notify_teachers,
                "paper": paper,
                "report_delivery": report_delivery,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.calculation import Calculation  # noqa: PLC0415
        from ..models.district_view_level_colors import DistrictViewLevelColors  # noqa: PLC0415
        from ..models.district_view_mastery_scales import DistrictViewMasteryScales  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        time_zone = d.pop("time_zone")

        locale = d.pop("locale")

        mastery_level_count = d.pop("mastery_level_count")

        mastery_scales = DistrictViewMasteryScales.from_dict(d.pop("mastery_scales"))

        level_colors = DistrictViewLevelColors.from_dict(d.pop("level_colors"))

        calculation = Calculation.from_dict(d.pop("calculation"))

        roster_drop_threshold = d.pop("roster_drop_threshold")

        roster_join_by_sign_in_name = d.pop("roster_join_by_sign_in_name")

        notify_teachers = d.pop("notify_teachers")

        paper = PaperSize(d.pop("paper"))

        report_delivery = ReportDelivery(d.pop("report_delivery"))

        version = d.pop("version")

        district_view = cls(
            id=id,
            name=name,
            time_zone=time_zone,
            locale=locale,
            mastery_level_count=mastery_level_count,
            mastery_scales=mastery_scales,
            level_colors=level_colors,
            calculation=calculation,
            roster_drop_threshold=roster_drop_threshold,
            roster_join_by_sign_in_name=roster_join_by_sign_in_name,
            notify_teachers=notify_teachers,
            paper=paper,
            report_delivery=report_delivery,
            version=version,
        )

        district_view.additional_properties = d
        return district_view

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
