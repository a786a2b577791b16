"""The doors of Plumbline: routes and event handlers. No logic lives here."""

from __future__ import annotations

from typing import Any

from chalice.app import Chalice, Rate

from chalicelib.web.authorizer import admit
from chalicelib.web.doors import Doors, Room
from chalicelib.wiring import services

app = Chalice(app_name="plumbline")


@app.authorizer(name="sign_in", ttl_seconds=60)
def sign_in(request):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201 - Chalice's own shape
    """Let people of the roster in."""
    return admit(request.token, services().sign_in)


@app.schedule(Rate(1, unit=Rate.MINUTES), name="tick")
def tick(_: Any) -> None:
    """Do what is due, late or not."""
    try:
        services().jobs.tick(services().clock.now())
    finally:
        services().postman.sweep(services().clock.now())


@app.on_sqs_message(queue="jobs", batch_size=1, name="run_job")
def run_job(event: Any) -> dict[str, Any]:
    """Carry long work on."""
    return services().jobs.run_batch(event.to_dict())


@app.on_sqs_message(queue="reports", batch_size=1, name="build_report")
def build_report(event: Any) -> dict[str, Any]:
    """Build a report or a printout."""
    return services().reports.run_batch(event.to_dict())


@app.on_sqs_message(queue="deliveries", batch_size=1, name="deliver")
def deliver(event: Any) -> dict[str, Any]:
    """Deliver pages of distributions."""
    return services().dispatch.handle_batch(event.to_dict())


@app.on_sqs_message(queue="mail", batch_size=10, name="send_mail")
def send_mail(event: Any) -> dict[str, Any]:
    """Send e-mails."""
    return services().postman.send_batch(event.to_dict())


@app.on_cw_event({"source": ["aws.s3"], "detail-type": ["Object Created"]}, name="file_uploaded")
def file_uploaded(event: Any) -> None:
    """Look at a file that somebody sent."""
    services().uploads.arrived(event.to_dict())


@app.on_cw_event({"source": ["aws.ses"]}, name="mail_event")
def mail_event(event: Any) -> None:
    """Take SES's report on an e-mail."""
    services().mail_feedback.mail_event(event.to_dict())


Doors(
    app,
    sign_in,
    services,
    (
        Room("chalicelib.web.documentation", ("/", "/v1/openapi.json", "/v1/docs")),
        Room(
            "chalicelib.districts.routes", ("/v1/district", "/v1/me", "/v1/people", "/v1/sign-in")
        ),
        Room("chalicelib.audit.routes", ("/v1/history",)),
        Room("chalicelib.rosters.imports.routes", ("/v1/roster", "/v1/roster-imports")),
        Room(
            "chalicelib.rosters.findings.routes",
            (
                "/v1/roster-imports/{import_id}/problems",
                "/v1/roster-imports/{import_id}/problems.csv",
                "/v1/roster-imports/{import_id}/schools",
            ),
        ),
        Room(
            "chalicelib.rosters.routes",
            (
                "/v1/schools",
                "/v1/people",
                "/v1/courses",
                "/v1/classes",
            ),
        ),
        Room("chalicelib.assessments.routes", ("/v1/assessments", "/v1/assessment-filters")),
        Room(
            "chalicelib.assessments.banking.routes",
            ("/v1/items", "/v1/assessments/{assessment_id}/items/{item_id}/uses"),
        ),
        Room(
            "chalicelib.assessments.answer_keys.routes",
            ("/v1/assessments/{assessment_id}/key-files",),
        ),
        Room(
            "chalicelib.corrections.routes",
            ("/v1/assessments/{assessment_id}/corrections", "/v1/corrections"),
        ),
        Room(
            "chalicelib.assessments.building.routes",
            ("/v1/assessments/{assessment_id}/bank-items",),
        ),
        Room("chalicelib.attachments.routes", ("/v1/assessments/{assessment_id}/attachments",)),
        Room("chalicelib.item_imports.routes", ("/v1/item-imports",)),
        Room("chalicelib.trackers.routes", ("/v1/trackers",)),
        Room("chalicelib.trackers.batches.routes", ("/v1/tracker-batches",)),
        Room(
            "chalicelib.trackers.removal.routes",
            ("/v1/trackers/{tracker_id}/assessments/{assessment_id}",),
        ),
        Room("chalicelib.results.routes", ("/v1/trackers",)),
        Room(
            "chalicelib.results.response_files.routes",
            ("/v1/trackers/{tracker_id}/sheets/{assessment_id}/response-files",),
        ),
        Room(
            "chalicelib.results.history.routes",
            ("/v1/trackers/{tracker_id}/sheets/{assessment_id}/history",),
        ),
        Room(
            "chalicelib.results.sheet_files.routes",
            (
                "/v1/trackers/{tracker_id}/sheets/{assessment_id}/students.csv",
                "/v1/trackers/{tracker_id}/sheets/{assessment_id}/analysis.csv",
                "/v1/distributions/{distribution_id}/results/students.csv",
                "/v1/distributions/{distribution_id}/analysis.csv",
            ),
        ),
        Room("chalicelib.mastery.routes", ("/v1/trackers",)),
        Room("chalicelib.mastery.previewing.routes", ("/v1/trackers/{tracker_id}/preview",)),
        Room(
            "chalicelib.mastery.students.routes",
            ("/v1/trackers/{tracker_id}/mastery/{student_id}", "/v1/students"),
        ),
        Room("chalicelib.standards.routes", ("/v1/frameworks", "/v1/standards-sets")),
        Room("chalicelib.standards.imports.routes", ("/v1/standards-imports",)),
        Room(
            "chalicelib.distribution.choosing.routes",
            ("/v1/assessments", "/v1/distributions", "/v1/distribution-previews"),
        ),
        Room("chalicelib.distribution.routes", ("/v1/distributions",)),
        Room(
            "chalicelib.distribution.receiving.routes",
            ("/v1/distributions/{distribution_id}/receipts",),
        ),
        Room(
            "chalicelib.distribution.repeating.routes",
            ("/v1/distributions/{distribution_id}/repetitions",),
        ),
        Room("chalicelib.distribution.afterwards.routes", ("/v1/distributions",)),
        Room(
            "chalicelib.results.district.routes", ("/v1/distributions/{distribution_id}/results",)
        ),
        Room(
            "chalicelib.results.district.files.routes",
            ("/v1/distributions/{distribution_id}/results",),
        ),
        Room(
            "chalicelib.results.analysis.routes",
            (
                "/v1/distributions/{distribution_id}/analysis",
                "/v1/trackers/{tracker_id}/sheets/{assessment_id}/analysis",
            ),
        ),
        Room(
            "chalicelib.processes.opening.routes",
            ("/v1/distributions/{distribution_id}/openings",),
        ),
        Room(
            "chalicelib.processes.reminders.routes",
            (
                "/v1/distributions/{distribution_id}/reminders",
                "/v1/processes/{process_id}/reminders",
            ),
        ),
        Room(
            "chalicelib.processes.missing.routes",
            ("/v1/missing-activations", "/v1/process-reminders"),
        ),
        Room("chalicelib.processes.library.routes", ("/v1/library",)),
        Room("chalicelib.processes.pages.routes", ("/v1/processes/{process_id}/pages",)),
        Room(
            "chalicelib.processes.locking.routes",
            ("/v1/processes/{process_id}/lock", "/v1/processes/{process_id}/report", "/v1/reports"),
        ),
        Room("chalicelib.processes.goals.routes", ("/v1/processes/{process_id}/goals",)),
        Room(
            "chalicelib.processes.goals.previewing.routes",
            ("/v1/processes/{process_id}/goals/{class_id}/preview",),
        ),
        Room("chalicelib.processes.showing.routes", ("/v1/processes/{process_id}/collection",)),
        Room(
            "chalicelib.processes.showing.comparison.routes",
            ("/v1/processes/{process_id}/comparison",),
        ),
        Room("chalicelib.processes.showing.growth.routes", ("/v1/processes/{process_id}/growth",)),
        Room("chalicelib.processes.activation.routes", ("/v1/processes/{process_id}/activations",)),
        Room(
            "chalicelib.reports.routes", ("/v1/processes/{process_id}/printouts", "/v1/printouts")
        ),
        Room(
            "chalicelib.reports.printing_tests.routes",
            ("/v1/assessments/{assessment_id}/printouts",),
        ),
        Room("chalicelib.teams.routes", ("/v1/teams",)),
        Room("chalicelib.processes.routes", ("/v1/teams/{team_id}/processes", "/v1/processes")),
        Room(
            "chalicelib.processes.listing.routes",
            ("/v1/teams/{team_id}/processes", "/v1/processes"),
        ),
        Room("chalicelib.work_lists.routes", ("/v1/me/work",)),
        Room("chalicelib.mail.routes", ("/v1/people",)),
        Room("chalicelib.mail.undelivered.routes", ("/v1/email-state", "/v1/undelivered-emails")),
        Room("chalicelib.jobs.routes", ("/v1/jobs",)),
        Room("chalicelib.jobs.waiting.routes", ("/v1/jobs",)),
        Room("chalicelib.jobs.dead_letters.routes", ("/v1/dead-letters",)),
    ),
    Room("chalicelib.console.door", ("/console",)),
)
