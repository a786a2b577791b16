"""A district of 400 schools and 35,000 people on the simulator's cloud, by its roster's import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plumb.demo import roster
from plumb.demo.district import DemoDistrict, DemoSize, make
from tests.api.process_scene import ITEMS, expect_ok
from tests.api.test_rosters import send_file, work
from tests.support import builders

if TYPE_CHECKING:
    from simulator.client import CostLedger
    from tests.support.world import World

SIZE = DemoSize(
    elementary=270,
    middle=130,
    elementary_sections=1,
    middle_sections=2,
    students_per_section=(13, 14),
)
"""400 schools with 4,800 classes; 2,942 people of the staff and 32,394 students."""
GIVEN_COURSES = ("jf-c-math-03", "jf-c-math-06")
"""One for elementary and one for middle schools: each school has classes of one of them."""


class LargeDistrict:
    """The district, its administrator `dana`, and an assessment that every school can be given."""

    def __init__(self, world: World) -> None:
        """Bring the roster into force, make a tracker for each class of two courses."""
        self.world = world
        admin = world.admin("dana")
        begun = expect_ok(admin.post("/v1/roster-imports", {}))
        send_file(world, begun, roster.package(self.district))
        work(world)
        path = f"/v1/roster-imports/{begun.body['id']}"
        expect_ok(admin.post(f"{path}/application", {}, etag=admin.get(path).etag))
        work(world)
        builders.a_set(world)
        builders.list_set(world)
        trackers = {"course_ids": [*GIVEN_COURSES], "standards_set_id": builders.SET}
        expect_ok(admin.post("/v1/tracker-batches", trackers))
        work(world)
        draft = {
            "title": "Grade 3 Mathematics: Fall Check",
            "standards_set_id": builders.SET,
            "level_count": 3,
            "visibility": "district",
        }
        test = expect_ok(admin.post("/v1/assessments", draft))
        self.test = str(test.body["id"])
        expect_ok(admin.put(f"/v1/assessments/{self.test}/items", {"items": ITEMS}, etag=test.etag))

    @property
    def district(self) -> DemoDistrict:
        """The people and classes of the roster."""
        return make(SIZE)


@dataclass
class Meter:
    """The work of a stack's DynamoDB since the last look."""

    ledger: CostLedger
    calls: int = 0
    units: float = 0.0

    def read(self) -> tuple[int, float]:
        """Return calls and units read since the last look."""
        calls, units = self.ledger.of("dynamodb"), self.ledger.read_units
        spent = calls - self.calls, units - self.units
        self.calls, self.units = calls, units
        return spent
