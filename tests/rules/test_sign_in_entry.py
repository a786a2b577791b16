"""Entries of people who sign in: kept as text, and read without pydantic."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace

from chalicelib.acts import Role
from chalicelib.districts.accounts.model import Account
from chalicelib.districts.accounts.sign_in_names import account_item, read_account
from chalicelib.districts.sign_in_entry import DatedRole, SignIn, read_sign_in, write_sign_in

TESS = SignIn(
    username="tess@example.org",
    person="tess",
    given="Tess",
    family="Núñez",
    email="tess@example.org",
    roles=frozenset({Role.TEACHER, Role.SCHOOL_ADMIN}),
    schools=frozenset({"north", "south"}),
    dated=(DatedRole(Role.TEACHER, "north", (("2026-08-31", ""),)), DatedRole(Role.TEACHER, "")),
)


def test_an_entry_is_read_as_it_was_written() -> None:
    assert read_sign_in(write_sign_in(TESS)) == TESS
    assert write_sign_in(TESS) == write_sign_in(read_sign_in(write_sign_in(TESS)))


def test_an_entry_of_another_release_is_read() -> None:
    """An earlier one has fewer fields; a later one has more."""
    least = {"username": "tess@example.org", "person": "tess", "given": "Tess", "family": "Núñez"}
    plain = replace(TESS, email="", roles=frozenset(), schools=frozenset(), dated=())
    assert read_sign_in(json.dumps(least)) == plain
    more = json.loads(write_sign_in(TESS)) | {"pronouns": "she"}
    more["dated"][0] |= {"since": "2026-08-31", "spans": [["2026-08-31", "", "enrolled"]]}
    assert read_sign_in(json.dumps(more)) == TESS


def test_an_account_is_read_as_it_was_written_and_by_other_releases() -> None:
    known = Account("tess@example.org", "tess", "sub-1", enabled=False, due="2026-09-01", version=3)
    item = account_item(known)
    assert read_account(item) == known
    assert json.loads(item["doc"]).keys() == {"username", "person", "sub", "enabled", "due"}
    more = json.loads(item["doc"]) | {"passkeys": 2}
    assert read_account({**item, "doc": json.dumps(more)}) == known


def test_the_authorizer_loads_no_pydantic() -> None:
    """Its first answer would take a third longer (`python -m bench --only first`)."""
    loaded = (
        "import app, sys; from chalicelib.districts import admission, sign_in, tokens;"
        "print('pydantic' in sys.modules, 'chalicelib.districts.accounts.model' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", loaded], check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == ["False", "True"]
