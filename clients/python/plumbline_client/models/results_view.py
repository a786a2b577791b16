from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.results_view_state import ResultsViewState

if TYPE_CHECKING:
    from ..models.average_view import AverageView
    from ..models.class_counts_view import ClassCountsView
    from ..models.level_count_view import LevelCountView
    from ..models.results_view_links import ResultsViewLinks
    from ..models.student_counts_view import StudentCountsView


T = TypeVar("T", bound="ResultsView")


@_attrs_define
class ResultsView:
    """A distribution's results, together; for a school administrator those of their schools.

    Attributes:
        class_counts (ClassCountsView): How many classes have the assessment, and how far they are.
        student_counts (StudentCountsView): How many students took part.
        average (AverageView): The mean of students' shares of the points, over those with everything entered.
        levels (list[LevelCountView]): How many students reached each mastery level, the lowest first.
        distribution_id (str): The distribution's id.
        assessment_id (str): The assessment's id.
        title (str): The assessment's title.
        state (ResultsViewState): Where the distribution stands.

            - `scheduled`: It waits for its time.
            - `delivering`: Trackers are getting it.
            - `delivered`: Every tracker has it, or has a reason why not.
            - `canceled`: It was canceled before it started.
            - `recalled`: It was recalled.
        correction_running (bool): Whether a correction is scoring results again, so that figures may still change.
        calculated_at (datetime.datetime): When this was added up. Later saves are not in it.
        links (ResultsViewLinks): Where to go on.
    """

    class_counts: ClassCountsView
    student_counts: StudentCountsView
    average: AverageView
    levels: list[LevelCountView]
    distribution_id: str
    assessment_id: str
    title: str
    state: ResultsViewState
    correction_running: bool
    calculated_at: datetime.datetime
    links: ResultsViewLinks
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        class_counts = self.class_counts.to_dict()

        student_counts = self.student_counts.to_dict()

        average = self.average.to_dict()

        levels = []
        for levels_item_data in self.levels:
            levels_item = levels_item_data.to_dict()
            levels.append(levels_item)

        distribution_id = self.distribution_id

        assessment_id = self.assessment_id

        title = self.title

        state = self.state.value

        correction_running = self.correction_running

        calculated_at = self.calculated_at.isoformat()

        links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "class_counts": class_counts,
                "student_counts": student_counts,
                "average": average,
                "levels": levels,
                "distribution_id": distribution_id,
                "assessment_id": assessment_id,
                "title": title,
                "state": state,
                "correction_running": correction_running,
                "calculated_at": calculated_at,
                "links": links,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.average_view import AverageView  # noqa: PLC0415
        from ..models.class_counts_view import ClassCountsView  # noqa: PLC0415
        from ..models.level_count_view import LevelCountView  # noqa: PLC0415
        from ..models.results_view_links import ResultsViewLinks  # noqa: PLC0415
        from ..models.student_counts_view import StudentCountsView  # noqa: PLC0415

        d = dict(src_dict)
        class_counts = ClassCountsView.from_dict(d.pop("class_counts"))

        student_counts = StudentCountsView.from_dict(d.pop("student_counts"))

        average = AverageView.from_dict(d.pop("average"))

        levels = []
        _levels = d.pop("levels")
        for levels_item_data in _levels:
            levels_item = LevelCountView.from_dict(levels_item_data)

            levels.append(levels_item)

        distribution_id = d.pop("distribution_id")

        assessment_id = d.pop("assessment_id")

        title = d.pop("title")

        state = ResultsViewState(d.pop("state"))

        correction_running = d.pop("correction_running")

        calculated_at = datetime.datetime.fromisoformat(d.pop("calculated_at"))

        links = ResultsViewLinks.from_dict(d.pop("links"))

        results_view = cls(
            class_counts=class_counts,
            student_counts=student_counts,
            average=average,
            levels=levels,
            distribution_id=distribution_id,
            assessment_id=assessment_id,
            title=title,
            state=state,
            correction_running=correction_running,
            calculated_at=calculated_at,
            links=links,
        )

        results_view.additional_properties = d
        return results_view

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
