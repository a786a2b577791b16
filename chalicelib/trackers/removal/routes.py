"""HTTP for taking an assessment out of a tracker and bringing it back."""

from __future__ import annotations

from chalicelib.trackers.routes import TrackerView
from chalicelib.trackers.service import Opened
from chalicelib.web.policy import TEACHERS
from chalicelib.web.routes import Request, Routes
from chalicelib.wiring import services

routes = Routes("Trackers")


@routes.delete(
    "/v1/trackers/{tracker_id}/assessments/{assessment_id}",
    policy=TEACHERS,
    answer=TrackerView,
    summary="Take an assessment out of a tracker; results are kept",
)
def remove_assessment(request: Request, tracker_id: str, assessment_id: str) -> Opened:
    """Take an assessment out."""
    return services().removals.remove(request.act, tracker_id, request.version, assessment_id)


@routes.post(
    "/v1/trackers/{tracker_id}/assessments/{assessment_id}/restoration",
    policy=TEACHERS,
    answer=TrackerView,
    status=200,
    conditional=True,
    summary="Bring back an assessment that was taken out of a tracker",
)
def restore_assessment(request: Request, tracker_id: str, assessment_id: str) -> Opened:
    """Bring an assessment back."""
    return services().removals.restore(request.act, tracker_id, request.version, assessment_id)
