"""HTTP for attachments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from chalicelib.paging import Page, cut
from chalicelib.web.id_names import NO_LINKS, LinksTo, NameOf
from chalicelib.web.policy import AUTHORS, STAFF
from chalicelib.web.representation import Body, Representation, Title, UploadView, Version, show_as
from chalicelib.web.routes import Request, Routes

from .model import AttachmentState, ShownAttachment

if TYPE_CHECKING:
    from .wiring import AttachmentsWiring

routes = Routes("Assessments")


class NewAttachment(Body):
    """A file to come: its name, its media type, its size in bytes."""

    name: Title
    """The file's name, as people will see it. Example: `Unit 3 test.pdf`"""
    type: Annotated[str, Field(max_length=100)]
    """The file's media type. Example: `application/pdf`"""
    size: Annotated[int, Field(gt=0)]
    """The file's size in bytes. Example: `182044`"""


class AttachmentView(Representation):
    """A document beside an assessment, to be printed."""

    id: str
    """The attachment's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    assessment: str = Field(serialization_alias="assessment_id")
    """The assessment's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    name: str
    """The file's name. Example: `Unit 3 test.pdf`"""
    type: str
    """The file's media type. Example: `application/pdf`"""
    size: int
    """The file's size in bytes. Example: `182044`"""
    state: Annotated[
        AttachmentState,
        show_as({"waiting": "awaiting_upload"}, Literal["awaiting_upload", "ready", "refused"]),
    ]
    """Where it stands.

    - `awaiting_upload`: It waits for its file.
    - `ready`: It can be downloaded.
    - `refused`: The uploaded content is not the announced content.
    """
    message: str
    """The reason why the file was refused; blank if it was not. Example:
    `The file is not a PDF.`
    """
    added_by: str = Field(serialization_alias="added_by_id")
    """The id of the person who attached it. Example: `T-311`"""
    added_by_name: Annotated[str | None, NameOf("person", "added_by_id")] = None
    """The name of the person who added it; null if it is not known."""
    added_at: str
    """When it was attached. Example: `2026-09-14T17:00:00Z`"""
    allowed: list[str]
    """The actions that you can take.

    - `download`: Download it.
    - `remove`: Remove it.
    """
    upload: UploadView | None = None
    """The form for uploading the file; only in the answer that made the attachment."""
    url: str = ""
    """The address to fetch the file from, without signing in; blank until it is ready.

    Example: `https://files.example.org/x?X-Amz-Signature=y`
    """
    expires_in: int = 0
    """For how many seconds `url` works; 0 without one. Example: `300`"""
    version: Version
    links: Annotated[
        dict[str, str],
        LinksTo.of(
            self="/v1/assessments/{assessment_id}/attachments/{id}",
            assessment="/v1/assessments/{assessment_id}",
        ),
    ] = NO_LINKS
    """Where to go on: the attachment with its link, and the assessment."""

    @classmethod
    def of(cls, subject: ShownAttachment) -> AttachmentView:
        """Render an attachment as one person sees it."""
        facts = subject.attachment.model_dump() | {"allowed": subject.allowed}
        if subject.form:
            facts["upload"] = UploadView.of(subject.form)
        if subject.link:
            facts |= {"url": subject.link.url, "expires_in": subject.link.expires_in}
        return cls.model_validate(facts)


@routes.get(
    "/v1/assessments/{assessment_id}/attachments",
    policy=STAFF,
    answer=AttachmentView,
    listed=True,
    summary="List an assessment's attachments",
)
def list_attachments(
    request: Request[AttachmentsWiring], assessment_id: str
) -> Page[ShownAttachment]:
    found = request.services.attachments.listing(request.caller, assessment_id)
    return cut(found, *request.window, lambda shown: [shown.id])


@routes.post(
    "/v1/assessments/{assessment_id}/attachments",
    policy=AUTHORS,
    body=NewAttachment,
    answer=AttachmentView,
    summary="Attach a document: get a form to upload it with",
)
def create_attachment(request: Request[AttachmentsWiring], assessment_id: str) -> ShownAttachment:
    """Announce a file.

    `upload` is a form to POST the file to. Once it has arrived and was looked at, the attachment is
    `ready`.
    """
    body: NewAttachment = request.body
    return request.services.attachments.add(
        request.act, assessment_id, body.name, body.type, body.size
    )


@routes.get(
    "/v1/assessments/{assessment_id}/attachments/{attachment_id}",
    policy=STAFF,
    answer=AttachmentView,
    summary="Get a link to download an attachment",
)
def read_attachment(
    request: Request[AttachmentsWiring], assessment_id: str, attachment_id: str
) -> ShownAttachment:
    """Return a link.

    Each call returns a new link to the file.
    """
    return request.services.attachments.open(request.caller, assessment_id, attachment_id)


@routes.delete(
    "/v1/assessments/{assessment_id}/attachments/{attachment_id}",
    policy=AUTHORS,
    summary="Remove an attachment",
)
def remove_attachment(
    request: Request[AttachmentsWiring], assessment_id: str, attachment_id: str
) -> None:
    request.services.attachments.remove(request.act, assessment_id, attachment_id, request.version)
