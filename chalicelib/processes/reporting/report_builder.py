"""The builder for a locked process's report (P13), as `reports.service` uses it.

The report is made of the process, which nothing changes any more, and of the frame that was fixed
at the lock. A second making gives the same report. The id of a mail follows from process and
person, so each administrator gets one, however often this runs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from chalicelib.clock import Clock, from_instant, instant
from chalicelib.mail.payload import LARGEST_PICTURE
from chalicelib.processes.model import ProcessReport, ProcessSnapshot
from chalicelib.processes.reporting.charts import MOST_GROUPS, levels_chart, movement_chart
from chalicelib.processes.reporting.email_summary import build_email_summary
from chalicelib.processes.reporting.finished_report import build_finished_report
from chalicelib.processes.reporting.measurements import (
    MeasuredProcess,
    measure_for_schools,
    measure_process,
)
from chalicelib.processes.reporting.model import PDF, PNG, ReportContext, name_file, pending
from chalicelib.processes.reporting.redaction import redact, redact_outside
from chalicelib.reports.retry_schedule import DocumentState, PendingDocument

from .papers import to_print
from .recipients import Wanted, find_recipients, split_people

if TYPE_CHECKING:
    from chalicelib.districts.service import Districts
    from chalicelib.mail.service import Mails
    from chalicelib.processes.ports import Typesetter
    from chalicelib.processes.reporting.finished_email import ProcessFinished
    from chalicelib.processes.repository import ProcessRepository
    from chalicelib.rosters.model import Person
    from chalicelib.rosters.service import Rosters
    from chalicelib.storage.files import Files
    from chalicelib.storage.keys import Key

    from .repository import ReportRepository


@dataclass(eq=False, repr=False)
class ReportBuilder:
    """The reports of a district's locked processes."""

    _repository: ReportRepository
    _processes: ProcessRepository
    _typesetter: Callable[[], Typesetter]
    _files: Files
    _mails: Callable[[], Mails]
    _rosters: Callable[[], Rosters]
    _districts: Callable[[], Districts]
    _clock: Clock
    _district: str

    def waiting(self, reference: str) -> PendingDocument | None:
        """Return the state of a report that is not there yet."""
        kept = self._repository.get(self._district, reference)
        return kept.waiting if kept else None

    def move(self, reference: str, before: PendingDocument, after: PendingDocument) -> bool:
        """Write its state; false when somebody else was faster."""
        kept = self._repository.get(self._district, reference)
        if kept is None or kept.waiting != before:
            return False
        return self._repository.move(self._district, reference, kept, kept.standing(after))

    def build(self, reference: str) -> None:
        """Make the report, keep its files, have the administrators notified, and settle it last."""
        opened = self._processes.open(self._district, reference)
        if opened is None or opened.report is None or opened.report.state == DocumentState.READY:
            return
        frame, figures = pending(opened.report).frame, redact(measure_process(opened))
        made = self._keep(opened, frame, figures)
        written = self._queue_mails(opened, frame, figures, made.size)
        self._settle(reference, made)
        self._mails().enqueue(written)

    def _staff(self, district: str, wanted: Wanted) -> Iterator[Person]:
        return self._rosters().find_staff(
            district, wanted, partial(self._districts().today, district)
        )

    # -- steps ------------------------------------------------------------------------------------

    def _keep(
        self, opened: ProcessSnapshot, frame: ReportContext, figures: MeasuredProcess
    ) -> ProcessReport:
        """Make and keep the files; give the report as it is known from now on."""
        setter, process = self._typesetter(), opened.process
        assert process.ended is not None, "a locked process has an end"
        report = to_print(build_finished_report(opened, frame, figures))
        content = setter.pdf(report, from_instant(process.ended.at))
        file = name_file(process.id, "report.pdf")
        self._files.keep(file, content, PDF)
        self._files.keep(name_file(process.id, "levels.png"), levels_to_carry(setter, figures), PNG)
        moved = movement_chart(figures)
        if moved is not None:
            self._files.keep(
                name_file(process.id, "movement.png"), setter.png(to_print(moved)), PNG
            )
        digest = hashlib.sha256(content).hexdigest()
        at = instant(self._clock.now())
        return ProcessReport(DocumentState.READY.value, file, digest, len(content), at)

    def _queue_mails(
        self, opened: ProcessSnapshot, frame: ReportContext, figures: MeasuredProcess, size: int
    ) -> list[Key]:
        """Write one mail per administrator; give their keys."""
        people = find_recipients(self._staff, self._district, opened.process, opened.schools)
        facts = build_email_summary(opened.process, frame, figures, size)
        written = list(self._write(opened.id, facts, people.whole))
        names = self._rosters().school_names(self._district) if people.parts else {}
        for schools, some in people.parts.items():
            facts = self._part(opened, frame, {each: names.get(each, each) for each in schools})
            written += self._write(opened.id, facts, some)
        return written

    def _write(self, process: str, facts: ProcessFinished, people: Sequence[str]) -> Iterator[Key]:
        for some in split_people(people):
            puts = self._mails().prepare(process, ((person, facts) for person in some))
            self._repository.add_mails(puts)
            yield from (put.key for put in puts)

    def _part(
        self, opened: ProcessSnapshot, frame: ReportContext, schools: Mapping[str, str]
    ) -> ProcessFinished:
        """Return the mail to administrators of these schools, and keep its chart."""
        figures = redact_outside(measure_for_schools(opened, schools))
        facts = build_email_summary(opened.process, frame, figures, 0, part=tuple(schools.values()))
        if facts.levels_chart is not None:
            drawn = levels_to_carry(self._typesetter(), figures)
            self._files.keep(facts.levels_chart.file, drawn, PNG)
        return facts

    def _settle(self, reference: str, made: ProcessReport) -> None:
        """Write that it is there, even if the clock moved it meanwhile."""
        kept = self._repository.get(self._district, reference)
        while kept is not None and kept.waiting is not None:
            if self._repository.move(self._district, reference, kept, kept.ready(made)):
                return
            kept = self._repository.get(self._district, reference)


def levels_to_carry(setter: Typesetter, figures: MeasuredProcess) -> bytes:
    """Draw the chart of levels as a mail can carry it: where need be, of the team alone."""
    drawn = setter.png(to_print(levels_chart(figures, most=MOST_GROUPS)))
    if len(drawn) <= LARGEST_PICTURE:
        return drawn
    return setter.png(to_print(levels_chart(figures, most=1)))
