"""District > Schools and People: who is where, and how somebody signs in and gets mail."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime

import pytest

from tests.api.test_roster_dates import sign_in, with_past_class
from tests.api.test_rosters import apply_roster
from tests.events.post_office import PostOffice, hard_bounce
from tests.support.browser import Browser, ShownPage
from tests.support.packages import Pack
from tests.support.world import World

HOSTILE = "<script>alert(1)</script>\"'><b>مرحبا"
MOVED = "2026-11-19"
BEFORE = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
AFTER = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


class Schools:
    """A district of a roster: tess leaves k1 to nobody on a day, and a class of hers is over."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.operator = world.admin("operator")
        apply_roster(world, self.operator, self._pack())
        world.clock.set(BEFORE)
        for name in ("dana", "pria", "tess", "theo"):
            sign_in(name)

    @staticmethod
    def _pack() -> Pack:
        pack = with_past_class().change("roles", "r-tess", endDate=MOVED)
        pack.change("users", "theo", familyName=HOSTILE).change("users", "ada", grades="03")
        for row in pack.rows["enrollments"]:
            if row["userSourcedId"] == "ada" and row["classSourcedId"] == "k1":
                row["endDate"] = MOVED
        return pack


@pytest.fixture
def scene(world: World) -> Schools:
    return Schools(world)


def who(name: str) -> Browser:
    return Browser().sign_in_as(name)


def join_rows(shown: ShownPage) -> list[str]:
    return [" | ".join(row) for row in shown.rows()]


def buttons(shown: ShownPage) -> list[str]:
    return [
        " ".join(each.get_text(" ").split())
        for each in shown.page.select("main button:not([hidden] button)")
    ]


# -- schools and classes ---------------------------------------------------------------------------


def test_schools_are_one_click_from_home_and_found_by_their_names(scene: Schools) -> None:
    dana = who("dana")
    shown = dana.open(dana.open("/console/home").link("District"))
    assert join_rows(shown) == [
        "Little District | district |  | People : Little District",
        "North School | school | Little District | People : North School",
        "South School | school | Little District | People : South School",
    ]
    assert join_rows(dana.open("/console/schools?text=SOUTH")) == [
        "South School | school | Little District | People : South School"
    ]
    assert "No school matches." in dana.open("/console/schools?text=nowhere").words()


def test_a_school_lists_its_classes_and_past_ones_apart(scene: Schools) -> None:
    dana = who("dana")
    shown = dana.open("/console/schools/north")
    held = "Aug 17, 2026 to Dec 19, 2026"
    assert join_rows(shown) == [f"Math k1 | Mathematics 3 | 3 | Tess Example | 2 | {held}"]
    past = dana.open(shown.link("Past classes"))
    held = "Jun 15, 2026 to Jul 31, 2026"
    assert join_rows(past) == [f"Math k3 | Mathematics 3 | 3 | Tess Example | 1 | {held}"]
    over = dana.open(past.link("Math k3"))
    assert "The terms of this class are over." in over.words()
    assert join_rows(over) == ["Example, Ada | ada | 3"]


def test_a_class_says_who_is_in_it_and_until_when(scene: Schools) -> None:
    shown = who("pria").open("/console/classes/k1")
    assert shown.heading == "Math k1"
    assert join_rows(shown) == [
        "Example, Ada | ada | 3 | over on Nov 19, 2026",
        "Example, Ben | ben |  | ",
    ]
    assert "Ada" not in shown.one("title").get_text()
    scene.world.clock.set(AFTER)
    assert join_rows(who("pria").open("/console/classes/k1")) == ["Example, Ben | ben"]


def test_a_principal_sees_all_schools_and_the_own_classes_only(scene: Schools) -> None:
    pria = who("pria")
    own, other = (pria.open(f"/console/schools/{school}") for school in ("north", "south"))
    assert len(own.rows()) == 1
    assert "Its classes are shown to those who administer this school." in other.words()
    assert pria.open("/console/classes/k2").status == 404
    assert "You administer it" in pria.open("/console/schools").words()


def test_a_missing_person_has_a_page_that_says_so(scene: Schools) -> None:
    dana = who("dana")
    for path in ("schools/nowhere", "classes/none", "people/nobody"):
        assert dana.open(f"/console/{path}").status == 404


# -- people ----------------------------------------------------------------------------------------


def test_people_are_found_by_name_role_school_and_whether_they_can_sign_in(scene: Schools) -> None:
    dana = who("dana")

    def find_people(query: str) -> list[str]:
        return [row[0] for row in dana.open(f"/console/people{query}").rows()]

    assert find_people("") == [
        f"{HOSTILE}, Theo",
        "Example, Dana",
        "Example, Pria",
        "Example, Tess",
    ]
    assert find_people("?order=desc")[0] == "Example, Tess"
    assert find_people("?role=teacher&school_id=north") == ["Example, Tess"]
    assert find_people("?text=pri") == ["Example, Pria"]
    assert find_people("?enabled=false") == []
    assert "No one matches." in dana.open("/console/people?enabled=false").words()
    assert find_people("?text=ada") == [], "students are not listed"


def test_a_name_that_wants_to_be_markup_is_text(scene: Schools) -> None:
    shown = who("dana").open("/console/people/theo")
    assert shown.heading == f"Theo {HOSTILE}"
    assert not shown.page.select("h1 b, main script")


def test_a_role_says_until_when_and_stays_visible_when_it_is_over(scene: Schools) -> None:
    dana = who("dana")
    shown = dana.open("/console/people/tess")
    assert "Teacher, North School over on Nov 19, 2026" in shown.words("dl")
    scene.world.clock.set(AFTER)
    gone = who("dana").open("/console/people/tess")
    assert "None today" in gone.words("dl")
    assert "Earlier and later roles Teacher, North School over on Nov 19, 2026" in gone.words("dl")


def test_an_invitation_is_sent_once_again_and_then_needed_no_more(scene: Schools) -> None:
    dana = who("dana")
    first = dana.press(dana.open("/console/people/pria"), "Send invitation")
    assert first.status == 200
    assert "The invitation is sent" in first.words(".note")
    again = dana.press(first, "Send invitation")
    assert "once more, with a new first password" in again.words(".note")
    pool = scene.world.settings.user_pool
    scene.world.clients.cognito.admin_set_user_password(
        UserPoolId=pool, Username="pria@example.org", Password="Correct-horse-1", Permanent=True
    )
    refused = dana.press(again, "Send invitation")
    assert refused.status == 409
    assert "needs no invitation" in refused.words("#errors")


def test_an_invitation_to_a_name_that_somebody_had_says_whose_account_is_gone(
    scene: Schools,
) -> None:
    dana = who("dana")
    dana.press(dana.open("/console/people/pria"), "Send invitation")
    pack = scene._pack()
    for row in (*pack.rows["users"], *pack.rows["roles"]):
        for column in ("sourcedId", "userSourcedId"):
            if row.get(column) == "pria":
                row[column] = "paul"
    apply_roster(scene.world, scene.operator, pack.change("users", "paul", givenName="Paul"),
            confirm_drops=True)  # fmt: skip
    shown = dana.press(dana.open("/console/people/paul"), "Send invitation")
    assert "Somebody else had this sign-in name before." in shown.words(".note")
    again = dana.press(shown, "Send invitation")
    assert "once more" in again.words(".note")


def test_a_form_sent_twice_sends_one_invitation(scene: Schools) -> None:
    dana = who("dana")
    shown = dana.open("/console/people/pria")
    for _ in range(2):
        assert "an email with a first password" in dana.press(shown, "Send invitation").words()
    sent = [each for each in scene.world.items() if "#AUDIT#" in each["pk"]["S"]]
    assert [each["verb"]["S"] for each in sent].count("invite_person") == 1


def test_an_invitation_to_a_sign_in_name_of_somebody_else_is_refused(scene: Schools) -> None:
    """The new roster gives pria's sign-in name to another person, and has not been applied."""
    from tests.support import builders

    builders.a_person(scene.world, "reused", username="pria@example.org")
    dana = who("dana")
    refused = dana.press(dana.open("/console/people/reused"), "Send invitation")
    assert refused.status == 409
    assert "belongs to somebody else" in refused.words("#errors")


def test_signing_out_everywhere_is_for_those_one_administers(scene: Schools) -> None:
    pria = who("pria")
    assert "Sign out everywhere" in buttons(pria.open("/console/people/tess"))
    for other in ("theo", "dana"):
        assert buttons(pria.open(f"/console/people/{other}")) == []
    done = pria.press(pria.open("/console/people/tess"), "Sign out everywhere")
    assert "signed out everywhere" in done.words(".note")
    assert scene.operator.get("/v1/people/tess").status == 200
    forged = pria.send("POST", "/console/people/dana", b"act=sign-out")
    assert forged.status in (403, 404)


def test_a_blocked_address_is_lifted(scene: Schools) -> None:
    office = PostOffice(scene.world)
    office.queue_notices("tess")
    office.postman.send(office.reference("tess"))
    office.feedback.mail_event(hard_bounce(office.reference("tess"), "tess@example.org"))
    dana = who("dana")
    shown = dana.open("/console/people/tess")
    assert "The address is blocked" in shown.words()
    lifted = dana.press(shown, "Lift the block")
    assert "Gets email" in lifted.words()
    assert "The address is blocked" not in lifted.words()


def test_a_stale_choice_is_not_made_and_the_page_shows_what_is(scene: Schools) -> None:
    dana = who("dana")
    old, other = (dana.open("/console/people/tess") for _ in range(2))
    off = dana.press(other, "Turn email off")
    assert "Gets no email" in off.words()
    dana.press(off, "Turn email on")
    stale = dana.press(old, "Turn email off")
    assert stale.status == 412
    assert "Below it is shown as it is now." in stale.words("#errors")
    assert "typed" not in stale.words("#errors")
    assert buttons(stale)[-1] == "Turn email off"


def test_a_choice_that_a_colleague_already_made_is_no_error(scene: Schools) -> None:
    dana = who("dana")
    old, other = (dana.open("/console/people/tess") for _ in range(2))
    dana.press(other, "Turn email off")
    off = dana.press(old, "Turn email off")
    assert "Done. Emails are off." in off.words()
    assert buttons(off)[-1] == "Turn email on"


def test_a_principal_does_not_see_whether_a_teacher_wants_mail(scene: Schools) -> None:
    assert "Email" not in who("pria").open("/console/people/tess").words("h2")


def test_a_student_is_named_on_the_page_and_not_in_its_title(scene: Schools) -> None:
    shown = who("dana").open("/console/people/ada")
    assert shown.heading == "Ada Example"
    assert "Ada" not in shown.one("title").get_text()
    assert buttons(shown) == []
    assert "Students do not sign in" in shown.words()


# -- one's own account -----------------------------------------------------------------------------


def test_everybody_chooses_mail_and_ends_their_sign_ins_on_their_own_page(scene: Schools) -> None:
    tess = who("tess")
    shown = tess.open(tess.open("/console/home").link("Your account"))
    assert shown.heading == "Your account"
    off = tess.press(shown, "Turn email off")
    assert "Gets no email" in off.words()
    out = tess.press(off, "Sign out everywhere")
    assert "__Host-plumbline" not in tess.cookies or not tess.cookies["__Host-plumbline"][1]
    assert out.status in (200, 302, 303)
    verbs = [each["verb"]["S"] for each in scene.world.items() if "#AUDIT#" in each["pk"]["S"]]
    assert "sign_out" in verbs


def test_a_person_admitted_by_the_operators_has_a_page_without_a_roster(scene: Schools) -> None:
    shown = who("operator").open("/console/account")
    assert shown.status == 200
    assert "Let in by the operators" in shown.words("dl")
    assert buttons(shown) == ["Sign out everywhere"]


def test_teachers_do_not_open_the_pages_of_the_district(scene: Schools) -> None:
    tess = who("tess")
    for path in ("schools", "schools/north", "classes/k1", "people", "people/theo"):
        assert tess.open(f"/console/{path}").status == 403


def test_each_page_stays_within_its_budget(scene: Schools) -> None:
    dana = who("dana")
    for path in ("schools", "schools/north", "classes/k1", "people", "people/theo", "account"):
        page = dana.open(f"/console/{path}").text
        assert len(gzip.compress(page.encode())) < 15_000
