"""Accounts and persons stay in step, whatever fails at any call to AWS, and in every race."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache, partial

import pytest

from chalicelib import wiring
from chalicelib.acts import Role
from chalicelib.districts.accounts.model import Account, Holder
from chalicelib.districts.accounts.repository import AccountRepository
from chalicelib.districts.accounts.sign_in_names import account_item
from chalicelib.districts.admission import AdmissionRepository
from chalicelib.districts.sign_in import SignInCheck
from chalicelib.districts.sign_in_entry import SignIn
from chalicelib.districts.sign_in_items import roster_sign_in
from chalicelib.districts.tokens import TokenVerifier
from chalicelib.errors import Unauthenticated
from chalicelib.rosters.model import Person, RoleAt
from chalicelib.storage import keys
from chalicelib.storage.conditions import Delete, Put
from simulator.accounts import PoolAccount
from simulator.faults import Fault
from tests.exactly_once.district import our_table
from tests.exactly_once.driver import Workload, survives
from tests.exactly_once.stack import DISTRICT, Cloud, Stack, settings

NAME = "tess@example.org"
SECOND = timedelta(seconds=1)


def a_person(person: str, username: str = NAME) -> list[Put]:
    """Return a teacher of the roster in force: the person, and the entry of the sign-in name."""
    roles = (RoleAt(role=Role.TEACHER, school="north"),)
    made = Person(
        id=person, username=username, given="Tess", family="Example", email=username, roles=roles
    )
    entry = SignIn(
        username=username, person=person, given="Tess", family="Example", email=username,
        roles=frozenset({Role.TEACHER}),
    )  # fmt: skip
    known = Put(keys.person(DISTRICT, person), {"doc": made.model_dump_json()})
    return [known, roster_sign_in(DISTRICT, entry)]


def an_account(person: str, user: PoolAccount) -> Put:
    name = user.username.lower()
    made = Account(username=name, person=person, sub=user.sub, version=1)
    return Put(keys.account(DISTRICT, name), account_item(made))


@cache
def a_cloud() -> Cloud:
    """Tess signs in. Her account is her own."""
    cloud = Cloud()
    user = cloud.pool.accounts.add(NAME, NAME)
    our_table(cloud).put_all([*a_person("tess"), an_account("tess", user)])
    return cloud


@cache
def a_cloud_with_a_new_tess() -> Cloud:
    """The name is another person's now; the account is still the former's, and open."""
    cloud = a_cloud().copy()
    our_table(cloud).put_all(a_person("tess2"))
    return cloud


@cache
def a_cloud_of_an_earlier_release() -> Cloud:
    """The pool has accounts; nothing says whose they are."""
    cloud = Cloud()
    table = our_table(cloud)
    table.commit([Delete(keys.accounts_state(DISTRICT))])
    for n in range(130):
        name = f"t{n:03}@example.org"
        cloud.pool.accounts.add(name, name)
        table.put_all(a_person(f"t{n:03}", name))
    cloud.pool.accounts.add("moved@example.org", "somebody.else@example.org")
    table.put_all(a_person("moved", "moved@example.org"))
    cloud.pool.accounts.add("nobody@example.org", "nobody@example.org")
    return cloud


def account(stack: Stack) -> Account:
    """Whose the name is, seen past the line."""
    return AccountRepository(our_table(stack.cloud)).get(DISTRICT, NAME)


def no_tokens() -> TokenVerifier:
    """Return a check of tokens that trusts none: holders come from elsewhere here."""
    return TokenVerifier("", (), dict)


def admit(stack: Stack, sub: str, since: datetime, name: str = NAME) -> str:
    """Return the person of a token; `ended` for a sign-in that was ended."""
    kept = AdmissionRepository(our_table(stack.cloud))
    check = SignInCheck(no_tokens(), kept, settings(stack.cloud), stack.cloud.clock)
    try:
        return check.admit(Holder(name, sub, int(since.timestamp()))).person or "nobody"
    except Unauthenticated:
        return "ended"


# -- the workloads --------------------------------------------------------------------------------


def sign_out(stack: Stack) -> None:
    done = stack.ask("POST", "/v1/people/tess/sign-out", key="sign-out")
    assert done.status == 200


def is_signed_out(stack: Stack) -> None:
    user = stack.cloud.pool.accounts.known[NAME]
    known = account(stack)
    assert user.sign_outs >= 1
    assert user.enabled
    assert not known.ending
    assert not known.due
    assert admit(stack, user.sub, a_cloud().clock.now()) == "ended"
    assert admit(stack, user.sub, stack.now + SECOND) == "tess"


def invite(stack: Stack, key: str = "invite") -> None:
    done = stack.ask("POST", "/v1/people/tess2/invitation", key=key)
    assert done.status in (200, 409), done.body


def is_new_tess_alone(stack: Stack) -> None:
    former = a_cloud().pool.accounts.known[NAME]
    user = stack.cloud.pool.accounts.known[NAME]
    known = account(stack)
    assert user.sub != former.sub
    assert (known.person, known.sub, user.enabled) == ("tess2", user.sub, True)
    assert user.status == "FORCE_CHANGE_PASSWORD", "nobody but the new password opens it"
    assert admit(stack, former.sub, stack.now + SECOND) == "nobody"
    assert admit(stack, user.sub, stack.now + SECOND) == "tess2"


def look_over(stack: Stack) -> None:
    """Do what the end of an import asks for."""
    at = stack.now.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    our_table(stack.cloud).commit(wiring.services().accounts.look_over(DISTRICT, at))
    stack.cloud.clock.advance(seconds=1)


def is_disabled(stack: Stack) -> None:
    user = stack.cloud.pool.accounts.known[NAME]
    assert not user.enabled
    assert not account(stack).enabled


def update(stack: Stack) -> None:
    """The first minutes of the new release: what failed in one tick begins in the next."""
    for _ in range(2):
        stack.tick()
        stack.cloud.clock.advance(seconds=60)


def are_bound(stack: Stack) -> None:
    pool = stack.cloud.pool.accounts.known
    found = {n: admit(stack, user.sub, stack.now + SECOND, n) for n, user in pool.items()}
    wanted = {name: name.partition("@")[0] for name in pool}
    wanted |= {"moved@example.org": "nobody", "nobody@example.org": "nobody"}
    assert found == wanted
    assert all(user.enabled for user in pool.values())


def holds_and_nothing_died(check: Callable[[Stack], None], stack: Stack) -> None:
    check(stack)
    assert not stack.cloud.queues.dead("jobs")


WORKLOADS = {
    name: Workload(name, cloud, act, partial(holds_and_nothing_died, check), brought_back=False)
    for name, cloud, act, check in (
        ("sign out", a_cloud, sign_out, is_signed_out),
        ("invite", a_cloud_with_a_new_tess, invite, is_new_tess_alone),
        ("disable", a_cloud_with_a_new_tess, look_over, is_disabled),
        ("update", a_cloud_of_an_earlier_release, update, are_bound),
    )
}


@pytest.mark.parametrize("name", WORKLOADS)
@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_whatever_fails_accounts_and_persons_are_in_step(name: str, fault: Fault) -> None:
    survives(WORKLOADS[name], fault)


# -- races ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(40))
def test_two_admins_who_invite_one_person_leave_one_account(seed: int) -> None:
    stack = Stack(a_cloud_with_a_new_tess().copy())
    works = [partial(stack.ask_once, "POST", "/v1/people/tess2/invitation", key=k) for k in "ab"]
    workers = stack.at_once(seed, *works)
    statuses = sorted(worker.outcome.status for worker in workers)
    assert statuses[0] == 200
    assert statuses[1] in (200, 409, 503)
    stack.settle()
    is_new_tess_alone(stack)


@pytest.mark.parametrize("seed", range(40))
def test_an_invitation_beside_the_work_after_an_import_leaves_the_new_account_open(
    seed: int,
) -> None:
    """The work may disable the former's account, never the one that was just made."""
    stack = Stack(a_cloud_with_a_new_tess().copy())
    look_over(stack)
    message = {"kind": "accounts", "id": "every"}
    stack.at_once(
        seed,
        lambda: stack.ask_once("POST", "/v1/people/tess2/invitation", key="a"),
        lambda: wiring.services().every_account_work.run(message),
    )
    stack.cloud.clock.advance(seconds=61)
    invite(stack, key="a")
    stack.settle()
    is_new_tess_alone(stack)


@pytest.mark.parametrize("seed", range(25))
def test_a_sign_out_beside_the_work_after_an_import_is_not_lost(seed: int) -> None:
    stack = Stack(a_cloud().copy())
    sign_out(stack)
    stack.cloud.clock.advance(seconds=5)
    before = stack.now
    stack.at_once(
        seed,
        lambda: stack.ask_once("POST", "/v1/people/tess/sign-out", key="again"),
        lambda: wiring.services().account_work.run({"kind": "account", "id": NAME}),
    )
    stack.settle()
    user = stack.cloud.pool.accounts.known[NAME]
    assert admit(stack, user.sub, before) == "ended"
    is_signed_out(stack)
