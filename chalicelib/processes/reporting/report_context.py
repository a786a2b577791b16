"""The facts of a report that the lock fixes: its tests, and the facts from other domains."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.clock import from_instant
from chalicelib.distribution.walltime import Moment, clock_text, moment_at, moment_text
from chalicelib.errors import NotFound
from chalicelib.processes.attached_tests.rules import refresh_tests
from chalicelib.processes.model import Attached, Process, TestOrigin

from .model import ReportContext

if TYPE_CHECKING:
    from chalicelib.assessments.service import Assessments
    from chalicelib.districts.service import Districts
    from chalicelib.rosters.service import Rosters
    from chalicelib.standards.service import Standards


@dataclass(eq=False, repr=False)
class ReportContexts:
    """The facts that other domains supply once, when a process is locked."""

    _districts: Districts
    _rosters: Callable[[], Rosters]
    _standards: Callable[[], Standards]
    _assessments: Callable[[], Assessments]

    def of(self, district: str, process: Process) -> ReportContext:
        """Return the frame of a process that is being locked now."""
        settings = self._districts.read(district)
        ended = process.ended.at if process.ended else process.created
        return ReportContext(
            district=settings.name,
            school=self._school(district, process.school),
            locale=settings.locale,
            zone=settings.time_zone,
            paper=settings.paper.value,
            attached=settings.report_delivery == "attached",
            link=self._link(process),
            begun=_day(moment_at(from_instant(process.created), settings.time_zone)),
            finished=moment_text(moment_at(from_instant(ended), settings.time_zone)),
            statements=self._statements(district, process),
        )

    def refresh_tests(self, district: str, process: Process) -> Process:
        """Return a process with its tests' titles, points and standards of today.

        It says too whether its test, given twice, is scored by two keys: only one was corrected.
        """
        attached = [each.assessment for each in (process.pre, process.post) if each]
        headers = self._assessments().headers(district, attached).values()
        described = self._assessments().describe(district, headers)
        now = refresh_tests(process, {header.id: header for header in described})
        return now.model_copy(update={"scored_apart": self._apart(district, process)})

    def _school(self, district: str, school: str) -> str:
        return self._rosters().school_names(district).get(school, school) if school else ""

    def _link(self, process: Process) -> str:
        base = process.reached_at
        return f"{base}/console/reports/{process.id}" if base else ""

    def _statements(self, district: str, process: Process) -> dict[str, str]:
        """Return the statements of the standards assessed, as far as they are known."""
        body: dict[str, str] = {}
        for test in (process.pre, process.post):
            if test is not None and test.set_id:
                body |= self._of_set(district, test)
        return body

    def _of_set(self, district: str, test: Attached) -> dict[str, str]:
        try:
            rows = self._standards().tree(district, test.set_id).rows
        except NotFound:
            return {}
        wanted = set(test.standards)
        return {row.code: row.statement for row in rows if row.selectable and row.code in wanted}

    def _apart(self, district: str, process: Process) -> bool:
        pre, post = process.pre, process.post
        if pre is None or post is None or post.how != TestOrigin.SAME:
            return False
        return not self._assessments().scored_alike(district, pre.assessment, post.assessment)


def _day(moment: Moment) -> str:
    return clock_text(moment.local).partition(" at ")[0]
