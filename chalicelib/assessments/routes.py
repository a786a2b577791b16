"""HTTP for assessments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from chalicelib.districts.model import Levels
from chalicelib.paging import Page
from chalicelib.scales.scale import Cut
from chalicelib.web.id_names import (
    NO_LINKS,
    DescribedAlone,
    LinksTo,
    NameOf,
    SetName,
)
from chalicelib.web.policy import AUTHORS, DISTRICT_ADMINS, STAFF
from chalicelib.web.representation import Body, Representation, Title, Version
from chalicelib.web.routes import Request, Routes

from .filter_choices import Choices
from .items import MOST_ITEMS, Item, Text
from .model import Assessment, AssessmentKind, Document, ShownAssessment, VersionItem, Visibility
from .search import AssessmentFilter
from .versions import Versions
from .views import AssessmentFiltersView, ItemsView

if TYPE_CHECKING:
    from .wiring import AssessmentsWiring

routes = Routes("Assessments")

Grades = Annotated[
    tuple[Annotated[str, Field(min_length=1, max_length=20)], ...], Field(max_length=20)
]
Short = Annotated[str, Field(max_length=100)]
Cuts = Annotated[tuple[Cut, ...], Field(max_length=5)]
Reference = Annotated[str, Field(max_length=255)]
Form = Annotated[str, Field(pattern="^[B-E]$")]
Language = Annotated[str, Field(pattern=r"^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$", max_length=20)]


class NewAssessment(Body):
    """A draft's properties."""

    title: Title
    """The title, on one line. Example: `Unit 3: Fractions`"""
    kind: AssessmentKind = AssessmentKind.ITEM
    """Whether it is made of items, or of a document with an answer key."""
    subject: Short = ""
    """The subject; without it the standards set's. Example: `Mathematics`"""
    grades: Grades = ()
    """The grades; without them the standards set's. Example: `["3"]`"""
    language: Language = ""
    """Its language, as a BCP 47 tag. Example: `en`"""
    set_id: Reference = Field(default="", validation_alias="standards_set_id")
    """The standards set that it assesses. It can be chosen later. Example: `f1-math-3`"""
    levels: Levels | None = Field(default=None, validation_alias="level_count")
    """How many mastery levels it has, 2 to 6; without it as many as the district has.

    Example: `4`
    """
    cuts: Cuts = ()
    """The percents at which the levels begin, ascending, for all but the lowest. Without them the
    district's hold.

    Example: `["50", "80", "90"]`
    """
    visibility: Visibility = Visibility.PRIVATE
    """The people who can see it."""


class AssessmentChanges(Body):
    """Properties to change. Leave out what stays."""

    title: Title | None = None
    """The new title. Example: `Unit 3: Fractions`"""
    subject: Short | None = None
    """The new subject; blank for the standards set's. Example: `Mathematics`"""
    grades: Grades | None = None
    """The new grades; empty for the standards set's. Example: `["3"]`"""
    language: Language | None = None
    """The new language, as a BCP 47 tag. Example: `en`"""
    set_id: Reference | None = Field(default=None, validation_alias="standards_set_id")
    """The standards set that it assesses. Example: `f1-math-3`"""
    levels: Levels | None = Field(default=None, validation_alias="level_count")
    """How many mastery levels it has, 2 to 6. Example: `4`"""
    cuts: Cuts | None = None
    """The percents at which the levels begin, ascending, for all but the lowest; empty for the
    district's.

    Example: `["50", "80", "90"]`
    """
    visibility: Visibility | None = None
    """The people who can see it."""


class PrintedItem(Body):
    """One question of a printed form: which item it is, and its key there."""

    item: Annotated[str, Field(min_length=1, max_length=40)] = Field(validation_alias="item_id")
    """The item's id within its assessment. Example: `q7`"""
    key: Annotated[tuple[Text, ...], Field(max_length=50)] = ()
    """The correct answer on this form. Example: `["C"]`"""


class AssessmentItems(Body):
    """All items of an assessment, in order."""

    document: Document | None = None
    """The document for students; for document-based assessments."""
    items: Annotated[tuple[Item, ...], Field(max_length=MOST_ITEMS)] = ()
    """All items, in order. An item that is left out is removed."""
    versions: dict[Form, tuple[PrintedItem, ...]] | None = None
    """The questions of the printed forms `B` to `E`, in their order.

    Left out, those stay that fit the items.
    """


class NewCopy(Body):
    """The copy's title, if it is to have a new one."""

    title: Title | None = None
    """The copy's title; without it the original's. Example: `Unit 3: Fractions (post-test)`"""


class ApprovalView(Representation):
    """The badge “District approved”: which administrator set it, when."""

    by: str = Field(serialization_alias="approved_by_id")
    """The id of the administrator who set the badge. Example: `A-1`"""
    approved_by_name: Annotated[str | None, NameOf("person", "approved_by_id")] = None
    """The name of the person who set the badge; null if it is not known."""
    at: str = Field(serialization_alias="approved_at")
    """When it was set. Example: `2026-09-14T17:00:00Z`"""


class AssessmentView(Representation):
    """An assessment without its items."""

    id: str
    """The assessment's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    title: str
    """The assessment's title. Example: `Unit 3: Fractions`"""
    kind: AssessmentKind
    """Whether it is made of items, or of a document with an answer key."""
    subject: str
    """The subject: the standards set's, unless its author chose another. Example: `Mathematics`"""
    grades: tuple[str, ...]
    """The grades: the standards set's, unless its author chose others. Example: `["3"]`"""
    language: str
    """Its language, as a BCP 47 tag; blank when unknown. Example: `en`"""
    set_id: str = Field(serialization_alias="standards_set_id")
    """The standards set that it assesses; blank when none is chosen yet. Example: `f1-math-3`"""
    standards_set_name: SetName = None
    standards: tuple[str, ...]
    """The codes of the standards that its items assess. Example: `["3.NF.A.1"]`"""
    described_standards: DescribedAlone = ()
    levels: int = Field(serialization_alias="level_count")
    """How many mastery levels it has. Example: `4`"""
    cuts: tuple[str, ...]
    """The percents at which its levels begin, for all but the lowest; empty where the district's
    hold.

    Example: `["50", "80", "90"]`
    """
    visibility: Visibility
    """The people who can see it."""
    approved: ApprovalView | None = Field(serialization_alias="approval")
    """The badge “District approved”; null without it."""
    creator: str = Field(serialization_alias="created_by_id")
    """The id of the person who made it. Example: `A-1`"""
    creator_name: str = Field(serialization_alias="created_by_name")
    """The name of the person who made it. Example: `Dana Reyes`"""
    created: str = Field(serialization_alias="created_at")
    """When it was made. Example: `2026-09-14T17:00:00Z`"""
    changed: str = Field(serialization_alias="changed_at")
    """When it was changed last. Example: `2026-09-14T17:00:00Z`"""
    items: int = Field(serialization_alias="item_count")
    """How many items it has. Example: `20`"""
    points: str
    """The points of all items together, as a decimal. Example: `25`"""
    document: str = Field(serialization_alias="document_name")
    """The name of what students work on; blank for an item-based one.

    Example: `Unit 3 test booklet`
    """
    copied_from: str = Field(serialization_alias="copied_from_id")
    """The assessment that it is a copy of; blank when it is none.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    sitting_of: str = Field(serialization_alias="sitting_of_id")
    """The assessment that it is a second sitting of: the same test, given once more. Blank when it
    is none.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    in_use: bool
    """Whether it was given to somebody. Then its set, levels and standards cannot change."""
    scored: bool
    """Whether students have results on it. Then what decides scores changes by a correction only.
    """
    correcting: str = Field(serialization_alias="running_correction_id")
    """The correction that is scoring it again at present; blank when none is.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    ready: bool
    """Whether it can be given to a class."""
    lacks: list[str] = Field(serialization_alias="not_ready_reasons")
    """The reasons why it cannot be given to a class yet; empty when it is ready.

    - `standards_set`: A standards set.
    - `items`: At least one item.
    - `document`: The document for students.
    """
    allowed: list[str]
    """The actions that you can take.

    - `edit`: Change its properties and items.
    - `correct`: Correct keys, points or cut scores although students have results.
    - `copy`: Copy it, or items of it.
    - `delete`: Delete it.
    - `approve`: Set the badge “District approved”.
    - `withdraw_approval`: Remove the badge.
    - `distribute`: Distribute it.
    """
    version: Version
    links: Annotated[
        dict[str, str],
        LinksTo.of(
            self="/v1/assessments/{id}",
            items="/v1/assessments/{id}/items",
            attachments="/v1/assessments/{id}/attachments",
            standards_set="/v1/standards-sets/{standards_set_id}",
        ),
    ] = NO_LINKS
    """Where to go on: its items, attachments and standards set."""

    @classmethod
    def of(cls, subject: ShownAssessment) -> AssessmentView:
        """Render a header as one person sees it."""
        header = subject.header
        return cls.take(
            header,
            subject=header.shown_subject,
            grades=header.shown_grades,
            allowed=subject.allowed,
        )


@routes.get(
    "/v1/assessments",
    policy=STAFF,
    query=AssessmentFilter,
    answer=AssessmentView,
    listed=True,
    summary="List and search assessments",
)
def list_assessments(request: Request[AssessmentsWiring]) -> Page[ShownAssessment]:
    """List what the caller may see.

    Your assessments, and those that your school, the district or the community shares. A test that
    only a data team shares is opened from its Mastery Process. Filters narrow together;
    `GET /v1/assessment-filters` has the values that occur.
    """
    wanted = request.query or AssessmentFilter()
    return request.services.assessment_search.find(request.caller, wanted, *request.window)


@routes.get(
    "/v1/assessment-filters",
    policy=STAFF,
    answer=AssessmentFiltersView,
    summary="See what the list of assessments can be filtered by",
)
def read_assessment_filters(request: Request[AssessmentsWiring]) -> Choices:
    return request.services.assessment_search.choices(request.caller)


@routes.post(
    "/v1/assessments",
    policy=AUTHORS,
    body=NewAssessment,
    answer=AssessmentView,
    location="/v1/assessments/{id}",
    summary="Begin an assessment",
)
def create_assessment(request: Request[AssessmentsWiring]) -> ShownAssessment:
    """Begin a draft.

    It begins as a draft without items. Set them with `PUT /v1/assessments/{assessment_id}/items`.
    """
    return request.services.assessments.create(request.act, request.body.model_dump())


@routes.get(
    "/v1/assessments/{assessment_id}",
    policy=STAFF,
    answer=AssessmentView,
    summary="Read an assessment's properties",
)
def read_assessment(request: Request[AssessmentsWiring], assessment_id: str) -> ShownAssessment:
    return request.services.assessments.show(request.caller, assessment_id)


@routes.patch(
    "/v1/assessments/{assessment_id}",
    policy=AUTHORS,
    body=AssessmentChanges,
    answer=AssessmentView,
    summary="Rename an assessment, change its properties",
)
def change_assessment(request: Request[AssessmentsWiring], assessment_id: str) -> ShownAssessment:
    changes: dict[str, Any] = request.body.model_dump(exclude_none=True)
    return request.services.assessments.change(request.act, assessment_id, request.version, changes)


@routes.delete(
    "/v1/assessments/{assessment_id}",
    policy=AUTHORS,
    summary="Delete an assessment that was never given to anybody",
)
def delete_assessment(request: Request[AssessmentsWiring], assessment_id: str) -> None:
    request.services.assessments.delete(request.act, assessment_id, request.version)


@routes.get(
    "/v1/assessments/{assessment_id}/items",
    policy=STAFF,
    answer=ItemsView,
    summary="Read an assessment's items and key",
)
def read_items(request: Request[AssessmentsWiring], assessment_id: str) -> Assessment:
    return request.services.assessments.read(request.caller, assessment_id)


@routes.put(
    "/v1/assessments/{assessment_id}/items",
    policy=AUTHORS,
    body=AssessmentItems,
    answer=ItemsView,
    summary="Set an assessment's items, key, points and standards",
)
def set_items(request: Request[AssessmentsWiring], assessment_id: str) -> Assessment:
    """Replace items.

    Send all items; one that is left out is removed. Once students have results, use a correction
    instead.
    """
    body: AssessmentItems = request.body
    saved: Assessment = request.services.assessments.set_items(
        request.act,
        assessment_id,
        request.version,
        body.items,
        body.document,
        versions=_read_versions(body),
    )
    return saved


def _read_versions(body: AssessmentItems) -> Versions | None:
    """Return the key versions that were sent, if any were."""
    if body.versions is None:
        return None
    return {
        form: [VersionItem(item=each.item, key=each.key) for each in questions]
        for form, questions in body.versions.items()
    }


@routes.post(
    "/v1/assessments/{assessment_id}/copies",
    policy=AUTHORS,
    body=NewCopy,
    answer=AssessmentView,
    location="/v1/assessments/{id}",
    summary="Copy an assessment",
)
def create_assessment_copy(
    request: Request[AssessmentsWiring], assessment_id: str
) -> ShownAssessment:
    """Copy into a draft of one's own.

    The copy is your own draft, with items, key and attached documents.
    """
    return request.services.assessments.copy(request.act, assessment_id, request.body.title)


@routes.put(
    "/v1/assessments/{assessment_id}/approval",
    policy=DISTRICT_ADMINS,
    answer=AssessmentView,
    summary="Set the badge “District approved”",
)
def set_assessment_approval(
    request: Request[AssessmentsWiring], assessment_id: str
) -> ShownAssessment:
    return request.services.assessments.approve(request.act, assessment_id, request.version)


@routes.delete(
    "/v1/assessments/{assessment_id}/approval",
    policy=DISTRICT_ADMINS,
    answer=AssessmentView,
    summary="Remove the badge “District approved”",
)
def remove_assessment_approval(
    request: Request[AssessmentsWiring], assessment_id: str
) -> ShownAssessment:
    return request.services.assessments.withdraw_approval(
        request.act, assessment_id, request.version
    )
