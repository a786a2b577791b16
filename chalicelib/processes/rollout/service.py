"""The processes that a distribution opens in data teams, for district administrators."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chalicelib.distribution.model import DistributionState as Distributed
from chalicelib.distribution.refusals import DISTRIBUTION_NOT_FOUND
from chalicelib.errors import Detail
from chalicelib.jobs.model import Job, JobState, percent
from chalicelib.jobs.refusals import JOB_NOT_FOUND
from chalicelib.processes import refusals

from .model import KIND, ClassState, ProcessOpeningState, TeamOpening

if TYPE_CHECKING:
    from chalicelib.acts import Caller
    from chalicelib.distribution.model import Distribution, OpensProcess
    from chalicelib.paging import Page
    from chalicelib.processes.ports import RequestingDistributions
    from chalicelib.teams.service import Teams

    from .repository import OpeningProgress, OpeningRepository

_WHERE = "/opens_process"


@dataclass(eq=False, repr=False)
class ProcessOpenings:
    """The openings of a district's distributions. Teams are asked only where they matter."""

    _repository: OpeningRepository
    _distributions: RequestingDistributions
    _teams: Callable[[], Teams]

    def check(self, district: str, mask: int, opens: OpensProcess) -> None:
        """Check that an assessment of these standards can open processes. Raises `Invalid`."""
        if not mask:
            raise refusals.PRE_TEST_WITHOUT_STANDARDS(pointer=_WHERE)
        wrong = list(self._wrong(district, opens.teams or ()))
        if wrong:
            raise refusals.TEAMS_NOT_AVAILABLE(details=wrong, wrong=len(wrong))

    def _wrong(self, district: str, teams: Sequence[str]) -> Iterator[Detail]:
        found = {team.id: team for team in self._teams().several(district, teams)} if teams else {}
        for place, name in enumerate(teams):
            where = f"{_WHERE}/teams/{place}"
            if name not in found:
                yield refusals.UNKNOWN_TEAM(where)
            elif found[name].retired:
                yield refusals.RETIRED_TEAM(where)

    def of(
        self, caller: Caller, distribution: str, limit: int, after: Sequence[Any] | None
    ) -> Page[TeamOpening]:
        """Page through the outcomes for all teams. Raises `NotFound`."""
        self._read_distribution(caller.district, distribution)
        return self._repository.page(caller.district, distribution, limit, after)

    def progress(self, district: str, distribution: str) -> Job:
        """Look at it as a job. Raises `NotFound`, also where there is nothing to open."""
        made = self._read_distribution(district, distribution)
        if made.opens_process is None:
            raise JOB_NOT_FOUND()
        standing = self._repository.standing(district, distribution)
        teams = list(self._repository.teams(district, distribution)) if standing else []
        counts = _counts(teams)
        state = _state(made, standing)
        done = counts["opened"] + counts["skipped"]
        return Job(
            kind=KIND,
            reference=made.id,
            state=state,
            percent=100 if state in _OVER else min(percent(done, len(teams)) if teams else 0, 99),
            message=_message(state, counts),
            counts=counts,
            links={
                "distribution": f"/v1/distributions/{made.id}",
                "openings": f"/v1/distributions/{made.id}/openings",
            },
            due=standing.due if standing else "",
        )

    def _read_distribution(self, district: str, distribution: str) -> Distribution:
        made = self._distributions.get(district, distribution)
        if made is None:
            raise DISTRIBUTION_NOT_FOUND()
        return made


_OVER = (JobState.DONE, JobState.CANCELED)


def _state(made: Distribution, standing: OpeningProgress | None) -> JobState:
    if made.state == Distributed.CANCELLED:
        return JobState.CANCELED
    if standing is None:
        return JobState.WAITING
    return JobState.RUNNING if standing.due else JobState.DONE


def _counts(teams: Sequence[TeamOpening]) -> dict[str, int]:
    states = Counter(each.state for each in teams)
    classes: Counter[ClassState] = Counter()
    for each in teams:
        classes.update(one.state for one in each.classes)
    return {
        "total": len(teams),
        "opened": states[ProcessOpeningState.OPENED],
        "skipped": states[ProcessOpeningState.SKIPPED],
        "classes": classes[ClassState.ACTIVE],
        "skipped_classes": classes[ClassState.SKIPPED],
    }


def _message(state: JobState, counts: dict[str, int]) -> str:
    if state == JobState.CANCELED:
        return "The distribution was canceled before it started."
    if state == JobState.WAITING:
        return "The process starts in data teams after the assessment is delivered."
    text = f"Opened in {counts['opened']} of {counts['total']} data teams"
    text += f", {counts['skipped']} skipped" if counts["skipped"] else ""
    text += f"; {counts['classes']} classes have the pre-test"
    return text + (f", {counts['skipped_classes']} skipped." if counts["skipped_classes"] else ".")
