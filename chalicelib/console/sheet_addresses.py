"""The addresses of a class's result sheet: in the console, and in the API."""

from __future__ import annotations

from chalicelib.web.addresses import write_segment

ADDRESS = "/console/sheets/{tracker_id}/{given_id}"


def path_of(tracker_id: str, given_id: str) -> str:
    """Return the API's path of a sheet."""
    return f"/v1/trackers/{write_segment(tracker_id)}/sheets/{write_segment(given_id)}"


def place_of(tracker_id: str, given_id: str) -> str:
    """Return a sheet's address below `/console`."""
    return f"/sheets/{write_segment(tracker_id)}/{write_segment(given_id)}"
