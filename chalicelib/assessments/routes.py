"""HTTP for assessments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Protocol

from pydantic import Field

from chalicelib.districts.model import Levels
from chalicelib.paging import Page
from chalicelib.scales.scale import Cut
from chalicelib.web.policy import AUTHORS, DISTRICT_ADMINS, STAFF
from chalicelib.web.representation import Body, Representation, Title
from chalicelib.web.routes import Request, Routes

from .bank import Found, ItemFilter
from .choices import Choices
from .items import MOST_ITEMS, Item, Text
from .model import Assessment, Document, Kind, Shown, VersionItem, Visibility
from .search import Filter
from .versions import Versions

if TYPE_CHECKING:
    from .finding import AssessmentSearch
    from .service import Assessments

    class AssessmentsServices(Protocol):
        """What the edge hands to these views."""

        assessment_search: AssessmentSearch
        assessments: Assessments

    AssessmentsRequest = Request[AssessmentsServices]


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
    """A draft's properties; `level_count` is the district's unless given.

    `cuts` are percents, ascending: where each mastery level but the lowest begins. Without them the
    district's hold.
    """

    title: Title
    kind: Kind = Kind.ITEM
    subject: Short = ""
    grades: Grades = ()
    language: Language = ""
    set_id: Reference = Field(default="", validation_alias="standards_set_id")
    levels: Levels | None = Field(default=None, validation_alias="level_count")
    cuts: Cuts = ()
    visibility: Visibility = Visibility.PRIVATE


class AssessmentChanges(Body):
    """Properties to change; leave out what stays. Empty `cuts`: the district's hold again."""

    title: Title | None = None
    subject: Short | None = None
    grades: Grades | None = None
    language: Language | None = None
    set_id: Reference | None = Field(default=None, validation_alias="standards_set_id")
    levels: Levels | None = Field(default=None, validation_alias="level_count")
    cuts: Cuts | None = None
    visibility: Visibility | None = None


class PrintedItem(Body):
    """One question of a printed form: which item it is, and its key there."""

    item: Annotated[str, Field(min_length=1, max_length=40)] = Field(validation_alias="item_id")
    key: Annotated[tuple[Text, ...], Field(max_length=50)] = ()


class Items(Body):
    """All items, in order; for document-based assessments also the document.

    `versions`: what is right on the forms B to E; left out, those stay that fit the items.
    """

    document: Document | None = None
    items: Annotated[tuple[Item, ...], Field(max_length=MOST_ITEMS)] = ()
    versions: dict[Form, tuple[PrintedItem, ...]] | None = None


class NewCopy(Body):
    """The copy's title, if it is to have a new one."""

    title: Title | None = None


class ApprovalView(Representation):
    """The badge “District approved”: which administrator set it, when."""

    by: str = Field(serialization_alias="approved_by_id")
    at: str = Field(serialization_alias="approved_at")


class AssessmentView(Representation):
    """An assessment without its items; `allowed` is what you may do with it.

    `subject` and `grades` are its standards set's unless its author says otherwise. `scored`:
    students have results, so what decides scores is frozen; `running_correction_id` is the
    correction that is scoring them again at present.
    """

    id: str
    title: str
    kind: Kind
    subject: str
    grades: tuple[str, ...]
    language: str
    set_id: str = Field(serialization_alias="standards_set_id")
    standards: tuple[str, ...]
    levels: int = Field(serialization_alias="level_count")
    cuts: tuple[str, ...]
    visibility: Visibility
    approved: ApprovalView | None = Field(serialization_alias="approval")
    creator: str = Field(serialization_alias="created_by_id")
    creator_name: str = Field(serialization_alias="created_by_name")
    created: str = Field(serialization_alias="created_at")
    changed: str = Field(serialization_alias="changed_at")
    items: int = Field(serialization_alias="item_count")
    points: str
    document: str = Field(serialization_alias="document_name")
    copied_from: str = Field(serialization_alias="copied_from_id")
    sitting_of: str = Field(serialization_alias="sitting_of_id")
    in_use: bool
    scored: bool
    correcting: str = Field(serialization_alias="running_correction_id")
    ready: bool
    lacks: list[str] = Field(serialization_alias="not_ready_reasons")
    allowed: list[str]
    version: int

    @classmethod
    def of(cls, subject: Shown) -> AssessmentView:
        """Render a header as one person sees it."""
        header = subject.header
        own = {name: getattr(header, name) for name in cls.model_fields if name != "allowed"}
        own |= {"subject": header.shown_subject, "grades": header.shown_grades}
        return cls.model_validate({**own, "allowed": subject.allowed})


class FilterValueView(Representation):
    """A value that a filter takes, what people call it, how many assessments have it."""

    value: str
    name: str
    assessments: int = Field(serialization_alias="assessment_count")


class AssessmentFiltersView(Representation):
    """What the list can be filtered by: the values that occur in what you may see."""

    subjects: list[FilterValueView]
    grades: list[FilterValueView]
    creators: list[FilterValueView]
    sets: list[FilterValueView] = Field(serialization_alias="standards_sets")

    @classmethod
    def of(cls, subject: Choices) -> AssessmentFiltersView:
        """Render every filter's values."""
        fields = {name: getattr(subject, name) for name in cls.model_fields}
        return cls.model_validate(
            {name: list(map(FilterValueView.of, values)) for name, values in fields.items()}
        )


class ItemView(Representation):
    """One item."""

    id: str
    kind: str
    prompt: str
    choices: tuple[str, ...]
    key: tuple[str, ...]
    scoring: str
    tolerance: str
    points: str
    standards: tuple[str, ...]


class BankItemView(Representation):
    """An item of the bank.

    Append it to an assessment of yours by `assessment_id` and the item's id.

    `allowed` is what you may do with it.
    """

    allowed: tuple[str, ...] = ("copy",)
    assessment: str = Field(serialization_alias="assessment_id")
    title: str = Field(serialization_alias="assessment_title")
    set_id: str = Field(serialization_alias="standards_set_id")
    item: ItemView

    @classmethod
    def of(cls, subject: Found) -> BankItemView:
        """Render an item with where it is from."""
        header = subject.header
        return cls(
            assessment=header.id,
            title=header.title,
            set_id=header.set_id,
            item=ItemView.of(subject.item),
        )


class PrintedItemView(Representation):
    """One question of a printed form, in the form's order."""

    item: str = Field(serialization_alias="item_id")
    key: tuple[str, ...]


class DocumentView(Representation):
    """What students work on."""

    name: str
    description: str


class ItemsView(Representation):
    """All items, and what they add up to."""

    id: str
    version: int
    document: DocumentView | None
    items: tuple[ItemView, ...]
    versions: dict[str, tuple[PrintedItemView, ...]]
    points: str
    standards: tuple[str, ...]

    @classmethod
    def of(cls, subject: Assessment) -> ItemsView:
        """Render header and contents."""
        return cls(
            id=subject.id,
            version=subject.version,
            document=DocumentView.of(subject.contents.document)
            if subject.contents.document
            else None,
            items=tuple(map(ItemView.of, subject.contents.items)),
            versions={
                form: tuple(map(PrintedItemView.of, questions))
                for form, questions in subject.contents.versions.items()
            },
            points=subject.header.points,
            standards=subject.header.standards,
        )


@routes.get(
    "/v1/assessments",
    policy=STAFF,
    query=Filter,
    answer=AssessmentView,
    listed=True,
    summary="List and search assessments",
)
def list_assessments(request: AssessmentsRequest) -> Page[Shown]:
    """List what the caller may see."""
    wanted, window = request.query or Filter(), request.window
    return request.services.assessment_search.find(
        request.caller, wanted, window.limit, window.after
    )


@routes.get(
    "/v1/assessment-filters",
    policy=STAFF,
    answer=AssessmentFiltersView,
    summary="See what the list of assessments can be filtered by",
)
def read_assessment_filters(request: AssessmentsRequest) -> Choices:
    """Offer the values there are."""
    return request.services.assessment_search.choices(request.caller)


@routes.post(
    "/v1/assessments",
    policy=AUTHORS,
    body=NewAssessment,
    answer=AssessmentView,
    location="/v1/assessments/{id}",
    summary="Begin an assessment",
)
def create_assessment(request: AssessmentsRequest) -> Shown:
    """Begin a draft."""
    return request.services.assessments.create(request.act, request.body.model_dump())


@routes.get(
    "/v1/assessments/{assessment_id}",
    policy=STAFF,
    answer=AssessmentView,
    summary="Read an assessment's properties",
)
def read_assessment(request: AssessmentsRequest, assessment_id: str) -> Shown:
    """Read properties."""
    return request.services.assessments.show(request.caller, assessment_id)


@routes.patch(
    "/v1/assessments/{assessment_id}",
    policy=AUTHORS,
    body=AssessmentChanges,
    answer=AssessmentView,
    summary="Rename an assessment, change its properties",
)
def change_assessment(request: AssessmentsRequest, assessment_id: str) -> Shown:
    """Change properties."""
    changes: dict[str, Any] = request.body.model_dump(exclude_none=True)
    return request.services.assessments.change(request.act, assessment_id, request.version, changes)


@routes.delete(
    "/v1/assessments/{assessment_id}",
    policy=AUTHORS,
    summary="Delete an assessment that was never given to anybody",
)
def delete_assessment(request: AssessmentsRequest, assessment_id: str) -> None:
    """Delete a draft."""
    request.services.assessments.delete(request.act, assessment_id, request.version)


@routes.get(
    "/v1/assessments/{assessment_id}/items",
    policy=STAFF,
    answer=ItemsView,
    summary="Read an assessment's items and key",
)
def read_items(request: AssessmentsRequest, assessment_id: str) -> Assessment:
    """Read items."""
    return request.services.assessments.read(request.caller, assessment_id)


@routes.put(
    "/v1/assessments/{assessment_id}/items",
    policy=AUTHORS,
    body=Items,
    answer=ItemsView,
    summary="Set an assessment's items, key, points and standards",
)
def set_items(request: AssessmentsRequest, assessment_id: str) -> Assessment:
    """Replace items."""
    body: Items = request.body
    saved: Assessment = request.services.assessments.set_items(
        request.act, assessment_id, request.version, body.items, body.document, versions=_told(body)
    )
    return saved


def _told(body: Items) -> Versions | None:
    """Give the key versions that were sent, if any were."""
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
def create_assessment_copy(request: AssessmentsRequest, assessment_id: str) -> Shown:
    """Copy into a draft of one's own."""
    return request.services.assessments.copy(request.act, assessment_id, request.body.title)


@routes.put(
    "/v1/assessments/{assessment_id}/approval",
    policy=DISTRICT_ADMINS,
    answer=AssessmentView,
    summary="Set the badge “District approved”",
)
def set_assessment_approval(request: AssessmentsRequest, assessment_id: str) -> Shown:
    """Set the badge."""
    return request.services.assessments.approve(request.act, assessment_id, request.version)


@routes.delete(
    "/v1/assessments/{assessment_id}/approval",
    policy=DISTRICT_ADMINS,
    answer=AssessmentView,
    summary="Remove the badge “District approved”",
)
def remove_assessment_approval(request: AssessmentsRequest, assessment_id: str) -> Shown:
    """Remove the badge."""
    return request.services.assessments.withdraw_approval(
        request.act, assessment_id, request.version
    )


@routes.get(
    "/v1/items",
    policy=AUTHORS,
    query=ItemFilter,
    answer=BankItemView,
    listed=True,
    summary="Find items of assessments you may copy, by standard and text",
)
def list_bank_items(request: AssessmentsRequest) -> Page[Found]:
    """Search the item bank."""
    wanted, window = request.query or ItemFilter(), request.window
    return request.services.assessment_search.find_items(
        request.caller, wanted, window.limit, window.after
    )
