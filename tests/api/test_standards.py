"""Standards over HTTP: bringing a package in, and reading what came of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from chalice.test import Client

from app import app
from plumb.demo import framework
from tests.support.frameworks import a_package, an_item, sample, under, with_items
from tests.support.world import Reply, World, WorldPerson

MATH = "little.math.3"


@pytest.fixture
def admin(world: World) -> WorldPerson:
    return world.admin()


def offer_package(admin: WorldPerson, **body: Any) -> Reply:
    made = admin.post("/v1/standards-imports", body)
    assert made.status == 201, made.body
    return made


def upload(world: World, made: Reply, content: bytes) -> None:
    """Put the file where the form points, and tell the stack as EventBridge would."""
    put(world, made, content)
    arrive(made.body["upload"]["fields"]["key"])


def put(world: World, made: Reply, content: bytes) -> None:
    key = made.body["upload"]["fields"]["key"]
    world.clients.s3.put_object(Bucket=world.settings.files_bucket, Key=key, Body=content)


def arrive(key: str) -> None:
    with Client(app) as client:
        event = client.events.generate_cw_event(
            "aws.s3", "Object Created", {"object": {"key": key}}, []
        )
        client.lambda_.invoke("file_uploaded", event)


def import_package(world: World, admin: WorldPerson, package: Any) -> Reply:
    """Upload and check a package; return the import."""
    content = package if isinstance(package, bytes) else json.dumps(package).encode()
    made = offer_package(admin, file_name="package.json")
    upload(world, made, content)
    return admin.get(f"/v1/standards-imports/{made.body['id']}")


def apply(admin: WorldPerson, checked: Reply, **body: Any) -> Reply:
    address = f"/v1/standards-imports/{checked.body['id']}/application"
    return admin.post(address, body, etag=checked.etag)


def work(world: World) -> None:
    """Let the jobs queue run empty."""
    while records := world.messages("jobs"):
        answer = world.services.jobs.run_batch({"Records": records})
        assert answer["batchItemFailures"] == []


def bring_in(world: World, admin: WorldPerson, package: Any, **body: Any) -> Reply:
    """Bring a package in to the end; return the import."""
    checked = import_package(world, admin, package)
    begun = apply(admin, checked, **body)
    assert begun.status == 202, begun.body
    work(world)
    return admin.get(f"/v1/standards-imports/{checked.body['id']}")


# -- the whole way ------------------------------------------------------------------------------


def test_a_package_is_uploaded_checked_applied_and_browsed(
    world: World, admin: WorldPerson
) -> None:
    checked = import_package(world, admin, a_package())
    assert (checked.body["state"], checked.body["verdict"]) == ("ready", "accept")
    assert checked.body["diff"]["statements"] == {"added": 5, "changed": 0, "dropped": 0}
    assert checked.body["allowed"] == ["apply", "discard"]
    assert admin.get("/v1/frameworks").body["items"] == []

    begun = apply(admin, checked)
    assert (begun.status, begun.body["state"]) == (202, "applying")
    assert begun.headers["Location"] == f"/v1/jobs/standards-import.{checked.body['id']}"
    work(world)

    job = admin.get(begun.headers["Location"]).body
    assert (job["state"], job["percent"], job["counts"]) == ("done", 100, {"done": 2, "total": 2})
    (known,) = admin.get("/v1/frameworks").body["items"]
    assert (known["identifier"], known["standard_count"], known["standards_set_count"]) == (
        "little",
        3,
        2,
    )
    (math,) = admin.get("/v1/standards-sets?subject=maths&grade=3").body["items"]
    assert (math["id"], math["name"], math["standard_count"]) == (MATH, "Math, grade 3", 2)


def test_a_teacher_browses_a_set_as_a_tree(world: World, admin: WorldPerson) -> None:
    bring_in(world, admin, a_package())
    tree = world.teacher().get(f"/v1/standards-sets/{MATH}")
    assert [(r["level"], r["code"], r["selectable"], r["position"]) for r in tree.body["tree"]] == [
        (0, "COUNT", False, None),
        (1, "ONE", True, 0),
        (1, "TWO", True, 1),
    ]
    assert tree.body["name"] == "Little Framework: Math, grade 3"
    assert tree.etag == '"1"'


def test_the_demonstration_framework_has_a_set_for_each_grade_and_subject(
    world: World, admin: WorldPerson
) -> None:
    bring_in(world, admin, framework.package_json())
    first = admin.get("/v1/standards-sets?limit=10").body
    second = admin.get(f"/v1/standards-sets?limit=10&cursor={first['next']}").body
    assert (len(first["items"]), len(second["items"]), second["next"]) == (10, 8, None)
    assert [one["grades"] for one in first["items"][:9]] == list("K12345678")
    third = admin.get("/v1/standards-sets?grade=03").body["items"]
    assert {one["subject"] for one in third} == {"Mathematics", "English Language Arts"}


def test_other_domains_ask_for_a_set_its_mask_and_its_codes(
    world: World, admin: WorldPerson
) -> None:
    bring_in(world, admin, a_package())
    one = world.services.standards.set("gb", MATH)
    assert one.mask(["TWO", "one"]) == 0b11
    assert one.codes(0b10) == ["TWO"]


# -- what is refused ----------------------------------------------------------------------------


def test_a_package_with_errors_is_refused_with_all_its_problems(
    world: World, admin: WorldPerson
) -> None:
    bad = with_items(*(an_item("one") for _ in range(150)))
    checked = import_package(world, admin, bad)
    assert (checked.body["state"], checked.body["verdict"]) == ("refused", "row_errors")
    found = {one["code"]: one["count"] for one in checked.body["problems"]}
    assert found == {"identifier_duplicate": 150}
    assert checked.body["problem_count"] == 1
    refused = apply(admin, checked)
    assert (refused.status, refused.code) == (409, "import_not_possible_now")
    assert admin.get("/v1/standards-sets").body["items"] == []


def a_flawed_package() -> Any:
    """Sixty standards whose parent is nowhere, one without a text, and two with one identifier."""
    items = [an_item(f"x{n}") for n in range(60)]
    links = tuple(under(f"x{n}", "ghost") for n in range(60))
    mute = an_item("mute", fullStatement="", humanCodingScheme="=1+1")
    return with_items(*items, mute, an_item("one"), links=links)


def test_all_problems_can_be_paged_through(world: World, admin: WorldPerson) -> None:
    address = (
        import_package(world, admin, a_flawed_package()).body["links"]["problems"] + "?limit=2"
    )
    first = admin.get(address).body
    second = admin.get(f"{address}&cursor={first['next']}").body
    pages = [first, second]
    assert [page["total"] for page in pages] == [4, 4]
    assert [(one["code"], one["count"]) for page in pages for one in page["items"]] == [
        ("association_destination_missing", 60),
        ("statement_missing", 1),
        ("identifier_duplicate", 1),
        ("parent_missing", 61),
    ]
    assert second["next"] is None


def test_problems_are_narrowed_and_show_as_many_places_as_are_wanted(
    world: World, admin: WorldPerson
) -> None:
    address = import_package(world, admin, a_flawed_package()).body["links"]["problems"]

    def ask(query: str) -> list[Any]:
        page = admin.get(f"{address}?{query}").body
        assert page["total"] == len(page["items"])
        return list(page["items"])

    assert [one["code"] for one in ask("severity=warning")] == ["parent_missing"]
    assert {one["file"] for one in ask("file=CFItems")} == {"CFItems"}
    assert [one["code"] for one in ask("column=fullStatement")] == ["statement_missing"]
    assert ask("code=not_utf8") == []
    for query, places in (("", 3), ("&example_limit=50", 50), ("&example_limit=0", 0)):
        (found,) = ask(f"code=association_destination_missing{query}")
        assert (found["count"], len(found["examples"])) == (60, places)
    (found,) = ask("code=association_destination_missing&example_limit=1")
    assert found["examples"] == [
        {
            "row": 0,
            "location": "/CFAssociations/5/destinationNodeURI",
            "identifier": "x0-ghost",
            "value": "ghost",
            "message": "",
        }
    ]
    assert admin.get(f"{address}?example_limit=51").status == 422


def test_problems_come_as_a_file_that_no_spreadsheet_runs(world: World, admin: WorldPerson) -> None:
    address = import_package(world, admin, a_flawed_package()).body["links"]["problems"]
    file = admin.get(f"{address}.csv?severity=error")
    assert 'filename="standards-problems.csv"' in file.headers["Content-Disposition"]
    lines = file.body.removeprefix("\ufeff").split("\r\n")
    assert lines[0].startswith("Severity,File,Column,Times,Rows,Examples,Problem,")
    assert lines[1].startswith("error,CFAssociations,destinationNodeURI,60,,")
    assert lines[1].count("destinationNodeURI, x") == 50
    assert lines[2].startswith(
        'error,CFItems,fullStatement,1,,"/CFItems/65/fullStatement, mute: =1+1",'
    )
    assert len(lines) == 5


def test_the_broken_real_framework_is_refused_by_name(world: World, admin: WorldPerson) -> None:
    content = sample("case/ccss-math-BROKEN-duplicate-ids-and-cycles.json")
    checked = import_package(world, admin, content)
    assert checked.body["state"] == "refused"
    assert {one["code"] for one in checked.body["problems"]} >= {
        "identifier_duplicate",
        "is_child_of_cycle",
    }


def test_a_file_that_is_no_package_is_refused(world: World, admin: WorldPerson) -> None:
    checked = import_package(world, admin, b"\xff\xfe not json")
    assert (checked.body["verdict"], checked.body["problems"][0]["code"]) == ("reject", "not_utf8")


def test_a_package_that_drops_too_much_waits_for_a_confirmation(
    world: World, admin: WorldPerson
) -> None:
    bring_in(world, admin, a_package())
    small = a_package()
    small["CFItems"], small["CFAssociations"] = small["CFItems"][:2], small["CFAssociations"][:2]
    held = import_package(world, admin, small)
    assert (held.body["state"], held.body["verdict"]) == ("held", "hold")
    refused = apply(admin, held)
    assert (refused.status, refused.code) == (422, "drops_not_confirmed")
    assert apply(admin, held, confirm_drops=True).status == 202
    work(world)
    tree = admin.get(f"/v1/standards-sets/{MATH}").body
    assert tree["retired"] == [{"identifier": "two", "code": "TWO", "position": 1}]


def test_an_import_is_not_applied_twice_nor_at_an_old_version(
    world: World, admin: WorldPerson
) -> None:
    checked = import_package(world, admin, a_package())
    assert apply(admin, checked).status == 202
    assert apply(admin, checked).status == 412
    now = admin.get(f"/v1/standards-imports/{checked.body['id']}")
    assert (apply(admin, now).status, apply(admin, now).body["state"]) == (409, "applying")


def test_two_imports_of_one_framework_wait_for_each_other(world: World, admin: WorldPerson) -> None:
    first = import_package(world, admin, a_package())
    second = import_package(world, admin, with_items(an_item("new"), links=(under("new", "read"),)))
    assert apply(admin, first).status == 202
    busy = apply(admin, second)
    assert (busy.status, busy.code) == (409, "framework_busy")
    work(world)
    assert apply(admin, second).status == 202
    work(world)
    reading = admin.get("/v1/standards-sets/little.reading.4").body
    assert [row["code"] for row in reading["tree"]] == ["READ", "TALE", "NEW"]


def test_an_import_can_be_discarded_until_it_is_applied(world: World, admin: WorldPerson) -> None:
    checked = import_package(world, admin, a_package())
    address = f"/v1/standards-imports/{checked.body['id']}"
    gone = admin.delete(address, etag=checked.etag)
    assert (gone.status, gone.body["state"]) == (200, "discarded")
    assert apply(admin, gone).status == 409
    assert admin.delete(address, etag=gone.etag).status == 409


# -- nothing is lost or done twice --------------------------------------------------------------


def test_the_same_package_again_changes_nothing(world: World, admin: WorldPerson) -> None:
    bring_in(world, admin, a_package())
    before = sets_stored(world)
    again = bring_in(world, admin, a_package())
    assert (again.body["state"], again.body["verdict"]) == ("applied", "accept")
    assert again.body["diff"]["statements"] == {"added": 0, "changed": 0, "dropped": 0}
    assert sets_stored(world) == before


def sets_stored(world: World) -> list[Any]:
    found = [item for item in world.items() if "STANDARDSSET" in item["pk"]["S"]]
    return sorted(found, key=lambda item: (item["pk"]["S"], item["sk"]["S"]))


def test_a_doubled_event_checks_a_file_once(world: World, admin: WorldPerson) -> None:
    made = offer_package(admin)
    upload(world, made, json.dumps(a_package()).encode())
    first = admin.get(f"/v1/standards-imports/{made.body['id']}").body
    put(world, made, b"another file under the same form")
    arrive(made.body["upload"]["fields"]["key"])
    assert admin.get(f"/v1/standards-imports/{made.body['id']}").body == first


def test_the_applied_package_is_the_checked_one(world: World, admin: WorldPerson) -> None:
    made = offer_package(admin)
    upload(world, made, json.dumps(a_package()).encode())
    put(world, made, json.dumps(a_package(title="Slipped in")).encode())
    apply(admin, admin.get(f"/v1/standards-imports/{made.body['id']}"))
    work(world)
    (known,) = admin.get("/v1/frameworks").body["items"]
    assert known["title"] == "Little Framework"


def test_a_file_whose_event_was_lost_is_found_by_the_clock(
    world: World, admin: WorldPerson
) -> None:
    made = offer_package(admin)
    put(world, made, json.dumps(a_package()).encode())
    tick(world, minutes=21)
    work(world)
    assert admin.get(f"/v1/standards-imports/{made.body['id']}").body["state"] == "ready"


def test_an_import_without_a_file_is_given_up(world: World, admin: WorldPerson) -> None:
    made = offer_package(admin)
    tick(world, minutes=21)
    given_up = admin.get(f"/v1/standards-imports/{made.body['id']}").body
    assert (given_up["state"], given_up["allowed"]) == ("discarded", [])
    assert "No file came" in given_up["message"]
    assert due(world) == []


def test_an_application_whose_message_was_lost_is_carried_on(
    world: World, admin: WorldPerson
) -> None:
    checked = import_package(world, admin, a_package())
    apply(admin, checked)
    assert len(world.messages("jobs")) == 1  # and lost
    tick(world, minutes=7)
    work(world)
    assert admin.get(f"/v1/standards-imports/{checked.body['id']}").body["state"] == "applied"
    assert due(world) == []


def test_an_application_goes_on_where_it_stopped(world: World, admin: WorldPerson) -> None:
    checked = import_package(world, admin, framework.package_json())
    apply(admin, checked)
    (message,) = world.messages("jobs")
    with dying_at(world, transaction=5):
        answer = world.services.jobs.run_batch({"Records": [message]})
    assert len(answer["batchItemFailures"]) == 1
    assert 0 < len(admin.get("/v1/standards-sets").body["items"]) < 18
    assert world.services.jobs.run_batch({"Records": [message]})["batchItemFailures"] == []
    assert world.services.jobs.run_batch({"Records": [message]})["batchItemFailures"] == []
    job = admin.get(f"/v1/jobs/standards-import.{checked.body['id']}").body
    assert (job["state"], job["counts"]) == ("done", {"done": 18, "total": 18})
    assert {s["version"]["N"] for s in sets_stored(world) if s["sk"]["S"] == "HEAD"} == {"1"}


@pytest.mark.parametrize("moment", ["before-call", "after-call"])
@pytest.mark.parametrize("transaction", range(3))
def test_wherever_the_application_dies_it_ends_as_if_it_had_not(
    world: World, admin: WorldPerson, transaction: int, moment: str
) -> None:
    checked = import_package(world, admin, a_package())
    apply(admin, checked)
    (message,) = world.messages("jobs")
    with dying_at(world, transaction, moment):
        assert world.services.jobs.run_batch({"Records": [message]})["batchItemFailures"]
    assert world.services.jobs.run_batch({"Records": [message]})["batchItemFailures"] == []
    assert admin.get(f"/v1/standards-imports/{checked.body['id']}").body["state"] == "applied"
    assert {item["version"]["N"] for item in sets_stored(world) if "version" in item} == {"1"}
    assert due(world) == []
    assert import_package(world, admin, a_package()).body["diff"]["sets"]["changed"] == 0


def test_when_the_standards_changed_since_the_check_it_is_checked_again(
    world: World, admin: WorldPerson
) -> None:
    more = with_items(*(an_item(f"x{n}") for n in range(9)),
                      links=tuple(under(f"x{n}", "count") for n in range(9)))  # fmt: skip
    first, second = import_package(world, admin, a_package()), import_package(world, admin, more)
    apply(admin, second)
    work(world)
    apply(admin, first)
    work(world)
    held = admin.get(f"/v1/standards-imports/{first.body['id']}")
    assert (held.body["state"], held.body["diff"]["standards_lost"]) == ("held", 9)
    assert apply(admin, held, confirm_drops=True).status == 202


def test_an_import_begun_twice_under_one_key_is_one_import(
    world: World, admin: WorldPerson
) -> None:
    first = admin.post("/v1/standards-imports", {}, key="k1")
    assert admin.post("/v1/standards-imports", {}, key="k1").body == first.body
    assert len(admin.get("/v1/standards-imports").body["items"]) == 1


def test_imports_are_listed_the_latest_first(world: World, admin: WorldPerson) -> None:
    names = []
    for n in range(5):
        world.clock.forward(seconds=1)
        names.append(offer_package(admin, file_name=f"{n}.json").body["id"])
    first = admin.get("/v1/standards-imports?limit=3").body
    second = admin.get(f"/v1/standards-imports?limit=3&cursor={first['next']}").body
    assert [one["id"] for one in first["items"] + second["items"]] == names[::-1]


# -- who may ------------------------------------------------------------------------------------


def test_only_a_district_admin_imports(world: World) -> None:
    teacher = world.teacher()
    assert teacher.post("/v1/standards-imports", {}).status == 403
    assert teacher.get("/v1/standards-imports").status == 403
    assert world.nobody().get("/v1/frameworks").status == 401


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("/v1/frameworks/none", "framework_not_found"),
        ("/v1/standards-sets/none", "standards_set_not_found"),
        ("/v1/standards-imports/none", "standards_import_not_found"),
        ("/v1/jobs/standards-import.none", "standards_import_not_found"),
    ],
)
def test_a_missing_import_is_not_found(admin: WorldPerson, address: str, code: str) -> None:
    refused = admin.get(address)
    assert (refused.status, refused.code) == (404, code)


def tick(world: World, **later: float) -> None:
    world.clock.forward(**later)
    world.services.jobs.tick(world.clock.now())


def due(world: World) -> list[str]:
    return [item["sk"]["S"] for item in world.items() if item["pk"]["S"] == "gb#DUE"]


@contextmanager
def dying_at(world: World, transaction: int, moment: str = "before-call") -> Iterator[None]:
    """Let the process die at its so-many-th transaction, before it or after it took effect."""
    left = [transaction]

    def die(**_: Any) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise ConnectionAbortedError

    events = world.clients.dynamodb.meta.events
    name = f"{moment}.dynamodb.TransactWriteItems"
    events.register_first(name, die)
    try:
        yield
    finally:
        events.unregister(name, die)
