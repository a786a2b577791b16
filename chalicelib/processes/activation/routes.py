"""HTTP for activations."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Protocol

from pydantic import Field

from chalicelib.acts import Answer
from chalicelib.days import Day, read_date
from chalicelib.paging import Page
from chalicelib.processes.scores import Standing, Test
from chalicelib.web.policy import STAFF, TEACHERS
from chalicelib.web.public_address import Address
from chalicelib.web.representation import Body, Representation
from chalicelib.web.routes import Request, Routes

from .model import Activation, Mine, MyClass

if TYPE_CHECKING:
    from .service import Activations

    class ProcessesActivationServices(Protocol):
        """What the edge hands to these views."""

        activations: Activations

    ProcessesActivationRequest = Request[ProcessesActivationServices]


routes = Routes("Mastery Processes")

Reference = Annotated[str, Field(min_length=1, max_length=255)]


class NewActivation(Body):
    """Which test is given to which class of yours, from which of its trackers.

    `give_until_date`: the last day on which the class is to be given it. Activate again to move it;
    null: no day any more.

    Without `tracker_id` the class's tracker that suits is found. `create_tracker`: where there is
    none, one is made, with the test's standards set, standards and levels.
    """

    test: Test
    class_id: Reference
    tracker_id: Reference | None = None
    create_tracker: bool = False
    give_until: Day | None = Field(default=None, validation_alias="give_until_date")

    def last_day(self) -> tuple[Day | None] | None:
        """Give the day that is named; None where nothing is to change."""
        return (self.give_until,) if "give_until" in self.model_fields_set else None


class ActivationView(Representation):
    """A test that a class has; enter its results at `sheet`.

    `give_until_date`: the last day on which the class is to be given it; null if nobody named one.

    `student_counts` by what there is of them.

    `teacher_id` is who activated the class first. `reactivated`: it was active before, and this is
    the same sheet.
    """

    process_id: str
    test: Test
    class_id: str
    class_title: str
    teacher: str = Field(serialization_alias="teacher_id")
    teacher_name: str
    activated: str = Field(serialization_alias="activated_at")
    tracker_id: str
    assessment_id: str
    sheet: Address
    students: dict[str, int] = Field(serialization_alias="student_counts")
    reactivated: bool
    give_until: date | None = Field(serialization_alias="give_until_date")

    @classmethod
    def of(cls, subject: Activation) -> ActivationView:
        """Render an activation."""
        scores = subject.row.scores
        return cls(
            process_id=subject.process,
            test=subject.test,
            class_id=scores.school_class,
            class_title=scores.label,
            teacher=scores.teacher,
            teacher_name=scores.teacher_name,
            activated=subject.row.activated[subject.test],
            tracker_id=subject.tracker,
            assessment_id=subject.assessment,
            sheet=subject.sheet,
            students={standing.value: subject.counts[standing] for standing in Standing},
            reactivated=subject.reactivated,
            give_until=read_date(subject.give_until),
        )


class OwnTestView(Representation):
    """A test of the process and your class. `activated_at` is null until somebody did.

    `can_activate`: nothing stands in the way. `tracker_id` is the tracker that is taken; where
    there is none, `reason` says what to do. `give_until_date`: the last day on which the class is
    to be given it; null if nobody named one.
    """

    test: Test
    assessment_id: str
    title: str
    activated: str | None = Field(serialization_alias="activated_at")
    teacher_name: str | None
    tracker_id: str | None
    sheet: Address | None
    can_activate: bool
    missing: str | None = Field(serialization_alias="reason")
    message: str
    give_until: date | None = Field(serialization_alias="give_until_date")

    @classmethod
    def of(cls, subject: Mine) -> OwnTestView:
        """Render a test."""
        code, message = subject.missing or (None, "")
        row = subject.row if subject.activated else None
        return cls(
            test=subject.test,
            assessment_id=subject.attached.assessment,
            title=subject.attached.title,
            activated=subject.activated or None,
            teacher_name=row.scores.teacher_name if row else None,
            tracker_id=subject.tracker or None,
            sheet=subject.sheet or None,
            can_activate=subject.may,
            missing=code,
            message=message,
            give_until=read_date(subject.give_until),
        )


class OwnClassView(Representation):
    """One of your classes."""

    class_id: str
    title: str
    school: str = Field(serialization_alias="school_id")
    tests: list[OwnTestView]

    @classmethod
    def of(cls, subject: MyClass) -> OwnClassView:
        """Render a class."""
        return cls(
            class_id=subject.class_id,
            title=subject.title,
            school=subject.school,
            tests=[OwnTestView.of(each) for each in subject.tests],
        )


@routes.get(
    "/v1/processes/{process_id}/activations",
    policy=STAFF,
    answer=OwnClassView,
    listed=True,
    summary="List your classes, and what each test of a Mastery Process is to them",
)
def list_activations(request: ProcessesActivationRequest, process_id: str) -> Page[MyClass]:
    """List classes."""
    window = request.window
    return request.services.activations.mine(request.caller, process_id, window.limit, window.after)


@routes.post(
    "/v1/processes/{process_id}/activations",
    policy=TEACHERS,
    body=NewActivation,
    answer=ActivationView,
    summary="Activate a test of a Mastery Process for your class; again: the same sheet",
)
def create_activation(request: ProcessesActivationRequest, process_id: str) -> Activation | Answer:
    """Activate a test."""
    body: NewActivation = request.body
    made = request.services.activations.activate(
        request.act,
        process_id,
        body.test,
        body.class_id,
        body.tracker_id,
        create_tracker=body.create_tracker,
        give_until=body.last_day(),
    )
    if made.changed:
        return made
    return Answer(200, ActivationView.of(made).to_json())
