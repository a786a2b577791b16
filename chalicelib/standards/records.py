"""The records of frameworks and of imports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import Field

from chalicelib.findings.model import Verdict
from chalicelib.frozen_models import FrozenModel
from chalicelib.storage.files import UploadForm

from .grades import Band

KIND = "standards-import"
"""The name of an import in jobs and due entries."""


class FrameworkRecord(FrozenModel):
    """A framework that has been imported, without its statements."""

    id: str
    identifier: str
    title: str
    creator: str = ""
    language: str = ""
    edition: str = ""
    status: str = ""
    uri: str = ""
    standards: int = 0
    sets: int = 0
    imported: str
    """When, as an instant."""
    imported_by: str
    """The import that brought this edition."""
    version: int = 1


class SetSummary(FrozenModel):
    """A standards set as lists show it."""

    id: str
    framework: str
    framework_title: str
    subject: str
    grades: tuple[str, ...]
    standards: int
    """How many can be selected."""
    retired: int
    version: int
    ending: dict[str, int] = Field(default_factory=dict)
    """How many of the standards end on which day."""

    def on(self, day: date) -> SetSummary:
        """Return the set as it is on a day: what ended before cannot be selected."""
        over = sum(many for ends, many in self.ending.items() if ends < day.isoformat())
        if not over:
            return self
        left = {"standards": self.standards - over, "retired": self.retired + over}
        return self.model_copy(update=left)

    @property
    def band(self) -> Band:
        """The grade band."""
        return Band(self.grades)

    @property
    def position(self) -> list[Any]:
        """Where it stands in a list."""
        ranks = "-".join(f"{rank:02}" for rank in self.band.rank)
        return [self.framework_title, self.subject, ranks, self.id]


class StandardsImportState(StrEnum):
    """Where an import stands."""

    AWAITING_UPLOAD = "awaiting_upload"
    """It waits for its file."""
    READY = "ready"
    """It can be applied."""
    HELD = "held"
    """It would drop more than the district allows: an admin must confirm."""
    REFUSED = "refused"
    """The package has errors. Nothing was changed."""
    APPLYING = "applying"
    """It is being applied."""
    APPLIED = "applied"
    """The framework is as the package says."""
    DISCARDED = "discarded"
    """Somebody discarded it. Nothing was changed."""


OUTCOME = {
    Verdict.ACCEPT: StandardsImportState.READY,
    Verdict.WARN: StandardsImportState.READY,
    Verdict.HOLD: StandardsImportState.HELD,
    Verdict.ROW_ERRORS: StandardsImportState.REFUSED,
    Verdict.REJECT: StandardsImportState.REFUSED,
}

_OPEN = (
    StandardsImportState.AWAITING_UPLOAD,
    StandardsImportState.READY,
    StandardsImportState.HELD,
)


class StandardsImport(FrozenModel):
    """One package on its way in. Its findings are empty until it has been checked."""

    id: str
    state: StandardsImportState = StandardsImportState.AWAITING_UPLOAD
    file_name: str = ""
    created_at: str
    created_by: str
    checked_at: str = ""
    applied_at: str = ""
    applied_by: str = ""
    confirmed_by: str = ""
    discarded_by: str = ""
    """The admin who gave it up; empty when its file never came."""
    message: str = ""
    """The reason why it was abandoned, in a sentence."""
    digest: str = ""
    """SHA-256 of the file that was checked, and of no other."""
    verdict: Verdict | None = None
    framework: dict[str, str] | None = None
    counts: dict[str, int] = Field(default_factory=dict)
    sets: tuple[dict[str, Any], ...] = ()
    diff: dict[str, Any] | None = None
    problem_counts: dict[str, int] = Field(default_factory=dict)
    problems: tuple[dict[str, Any], ...] = ()
    """The first of them; all are in the problems' file."""
    done: int = 0
    total: int = 0
    due: str = ""
    """When the clock looks after it; empty when nothing is open."""
    version: int = 1

    @property
    def source_file(self) -> str:
        """Where the package is uploaded to."""
        return f"uploads/{KIND}/{self.id}.json"

    @property
    def package_file(self) -> str:
        """Where exactly the file that was checked is kept."""
        return f"standards/{self.id}/{self.digest}.json"

    @property
    def problems_file(self) -> str:
        """Where all problems are kept, one JSON object a line."""
        return f"standards/{self.id}/{self.digest}.problems.ndjson"

    @property
    def kept_problems_file(self) -> str:
        """Where its problems are kept; blank when it has none."""
        return self.problems_file if self.problem_count else ""

    @property
    def problem_count(self) -> int:
        """How many kinds of problems there are in all."""
        return sum(self.problem_counts.values())

    @property
    def allowed(self) -> tuple[str, ...]:
        """The acts that are open to an admin now."""
        possible = {
            "apply": self.state is StandardsImportState.READY,
            "confirm_drops_and_apply": self.state is StandardsImportState.HELD,
            "discard": self.state in _OPEN,
        }
        return tuple(name for name, may in possible.items() if may)


@dataclass(frozen=True, slots=True)
class ShownStandardsImport:
    """An import as it is answered with; with its upload form when it is new."""

    record: StandardsImport
    form: UploadForm | None = None

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def version(self) -> int:
        return self.record.version
