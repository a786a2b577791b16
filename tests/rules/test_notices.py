"""How many notices go into one transaction?"""

from __future__ import annotations

import pytest

from chalicelib.distribution.notices import LINES, NOTICES, together
from chalicelib.mail.model import TrackerLine
from chalicelib.mail.service import LISTED, Recipient


def people(many: int, trackers: int) -> list[Recipient]:
    line = TrackerLine(school="North Elementary", name="Maths 3", role="owner")
    return [Recipient(f"p{n}", (line,) * trackers) for n in range(many)]


@pytest.mark.parametrize("trackers", [1, 3, 40, 199, 200, 5000])
def test_no_transaction_holds_more_than_it_can(trackers: int) -> None:
    """Coaches work on hundreds of trackers each, and a mail names up to two hundred."""
    everybody = people(200, trackers)
    cut = list(together(everybody))
    assert [each for some in cut for each in some] == everybody
    assert max(map(len, cut)) <= NOTICES
    assert max(sum(min(len(p.trackers), LISTED) for p in some) for some in cut) <= LINES


def test_ordinary_notices_fill_their_transactions() -> None:
    assert [len(some) for some in together(people(200, 5))] == [90, 90, 20]
    assert list(together([])) == []
