from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.roster_report_verdict import RosterReportVerdict
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.hold import Hold
    from ..models.roster_doubt import RosterDoubt
    from ..models.roster_report_changes import RosterReportChanges
    from ..models.roster_report_counts_type_0 import RosterReportCountsType0
    from ..models.roster_report_dropped_cells import RosterReportDroppedCells
    from ..models.roster_report_dropped_files import RosterReportDroppedFiles
    from ..models.roster_report_modes import RosterReportModes
    from ..models.roster_report_problem_counts import RosterReportProblemCounts
    from ..models.roster_report_rows_type_0 import RosterReportRowsType0


T = TypeVar("T", bound="RosterReport")


@_attrs_define
class RosterReport:
    """The findings of the check of a roster package. After 30 days only verdict, counts, rows and the numbers of changes
    are left.

        Attributes:
            verdict (RosterReportVerdict | Unset): The permitted use of the package.

                - `accept`: Nothing is wrong with it.
                - `warn`: It can be applied; some things are odd.
                - `hold`: It would drop more than the district allows without confirmation.
                - `row_errors`: Some rows must be corrected.
                - `reject`: It cannot be read with certainty.
            message (str | Unset): The reason why nothing could be checked, in a sentence; missing if it was checked.
            version (str | Unset): The package's OneRoster version; blank if unreadable.
            modes (RosterReportModes | Unset): How each file is meant: `bulk`, `delta` or `absent`.
            rows (None | RosterReportRowsType0 | Unset): How many rows each file has.
            counts (None | RosterReportCountsType0 | Unset): How many records each table would have.
            changes (RosterReportChanges | Unset): The changes that applying it would make: `schools`, `sessions`,
                `courses`, `classes`, `users`, `enrollments` and `roles`.
            holds (list[Hold] | Unset): Why an admin must confirm it; empty without a reason.
            problem_counts (RosterReportProblemCounts | Unset): How many problems there are, by severity and by code.
            dropped_files (RosterReportDroppedFiles | Unset): Files that are not used, with their rows.
            dropped_cells (RosterReportDroppedCells | Unset): Columns that are not used, with their filled cells.
            own_offices (list[str] | Unset): Offices of the whole district, by their ids.
            doubts (list[RosterDoubt] | Unset): Roles that may be meant for the whole district, but not for certain.
            grants (list[list[str]] | Unset): Roles that were granted by name earlier and are still asked for: person and
                office, by their ids.
            unchecked (list[str] | Unset): Files that references could not be followed into.
    """

    verdict: RosterReportVerdict | Unset = UNSET
    message: str | Unset = UNSET
    version: str | Unset = UNSET
    modes: RosterReportModes | Unset = UNSET
    rows: None | RosterReportRowsType0 | Unset = UNSET
    counts: None | RosterReportCountsType0 | Unset = UNSET
    changes: RosterReportChanges | Unset = UNSET
    holds: list[Hold] | Unset = UNSET
    problem_counts: RosterReportProblemCounts | Unset = UNSET
    dropped_files: RosterReportDroppedFiles | Unset = UNSET
    dropped_cells: RosterReportDroppedCells | Unset = UNSET
    own_offices: list[str] | Unset = UNSET
    doubts: list[RosterDoubt] | Unset = UNSET
    grants: list[list[str]] | Unset = UNSET
    unchecked: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.roster_report_counts_type_0 import RosterReportCountsType0  # noqa: PLC0415
        from ..models.roster_report_rows_type_0 import RosterReportRowsType0  # noqa: PLC0415

        verdict: str | Unset = UNSET
        if not isinstance(self.verdict, Unset):
            verdict = self.verdict.value

        message = self.message

        version = self.version

        modes: dict[str, Any] | Unset = UNSET
        if not isinstance(self.modes, Unset):
            modes = self.modes.to_dict()

        rows: dict[str, Any] | None | Unset
        if isinstance(self.rows, Unset):
            rows = UNSET
        elif isinstance(self.rows, RosterReportRowsType0):
            rows = self.rows.to_dict()
        else:
            rows = self.rows

        counts: dict[str, Any] | None | Unset
        if isinstance(self.counts, Unset):
            counts = UNSET
        elif isinstance(self.counts, RosterReportCountsType0):
            counts = self.counts.to_dict()
        else:
            counts = self.counts

        changes: dict[str, Any] | Unset = UNSET
        if not isinstance(self.changes, Unset):
            changes = self.changes.to_dict()

        holds: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.holds, Unset):
            holds = []
            for holds_item_data in self.holds:
                holds_item = holds_item_data.to_dict()
                holds.append(holds_item)

        problem_counts: dict[str, Any] | Unset = UNSET
        if not isinstance(self.problem_counts, Unset):
            problem_counts = self.problem_counts.to_dict()

        dropped_files: dict[str, Any] | Unset = UNSET
        if not isinstance(self.dropped_files, Unset):
            dropped_files = self.dropped_files.to_dict()

        dropped_cells: dict[str, Any] | Unset = UNSET
        if not isinstance(self.dropped_cells, Unset):
            dropped_cells = self.dropped_cells.to_dict()

        own_offices: list[str] | Unset = UNSET
        if not isinstance(self.own_offices, Unset):
            own_offices = self.own_offices

        doubts: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.doubts, Unset):
            doubts = []
            for doubts_item_data in self.doubts:
                doubts_item = doubts_item_data.to_dict()
                doubts.append(doubts_item)

        grants: list[list[str]] | Unset = UNSET
        if not isinstance(self.grants, Unset):
            grants = []
            for grants_item_data in self.grants:
                grants_item = grants_item_data

                grants.append(grants_item)

        unchecked: list[str] | Unset = UNSET
        if not isinstance(self.unchecked, Unset):
            unchecked = self.unchecked

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if verdict is not UNSET:
            field_dict["verdict"] = verdict
        if message is not UNSET:
            field_dict["message"] = message
        if version is not UNSET:
            field_dict["version"] = version
        if modes is not UNSET:
            field_dict["modes"] = modes
        if rows is not UNSET:
            field_dict["rows"] = rows
        if counts is not UNSET:
            field_dict["counts"] = counts
        if changes is not UNSET:
            field_dict["changes"] = changes
        if holds is not UNSET:
            field_dict["holds"] = holds
        if problem_counts is not UNSET:
            field_dict["problem_counts"] = problem_counts
        if dropped_files is not UNSET:
            field_dict["dropped_files"] = dropped_files
        if dropped_cells is not UNSET:
            field_dict["dropped_cells"] = dropped_cells
        if own_offices is not UNSET:
            field_dict["own_offices"] = own_offices
        if doubts is not UNSET:
            field_dict["doubts"] = doubts
        if grants is not UNSET:
            field_dict["grants"] = grants
        if unchecked is not UNSET:
            field_dict["unchecked"] = unchecked

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.hold import Hold  # noqa: PLC0415
        from ..models.roster_doubt import RosterDoubt  # noqa: PLC0415
        from ..models.roster_report_changes import RosterReportChanges  # noqa: PLC0415
        from ..models.roster_report_counts_type_0 import RosterReportCountsType0  # noqa: PLC0415
        from ..models.roster_report_dropped_cells import RosterReportDroppedCells  # noqa: PLC0415
        from ..models.roster_report_dropped_files import RosterReportDroppedFiles  # noqa: PLC0415
        from ..models.roster_report_modes import RosterReportModes  # noqa: PLC0415
        from ..models.roster_report_problem_counts import RosterReportProblemCounts  # noqa: PLC0415
        from ..models.roster_report_rows_type_0 import RosterReportRowsType0  # noqa: PLC0415

        d = dict(src_dict)
        _verdict = d.pop("verdict", UNSET)
        verdict: RosterReportVerdict | Unset
        if isinstance(_verdict, Unset):
            verdict = UNSET
        else:
            verdict = RosterReportVerdict(_verdict)

        message = d.pop("message", UNSET)

        version = d.pop("version", UNSET)

        _modes = d.pop("modes", UNSET)
        modes: RosterReportModes | Unset
        if isinstance(_modes, Unset):
            modes = UNSET
        else:
            modes = RosterReportModes.from_dict(_modes)

        def _parse_rows(data: object) -> None | RosterReportRowsType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                rows_type_0 = RosterReportRowsType0.from_dict(data)

                return rows_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RosterReportRowsType0 | Unset, data)

        rows = _parse_rows(d.pop("rows", UNSET))

        def _parse_counts(data: object) -> None | RosterReportCountsType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                counts_type_0 = RosterReportCountsType0.from_dict(data)

                return counts_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RosterReportCountsType0 | Unset, data)

        counts = _parse_counts(d.pop("counts", UNSET))

        _changes = d.pop("changes", UNSET)
        changes: RosterReportChanges | Unset
        if isinstance(_changes, Unset):
            changes = UNSET
        else:
            changes = RosterReportChanges.from_dict(_changes)

        _holds = d.pop("holds", UNSET)
        holds: list[Hold] | Unset = UNSET
        if _holds is not UNSET:
            holds = []
            for holds_item_data in _holds:
                holds_item = Hold.from_dict(holds_item_data)

                holds.append(holds_item)

        _problem_counts = d.pop("problem_counts", UNSET)
        problem_counts: RosterReportProblemCounts | Unset
        if isinstance(_problem_counts, Unset):
            problem_counts = UNSET
        else:
            problem_counts = RosterReportProblemCounts.from_dict(_problem_counts)

        _dropped_files = d.pop("dropped_files", UNSET)
        dropped_files: RosterReportDroppedFiles | Unset
        if isinstance(_dropped_files, Unset):
            dropped_files = UNSET
        else:
            dropped_files = RosterReportDroppedFiles.from_dict(_dropped_files)

        _dropped_cells = d.pop("dropped_cells", UNSET)
        dropped_cells: RosterReportDroppedCells | Unset
        if isinstance(_dropped_cells, Unset):
            dropped_cells = UNSET
        else:
            dropped_cells = RosterReportDroppedCells.from_dict(_dropped_cells)

        own_offices = cast(list[str], d.pop("own_offices", UNSET))

        _doubts = d.pop("doubts", UNSET)
        doubts: list[RosterDoubt] | Unset = UNSET
        if _doubts is not UNSET:
            doubts = []
            for doubts_item_data in _doubts:
                doubts_item = RosterDoubt.from_dict(doubts_item_data)

                doubts.append(doubts_item)

        _grants = d.pop("grants", UNSET)
        grants: list[list[str]] | Unset = UNSET
        if _grants is not UNSET:
            grants = []
            for grants_item_data in _grants:
                grants_item = cast(list[str], grants_item_data)

                grants.append(grants_item)

        unchecked = cast(list[str], d.pop("unchecked", UNSET))

        roster_report = cls(
            verdict=verdict,
            message=message,
            version=version,
            modes=modes,
            rows=rows,
            counts=counts,
            changes=changes,
            holds=holds,
            problem_counts=problem_counts,
            dropped_files=dropped_files,
            dropped_cells=dropped_cells,
            own_offices=own_offices,
            doubts=doubts,
            grants=grants,
            unchecked=unchecked,
        )

        roster_report.additional_properties = d
        return roster_report

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
