"""Every id in an answer has a name beside it, or a reason why a screen needs none."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

import app  # noqa: F401 - its doors are what is looked at
from chalicelib.web.lazy_routes import every_domain
from chalicelib.web.names import models_in

OTHER_WORDS = {
    "assessment_id": ("title", "assessment_title"),
    "class_id": ("title", "class_title"),
    "course_id": ("course_title",),
    "person_id": ("person_name", "family_name"),
    "process_id": ("name", "title"),
    "student_id": ("family_name",),
    "tracker_id": ("title", "tracker_title"),
}
"""Other names of an id than `<it>_name` or `<it>_title`."""

NO_NAME = {
    "client_id": "an OAuth client, which no person sees",
    "item_id": "a question is known by its number, beside it",
    "row_id": "a strategy is known by its texts, in the page's rows",
    "distribution_id": "a distribution has its assessment's title, which is there",
    "running_correction_id": "a correction is opened from it, and has no name",
    "copied_from_id": "another author's assessment, whose title may be hidden",
    "sitting_of_id": "the first sitting, of the same title",
    "started_from_id": "a link into the library",
    "repeats_id": "a link to the distribution whose settings it took, mostly of the same title",
    "current_import_id": "an import is known by its time",
    "previous_import_id": "an import is known by its time",
    "applying_import_id": "an import is known by its time",
    "restored_import_id": "an import is known by its time",
    "base_import_id": "an import is known by its time",
    "tracker_ids": "up to thousands; the selection view has them with their titles",
    "added_student_ids": "they are named in `students`",
    "removed_student_ids": "they are named in `students`",
    "made_present_student_ids": "they are named in `students`, or in the preview",
    "SignedOutView.person_id": "who asked for it names the person",
    "AttachmentView.assessment_id": "it is a document of the assessment in the address",
    "ResponseFileView.tracker_id": "the sheet in the address, which is open",
    "ResponseFileView.assessment_id": "the sheet in the address, which is open",
    "ResponseFileView.class_id": "the sheet in the address, which is open",
    "StudentScoreView.class_id": "it is one of the student's `classes`, which have titles",
    "ActivationView.tracker_id": "its class is named, and the sheet is linked",
    "SkippedClassView.tracker_id": "its class is named",
    "PrintedTestView.student_ids": "those of the request, who chose them by name",
    "SheetView.process_ids": "a screen asks whether they are locked, and links them",
    "ActView.thing_id": "records name nothing; a screen links the thing by its kind",
} | {
    f"{view}.process_id": "it is a screen of the process in the address"
    for view in (
        "ActivationView",
        "CollectionView",
        "ComparisonView",
        "GoalsView",
        "GrowthReportView",
        "PageView",
        "PrintoutView",
        "TeamOpeningView",
    )
}
"""Ids without a name, in all answers or in one, and why."""


def answers() -> Iterator[type[BaseModel]]:
    """Every representation that some answer has."""
    found: dict[type[BaseModel], None] = {}
    waiting: list[type[BaseModel]] = []
    waiting += [route.answer for room in every_domain() for route in room.routes if route.answer]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found[model] = None
            for info in model.model_fields.values():
                waiting += list(models_in(info.annotation))
    return iter(sorted(found, key=lambda each: each.__name__))


EVERY = tuple(answers())


def list_fields(model: type[BaseModel]) -> list[str]:
    return [info.serialization_alias or name for name, info in model.model_fields.items()]


def names_of(field: str) -> set[str]:
    if field.endswith("_ids"):
        return {f"{field.removesuffix('_ids')}s"}
    whose = field.removesuffix("_id")
    return {f"{whose}_name", f"{whose}_title", *OTHER_WORDS.get(field, ())}


def test_an_id_has_a_name_beside_it() -> None:
    bare = [
        f"{model.__name__}.{field}"
        for model in EVERY
        for fields in [set(list_fields(model))]
        for field in sorted(fields)
        if field.endswith(("_id", "_ids"))
        and not {field, f"{model.__name__}.{field}"} & NO_NAME.keys()
        and not names_of(field) & fields
    ]
    assert not bare


def test_every_reason_is_about_an_id_that_there_is() -> None:
    there = {field for model in EVERY for field in list_fields(model)}
    there |= {f"{model.__name__}.{field}" for model in EVERY for field in list_fields(model)}
    assert not NO_NAME.keys() - there
