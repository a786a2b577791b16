"""Do the orders that are run come to every end that all orders come to?"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pytest
from botocore.exceptions import ClientError

from simulator.faults import FaultLine, OnTheLine
from simulator.footprints import Footprint
from simulator.interleaving import Interleaving, Worker
from simulator.orders import LeadsNowhereNew, Meets, Orders
from simulator.store import INDEXES
from simulator.table import SimulatedTable
from tests.exactly_once.classroom import a_classroom, enter_once, in_every_order, saving
from tests.exactly_once.stack import Cloud as WholeCloud
from tests.exactly_once.stack import Reply, Stack, Steps
from tests.support.sheets import entering, student

NAME = "plumbline"
SEEDS = 60
Program = Sequence[tuple[str, int]]
"""The calls of a worker, one after the other, each to one of a few items."""


def key(item: int) -> dict[str, Any]:
    """Items 0 and 1 share a partition."""
    return {"pk": {"S": f"P{item // 2}"}, "sk": {"S": str(item)}}


def run_program(client: Any, program: Program) -> list[Any]:
    """Return what was seen and what was refused."""
    seen: list[Any] = []
    for what, item in program:
        try:
            seen.append(CALLS[what](client, item, len(seen) + len((seen and seen[0]) or "")))
        except ClientError as refused:
            seen.append(refused.response["Error"]["Code"])
    return seen


def read(client: Any, item: int, _: int) -> Any:
    return client.get_item(TableName=NAME, Key=key(item)).get("Item", {}).get("n", {}).get("N", "")


def list_partition(client: Any, item: int, _: int) -> Any:
    values = {":pk": key(item)["pk"]}
    found = client.query(
        TableName=NAME, KeyConditionExpression="pk = :pk", ExpressionAttributeValues=values
    )
    return str([each["n"]["N"] for each in found["Items"]])


def list_index(client: Any, _item: int, _: int) -> Any:
    values = {":pk": {"S": "odd"}}
    found = client.query(
        TableName=NAME, IndexName="lists", KeyConditionExpression="list_pk = :pk",
        ExpressionAttributeValues=values,
    )  # fmt: skip
    return str([each["n"]["N"] for each in found["Items"]])


def write(client: Any, item: int, number: int) -> Any:
    """Write; an odd number stands in the index."""
    index = {"list_pk": {"S": "odd"}, "list_sk": {"S": str(item)}} if number % 2 else {}
    client.put_item(TableName=NAME, Item=key(item) | {"n": {"N": str(number)}} | index)
    return ""


def create(client: Any, item: int, number: int) -> Any:
    made = key(item) | {"n": {"N": str(number)}}
    client.put_item(TableName=NAME, Item=made, ConditionExpression="attribute_not_exists(pk)")
    return ""


def add(client: Any, item: int, number: int) -> Any:
    values = {":n": {"N": str(number + 1)}}
    client.update_item(
        TableName=NAME, Key=key(item), UpdateExpression="ADD n :n",
        ExpressionAttributeValues=values,
    )  # fmt: skip
    return ""


CALLS: dict[str, Callable[[Any, int, int], Any]] = {
    "read": read,
    "list partition": list_partition,
    "list index": list_index,
    "write": write,
    "create": create,
    "add": add,
}


class SmallCloud:
    """A table alone."""

    def __init__(self) -> None:
        self.table = SimulatedTable(NAME, indexes=INDEXES)

    @property
    def clock(self) -> Any:
        return self.table.transactions.clock

    def watch(self, footprint: Footprint | None) -> None:
        self.table.store.watch = footprint

    def fingerprint(self) -> int:
        return self.table.store.fingerprint()


def ends(programs: Sequence[Program], meets: Meets | None) -> tuple[set[Any], int]:
    """Return the ends: the state, and what each worker saw; and how many runs it took."""
    orders, found = Orders(meets), set()
    more = True
    while more:
        cloud: Any = SmallCloud()
        steps = Steps(cloud, orders)
        race = Interleaving(choose=steps.choose)
        client = OnTheLine(cloud.table, FaultLine(turn=race.turn))
        try:
            workers = race.run([partial(run_program, client, each) for each in programs])
            found.add((str(content(cloud)), str([worker.outcome for worker in workers])))
        except LeadsNowhereNew:
            pass
        steps.end_step()
        more = orders.next()
    return found, orders.runs


def content(cloud: SmallCloud) -> list[Any]:
    return sorted(str(sorted(item.items())) for item in cloud.table.items())


def some_programs(seed: int) -> list[Program]:
    """Two workers with up to three calls each, or three with one."""
    chance = random.Random(seed)
    many = (1, 1, 1) if seed % 4 == 0 else (chance.randint(1, 3), chance.randint(2, 3))
    return [[(chance.choice(list(CALLS)), chance.randrange(3)) for _ in range(n)] for n in many]


def test_the_chosen_orders_come_to_every_end_of_all_orders() -> None:
    many = few = 0
    for seed in range(SEEDS):
        programs = some_programs(seed)
        every, all_runs = ends(programs, None)
        found, runs = ends(programs, Footprint.meets)
        assert found == every, programs
        assert runs <= all_runs
        many, few = many + all_runs, few + runs
    assert few < many / 2, f"{few} of {many}"


def test_workers_on_different_items_need_no_other_order() -> None:
    programs = [[("add", 0), ("add", 0)], [("add", 1), ("add", 1)]]
    found, runs = ends(programs, Footprint.meets)
    assert ends(programs, None) == (found, 20)
    assert (len(found), runs) == (1, 4)


def never(_: Footprint, __: Footprint) -> bool:
    """Return that there is no conflict."""
    return False


def unless_they_write_the_same(one: Footprint, other: Footprint) -> bool:
    """Forget who reads what another writes."""
    return not one.written.isdisjoint(other.written)


def unless_they_touch_the_same(one: Footprint, other: Footprint) -> bool:
    """Forget who lists the partition in which another writes."""
    touched, changed = one.read | one.written, other.read | other.written
    return not (one.written.isdisjoint(changed) and other.written.isdisjoint(touched))


@pytest.mark.parametrize("rule", [never, unless_they_write_the_same, unless_they_touch_the_same])
def test_a_wrong_rule_of_conflicts_is_found(rule: Meets) -> None:
    assert any(
        ends(some_programs(seed), rule)[0] != ends(some_programs(seed), None)[0]
        for seed in range(SEEDS)
    )


def test_two_teachers_come_to_every_end_of_all_orders() -> None:
    """The whole stack, which also makes identifiers, and does what is on no line."""

    def works(stack: Stack) -> list[Callable[[], Reply]]:
        said = (("tess", student("ada", one="A")), ("cole", student("ada", one="B")))
        return [partial(enter_once, stack, who, entering(what), version=0) for who, what in said]

    def find_ends(orders: Orders) -> set[Any]:
        every = in_every_order(a_classroom(), works, everything, orders)
        return {(stack.cloud.fingerprint(), str(replies)) for stack, replies in every}

    def everything(sending: Any) -> bool:
        return saving(sending) or "SHEET" in str(sending.params)

    few, many = Orders(), Orders(None)
    assert find_ends(few) == find_ends(many)
    assert few.runs < many.runs / 2, f"{few.runs} of {many.runs}"


def test_time_that_goes_on_concerns_everybody() -> None:
    cloud = WholeCloud()
    orders = Orders()
    steps = Steps(cloud, orders)
    ada, bob = Worker(lambda: None), Worker(lambda: None)
    assert steps.choose([ada, bob]) is ada
    cloud.clock.advance(seconds=2)
    steps.end_step()
    assert orders.next()
    again = Steps(WholeCloud(), orders)
    assert again.choose([ada, bob]) is bob
    assert again.choose([ada]) is ada, "not asleep"
