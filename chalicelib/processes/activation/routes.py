"""HTTP for activations."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from chalicelib.acts import Answer
from chalicelib.days import Day, read_date
from chalicelib.frozen_models import StrictModel
from chalicelib.paging import Page
from chalicelib.processes.scores import ProcessTest, ResultStatus
from chalicelib.web.id_names import NO_LINKS, LinksTo, SchoolClassView
from chalicelib.web.policy import STAFF, TEACHERS
from chalicelib.web.public_address import Address
from chalicelib.web.representation import Body, Reference, Representation
from chalicelib.web.routes import Request, Routes

from .model import Activation, Mine, MyClass

if TYPE_CHECKING:
    from chalicelib.processes.wiring import ProcessesWiring

routes = Routes("Mastery Processes")


class NewActivation(Body):
    """Which test is given to which class of yours."""

    test: ProcessTest
    """Which of the two tests."""
    class_id: Reference
    """The class that is given it, by its id in the roster. Example: `C-3B`"""
    tracker_id: Reference | None = None
    """The class's tracker to enter results in; without it one that suits is found.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    create_tracker: bool = False
    """Whether to make a tracker where none suits, with the test's standards set, standards and
    levels.
    """
    give_until: Day | None = Field(default=None, validation_alias="give_until_date")
    """The last day for the class to get it; null for none. Activate again to move it.

    Example: `2026-10-16`
    """

    def last_day(self) -> tuple[Day | None] | None:
        """Return the day that is named; None where nothing is to change."""
        return (self.give_until,) if "give_until" in self.model_fields_set else None


class ActivationView(Representation):
    """A test that a class was given."""

    process_id: str
    """The Mastery Process's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    test: ProcessTest
    """Which of the two tests."""
    class_id: str
    """The class's id in the roster. Example: `C-3B`"""
    class_title: str
    """The class's title. Example: `Math 3, period 2`"""
    teacher: str = Field(serialization_alias="teacher_id")
    """The id of the person who activated the class first. Example: `T-311`"""
    teacher_name: str
    """The teacher's name. Example: `Ana Ruiz`"""
    activated: str = Field(serialization_alias="activated_at")
    """When the class was activated first. Example: `2026-09-21T13:30:00Z`"""
    tracker_id: str
    """The tracker to enter results in. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    assessment_id: str
    """The assessment's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    assessment_title: str
    """The name of the test. Example: `Fractions, before`"""
    sheet: Address
    """The address of the result sheet.

    Example: `/v1/trackers/01J7Z5T0QK3W8V6M2N4P9R1S0A/sheets/01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    students: dict[str, int] = Field(serialization_alias="student_counts")
    """How many students there are, by what there is of them.

    - `tested`: Everything is entered.
    - `partial`: Some of it is entered.
    - `not_entered`: Nothing is entered.
    - `absent`: They were absent.
    - `exempt`: They need not take it.
    """
    reactivated: bool
    """Whether it was active before: this is the same sheet."""
    give_until: date | None = Field(serialization_alias="give_until_date")
    """The last day for the class to get it; null when nobody named one.

    Example: `2026-10-16`
    """
    links: Annotated[
        dict[str, str],
        LinksTo.of(
            process="/v1/processes/{process_id}",
            tracker="/v1/trackers/{tracker_id}",
            sheet="/v1/trackers/{tracker_id}/sheets/{assessment_id}",
        ),
    ] = NO_LINKS
    """Where to go on: the process, the tracker, and the `sheet` to enter results."""

    @classmethod
    def of(cls, subject: Activation) -> ActivationView:
        scores = subject.row.scores
        return cls.take(
            subject,
            process_id=subject.process,
            class_id=scores.school_class,
            class_title=scores.label,
            teacher=scores.teacher,
            teacher_name=scores.teacher_name,
            activated=subject.row.activated[subject.test],
            tracker_id=subject.tracker,
            assessment_id=subject.assessment,
            assessment_title=subject.title,
            students={standing.value: subject.counts[standing] for standing in ResultStatus},
            give_until=read_date(subject.give_until),
        )


class OwnTestView(Representation):
    """A test of the process, as it stands for your class."""

    test: ProcessTest
    """Which of the two tests."""
    assessment_id: str
    """The assessment's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    title: str
    """The assessment's title. Example: `Unit 3: Fractions`"""
    activated: str | None = Field(serialization_alias="activated_at")
    """When the class was activated; null until somebody did. Example: `2026-09-21T13:30:00Z`"""
    teacher_name: str | None
    """The name of the person who activated it; null until somebody did. Example: `Ana Ruiz`"""
    tracker_id: str | None
    """The tracker that is taken; null where there is none. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    sheet: Address | None
    """The address of the result sheet; null until it is activated.

    Example: `/v1/trackers/01J7Z5T0QK3W8V6M2N4P9R1S0A/sheets/01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    fits_subject: bool | None
    """Whether the roster has the class under the test's subject; null where one is not known."""
    can_activate: bool
    """Whether nothing stands in the way of activating it."""
    can_undo: bool
    """Whether its activation can be undone: nothing is entered yet."""
    missing: str | None = Field(serialization_alias="reason")
    """The obstacle, for programs; null when there is none.

    Example: `no_tracker_for_test`
    """
    message: str
    """The way out, in a sentence; blank when there is nothing to do.

    Example: `Create a tracker for this class first.`
    """
    give_until: date | None = Field(serialization_alias="give_until_date")
    """The last day for the class to get it; null when nobody named one.

    Example: `2026-10-16`
    """

    @classmethod
    def of(cls, subject: Mine) -> OwnTestView:
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
            fits_subject=subject.fits_subject,
            can_activate=subject.may,
            can_undo=subject.may_undo,
            missing=code,
            message=message,
            give_until=read_date(subject.give_until),
        )


class OwnClassView(SchoolClassView):
    """One of your classes."""

    tests: list[OwnTestView]
    """The process's tests, as they stand for this class."""

    @classmethod
    def of(cls, subject: MyClass) -> OwnClassView:
        return cls.take(subject, tests=[OwnTestView.of(each) for each in subject.tests])


@routes.get(
    "/v1/processes/{process_id}/activations",
    policy=STAFF,
    answer=OwnClassView,
    listed=True,
    summary="List your classes, and what each test of a Mastery Process is to them",
)
def list_activations(request: Request[ProcessesWiring], process_id: str) -> Page[MyClass]:
    return request.services.activations.mine(request.caller, process_id, *request.window)


@routes.post(
    "/v1/processes/{process_id}/activations",
    policy=TEACHERS,
    body=NewActivation,
    answer=ActivationView,
    summary="Activate a test of a Mastery Process for your class; again: the same sheet",
)
def create_activation(request: Request[ProcessesWiring], process_id: str) -> Activation | Answer:
    """Activate a test.

    It gives the class a result sheet. Activating again leads to the same sheet, so that results of
    absent students are never in another place.
    """
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


class WhichActivation(StrictModel):
    """Which of a class's activations."""

    test: ProcessTest
    """Which of the two tests."""


@routes.delete(
    "/v1/processes/{process_id}/activations/{class_id}",
    policy=TEACHERS,
    query=WhichActivation,
    summary="Undo an activation made by mistake, before anything is entered; again: nothing",
)
def delete_activation(request: Request[ProcessesWiring], process_id: str, class_id: str) -> None:
    """Undo an activation.

    The class gives the test back. The test leaves the trackers that the activation put it into.
    Once something is entered this is refused (`results_entered`). Send the process's version.
    """
    test = request.query.test
    request.services.activation_undoing.undo(
        request.act, process_id, request.version, test, class_id
    )
