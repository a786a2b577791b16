"""Analyze, Goals, Strategies, Reflect: a team writes together, and nothing is lost."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from tests.api.finishing import FinishedTeam
from tests.api.process_scene import TeamAtWork, expect_ok
from tests.support.browser import Browser, ShownPage, fields_of
from tests.support.world import World

HOSTILE = "<script>alert('x')</script> \"Ünït\" مرحبا"


@pytest.fixture
def team(world: World) -> TeamAtWork:
    return TeamAtWork(world)


def address(team: TeamAtWork, tab: str) -> str:
    return f"/console/processes/{team.process}?tab={tab}"


def open_as(name: str, team: TeamAtWork, tab: str) -> tuple[Browser, ShownPage]:
    browser = Browser().sign_in_as(name)
    return browser, browser.open(address(team, tab))


def read_field(shown: ShownPage, name: str) -> str:
    field = shown.one(f"[name='{name}']")
    if field.name == "input":
        return str(field["value"])
    return field.get_text().removeprefix("\n")


def texts(team: TeamAtWork, page: str) -> dict[str, object]:
    found = team.lena.get(f"{team.path}/pages/{page}").body
    return {name: each["value"] for name, each in found["fields"].items()}


def autosave(browser: Browser, shown: ShownPage, **fill: str) -> ShownPage:
    """Send the form as the script does while somebody types."""
    return browser.press(shown, "Save Changes", fill=fill, **{"hx-request": "true"})


def test_texts_on_analyze_are_saved_with_their_author(team: TeamAtWork) -> None:
    browser, shown = open_as("mia", team, "analyze")
    fill = {"strengths": HOSTILE, "needs": "Equal parts\n\n  Fractions above 1 "}
    after = browser.press(shown, "Save Changes", fill=fill)
    assert after.status == 200
    assert after.address.endswith("tab=analyze&done=saved")
    assert texts(team, "analyze") == {
        "strengths": HOSTILE,
        "obstacles": "",
        "needs": ["Equal parts", "Fractions above 1"],
    }
    assert read_field(after, "strengths") == HOSTILE
    assert not after.page.select("main script")
    assert after.words("#strengths-by").startswith("Mia Example, ")
    assert after.words("#obstacles-by") == ""


@pytest.mark.parametrize(
    ("tab", "name"), [("goals", "team_goal"), ("goals", "notes"), ("reflect", "next_time")]
)
def test_every_page_takes_its_texts(team: TeamAtWork, tab: str, name: str) -> None:
    browser, shown = open_as("noah", team, tab)
    browser.press(shown, "Save Changes", fill={name: "One\nTwo"})
    assert texts(team, tab)[name] == "One\nTwo"


def test_unchanged_fields_are_not_sent(team: TeamAtWork) -> None:
    browser, shown = open_as("mia", team, "analyze")
    browser.press(shown, "Save Changes")
    assert team.lena.get(f"{team.path}/pages/analyze").body["version"] == 0


def test_two_who_write_in_different_places_both_keep_their_text(team: TeamAtWork) -> None:
    mia, seen_by_mia = open_as("mia", team, "analyze")
    noah, seen_by_noah = open_as("noah", team, "analyze")
    mia.press(seen_by_mia, "Save Changes", fill={"strengths": "Mia's"})
    after = noah.press(seen_by_noah, "Save Changes", fill={"obstacles": "Noah's"})
    assert (read_field(after, "strengths"), read_field(after, "obstacles")) == ("Mia's", "Noah's")
    assert after.words("#strengths-by").startswith("Mia Example")


@pytest.fixture
def met(team: TeamAtWork) -> tuple[Browser, ShownPage]:
    """Noah, who sees that Mia wrote where he did."""
    mia, seen_by_mia = open_as("mia", team, "analyze")
    noah, seen_by_noah = open_as("noah", team, "analyze")
    mia.press(seen_by_mia, "Save Changes", fill={"strengths": "Mia's"})
    fill = {"strengths": "Noah's", "obstacles": "Also Noah's"}
    return noah, noah.press(seen_by_noah, "Save Changes", fill=fill)


def test_where_both_wrote_both_texts_are_seen(
    team: TeamAtWork, met: tuple[Browser, ShownPage]
) -> None:
    _, shown = met
    assert shown.status == 409
    assert shown.one("form#texts").has_attr("data-conflict")
    assert read_field(shown, "strengths") == "Noah's"
    assert read_field(shown, "obstacles") == "Also Noah's"
    assert shown.words("#strengths-conflict blockquote") == "Mia's"
    assert "Mia Example wrote here while you did." in shown.words("#strengths-conflict")
    assert "strengths-conflict" in str(shown.one("#strengths")["aria-describedby"])
    assert not shown.page.select("#obstacles-conflict")
    assert not shown.page.select("[aria-labelledby=beside]"), "the same text stands twice"
    assert texts(team, "analyze")["strengths"] == "Mia's"
    assert shown.words("#strengths-by") == "This is your text. It is not saved yet."
    assert "Your choice is saved at once." in shown.words("#strengths-conflict")


@pytest.mark.parametrize(
    ("button", "left"),
    [
        ("Save Changes", "Noah's"),
        ("Use the other text", "Mia's"),
        ("Use both", "Mia's\n\nNoah's"),
    ],
)
def test_a_conflict_is_settled_by_one_button(
    team: TeamAtWork, met: tuple[Browser, ShownPage], button: str, left: str
) -> None:
    noah, shown = met
    after = noah.press(shown, button)
    assert after.status == 200, after.text
    assert texts(team, "analyze") == {"strengths": left, "obstacles": "Also Noah's", "needs": []}
    assert not after.page.select("[data-conflict], [aria-labelledby=beside]")
    assert team.lena.get(f"{team.path}/pages/analyze").body["conflicts"] == []


def test_with_two_conflicts_the_second_waits_for_its_decision(team: TeamAtWork) -> None:
    mia, seen_by_mia = open_as("mia", team, "analyze")
    noah, seen_by_noah = open_as("noah", team, "analyze")
    mia.press(seen_by_mia, "Save Changes", fill={"strengths": "M1", "obstacles": "M2"})
    shown = noah.press(
        seen_by_noah, "Save Changes", fill={"strengths": "N1", "obstacles": "N2", "needs": "N3"}
    )
    assert "Your choices are saved when every such place" in shown.words("#obstacles-conflict")
    first = next(
        each for each in shown.page.select("button[name=take]") if each["value"] == "strengths"
    )
    first.string = "This one"
    after = noah.press(shown, "This one")
    assert [each["id"] for each in after.page.select("[id$=-conflict]")] == ["obstacles-conflict"]
    assert [read_field(after, name) for name in ("strengths", "obstacles", "needs")] == [
        "M1",
        "N2",
        "N3",
    ]
    noah.press(after, "Use the other text")
    assert texts(team, "analyze") == {"strengths": "M1", "obstacles": "M2", "needs": ["N3"]}


def test_a_text_that_somebody_left_beside_is_shown_to_the_team_and_removed(
    team: TeamAtWork, met: tuple[Browser, ShownPage]
) -> None:
    _, seen_by_mia = open_as("mia", team, "analyze")
    assert "Noah's" in seen_by_mia.words("[aria-labelledby=beside]")
    assert not seen_by_mia.page.select("button[name=clear]"), "only its author and leaders"
    lena, shown = open_as("lena", team, "analyze")
    after = lena.press(shown, "Remove the text of Noah Example")
    assert not after.page.select("[aria-labelledby=beside]")
    assert "The text beside the page is removed." in after.words()


def test_a_text_beside_a_finished_page_can_still_be_read_and_copied(world: World) -> None:
    team = world.scene(FinishedTeam)
    mia, seen_by_mia = open_as("mia", team, "goals")
    noah, seen_by_noah = open_as("noah", team, "goals")
    mia.press(seen_by_mia, "Save Changes", fill={"notes": "Mia's"})
    noah.press(seen_by_noah, "Save Changes", fill={"notes": "Noah's"})
    team.lock_and_settle()
    for name in ("noah", "lena"):
        _, shown = open_as(name, team, "goals")
        beside = shown.words("[aria-labelledby=beside]")
        assert "Noah's" in beside
        assert "They can be read and copied here." in beside
        assert "remove" not in beside.lower()


def test_saving_while_one_types_gives_the_form_alone(team: TeamAtWork) -> None:
    browser, shown = open_as("mia", team, "analyze")
    part = autosave(browser, shown, strengths="So far")
    assert part.status == 200
    assert not part.page.select("html, nav, h1")
    assert part.one("[name=version]")["value"] == "1"
    assert part.words("#strengths-by").startswith("Mia Example")
    autosave(browser, part, strengths="So far, and further")
    assert texts(team, "analyze")["strengths"] == "So far, and further"


def test_a_look_at_what_colleagues_wrote_asks_the_api_once(team: TeamAtWork) -> None:
    browser, shown = open_as("mia", team, "analyze")
    _, other = open_as("noah", team, "analyze")
    Browser().sign_in_as("noah").press(other, "Save Changes", fill={"obstacles": "New"})
    part = browser.open(str(shown.one("form#texts")["action"]), **{"hx-request": "true"})
    assert read_field(part, "obstacles") == "New"


def test_a_text_that_is_too_long_stays_in_its_field(team: TeamAtWork) -> None:
    browser, shown = open_as("mia", team, "reflect")
    fill = {"what_worked": "x" * 100_000, "next_time": "Kept"}
    after = browser.press(shown, "Save Changes", fill=fill)
    assert after.status == 422
    assert read_field(after, "what_worked") == "x" * 100_000
    assert read_field(after, "next_time") == "Kept"
    assert after.page.select("#what_worked-error")
    assert after.one("#errors a")["href"] == "#what_worked"
    saved = browser.press(after, "Save Changes", fill={"what_worked": "Short"})
    assert saved.status == 200
    assert texts(team, "reflect") == {
        "what_worked": "Short",
        "what_did_not_work": "",
        "next_time": "Kept",
    }


def test_a_refused_form_overwrites_nobody_afterwards(team: TeamAtWork) -> None:
    """A colleague's edit in between is still a conflict: the form keeps its version."""
    mia, seen_by_mia = open_as("mia", team, "reflect")
    noah, seen_by_noah = open_as("noah", team, "reflect")
    noah.press(seen_by_noah, "Save Changes", fill={"next_time": "Noah's"})
    long = mia.press(
        seen_by_mia, "Save Changes", fill={"what_worked": "x" * 20_000, "next_time": "Mia's"}
    )
    after = mia.press(long, "Save Changes", fill={"what_worked": "Short"})
    assert after.status == 409
    assert after.words("#next_time-conflict blockquote") == "Noah's"


class TestStrategies:
    def add(self, team: TeamAtWork, name: str, text: str) -> tuple[Browser, ShownPage]:
        browser, shown = open_as(name, team, "strategies")
        row = str(shown.page.select("[name=row]")[-1]["value"])
        fill = {f"row-{row}-strategy": text, f"row-{row}-responsible": "Ana"}
        fill |= {f"row-{row}-levels": "2"}
        return browser, browser.press(shown, "Save Changes", fill=fill)

    def rows(self, team: TeamAtWork) -> list[tuple[object, ...]]:
        found = team.lena.get(f"{team.path}/pages/strategies").body["rows"]
        return [
            (row["strategy"]["value"], row["levels"]["value"], row["responsible"]["value"])
            for row in found
        ]

    def test_a_strategy_is_added_in_the_blank_form(self, team: TeamAtWork) -> None:
        _, shown = self.add(team, "mia", HOSTILE)
        assert self.rows(team) == [(HOSTILE, [2], "Ana")]
        legends = [each.get_text() for each in shown.page.select(".strategy > legend")]
        assert legends == ["Strategy 1", "New strategy"]
        assert not shown.page.select("main script")

    def test_it_is_changed_moved_and_removed(self, team: TeamAtWork) -> None:
        self.add(team, "mia", "One")
        browser, shown = self.add(team, "noah", "Two")
        moved = browser.press(shown, "Move up strategy 2")
        assert [row[0] for row in self.rows(team)] == ["Two", "One"]
        row = str(moved.page.select("[name=row]")[0]["value"])
        changed = browser.press(
            moved, "Save Changes", fill={f"row-{row}-levels": [], f"row-{row}-strategy": "2"}
        )
        assert self.rows(team)[0] == ("2", "all", "Ana")
        browser.press(changed, "Remove strategy 1")
        assert [row[0] for row in self.rows(team)] == ["One"]

    def test_a_blank_one_is_not_saved(self, team: TeamAtWork) -> None:
        browser, shown = open_as("mia", team, "strategies")
        browser.press(shown, "Save Changes")
        assert self.rows(team) == []

    def test_texts_of_a_removed_strategy_are_shown_and_can_come_back(
        self, team: TeamAtWork
    ) -> None:
        self.add(team, "mia", "One")
        noah, seen_by_noah = open_as("noah", team, "strategies")
        mia, seen_by_mia = open_as("mia", team, "strategies")
        mia.press(seen_by_mia, "Remove strategy 1")
        row = str(seen_by_noah.page.select("[name=row]")[0]["value"])
        shown = noah.press(
            seen_by_noah, "Save Changes", fill={f"row-{row}-strategy": "One, and more"}
        )
        assert shown.status == 409
        assert read_field(shown, f"row-{row}-strategy") == "One, and more"
        assert "Nothing: it was removed." in shown.words(f"#row-{row}-strategy-conflict")
        noah.press(shown, "Save Changes")
        assert self.rows(team) == [("One, and more", [2], "Ana")], "as he had it, and whole"

    def test_a_person_who_accepts_the_removal_does_not_bring_the_rest_back(
        self, team: TeamAtWork
    ) -> None:
        self.add(team, "mia", "One")
        noah, seen_by_noah = open_as("noah", team, "strategies")
        mia, seen_by_mia = open_as("mia", team, "strategies")
        mia.press(seen_by_mia, "Remove strategy 1")
        row = str(seen_by_noah.page.select("[name=row]")[0]["value"])
        shown = noah.press(seen_by_noah, "Save Changes", fill={f"row-{row}-evidence": "Exit slips"})
        assert read_field(shown, f"row-{row}-strategy") == "One"
        after = noah.press(shown, "Use the other text")
        assert after.status == 200
        assert self.rows(team) == []


@pytest.mark.parametrize("tab", ["analyze", "goals", "strategies", "reflect"])
def test_administrators_of_the_team_read_and_do_not_write(team: TeamAtWork, tab: str) -> None:
    _, shown = open_as("dana", team, tab)
    assert shown.status == 200
    assert not shown.page.select("main form[data-autosave], main textarea")


def test_administrators_of_another_school_see_no_page_of_the_team(team: TeamAtWork) -> None:
    _, shown = open_as("saul", team, "analyze")
    assert shown.status == 404


def test_people_outside_the_team_find_nothing(team: TeamAtWork) -> None:
    browser, shown = open_as("olga", team, "analyze")
    assert shown.status == 404
    path = f"/console/processes/{team.process}/pages/analyze"
    sent = browser.send("POST", path, b"version=0&strengths=x&was-strengths=y")
    assert sent.status == 404


def test_a_page_that_does_not_exist_is_a_page_that_says_so(team: TeamAtWork) -> None:
    browser = Browser().sign_in_as("mia")
    assert browser.send("POST", f"/console/processes/{team.process}/pages/x").status == 404


class TestWhoTypesWhileTheProcessIsFinished:
    """A page that nobody can write on any more has no form, but the text is not lost."""

    TYPED = "The floor line, every day."

    def save_too_late(self, team: TeamAtWork, **headers: str) -> ShownPage:
        mia, shown = open_as("mia", team, "reflect")
        finish(team)
        return mia.press(shown, "Save Changes", fill={"what_worked": self.TYPED}, **headers)

    def test_they_read_that_it_is_not_saved_and_keep_their_text(self, team: TeamAtWork) -> None:
        late = self.save_too_late(team)
        assert late.status == 409
        assert "finished" in late.words("main")
        kept = late.one("textarea[name=what_worked]")
        assert kept.get_text().removeprefix("\n") == self.TYPED
        assert not kept.has_attr("hidden")
        assert late.page.select("textarea[name='was-what_worked'][hidden]")
        assert texts(team, "reflect")["what_worked"] == ""

    def test_the_page_around_the_text_does_not_take_it_for_saved(self, team: TeamAtWork) -> None:
        part = self.save_too_late(team, **{"hx-request": "true"})
        assert part.status == 409
        assert not part.page.select("form[data-autosave], #page")

    def test_a_person_with_two_texts_to_decide_on_keeps_both(self, team: TeamAtWork) -> None:
        mia, first = open_as("mia", team, "reflect")
        noah, second = open_as("noah", team, "reflect")
        both = {"what_worked": "Songs", "next_time": "More songs"}
        noah.press(second, "Save Changes", fill=both)
        own = {"what_worked": self.TYPED, "next_time": "Fewer words here"}
        met = mia.press(first, "Save Changes", fill=own)
        finish(team)
        sent = fields_of(met.one("form[data-autosave]")) | {"join": ["what_worked"]}
        late = mia.send("POST", met.address, urlencode(sent, doseq=True).encode())
        assert late.status == 409
        assert "Fewer words here" in late.one("textarea[name=next_time]").get_text()


def finish(team: TeamAtWork) -> None:
    """Lock the process, as its leader does."""
    body = {"without_post_test": True}
    expect_ok(
        team.lena.send("POST", f"{team.path}/lock", body, {"If-Match": team.read_process().etag})
    )


def test_line_breaks_that_a_field_cannot_show_are_no_change(team: TeamAtWork) -> None:
    path = f"{team.path}/pages/strategies"
    row = {"id": "r1", "strategy": "Number lines", "frequency": "Daily,\nbefore lunch"}
    expect_ok(team.lena.patch(path, {"rows": [row]}, etag=team.lena.get(path).etag))
    mia, shown = open_as("mia", team, "strategies")
    assert read_field(shown, "row-r1-frequency") == "Daily, before lunch"
    mia.press(shown, "Save Changes", fill={"row-r1-evidence": "Exit tickets"})
    (kept,) = expect_ok(team.lena.get(path)).body["rows"]
    assert kept["evidence"]["value"] == "Exit tickets"
    assert kept["frequency"]["value"] == "Daily,\nbefore lunch"


@pytest.mark.parametrize("number", ["9" * 5000, "\N{ARABIC-INDIC DIGIT ONE}", "-1", "x"])
@pytest.mark.parametrize("name", ["move", "row-r1-levels"])
def test_a_number_that_no_form_of_ours_sends_is_no_mistake_of_ours(
    team: TeamAtWork, name: str, number: str
) -> None:
    browser = Browser().sign_in_as("mia")
    said = {"version": "0", "row": "r1", "row-r1-strategy": "Number lines"}
    said |= {"was-row-r1-strategy": "", "was-row-r1-levels": ""}
    said[name] = f"r1 {number}" if name == "move" else number
    path = f"/console/processes/{team.process}/pages/strategies"
    sent = browser.send("POST", path, urlencode(said).encode())
    assert sent.status in (200, 422)
