"""The whole stack in the laboratory: app.py's own doors, on a cloud in which anything can break.

Time is simulated. The parts of AWS are here: queues hand messages over and take them back, the
minute ticks, SES reports, clients retry when no answer came.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, lru_cache, partial, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar
from urllib.parse import parse_qs
from weakref import WeakKeyDictionary

from greenlet import getcurrent, greenlet

import app
from chalicelib import wiring
from chalicelib.clock import from_instant
from chalicelib.jobs.service import LOOK_AHEAD
from chalicelib.mail.messages import Compose, message
from chalicelib.settings import Settings
from chalicelib.wiring import Services
from simulator.clock import SimulatedClock
from simulator.cloud import TABLE, SimulatedClients, SimulatedCloud, dead_letters
from simulator.faults import Crash, Fault, FaultLine, OnTheLine
from simulator.footprints import Footprint
from simulator.interleaving import Interleaving, Worker
from simulator.orders import Orders
from simulator.queues import Message
from simulator.ses import SesReport
from simulator.store import Partition
from tests.exactly_once.past import PastRun
from tests.support import replies
from tests.support.typesetting import set_once

P = ParamSpec("P")
R = TypeVar("R")

DISTRICT = "lab"
ADMIN = "dana"
ASKS_AGAIN = 5
"""How often a client asks again when it got no answer or a 5xx one."""
TRIES_OF_AN_EVENT = 3
"""How often EventBridge brings an event to a function that fails."""
PATIENCE = timedelta(hours=3)
"""Simulated; by then all leases, delays and redeliveries are over."""
BATCH = {"deliveries": 1, "mail": 10, "jobs": 1, "reports": 1}
DOORS: Mapping[str, Callable[..., Any]] = {
    "deliveries": app.deliver,
    "mail": app.send_mail,
    "jobs": app.run_job,
    "reports": app.build_report,
}


def no_look(*_: Any) -> None:
    """Nobody looks on."""


compose_once: Compose = lru_cache(maxsize=512)(message)
"""Composes the same mail at the same time once. It would be the same message."""


Reply = replies.Reply


@dataclass
class Cloud(SimulatedCloud):
    """A cloud in which no earlier release ran."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self._note_no_upgrade()

    def _note_no_upgrade(self) -> None:
        """No earlier release ran here: no tick has to begin with accounts and sheets of one."""
        bound = {"pk": {"S": f"{DISTRICT}#ACCOUNTS"}, "sk": {"S": "STATE"}, "bound": {"BOOL": True}}
        renewed: dict[str, Any] = {"pk": {"S": f"{DISTRICT}#RENEWAL"}, "sk": {"S": "SHEETS"}}
        renewed |= {"due": {"S": ""}, "place": {"S": "#"}, "narrow": {"BOOL": False}}
        renewed |= {"finished": {"S": "2026-03-01T00:00:00.000Z"}}
        renewed |= {name: {"N": "0"} for name in ("seen", "renewed", "percent", "round")}
        for item in (bound, renewed):
            self.table.put_item(TableName=TABLE, Item=item)

    def copy(self, *, seed: int | None = None, fate: str | None = None) -> Cloud:
        """Return the same state, from here on independent; with another luck."""
        new = Cloud(SimulatedClock(self.clock.now()), seed, fate or self.fate)
        new.take_over(self)
        return new


class Steps:
    """The concurrent actions of several people on a cloud, for `Orders`: turns and conflicts."""

    def __init__(self, cloud: Cloud, orders: Orders) -> None:
        self._cloud = cloud
        self._orders = orders
        self._numbers: dict[Worker, int] = {}
        self._footprint = Footprint()
        self._since = cloud.clock.now()

    def choose(self, waiting: Sequence[Worker]) -> Worker:
        if not self._numbers:
            self._numbers = {worker: number for number, worker in enumerate(waiting)}
        self.end_step()
        by_number = {self._numbers[worker]: worker for worker in waiting}
        chosen, self._footprint = self._orders.choose(list(by_number), self._cloud.fingerprint)
        self._cloud.watch(self._footprint)
        return by_number[chosen]

    def end_step(self) -> None:
        """Nothing more belongs to it; that time went on concerns everybody."""
        self._cloud.watch(None)
        now = self._cloud.clock.now()
        self._footprint.everything |= now != self._since
        self._since = now


def _remember_answer(
    method: Callable[Concatenate[Stack, P], R],
) -> Callable[Concatenate[Stack, P], R]:
    """Remember an answer: all later acts depend on the answers."""

    @wraps(method)
    def call_and_look(self: Stack, /, *args: P.args, **kwargs: P.kwargs) -> R:
        answer: Any = None
        self._deep += 1
        try:
            answer = result = method(self, *args, **kwargs)
        except Exception as error:
            answer = error
            raise
        finally:
            self._deep -= 1
            shown = not self._deep and self.line.turn is None and self.look is not no_look
            if shown:
                self.said = hash((self.said, repr(answer)))
        if shown:
            self.look(None)
        return result

    return call_and_look


class Stack:
    """A cloud, and processes on it that can die at any call."""

    def __init__(self, cloud: Cloud, faults: Mapping[int, Fault] | None = None) -> None:
        self.cloud = cloud
        self.line = FaultLine(dict(faults or {}))
        self.failed_reports: list[tuple[SesReport, int]] = []
        self.past: list[PastRun] = []
        """The next action happened in the same way before, and need not run again."""
        self.chronicle: list[PastRun] | None = None
        """Where it is written down what is done."""
        self.said = 0
        """A number that workers with the same acts and the same answers share."""
        self.look: Callable[[datetime | None], None] = no_look
        """Looks at the cloud after each answer, and whenever no process is at work.

        It gets the end of the wait of anybody who waits for all to be quiet.
        """
        self._deep = 0
        self._mine: WeakKeyDictionary[greenlet, Services] = WeakKeyDictionary()
        self.start_process()

    @property
    def now(self) -> datetime:
        return self.cloud.clock.now()

    # processes

    def start_process(self) -> None:
        """A fresh one: nothing is remembered. Each of several at once has its own."""
        self._mine[getcurrent()] = self.services()
        self.resume_process()

    def resume_process(self) -> None:
        """Go on in the process that is whose turn it is."""
        self.cloud.identifiers.use()
        wiring.use(self._mine[getcurrent()])

    def at_once(self, seed: int, *works: Callable[[], Any]) -> list[Worker]:
        """Do several things at once, each in a process of its own, stepped call by call."""
        return self._race(Interleaving(seed, self.resume_process), works)

    def in_order(self, orders: Orders, *works: Callable[[], Any]) -> list[Worker]:
        """Return the same, in the order that comes next."""
        steps = Steps(self.cloud, orders)
        try:
            return self._race(Interleaving(0, self.resume_process, steps.choose), works)
        finally:
            steps.end_step()

    def _race(self, race: Interleaving, works: Sequence[Callable[[], Any]]) -> list[Worker]:
        self.line.turn = race.turn
        try:
            return race.run([partial(self._in_a_process, *each) for each in enumerate(works)])
        finally:
            self.line.turn = None
            self.resume_process()

    def _in_a_process(self, number: int, work: Callable[[], Any]) -> Any:
        self.cloud.identifiers.name(f"worker {number}: ")
        self.start_process()
        return work()

    def services(self) -> Services:
        line, cloud = self.line, self.cloud
        clients = SimulatedClients(
            **{name: OnTheLine(each, line) for name, each in vars(cloud.clients).items()}
        )
        made = Services(settings(cloud), clients, cloud.clock, pause=_no_wait)
        made.typesetter = set_once(made.typesetter)
        made.compose_mail = compose_once
        return made

    @_remember_answer
    def invoke(self, door: Callable[..., Any], event: Any) -> Any:
        """Have a function run as Lambda does. Raises `Crash` or what the function raised."""
        if self.past:
            return self.past.pop(0).again(self, event)
        if self.chronicle is None:
            return self.run(door, event)
        done = PastRun.by(self, door, event)
        self.chronicle.append(done)
        return done.replay()

    def run(self, door: Callable[..., Any], event: Any) -> Any:
        """Run a function, in the process that there is."""
        self.cloud.identifiers.begin(_occasion(door, event))
        try:
            return door(event, self.context())
        except Crash:
            self.start_process()
            raise
        finally:
            self.line.calm()

    def context(self) -> Any:
        """Return what Lambda passes beside an event; nothing where no time passes by waiting."""
        return None

    # clients

    @_remember_answer
    def ask(
        self, method: str, path: str, body: Any = None, *, key: str = "", version: int | None = None
    ) -> Reply:
        """As a client with patience: the same request, the same key, until there is an answer."""
        return self.insist(partial(self.ask_once, method, path, body, key=key, version=version))

    @_remember_answer
    def insist(self, once: Callable[[], Reply | None]) -> Reply:
        """Ask until there is an answer."""
        for _ in range(ASKS_AGAIN):
            reply = once()
            if reply is not None and reply.status < 500:
                return reply
            self.cloud.clock.advance(seconds=2)
        raise AssertionError(f"no answer to {once}: {reply}")

    @_remember_answer
    def ask_once(
        self, method: str, path: str, body: Any = None, *, key: str = "", version: int | None = None
    ) -> Reply | None:
        """One request; None when the process died over it."""
        try:
            answer = self.invoke(app.app, http_event(method, path, body, key, version))
        except Crash:
            return None
        text = answer["body"]
        headers = answer["headers"]
        return Reply(answer["statusCode"], json.loads(text) if text else None, headers)

    # the automatic parts of AWS

    @_remember_answer
    def settle(self, end: datetime | None = None) -> None:
        """Let time pass until nothing is left to happen, until `end` at most."""
        end = end or self.now + PATIENCE
        while self.now < end:
            self.work(end)
            if self.quiet:
                return
            self.cloud.clock.reach(self.next_minute())
            self.tick()
        raise AssertionError(f"not quiet after {PATIENCE}: {self.what_is_left()}")

    def next_minute(self) -> datetime:
        """The next minute in which something may happen: the ones between would find nothing."""
        soon = self.now + timedelta(minutes=1)
        moments = [*self._dues(), self.cloud.queues.next_visible(), self.cloud.ses.next_report()]
        ahead = [moment for moment in moments if moment is not None]
        minute = min(ahead, default=soon) + timedelta(seconds=59)
        return max(soon, minute).replace(second=0, microsecond=0)

    def _dues(self) -> list[datetime]:
        """When the due entries and the open mails want to be looked at.

        A deadline in a month counts as rest: a roster import keeps its files that long.
        """
        due = self.cloud.table.store.partitions.get(f"{DISTRICT}#DUE", Partition())
        texts = [sk.partition("#")[0] for sk in due.order]
        texts += [sk for partition in self._outbox() for sk, *_ in partition.order]
        moments = map(from_instant, texts)
        return [moment for moment in moments if moment < self.now + timedelta(days=20)]

    def _outbox(self) -> list[Partition]:
        index = self.cloud.table.store.index_partitions["lists"]
        return [each for name, each in index.items() if name.startswith(f"{DISTRICT}#OUTBOX#")]

    @_remember_answer
    def work(self, end: datetime | None = None) -> None:
        """Everything that is ready now: messages, and SES's reports."""
        self.look(end)
        while self.receive_any() or self.report_any():
            self.cloud.clock.advance(seconds=1)
            self.look(end)

    @_remember_answer
    def tick(self) -> None:
        event = {"id": "tick", "source": "aws.events", "detail-type": "Scheduled Event"}
        event |= {"account": "0", "region": "us-east-1", "version": "0", "time": ""}
        try:
            self.invoke(app.tick, {**event, "resources": [], "detail": {}})
        except Exception:  # noqa: BLE001, S110 - the next minute comes whatever happened in this one
            pass
        except Crash:
            pass

    def tick_if_due(self) -> None:
        """As above, unless it would find nothing: most of what runs in any order would not."""
        if any(moment <= self.now + LOOK_AHEAD for moment in self._dues()):
            self.tick()

    @_remember_answer
    def receive_any(self) -> bool:
        received = [self.receive(queue) for queue in BATCH]
        return any(received)

    @_remember_answer
    def receive(self, queue: str) -> bool:
        """Hand a batch to the queue's function; what it does not confirm comes again."""
        messages = self.cloud.queues.receive(queue, BATCH[queue])
        if messages:
            failed = self._handle(queue, messages)
            for message in messages:
                if message.id not in failed:
                    self.cloud.queues.settle(queue, message)
        return bool(messages)

    def _handle(self, queue: str, messages: list[Message]) -> set[str]:
        everything = {message.id for message in messages}
        records = [message.record(queue) for message in messages]
        try:
            answer = self.invoke(DOORS[queue], {"Records": records})
        except (Exception, Crash):  # noqa: BLE001 - Lambda's poller does not ask what it was
            return everything
        return {failure["itemIdentifier"] for failure in answer["batchItemFailures"]}

    @_remember_answer
    def report_any(self) -> bool:
        """Bring SES's reports that are due; one that finds no taker comes again, three times."""
        ready = [(report, 0) for report in self.cloud.ses.due()]
        ready += [each for each in self.failed_reports if each[0].due <= self.now]
        self.failed_reports = [each for each in self.failed_reports if each not in ready]
        for report, tries in ready:
            try:
                self.invoke(app.mail_event, {**report.event(), "id": report.id})
            except (Exception, Crash):  # noqa: BLE001 - EventBridge does not ask what it was
                if tries + 1 < TRIES_OF_AN_EVENT:
                    self.failed_reports.append((report, tries + 1))
        return bool(ready)

    # is anything left?

    @property
    def quiet(self) -> bool:
        return not self.what_is_left()

    def what_is_left(self) -> dict[str, int]:
        left = {queue: self.cloud.queues.waiting(queue) for queue in BATCH}
        left["due or mails"] = len(self._dues())
        left["reports"] = len(self.cloud.ses.pending) + len(self.failed_reports)
        return {what: number for what, number in left.items() if number}


def _occasion(door: Callable[..., Any], event: Any) -> str:
    """Return the event of a function, without the names that a queue gives."""
    if event and "Records" in event:
        event = [(each["body"], each["attributes"]) for each in event["Records"]]
    name = getattr(getattr(door, "func", door), "__qualname__", "")
    return f"{name} {event}"


def settings(cloud: Cloud) -> Settings:
    return _settings(*(cloud.urls[name] for name in BATCH))


@cache
def _settings(deliveries: str, mail: str, jobs: str, reports: str) -> Settings:
    return Settings(
        district=DISTRICT,
        district_name="The Laboratory District",
        time_zone="America/Chicago",
        table=TABLE,
        deliveries_queue=deliveries,
        mail_queue=mail,
        jobs_queue=jobs,
        reports_queue=reports,
        **{f"{name}_dead_letters": url for name, url in dead_letters(jobs).items()},
        files_bucket="files",
        user_pool="pool",
        user_pool_client="client",
        token_issuer="https://issuer.example",
        token_keys_url="https://issuer.example/keys",
        mail_sender="plumbline@district.example",
        mail_configuration_set="plumbline",
        cursor_secret="known to this stack alone",
    )


def http_event(method: str, path: str, body: Any, key: str, version: int | None) -> dict[str, Any]:
    """Return a proxy event of the signed-in district admin."""
    headers = {"content-type": "application/json"}
    headers |= {"idempotency-key": key} if key else {}
    headers |= {"if-match": f'"{version}"'} if version is not None else {}
    known = {"district": DISTRICT, "person": ADMIN, "roles": "district_admin", "schools": ""}
    known |= {"zone": "America/Chicago", "name": "Dana%20Example"}
    path, _, query = path.partition("?")
    resource, parameters = _resource(method, path)
    return {
        "resource": resource,
        "path": path,
        "httpMethod": method,
        "headers": headers,
        "multiValueHeaders": {name: [text] for name, text in headers.items()},
        "multiValueQueryStringParameters": parse_qs(query) or None,
        "pathParameters": parameters,
        "stageVariables": None,
        "requestContext": {
            "resourcePath": resource,
            "httpMethod": method,
            "requestId": "lab",
            "path": path,
            "authorizer": {**known, "username": "dana%40example.org"},
        },
        "body": None if body is None else json.dumps(body),
        "isBase64Encoded": False,
    }


@cache
def _routes() -> dict[tuple[str, int], list[tuple[str, list[str]]]]:
    """The routes of a method with so many steps, and their steps."""
    found: dict[tuple[str, int], list[tuple[str, list[str]]]] = {}
    for declared, methods in app.app.routes.items():
        steps = declared.split("/")
        for method in methods:
            found.setdefault((method, len(steps)), []).append((declared, steps))
    return found


def _resource(method: str, path: str) -> tuple[str, dict[str, str]]:
    """Which route a path means, and what stands in its places."""
    steps = path.split("/")
    for declared, known in _routes().get((method, len(steps)), ()):
        if all(k == s or k.startswith("{") for k, s in zip(known, steps, strict=True)):
            return declared, {
                k[1:-1]: s for k, s in zip(known, steps, strict=True) if k.startswith("{")
            }
    raise LookupError(path)


def _no_wait(_: float) -> None:
    """Simulated time does not pass by waiting."""
