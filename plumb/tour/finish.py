"""A process is finished: the lock, the report on disk, its recipients, and the next steps."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plumb.client import Client
from plumb.demo.unit import NEXT
from plumb.local.outbox import LocalMail, LocalOutbox
from plumb.tour.ledger import TourLedger

FINISHED = frozenset({"locking", "locked"})
PATIENCE_SECONDS = 120
KB = 1024


@dataclass(frozen=True)
class Finished:
    """The results of a process in the end."""

    process: dict[str, Any]
    comparison: dict[str, Any]
    mails: list[LocalMail]
    report: Path
    found: bool
    """Whether the library finds it by a standard that it assessed."""
    template: Path
    """The printed template of the process that begins where this ended."""

    def sentence(self) -> str:
        """Return it in a line."""
        both = self.comparison["team"]["matched"]
        people = len(self.process["leaders"]) + len(self.process["members"])
        return (
            f'Mastery Process "{self.process["name"]}": {people} teachers, '
            f"{both['post']['student_count']} students with both tests, "
            f"{both['pre']['percent']}% -> {both['post']['percent']}%, "
            f"{len(self.mails)} administrators notified, "
            f"PDF {round(self.report.stat().st_size / KB)} KB"
        )


class Finisher:
    """The end of one process, in which three people take part."""

    def __init__(
        self, process: str, leader: Client, member: Client, admin: Client, ledger: TourLedger
    ) -> None:
        """Nothing is called yet."""
        self._path = f"/v1/processes/{process}"
        self._id = process
        self._leader = leader
        self._member = member
        self._admin = admin
        self._ledger = ledger

    def finish(self, folder: Path, outbox: LocalOutbox) -> Finished:
        """Lock, wait for the report, fetch it as an administrator, look for emails, begin again."""
        self._ledger.once("locked", lambda _: self._lock())
        self._leader.wait_for_job(f"/v1/jobs/process-lock.{self._id}")
        folder.mkdir(parents=True, exist_ok=True)
        report = folder / "mastery-process.pdf"
        report.write_bytes(_download(self._admin, self._admin.get(f"{self._path}/report")["url"]))
        process = self._leader.get(self._path)
        return Finished(
            process,
            self._leader.get(f"{self._path}/comparison"),
            self._wait_for_mails(outbox),
            report,
            self._is_found(process),
            self._begin_anew(process["team_id"], folder / "mastery-process-template.pdf"),
        )

    def _lock(self) -> str:
        state = self._leader.get(self._path)["state"]
        if state not in FINISHED:  # else we were interrupted after it
            self._leader.act(f"{self._path}/lock", self._path, {})
        return self._id

    def _wait_for_mails(self, outbox: LocalOutbox) -> list[LocalMail]:
        """Return the emails that lead to the report, once there is one."""
        give_up = time.monotonic() + PATIENCE_SECONDS
        while True:
            mails = [mail for mail in outbox.mails() if self._leads_to_report(mail)]
            if mails or time.monotonic() > give_up:
                self._admin.pause(1)  # for the last of them
                return [mail for mail in outbox.mails() if self._leads_to_report(mail)]
            self._admin.pause(0.5)

    def _leads_to_report(self, mail: LocalMail) -> bool:
        return f"/console/reports/{self._id}" in mail.body("plain")

    def _is_found(self, process: dict[str, Any]) -> bool:
        standard = process["pre_test"]["standards"][0]
        books = self._member.items("/v1/library", standard=standard)
        return any(book["id"] == self._id for book in books)

    def _begin_anew(self, team: str, file: Path) -> Path:
        """Begin another process from this one, and print its template as a member."""
        body = {"name": NEXT, "started_from_id": self._id}
        path = f"/v1/teams/{team}/processes"
        made = self._ledger.once(
            "next-process", lambda key: str(self._leader.post(path, body, key=key).body["id"])
        )
        if not file.exists():
            asked = self._member.post(f"/v1/processes/{made}/printouts")
            self._member.wait_for_job(asked.location)
            view = self._member.get(f"/v1/printouts/{asked.body['id']}")
            file.write_bytes(_download(self._member, view["url"]))
        return file


def _download(client: Client, url: str) -> bytes:
    """Download over a link, which needs no token."""
    answer = client.http.get(url)
    answer.raise_for_status()
    return answer.content
