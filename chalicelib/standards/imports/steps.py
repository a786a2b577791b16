"""The steps of an import, decided: what may follow, and what the next record says."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from chalicelib.clock import instant
from chalicelib.errors import Conflict
from chalicelib.findings.model import Verdict
from chalicelib.standards import refusals
from chalicelib.standards.checking import StandardsReport
from chalicelib.standards.model import Framework
from chalicelib.standards.records import (
    OUTCOME,
    FrameworkRecord,
    StandardsImport,
    StandardsImportState,
)
from chalicelib.uploads.refusals import DROPS_NOT_CONFIRMED

SHOWN_PROBLEMS = 20
"""Kinds of problems that come with the import itself, which is one item; all are a file."""


def update_import(found: StandardsImport, **changes: Any) -> StandardsImport:
    """Return an import with these changes, one version on."""
    return found.model_copy(update={**changes, "version": found.version + 1})


def allow(found: StandardsImport, *, confirm_drops: bool) -> None:
    """Raise what stands against applying it now."""
    if found.state not in (StandardsImportState.READY, StandardsImportState.HELD):
        raise not_in_state(found.state)
    if found.state is StandardsImportState.HELD and not confirm_drops:
        losses = " ".join(one["reason"] for one in found.problems if one["severity"] == "hold")
        raise DROPS_NOT_CONFIRMED(pointer="/confirm_drops", losses=losses)


def not_in_state(state: StandardsImportState) -> Conflict:
    """Return why this is not possible in this state."""
    return refusals.IMPORT_STATES[state](state=state)


def may_still(found: StandardsImport, report: StandardsReport) -> bool:
    """Return whether the package may be applied to the standards that are stored by now."""
    if report.verdict is Verdict.HOLD:
        return bool(found.confirmed_by)
    return report.verdict.may_be_applied


def with_report(
    found: StandardsImport, report: StandardsReport, content: bytes, now: datetime
) -> StandardsImport:
    """Return an import with what checking its file found."""
    plain = report.as_dict()
    return update_import(
        found,
        state=OUTCOME[report.verdict],
        checked_at=instant(now),
        digest=digest(content),
        verdict=report.verdict,
        framework=plain["framework"],
        counts=report.counts,
        sets=tuple(plain["sets"]),
        diff=plain["diff"],
        problem_counts=report.problem_counts,
        problems=tuple(plain["problems"][:SHOWN_PROBLEMS]),
        total=len(report.sets),
        done=0,
        due="",
    )


def digest(content: bytes) -> str:
    """Return what a file is known by: the same bytes, the same digest."""
    return hashlib.sha256(content).hexdigest()


def record(
    framework: Framework, report: StandardsReport, found: StandardsImport, now: str, version: int
) -> FrameworkRecord:
    """Return the record of a framework that an import brought."""
    return FrameworkRecord(
        id=framework.id,
        identifier=framework.identifier,
        title=framework.title,
        creator=framework.creator,
        language=framework.language,
        edition=framework.framework_version,
        status=framework.status,
        uri=framework.uri,
        standards=report.counts["standards"],
        sets=report.counts["sets"],
        imported=now,
        imported_by=found.id,
        version=version,
    )
