"""The doors of Plumbline: routes and event handlers. No logic lives here."""

from __future__ import annotations

from typing import Any

from chalice.app import Chalice, Rate

from chalicelib.assessments.routes import routes as assessments
from chalicelib.distribution.routes import routes as distribution
from chalicelib.districts.routes import routes as districts
from chalicelib.jobs.routes import routes as jobs
from chalicelib.mail.routes import routes as mail
from chalicelib.rosters.routes import routes as rosters
from chalicelib.standards.routes import routes as standards
from chalicelib.trackers.routes import routes as trackers
from chalicelib.web import documentation
from chalicelib.web.authorizer import admit
from chalicelib.web.edge import open_routes
from chalicelib.wiring import services

app = Chalice(app_name="plumbline")


@app.authorizer(name="sign_in", ttl_seconds=60)
def sign_in(request):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201 - Chalice's own shape
    """Let people of the roster in."""
    return admit(request.token)


@app.schedule(Rate(1, unit=Rate.MINUTES), name="tick")
def tick(_: Any) -> None:
    """Do what is due, late or not."""
    services().jobs.tick(services().clock.now())
    services().postman.sweep(services().clock.now())


@app.on_sqs_message(queue="jobs", batch_size=1, name="run_job")
def run_job(event: Any) -> dict[str, Any]:
    """Carry long work on."""
    return services().jobs.run_batch(event.to_dict())


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


ROUTES = (
    documentation.routes,
    districts,
    rosters,
    assessments,
    trackers,
    standards,
    distribution,
    mail,
    jobs,
)
documentation.describe(ROUTES)
open_routes(app, sign_in, ROUTES)
