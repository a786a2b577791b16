"""The doors of Plumbline: routes and event handlers. No logic lives here."""

from __future__ import annotations

from typing import Any

from chalice.app import Chalice, Rate

from chalicelib.web.authorizer import admit
from chalicelib.web.lazy_routes import LazyRouteTable, RouteModule
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
    services().patience.keep_time_of(event.context)
    return services().jobs.run_batch(event.to_dict())


@app.on_sqs_message(queue="reports", batch_size=1, name="build_report")
def build_report(event: Any) -> dict[str, Any]:
    """Build a report or a printout."""
    services().patience.keep_time_of(event.context)
    return services().reports.run_batch(event.to_dict())


@app.on_sqs_message(queue="deliveries", batch_size=1, name="deliver")
def deliver(event: Any) -> dict[str, Any]:
    """Deliver pages of distributions."""
    services().patience.keep_time_of(event.context)
    return services().dispatch.handle_batch(event.to_dict())


@app.on_sqs_message(queue="mail", batch_size=10, name="send_mail")
def send_mail(event: Any) -> dict[str, Any]:
    """Send emails."""
    services().patience.keep_time_of(event.context)
    return services().postman.send_batch(event.to_dict())


@app.on_cw_event({"source": ["aws.s3"], "detail-type": ["Object Created"]}, name="file_uploaded")
def file_uploaded(event: Any) -> None:
    """Look at a file that somebody sent."""
    services().uploads.handle_event(event.to_dict())


@app.on_cw_event({"source": ["aws.ses"]}, name="mail_event")
def mail_event(event: Any) -> None:
    """Take SES's report on an email."""
    services().mail_feedback.mail_event(event.to_dict())


LazyRouteTable(
    app,
    sign_in,
    services,
    (
        RouteModule("chalicelib.web.documentation", ("/", "/v1/openapi.json", "/v1/docs")),
        RouteModule(
            "chalicelib.districts.routes", ("/v1/district", "/v1/me", "/v1/people", "/v1/sign-in")
        ),
        RouteModule("chalicelib.audit.routes", ("/v1/history",)),
        RouteModule("chalicelib.rosters.imports.routes", ("/v1/roster", "/v1/roster-imports")),
        RouteModule(
            "chalicelib.rosters.findings.routes",
            (
                "/v1/roster-imports/{import_id}/problems",
                "/v1/roster-imports/{import_id}/problems.csv",
                "/v1/roster-imports/{import_id}/schools",
            ),
        ),
        RouteModule(
            "chalicelib.rosters.routes",
            (
                "/v1/schools",
                "/v1/people",
                "/v1/courses",
                "/v1/classes",
            ),
        ),
        RouteModule("chalicelib.assessments.routes", ("/v1/assessments", "/v1/assessment-filters")),
        RouteModule(
            "chalicelib.assessments.item_bank.routes",
            ("/v1/items", "/v1/assessments/{assessment_id}/items/{item_id}/uses"),
        ),
        RouteModule(
            "chalicelib.assessments.answer_keys.routes",
            ("/v1/assessments/{assessment_id}/key-files",),
        ),
        RouteModule(
            "chalicelib.corrections.routes",
            ("/v1/assessments/{assessment_id}/corrections", "/v1/corrections"),
        ),
        RouteModule(
            "chalicelib.assessments.authoring.routes",
            ("/v1/assessments/{assessment_id}/bank-items",),
        ),
        RouteModule(
            "chalicelib.attachments.routes", ("/v1/assessments/{assessment_id}/attachments",)
        ),
        RouteModule("chalicelib.item_imports.routes", ("/v1/item-imports",)),
        RouteModule("chalicelib.trackers.routes", ("/v1/trackers",)),
        RouteModule("chalicelib.trackers.batches.routes", ("/v1/tracker-batches",)),
        RouteModule(
            "chalicelib.trackers.removal.routes",
            ("/v1/trackers/{tracker_id}/assessments/{assessment_id}",),
        ),
        RouteModule("chalicelib.results.routes", ("/v1/trackers",)),
        RouteModule(
            "chalicelib.results.response_files.routes",
            ("/v1/trackers/{tracker_id}/sheets/{assessment_id}/response-files",),
        ),
        RouteModule(
            "chalicelib.results.history.routes",
            ("/v1/trackers/{tracker_id}/sheets/{assessment_id}/history",),
        ),
        RouteModule(
            "chalicelib.results.sheet_files.routes",
            (
                "/v1/trackers/{tracker_id}/sheets/{assessment_id}/students.csv",
                "/v1/trackers/{tracker_id}/sheets/{assessment_id}/analysis.csv",
                "/v1/distributions/{distribution_id}/results/students.csv",
                "/v1/distributions/{distribution_id}/analysis.csv",
            ),
        ),
        RouteModule("chalicelib.mastery.routes", ("/v1/trackers",)),
        RouteModule("chalicelib.mastery.previewing.routes", ("/v1/trackers/{tracker_id}/preview",)),
        RouteModule(
            "chalicelib.mastery.students.routes",
            ("/v1/trackers/{tracker_id}/mastery/{student_id}", "/v1/students"),
        ),
        RouteModule("chalicelib.standards.routes", ("/v1/frameworks", "/v1/standards-sets")),
        RouteModule("chalicelib.standards.imports.routes", ("/v1/standards-imports",)),
        RouteModule(
            "chalicelib.distribution.targeting.routes",
            ("/v1/assessments", "/v1/distributions", "/v1/distribution-previews"),
        ),
        RouteModule("chalicelib.distribution.routes", ("/v1/distributions",)),
        RouteModule(
            "chalicelib.distribution.receipt_lists.routes",
            ("/v1/distributions/{distribution_id}/receipts",),
        ),
        RouteModule(
            "chalicelib.distribution.repetitions.routes",
            ("/v1/distributions/{distribution_id}/repetitions",),
        ),
        RouteModule("chalicelib.distribution.follow_up.routes", ("/v1/distributions",)),
        RouteModule(
            "chalicelib.results.district.routes", ("/v1/distributions/{distribution_id}/results",)
        ),
        RouteModule(
            "chalicelib.results.district.files.routes",
            ("/v1/distributions/{distribution_id}/results",),
        ),
        RouteModule(
            "chalicelib.results.analysis.routes",
            (
                "/v1/distributions/{distribution_id}/analysis",
                "/v1/trackers/{tracker_id}/sheets/{assessment_id}/analysis",
            ),
        ),
        RouteModule(
            "chalicelib.processes.rollout.routes",
            ("/v1/distributions/{distribution_id}/openings",),
        ),
        RouteModule(
            "chalicelib.processes.reminders.routes",
            (
                "/v1/distributions/{distribution_id}/reminders",
                "/v1/processes/{process_id}/reminders",
            ),
        ),
        RouteModule(
            "chalicelib.processes.missing.routes",
            ("/v1/missing-activations", "/v1/process-reminders"),
        ),
        RouteModule("chalicelib.processes.library.routes", ("/v1/library",)),
        RouteModule("chalicelib.processes.pages.routes", ("/v1/processes/{process_id}/pages",)),
        RouteModule(
            "chalicelib.processes.locking.routes",
            ("/v1/processes/{process_id}/lock", "/v1/processes/{process_id}/report", "/v1/reports"),
        ),
        RouteModule("chalicelib.processes.goals.routes", ("/v1/processes/{process_id}/goals",)),
        RouteModule(
            "chalicelib.processes.analytics_views.routes",
            ("/v1/processes/{process_id}/collection",),
        ),
        RouteModule(
            "chalicelib.processes.analytics_views.comparison.routes",
            ("/v1/processes/{process_id}/comparison",),
        ),
        RouteModule(
            "chalicelib.processes.analytics_views.growth.routes",
            ("/v1/processes/{process_id}/growth",),
        ),
        RouteModule(
            "chalicelib.processes.activation.routes", ("/v1/processes/{process_id}/activations",)
        ),
        RouteModule(
            "chalicelib.processes.reporting.routes", ("/v1/processes/{process_id}/printouts",)
        ),
        RouteModule("chalicelib.reports.routes", ("/v1/printouts",)),
        RouteModule(
            "chalicelib.printed_tests.routes", ("/v1/assessments/{assessment_id}/printouts",)
        ),
        RouteModule("chalicelib.teams.routes", ("/v1/teams",)),
        RouteModule(
            "chalicelib.processes.routes", ("/v1/teams/{team_id}/processes", "/v1/processes")
        ),
        RouteModule(
            "chalicelib.processes.admin_list.routes",
            ("/v1/teams/{team_id}/processes", "/v1/processes"),
        ),
        RouteModule("chalicelib.work_lists.routes", ("/v1/me/work",)),
        RouteModule("chalicelib.mail.routes", ("/v1/people",)),
        RouteModule(
            "chalicelib.mail.undelivered.routes", ("/v1/email-state", "/v1/undelivered-emails")
        ),
        RouteModule("chalicelib.jobs.routes", ("/v1/jobs",)),
        RouteModule("chalicelib.jobs.waiting.routes", ("/v1/jobs",)),
        RouteModule("chalicelib.jobs.dead_letters.routes", ("/v1/dead-letters",)),
    ),
    RouteModule("chalicelib.console.request_pipeline", ("/console",)),
)
