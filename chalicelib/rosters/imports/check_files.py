"""The findings of a check, put aside as files under names that no other check uses."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chalicelib.findings.model import KEPT_EXAMPLES
from chalicelib.ids import new_id
from chalicelib.rosters.documents import FORM

from .model import OUTCOME, RosterImportState

if TYPE_CHECKING:
    from chalicelib.rosters.store import RosterStore
    from chalicelib.storage.files import Files

FILES = ("problems_file", "state_file", "schools_file", "changes_file")
"""Fields of an import that name a file of its check."""
_LINES = "application/x-ndjson"


def keep_findings(
    files: Files, store: RosterStore, of: tuple[str, str], found: dict[str, Any], folder: Path,
    form: int,
) -> dict[str, Any]:  # fmt: skip
    """Keep problems, difference and resulting state; return the import's facts about them.

    The changes are kept where they are few; where they are many, both together may take longer than
    a function has. `of` is the district and the import.
    """
    from chalicelib.rosters.difference import is_slight
    from chalicelib.rosters.joining import write_state
    from chalicelib.rosters.school_changes import school_changes

    name = f"rosters/{of[1]}/{new_id()}"
    kept: dict[str, Any] = {**dict.fromkeys(FILES, ""), "total": 0, "done": 0}
    kept |= {"form": FORM, "base_form": form}
    if store.problem_counts:
        every = (problem.as_dict() for problem in store.problems(examples=KEPT_EXAMPLES))
        kept["problems_file"] = _keep_lines(files, f"{name}.jsonl", every, folder)
    if OUTCOME[found["verdict"]] is not RosterImportState.REFUSED:
        write_state(store, folder / "new.zip")
        kept["state_file"] = f"{name}.zip"
        files.keep(kept["state_file"], folder / "new.zip", "application/zip")
        if is_slight(store, form):
            kept |= keep_changes(files, store, of, folder, form)
    if schools := list(school_changes(store)):
        kept["schools_file"] = _keep_lines(files, f"{name}-schools.jsonl", schools, folder)
    return kept


def keep_changes(
    files: Files, store: RosterStore, of: tuple[str, str], folder: Path, form: int
) -> dict[str, Any]:
    """Keep the changes that applying an import makes; return the facts about them."""
    from chalicelib.rosters.difference import changes, write_changes
    from chalicelib.rosters.repository import keep

    district, import_id = of
    path = folder / "changes.gz"
    total = write_changes(path, (keep(district, each) for each in changes(store, form)))
    key = f"rosters/{import_id}/{new_id()}-changes.jsonl.gz"
    files.keep(key, path, "application/gzip")
    return {"changes_file": key, "total": total}


def _keep_lines(files: Files, key: str, rows: Iterable[dict[str, Any]], folder: Path) -> str:
    path = folder / "lines.jsonl"
    with path.open("w", encoding="utf-8") as target:
        target.writelines(_line(row) for row in rows)
    files.keep(key, path, _LINES)
    return key


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"
