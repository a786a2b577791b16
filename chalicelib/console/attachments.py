"""Files beside an assessment: attach, download and remove them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from chalicelib.acts import Answer
from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

from .assessment_page import address_of, path_of, show_tab
from .forms import NO_ERRORS, Errors, read_number
from .screens import AUTHORS, EVERYBODY, Lead, ScreenPage, Screens, Shown, Visit

screens = Screens()

FILE = ("name", "size")
"""The fields that describe the file."""

_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
MEDIA_TYPES: Mapping[str, str] = {
    ".pdf": "application/pdf",
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    ".pptx": f"{_OFFICE}.presentationml.presentation",
    ".odt": f"{_OPEN}.text",
    ".ods": f"{_OPEN}.spreadsheet",
    ".odp": f"{_OPEN}.presentation",
    ".rtf": "application/rtf",
    ".txt": "text/plain",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
}
"""Media types by the end of a file's name; browsers do not know all of these."""


@screens.show("/console/assessments/{assessment_id}/attachments", roles=AUTHORS)
def begin_attachment(visit: Visit, assessment_id: str) -> Shown:
    """Show the form that a file is chosen in."""
    return _show_form(visit, assessment_id, {})


@screens.act("/console/assessments/{assessment_id}/attachments", roles=AUTHORS)
def announce_attachment(visit: Visit, assessment_id: str) -> Shown:
    """Announce a file, and return the bucket's form for it."""
    typed = {name: visit.form.one(name).strip() for name in FILE}
    ending = PurePath(typed["name"]).suffix.casefold()
    body = {
        "name": typed["name"],
        "type": MEDIA_TYPES.get(ending, "application/octet-stream"),
        "size": read_size(typed["size"]),
    }
    path = f"{path_of(assessment_id)}/attachments"
    try:
        made = visit.api.ask("POST", path, body, key=visit.form.key).body
    except ApiRefused as refused:
        errors = explain_no_file(Errors.of(refused.problem, {"/type": "name"}), typed)
        return _show_form(visit, assessment_id, typed, errors)
    base = visit.base
    facts = {
        "upload": made["upload"],
        "file_name": made["name"],
        "size": made["size"],
        "next": f"{base}{address_of(assessment_id, 'attachments')}",
        "trail": [],
    }
    return ScreenPage("upload.html", facts)


@screens.show("/console/assessments/{assessment_id}/attachments/{attachment_id}", roles=EVERYBODY)
def download_attachment(visit: Visit, assessment_id: str, attachment_id: str) -> Shown:
    """Lead to the file; to the list where it is not ready."""
    url = visit.api.read(_path(assessment_id, attachment_id))["url"]
    if not url:
        return Lead(address_of(assessment_id, "attachments"))
    return Answer(302, "", {"Location": url, "Content-Type": "text/html"})


@screens.act("/console/assessments/{assessment_id}/attachments/{attachment_id}", roles=AUTHORS)
def remove_attachment(visit: Visit, assessment_id: str, attachment_id: str) -> Shown:
    """Remove a file."""
    try:
        visit.send("DELETE", _path(assessment_id, attachment_id))
    except ApiRefused as refused:
        errors = Errors.of(refused.problem)
        return show_tab(visit, assessment_id, "attachments", errors=errors)
    return Lead(address_of(assessment_id, "attachments"), done="file_removed")


def read_size(text: str) -> int:
    """Read how many bytes a file has; 0, which the API refuses, where nothing can be read."""
    return read_number(text.replace(",", "").replace(" ", "")) or 0


def explain_no_file(errors: Errors, typed: Mapping[str, str]) -> Errors:
    """Return that no file was chosen, where the API speaks of a name and a size."""
    if typed["name"]:
        return errors
    others = {name: text for name, text in errors.fields.items() if name not in FILE}
    return replace(errors, fields={**others, "name": "Choose a file."})


def _path(assessment_id: str, attachment_id: str) -> str:
    return f"{path_of(assessment_id)}/attachments/{write_segment(attachment_id)}"


def _show_form(
    visit: Visit,
    assessment_id: str,
    typed: Mapping[str, str],
    errors: Errors = NO_ERRORS,
) -> Shown:
    assessment = visit.api.read(path_of(assessment_id))
    if not errors and "edit" not in assessment["allowed"]:
        return Lead(address_of(assessment_id, "attachments"))
    facts: dict[str, Any] = {
        "assessment": assessment,
        "typed": typed,
        "errors": errors,
        "endings": list(MEDIA_TYPES),
    }
    return ScreenPage("assessments/attach.html", facts, errors.status)
