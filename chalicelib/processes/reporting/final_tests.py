"""The two tests of a process as they are when it is locked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from chalicelib.processes.attached_tests.rules import refresh_tests
from chalicelib.processes.model import TestOrigin

if TYPE_CHECKING:
    from chalicelib.assessments.service import Assessments
    from chalicelib.processes.model import Process


class GivenTests:
    """What is asked of assessments once, when a process is locked."""

    def __init__(self, assessments: Callable[[], Assessments]) -> None:
        """Use these."""
        self._assessments = assessments

    def as_they_are(self, district: str, process: Process) -> Process:
        """Give a process with its tests' titles, points and standards of today.

        It says too whether its test, given twice, is scored by two keys: only one was corrected.
        """
        attached = [each.assessment for each in (process.pre, process.post) if each]
        headers = self._assessments().headers(district, attached).values()
        described = self._assessments().describe(district, headers)
        now = refresh_tests(process, {header.id: header for header in described})
        return now.model_copy(update={"scored_apart": self._apart(district, process)})

    def _apart(self, district: str, process: Process) -> bool:
        pre, post = process.pre, process.post
        if pre is None or post is None or post.how != TestOrigin.SAME:
            return False
        return not self._assessments().scored_alike(district, pre.assessment, post.assessment)
