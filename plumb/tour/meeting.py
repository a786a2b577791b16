"""The team's meetings: shared pages written by several hands, and each member's class goal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from plumb.client import ApiProblem, Client
from plumb.demo.pages import AGREED, ANALYZE, GOALS, MEASURE, OVERTAKEN, STRATEGIES, SavedPage
from plumb.tour.ledger import TourLedger
from plumb.tour.team import Member, together

UNTIL = timedelta(days=42)
NOBODY_YET = '"0"'
"""The version of a page that nobody has written on."""


class Meeting:
    """Meetings on one process."""

    def __init__(self, process: str, members: Sequence[Member], ledger: TourLedger) -> None:
        """Nobody has spoken yet."""
        self._path = f"/v1/processes/{process}"
        self._members = members
        self._ledger = ledger

    def plan(self) -> Mapping[str, Any]:
        """Analyze, set the team's goal, choose strategies; return the conflict on the way."""
        for saved in ANALYZE:
            self.save(saved, etag=NOBODY_YET)
        conflict: Mapping[str, Any] = self._ledger.once(
            "page-conflict", lambda _: self._save_overtaken()
        )
        self._ledger.once("page-agreed", lambda _: self._agree(conflict))
        for saved in (*GOALS, *STRATEGIES):
            self.save(saved)
        return dict(conflict)

    def save(self, saved: SavedPage, etag: str = "") -> None:
        """Save what somebody wrote, once."""
        page = self._page(saved)
        step = f"page-{saved.page}-{saved.member}"
        self._ledger.once(step, lambda _: self._save(saved, page, etag))

    def _page(self, saved: SavedPage) -> str:
        return f"{self._path}/pages/{saved.page}"

    def _save(self, saved: SavedPage, page: str, etag: str = "") -> str:
        return self._writer(saved).change("PATCH", page, dict(saved.texts), etag=etag).etag

    def _writer(self, saved: SavedPage) -> Client:
        """Return who writes; a team of three or more has somebody for every text."""
        return self._members[saved.member % len(self._members)].client

    def _save_overtaken(self) -> dict[str, Any]:
        """Save from a page as it was before a colleague's text; return the answer."""
        try:
            self._save(OVERTAKEN, self._page(OVERTAKEN), NOBODY_YET)
        except ApiProblem as refused:
            if refused.code != "page_changed_meanwhile":
                raise
            return dict(refused.document)
        reason = "A colleague's text was overwritten by a page that was read before it."
        raise AssertionError(reason)

    def _agree(self, conflict: Mapping[str, Any]) -> str:
        """Save the final text, and remove the refused text."""
        page, aside = self._page(AGREED), conflict["kept_conflict"]
        saved = self._save(AGREED, page)
        etag = f'"{aside["version"]}"'
        self._writer(AGREED).change("DELETE", f"{page}/conflicts/{aside['id']}", etag=etag)
        return saved

    def goals(self) -> None:
        """Have every member set the goal of their class."""
        together(self._goal, self._members)

    def _goal(self, member: Member) -> str:
        one = member.school_class.id
        path = f"{self._path}/goals/{one}"

        def set_it(_: str) -> str:
            body = decide_goal(member.client.get(path)["students"])
            return member.client.change("PUT", path, body).etag

        done: str = self._ledger.once(f"goal-{one}", set_it)
        return done


def decide_goal(students: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Decide on a class: the two best of those who are far, with help, are aimed for as well."""
    far = [each["student_id"] for each in students if each["part"] == "far"]
    until = (datetime.now(UTC) + UNTIL).date().isoformat()
    return {
        "added_student_ids": far[:2],
        "removed_student_ids": [],
        "target_date": until,
        "measure": MEASURE,
    }
