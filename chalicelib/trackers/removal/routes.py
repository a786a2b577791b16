"""HTTP for taking an assessment out of a tracker and bringing it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.trackers.views import TrackerView
from chalicelib.trackers.visible_trackers import OpenedTracker
from chalicelib.web.policy import TEACHERS
from chalicelib.web.routes import Request, Routes

if TYPE_CHECKING:
    from chalicelib.trackers.wiring import TrackersWiring

routes = Routes("Trackers")


@routes.delete(
    "/v1/trackers/{tracker_id}/assessments/{assessment_id}",
    policy=TEACHERS,
    answer=TrackerView,
    summary="Take an assessment out of a tracker; results are kept",
)
def remove_tracker_assessment(
    request: Request[TrackersWiring], tracker_id: str, assessment_id: str
) -> OpenedTracker:
    """Take an assessment out.

    Without results it is gone. With results they are kept, and it can be brought back. Only the
    district can recall an assessment that it delivered.
    """
    return request.services.removals.remove(request.act, tracker_id, request.version, assessment_id)


@routes.post(
    "/v1/trackers/{tracker_id}/assessments/{assessment_id}/restoration",
    policy=TEACHERS,
    answer=TrackerView,
    status=200,
    conditional=True,
    summary="Bring back an assessment that was taken out of a tracker",
)
def restore_tracker_assessment(
    request: Request[TrackersWiring], tracker_id: str, assessment_id: str
) -> OpenedTracker:
    return request.services.removals.restore(
        request.act, tracker_id, request.version, assessment_id
    )
