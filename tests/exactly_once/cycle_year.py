"""A year in the laboratory beside its model: who acts, what is noticed, what must be shown."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis.stateful import RuleBasedStateMachine

from chalicelib import wiring
from chalicelib.results.repository import read_sheet
from chalicelib.storage import keys
from tests.exactly_once import cycle_district as district
from tests.exactly_once.cycle_district import EVERYBODY, TEACHERS, TESTS, ask
from tests.exactly_once.cycle_numbers import Bands
from tests.exactly_once.cycle_papers import CycleKey
from tests.exactly_once.cycle_rules import CycleRules
from tests.exactly_once.cycle_views import wrong
from tests.exactly_once.stack import BATCH, DISTRICT, Reply, Stack

RIGHT = "who should"


class Year(RuleBasedStateMachine):
    """The stack and the model, and what is done with both."""

    stack: Stack
    model: CycleRules

    def _begins(self, seed: int) -> None:
        self.stack = Stack(district.a_district().copy(seed=seed))
        self.model = CycleRules(
            classes={name: list(some) for name, some in district.CLASSES.items()},
            teachers=district.TAUGHT,
            schools=district.SCHOOLS,
            leaders=[district.LENA],
            members=[district.MIA, district.NOAH],
            administrators=("dana", "sam"),
            school="north",
            bands=Bands((), 0),
            keys={test: CycleKey() for test in TESTS},
        )
        self.names: list[str] = []
        self.holding = {(district.MIA, "c2"): {"TEST"}}
        self.creators = dict.fromkeys(TESTS, "dana")
        self.revisions: Counter[str] = Counter()
        self.frozen: dict[str, dict[str, Any]] = {}
        self.acts = 0

    # -- the machinery

    def _comes(self, queue: str, minutes: int) -> None:
        """A message, perhaps for the second time; or first the clock, which brings some again."""
        if minutes:
            self.stack.cloud.clock.advance(minutes=minutes)
            self.stack.tick()
            self._notice()
        self.stack.receive(queue)
        self._notice()

    def _notice(self) -> None:
        """Report the background work to the model; never its result."""
        for (name, test), sheet in self.model.sheets.items():
            if sheet.begun and sheet.key != self.model.keys[test]:
                item = district.read_stored_item(self.stack, keys.sheet(DISTRICT, name, test))
                assert item is not None
                if read_sheet(item).scored.revision == self.revisions[test]:
                    self.model.score_again(name, test)
        for test in sorted(self.model.correcting):
            header = district.read_stored_item(self.stack, keys.assessment_header(DISTRICT, test))
            if header is not None and not header.get("correcting"):
                self.model.correcting.remove(test)
        for process in self.names:
            self._notice_lock(process)

    def _notice_lock(self, process: str) -> None:
        head = district.read_stored_item(self.stack, keys.process(DISTRICT, process))
        assert head is not None
        if head["state"] == "locked" and self.model.processes[process].state == "locking":
            self.model.seal(process)
        if self.model.processes[process].state != "locked":
            return
        report = district.read_stored_item(self.stack, keys.process_report(DISTRICT, process))
        assert report is not None, "it is asked for in the transaction that locks"
        now = district.bytes_of(self.stack, process)
        if report["state"] != "ready":
            now = {name: each for name, each in now.items() if _stays(name)}
        before = self.frozen.get(process, {})
        changed = [name for name, each in before.items() if now.get(name) != each]
        assert not changed, f"{changed} changed after the lock"
        if "REPORT" in before:
            assert now.keys() == before.keys(), "nothing comes, nothing goes"
        self.frozen[process] = now

    # -- looking

    def _look(self, process: int) -> None:
        """The view of a process is as the model expects; each time for somebody else."""
        self.acts += 1
        if not self.names:
            return
        self._notice()
        reader = EVERYBODY[self.acts % len(EVERYBODY)]
        self._check_shown(reader, self._name(process), self.acts)

    def _check_shown(self, reader: str, process: str, turn: int | None) -> None:
        found = wrong(self.stack, self.model, process, reader, turn)
        assert not found, f"{reader} is shown:\n" + "\n".join(found)

    def _agree(self, reply: Reply, refused: str) -> None:
        code = reply.body.get("code", "") if reply.status >= 400 else ""
        assert code == refused, f"expected {refused or 'yes'}: {reply.status} {reply.body}"

    def _ask(
        self, who: str, method: str, process: str, place: str, body: Any = None, *, stale: bool
    ) -> Reply:
        """Ask for a change of a process as it is, or as it was."""
        version = self.model.processes[process].version - stale
        return ask(self.stack, who, method, f"/v1/processes/{process}{place}", body, version)

    def _who(self, who: str, *roles: str) -> str:
        """Choose who should: a leader, or anybody of the team."""
        if who != RIGHT:
            return who
        right = [each for each in TEACHERS if self.model.role(each) in (roles or ("leader",))]
        return right[self.acts % len(right)]

    def _name(self, process: int) -> str:
        return self.names[process % len(self.names)]

    def _comes_to_rest(self) -> None:
        for _ in range(60):
            if self.stack.quiet:
                return
            self._comes("jobs", 4)
            for queue in BATCH:
                self._comes(queue, 0)
            self.stack.report_any()
        raise AssertionError(f"no rest: {self.stack.what_is_left()}")

    def teardown(self) -> None:
        """In the end everything has come to rest, and each administrator got one mail."""
        if not hasattr(self, "model"):
            return
        self._comes_to_rest()
        for process in self.names:
            self._check_shown(self._who(RIGHT), process, None)
            for turn, reader in enumerate(EVERYBODY):
                self._check_shown(reader, process, turn)
        locked = sum(its.state == "locked" for its in self.model.processes.values())
        recipients = Counter(each for mail in self.stack.cloud.ses.sent for each in mail.recipients)
        assert recipients == Counter(
            {f"{each}@example.org": locked for each in ("dana", "sam")} if locked else {}
        )
        wiring.use(None)


def _stays(name: str) -> bool:
    """Return whether something of a process is there for good before its report is."""
    return name != "REPORT" and not name.startswith("reports/")
