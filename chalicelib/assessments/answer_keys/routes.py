"""HTTP for answer keys that come from files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from chalicelib.assessments.items import MOST_CHOICES, ItemKind, Points, Text
from chalicelib.web.body_files import FileProblemView, SentFile
from chalicelib.web.policy import AUTHORS
from chalicelib.web.representation import Representation, Version
from chalicelib.web.routes import Request, Routes

from .items import Defaults, Keyed
from .model import KeyFileLayout
from .service import KeyImport

if TYPE_CHECKING:
    from chalicelib.assessments.wiring import AssessmentsWiring

routes = Routes("Assessments")


class SentKey(SentFile):
    """An answer key. The defaults are for new questions of a document-based assessment."""

    layout: Literal["auto", "plain", "zipgrade", "gradehub"] = "auto"
    """How the file is laid out.

    - `auto`: Find out.
    - `plain`: A row per question: number, key, and perhaps points and standards.
    - `zipgrade`: As ZipGrade exports it.
    - `gradehub`: As GradeHub exports it.
    """
    apply: bool = False
    """Whether to save the key. Without it the file is only looked at."""
    default_standards: Annotated[tuple[Text, ...], Field(max_length=50)] = ()
    """Standards for new questions to which the file gives none, by code or identifier.

    Example: `["3.NF.A.1"]`
    """
    default_points: Points = "1"
    """Points for new questions to which the file gives none. Example: `1`"""
    choices: Annotated[int, Field(ge=0, le=MOST_CHOICES)] = Field(
        default=0, validation_alias="choice_count"
    )
    """How many choices (A, B, C ...) a new question has at least; 0 for as many as the key needs.

    Example: `4`
    """

    @property
    def defaults(self) -> Defaults:
        """The values of new questions where the file has none."""
        return Defaults(self.default_standards, self.default_points, self.choices)

    @property
    def said_layout(self) -> KeyFileLayout | None:
        """The layout, if the client knows."""
        return None if self.layout == "auto" else KeyFileLayout(self.layout)


class QuestionView(Representation):
    """One question as it was understood."""

    form: str
    """The printed form that the key is of, A to E. Example: `A`"""
    number: int
    """The question's number on that form. Example: `7`"""
    item_number: int
    """The item's place in the assessment, from 1. Example: `7`"""
    row: int
    """The row of the file, from 1. Example: `8`"""
    item: str = Field(serialization_alias="item_id")
    """The item's id; blank for one that is new. Example: `q7`"""
    kind: Annotated[str, ItemKind]
    """The kind of item."""
    key: tuple[str, ...]
    """The correct answer. Example: `["B"]`"""
    scoring: str
    """How it is scored.

    - `all_or_nothing`: All of it right, or no points.
    - `partial`: Some points for what is right.
    - `any_answer`: All points for every student who answered.
    - `everyone`: All points for every student who took the test.
    - `listed`: Each listed response has points of its own.
    """
    choices: int = Field(serialization_alias="choice_count")
    """How many choices it has; 0 for an item without choices. Example: `4`"""
    tolerance: str
    """How far a number may be off; blank for other kinds. Example: `0.5`"""
    points: str
    """Points as a decimal, written as text so that nothing is rounded. Example: `2.5`"""
    standards: tuple[str, ...]
    """The codes of its standards. Example: `["3.NF.A.1"]`"""
    change: str
    """The effect of saving on the item.

    - `new`: It is added.
    - `changed`: It is changed.
    - `same`: It stays.
    - `key_version`: A printed form gets its key.
    """

    @classmethod
    def of(cls, subject: Keyed) -> QuestionView:
        """Render a question with the item it is."""
        item = subject.item
        return cls.take(
            subject,
            item_number=subject.of,
            item="" if subject.change == "new" else item.id,
            kind=item.kind,
            scoring=item.scoring,
            choices=len(item.choices),
            tolerance=item.tolerance,
            points=item.points,
            standards=item.standards,
        )


class KeyFileView(Representation):
    """The content of a key file for an assessment."""

    id: str
    """The assessment's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    version: Version
    applied: bool
    """Whether the key was saved."""
    fits: bool
    """Whether nothing in the file is left to correct."""
    layout: str
    """How the file is laid out.

    - `plain`: A row per question.
    - `zipgrade`: As ZipGrade exports it.
    - `gradehub`: As GradeHub exports it.
    """
    encoding: str
    """The file's encoding, as it was found out; `Excel workbook` for one. Example: `UTF-8`"""
    separator: str
    """The character between the columns; blank for a workbook. Example: `,`"""
    rows: int = Field(serialization_alias="row_count")
    """How many rows the file has. Example: `21`"""
    forms: tuple[str, ...]
    """The printed forms that the file has keys of. Example: `["A", "B"]`"""
    questions: tuple[QuestionView, ...]
    """The questions as they were understood."""
    problems: tuple[FileProblemView, ...]
    """Problems and oddities of the file."""

    @classmethod
    def of(cls, subject: KeyImport) -> KeyFileView:
        """Render what was understood and what was not."""
        file, keying = subject.file, subject.keying
        return cls.take(
            file,
            id=subject.id,
            version=subject.version,
            applied=subject.applied,
            fits=keying.fits,
            forms=tuple(file.by_form),
            questions=tuple(map(QuestionView.of, keying.questions)),
            problems=tuple(map(FileProblemView.of, keying.problems)),
        )


@routes.post(
    "/v1/assessments/{assessment_id}/key-files",
    policy=AUTHORS,
    body=SentKey,
    answer=KeyFileView,
    status=200,
    conditional=True,
    summary="Look at an answer key in a file, or set it",
)
def import_key_file(request: Request[AssessmentsWiring], assessment_id: str) -> KeyImport:
    """Look at a key file; with `apply` set keys, points and key versions by it.

    Send the file without `apply` first: the answer shows what was understood and what is wrong.
    Send it again with `apply` to save the key.
    """
    sent: SentKey = request.body
    entries = (request.version, sent.source, sent.said_layout, sent.defaults)
    if sent.apply:
        return request.services.answer_keys.apply(request.act, assessment_id, *entries)
    return request.services.answer_keys.look(request.caller, assessment_id, *entries)
