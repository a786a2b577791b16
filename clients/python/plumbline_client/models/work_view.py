from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.conflicts_work_view import ConflictsWorkView
    from ..models.distributions_work_view import DistributionsWorkView
    from ..models.finishes_work_view import FinishesWorkView
    from ..models.imports_work_view import ImportsWorkView
    from ..models.lates_work_view import LatesWorkView
    from ..models.sheets_work_view import SheetsWorkView
    from ..models.tests_work_view import TestsWorkView
    from ..models.work_view_links import WorkViewLinks


T = TypeVar("T", bound="WorkView")


@_attrs_define
class WorkView:
    """The open work of the signed-in person. Each thing is in one section only.

    Sections that are not about them are empty: the last four are for district administrators.

        Attributes:
            as_of (str): The moment of which this is.
            new_deliveries (SheetsWorkView): Sheets that wait.
            sheets (SheetsWorkView): Sheets that wait.
            tests_to_activate (TestsWorkView): Tests that wait to be activated.
            page_conflicts (ConflictsWorkView): Pages that wait for their team.
            processes_to_finish (FinishesWorkView): Processes that wait for their leader.
            imports (ImportsWorkView): Imports that wait for a decision.
            scheduled (DistributionsWorkView): Distributions to know of.
            late (LatesWorkView): Work that is late.
            failed (DistributionsWorkView): Distributions to know of.
            links (WorkViewLinks): Where to go on: the person (`me`), and the whole lists.
    """

    as_of: str
    new_deliveries: SheetsWorkView
    sheets: SheetsWorkView
    tests_to_activate: TestsWorkView
    page_conflicts: ConflictsWorkView
    processes_to_finish: FinishesWorkView
    imports: ImportsWorkView
    scheduled: DistributionsWorkView
    late: LatesWorkView
    failed: DistributionsWorkView
    links: WorkViewLinks
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        as_of = self.as_of

        new_deliveries = self.new_deliveries.to_dict()

        sheets = self.sheets.to_dict()

        tests_to_activate = self.tests_to_activate.to_dict()

        page_conflicts = self.page_conflicts.to_dict()

        processes_to_finish = self.processes_to_finish.to_dict()

        imports = self.imports.to_dict()

        scheduled = self.scheduled.to_dict()

        late = self.late.to_dict()

        failed = self.failed.to_dict()

        links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "as_of": as_of,
                "new_deliveries": new_deliveries,
                "sheets": sheets,
                "tests_to_activate": tests_to_activate,
                "page_conflicts": page_conflicts,
                "processes_to_finish": processes_to_finish,
                "imports": imports,
                "scheduled": scheduled,
                "late": late,
                "failed": failed,
                "links": links,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.conflicts_work_view import ConflictsWorkView  # noqa: PLC0415
        from ..models.distributions_work_view import DistributionsWorkView  # noqa: PLC0415
        from ..models.finishes_work_view import FinishesWorkView  # noqa: PLC0415
        from ..models.imports_work_view import ImportsWorkView  # noqa: PLC0415
        from ..models.lates_work_view import LatesWorkView  # noqa: PLC0415
        from ..models.sheets_work_view import SheetsWorkView  # noqa: PLC0415
        from ..models.tests_work_view import TestsWorkView  # noqa: PLC0415
        from ..models.work_view_links import WorkViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        as_of = d.pop("as_of")

        new_deliveries = SheetsWorkView.from_dict(d.pop("new_deliveries"))

        sheets = SheetsWorkView.from_dict(d.pop("sheets"))

        tests_to_activate = TestsWorkView.from_dict(d.pop("tests_to_activate"))

        page_conflicts = ConflictsWorkView.from_dict(d.pop("page_conflicts"))

        processes_to_finish = FinishesWorkView.from_dict(d.pop("processes_to_finish"))

        imports = ImportsWorkView.from_dict(d.pop("imports"))

        scheduled = DistributionsWorkView.from_dict(d.pop("scheduled"))

        late = LatesWorkView.from_dict(d.pop("late"))

        failed = DistributionsWorkView.from_dict(d.pop("failed"))

        links = WorkViewLinks.from_dict(d.pop("links"))

        work_view = cls(
            as_of=as_of,
            new_deliveries=new_deliveries,
            sheets=sheets,
            tests_to_activate=tests_to_activate,
            page_conflicts=page_conflicts,
            processes_to_finish=processes_to_finish,
            imports=imports,
            scheduled=scheduled,
            late=late,
            failed=failed,
            links=links,
        )

        work_view.additional_properties = d
        return work_view

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
