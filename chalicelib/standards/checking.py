"""A file judged: every problem, the sets that it would make, its changes, the verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from chalicelib.findings.model import Problem, Severity, Unreadable, Verdict, group, report
from chalicelib.standards import package_problems

from . import reading
from .diff import Diff, differences
from .documents import fits
from .model import Framework, StandardsSet
from .package import locate_problem
from .sets import MOST_SETS, drawers, evolve

DROP_LIMIT = 10
"""Percent of a framework's standards that may be retired without an admin's confirmation."""

MOST_IN_SET = 1_500
"""Standards that one set may hold, retired ones included: a selection stays a short number."""

_FOLLOWS = (
    (Severity.REJECT, Verdict.REJECT),
    (Severity.ERROR, Verdict.ROW_ERRORS),
    (Severity.HOLD, Verdict.HOLD),
    (Severity.WARNING, Verdict.WARN),
)

Stored = Callable[[str], Mapping[str, StandardsSet]]
"""Gives the stored sets of a framework, by the framework's id."""


@dataclass(frozen=True, slots=True)
class StandardsReport:
    """The result of checking a file. `sets` are as they would be stored; empty after an error."""

    verdict: Verdict
    problems: list[Problem]
    """Equal ones as one, the worst first."""
    counts: dict[str, int] = field(default_factory=dict)
    framework: Framework | None = None
    sets: list[StandardsSet] = field(default_factory=list)
    diff: Diff | None = None

    @property
    def problem_counts(self) -> dict[str, int]:
        """Kinds of problems by severity."""
        counted = Counter(problem.severity for problem in self.problems)
        return {str(severity): counted[severity] for severity in Severity if counted[severity]}

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "verdict": str(self.verdict),
            "framework": _framework(self.framework),
            "counts": self.counts,
            "sets": [_set(one) for one in self.sets],
            "diff": self.diff.as_dict() if self.diff else None,
            "problem_counts": self.problem_counts,
            "problems": [problem.trim_examples().as_dict() for problem in self.problems],
        }


def check(
    content: bytes,
    stored: Stored | None = None,
    *,
    today: date,
    drop_limit: float = DROP_LIMIT,
) -> StandardsReport:
    """Judge a file, against the stored sets if they are given. Never raises for any content.

    Standards that ended before `today` are not offered.
    """
    try:
        read = reading.read(content)
    except Unreadable as stopped:
        return StandardsReport(Verdict.REJECT, _group_problems([stopped.problem]))
    problems, framework = list(read.problems), read.framework
    problems += _impossible(framework)
    if not verdict(problems).may_be_applied:
        return StandardsReport(verdict(problems), _group_problems(problems), read.counts, framework)
    before = stored(framework.id) if stored else {}
    sets = evolve(framework, before, today)
    diff = differences(before, framework, sets) if stored else None
    for one in sets:
        problems += _wrong_with(one)
    problems += _report_ended(framework, today)
    if diff:
        problems += _report_retired(diff, drop_limit)
    counts = {**read.counts, "sets": sum(not one.retired for one in sets)}
    return StandardsReport(
        verdict(problems), _group_problems(problems), counts, framework, sets, diff
    )


def verdict(problems: Iterable[Problem]) -> Verdict:
    """Return the verdict on the package that follows from these problems together."""
    severities = {problem.severity for problem in problems}
    return next((then for given, then in _FOLLOWS if given in severities), Verdict.ACCEPT)


def _group_problems(problems: Iterable[Problem]) -> list[Problem]:
    return group(map(locate_problem, problems))


def _impossible(framework: Framework) -> Iterator[Problem]:
    """Return the excesses before the work of making the sets is done."""
    found = drawers(framework)
    if len(found) > MOST_SETS:
        yield _too_many_sets(len(found))
    for drawer, standards in found.items():
        if len(standards) > MOST_IN_SET:
            yield _set_too_large(f"{drawer.subject}, {drawer.band.words},", len(standards))


def _too_many_sets(many: int) -> Problem:
    return report(package_problems.TOO_MANY_SETS, value=str(many), many=many, most=MOST_SETS)


def _set_too_large(name: str, many: int) -> Problem:
    return report(
        package_problems.SET_TOO_LARGE,
        value=str(many),
        detail=f"{name} would hold {many:,}.",
        most=MOST_IN_SET,
    )


def _wrong_with(one: StandardsSet) -> Iterator[Problem]:
    if len(one.places) > MOST_IN_SET or not fits(one):
        yield _set_too_large(one.name, len(one.places))
    codes = Counter(place.code for place in one.places if place.code and not place.retired)
    for code, times in codes.items():
        if times > 1:
            detail = f"{times} standards of {one.name}."
            yield report(package_problems.CODE_REPEATED, value=code, detail=detail)


def _report_ended(framework: Framework, today: date) -> Iterator[Problem]:
    """Name the standards that are not offered because their last day is past."""
    for one in framework.standards:
        if one.selectable and "" < one.ends < today.isoformat():
            yield report(package_problems.STANDARD_ENDED, identifier=one.identifier, value=one.ends)


def _report_retired(diff: Diff, limit: float) -> Iterator[Problem]:
    """Report standards that sets no longer offer: missing ones, if many, and withdrawn ones."""
    if diff.lost * 100 > limit * diff.held:
        yield _many_lost(diff, limit)
    if diff.withdrawn:
        yield report(
            package_problems.STANDARDS_WITHDRAWN,
            value=str(diff.withdrawn),
            withdrawn=diff.withdrawn,
            held=diff.held,
        )


def _many_lost(diff: Diff, limit: float) -> Problem:
    return report(
        package_problems.MANY_STANDARDS_LOST,
        value=str(diff.lost),
        lost=diff.lost,
        held=diff.held,
        lost_percent=diff.lost_percent,
        limit=limit,
    )


def _framework(framework: Framework | None) -> dict[str, str] | None:
    if framework is None:
        return None
    return {
        "id": framework.id,
        "identifier": framework.identifier,
        "title": framework.title,
        "creator": framework.creator,
        "version": framework.framework_version,
    }


def _set(one: StandardsSet) -> dict[str, Any]:
    return {
        "id": one.id,
        "subject": one.subject,
        "grades": one.band.label,
        "standards": one.active.bit_count(),
        "retired": len(one.places) - one.active.bit_count(),
    }
