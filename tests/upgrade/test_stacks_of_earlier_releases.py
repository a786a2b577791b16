"""What an earlier release left in a stack is there for this one, and means what it meant."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from chalicelib import wiring
from tests.upgrade.stack import EarlierStack
from tests.world import standing_aws


@pytest.fixture
def stack() -> Iterator[EarlierStack]:
    with standing_aws() as clients:
        made = EarlierStack(clients, "0.3.0")
        wiring.use(made.world.services)
        yield made
        wiring.use(None)


SCREENS = {
    "dana": (
        "/v1/district",
        "/v1/schools",
        "/v1/people",
        "/v1/classes?course=math3",
        "/v1/classes/k3",
        "/v1/roster",
        "/v1/roster-imports",
        "/v1/roster-imports/{roster_import}",
        "/v1/assessments",
        "/v1/assessments/{assessment}/matches",
        "/v1/assessments/{assessment}/matches/north",
        "/v1/trackers?school=north",
        "/v1/distributions",
        "/v1/distributions/{delivered}",
        "/v1/distributions/{delivered}/receipts",
        "/v1/distributions/{delivered}/mails",
        "/v1/distributions/{delivered}/results",
        "/v1/distributions/{delivered}/results/schools",
        "/v1/distributions/{scheduled}",
        "/v1/distributions/{cancelled}",
        "/v1/processes",
        "/v1/processes/{locked}",
        "/v1/processes/{open}",
        "/v1/library",
        "/v1/teams/{team}",
    ),
    "tess": (
        "/v1/classes",
        "/v1/trackers",
        "/v1/trackers/{tracker_k3}",
        "/v1/trackers/{tracker_k3}/students",
        "/v1/trackers/{tracker_k3}/mastery",
        "/v1/trackers/{tracker_k3}/sheets/{assessment}",
        "/v1/teams/{team}/processes",
        "/v1/processes/{open}",
        "/v1/processes/{open}/activations",
        "/v1/processes/{open}/collection",
        "/v1/processes/{open}/comparison",
        "/v1/processes/{open}/comparison/students",
        "/v1/processes/{open}/goals",
        "/v1/processes/{open}/goals/k3",
        "/v1/processes/{locked}/growth",
        "/v1/processes/{locked}/comparison",
    ),
}


def test_every_screen_of_an_earlier_stack_opens(stack: EarlierStack) -> None:
    refused = {}
    for name, screens in SCREENS.items():
        person = stack.person(name)
        for template in screens:
            reply = person.get(stack.path(template))
            if reply.status != 200:
                refused[f"{name} {template}"] = (reply.status, reply.body)
    assert not refused
