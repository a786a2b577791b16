"""HTTP for answer keys that come from files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Protocol

from pydantic import Field

from chalicelib.assessments.items import MOST_CHOICES, Points, Text
from chalicelib.web.policy import AUTHORS
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes
from chalicelib.web.sent_files import FileProblemView, SentFile

from .items import Defaults, Keyed
from .model import Layout
from .service import KeyImport

if TYPE_CHECKING:
    from .service import AnswerKeys

    class AssessmentsAnswerKeysServices(Protocol):
        """What the edge hands to these views."""

        answer_keys: AnswerKeys

    AssessmentsAnswerKeysRequest = Request[AssessmentsAnswerKeysServices]


routes = Routes("Assessments")


class SentKey(SentFile):
    """An answer key. Without `apply` it is only looked at.

    The defaults are for new questions of a document-based assessment: standards and points that
    the file does not give, and how many choices (A, B, C ...) a question has at least.
    """

    layout: Literal["auto", "plain", "zipgrade", "gradehub"] = "auto"
    apply: bool = False
    default_standards: Annotated[tuple[Text, ...], Field(max_length=50)] = ()
    default_points: Points = "1"
    choices: Annotated[int, Field(ge=0, le=MOST_CHOICES)] = Field(
        default=0, validation_alias="choice_count"
    )

    @property
    def defaults(self) -> Defaults:
        """What new questions have that the file does not say."""
        return Defaults(self.default_standards, self.default_points, self.choices)

    @property
    def said_layout(self) -> Layout | None:
        """The layout, if the client knows."""
        return None if self.layout == "auto" else Layout(self.layout)


class QuestionView(Representation):
    """One question as it was understood. `number` is as printed, `item_number` the item's own.

    `item_id` is empty for one that is new. `change`: new, changed, same, or key version.
    """

    form: str
    number: int
    item_number: int
    row: int
    item: str = Field(serialization_alias="item_id")
    kind: str
    key: tuple[str, ...]
    scoring: str
    choices: int = Field(serialization_alias="choice_count")
    tolerance: str
    points: str
    standards: tuple[str, ...]
    change: str

    @classmethod
    def of(cls, subject: Keyed) -> QuestionView:
        """Render a question with the item it is."""
        item = subject.item
        return cls(
            form=subject.form,
            number=subject.number,
            item_number=subject.of,
            row=subject.row,
            item="" if subject.change == "new" else item.id,
            kind=item.kind,
            key=subject.key,
            scoring=item.scoring,
            choices=len(item.choices),
            tolerance=item.tolerance,
            points=item.points,
            standards=item.standards,
            change=subject.change,
        )


class KeyFileView(Representation):
    """What a key file says of an assessment; `fits`: nothing in it is left to correct."""

    id: str
    version: int
    applied: bool
    fits: bool
    layout: str
    encoding: str
    separator: str
    rows: int = Field(serialization_alias="row_count")
    forms: tuple[str, ...]
    questions: tuple[QuestionView, ...]
    problems: tuple[FileProblemView, ...]

    @classmethod
    def of(cls, subject: KeyImport) -> KeyFileView:
        """Render what was understood and what was not."""
        file, keying = subject.file, subject.keying
        return cls(
            id=subject.id,
            version=subject.version,
            applied=subject.applied,
            fits=keying.fits,
            layout=file.layout,
            encoding=file.encoding,
            separator=file.separator,
            rows=file.rows,
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
def import_key_file(request: AssessmentsAnswerKeysRequest, assessment_id: str) -> KeyImport:
    """Look at a key file; with `apply` set keys, points and key versions by it."""
    sent: SentKey = request.body
    told = (request.version, sent.source, sent.said_layout, sent.defaults)
    if sent.apply:
        return request.services.answer_keys.apply(request.act, assessment_id, *told)
    return request.services.answer_keys.look(request.caller, assessment_id, *told)
