"""Is every kind of email whole? Each failure names what a new kind lacks."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest

from chalicelib import rendering
from chalicelib.distribution.delivery_email import AssessmentDelivered, TrackerLine
from chalicelib.mail.destinations import SCREENS
from chalicelib.mail.messages import Origin, render_mail
from chalicelib.mail.model import Contact
from chalicelib.mail.payload import MailPayload
from chalicelib.mail.reminders.reminder_email import BeginReminder, ReminderLine
from chalicelib.mail.undelivered import routes
from tests.house.sources import ROOT, nodes, product
from tests.support import finished
from tests.support.mails import KINDS

PARTS = ["body.html", "body.txt", "subject.txt"]
FOLDERS = rendering.TEMPLATES / "email"

EXAMPLES: tuple[MailPayload, ...] = (
    AssessmentDelivered(
        assessment="<Fractions> & more",
        distributed_by="Dana <Example>",
        delivered_at="Monday, August 17, 2026 at 8:05 AM CDT",
        trackers=(TrackerLine(school="Washington", name="<b>Period 1</b>"),),
        more=1,
    ),
    BeginReminder(
        assessment="<Fractions> & more",
        reminded_by="Dana <Example>",
        classes=(ReminderLine(school="Washington", name="<b>Period 1</b>"),),
        more=1,
    ),
    finished.build_content(
        process="<Fractions> & more",
        team="Dana <Example>",
        school="<b>Period 1</b>",
        headline="<i>Tess</i>",
    ),
)
"""One mail of each kind, with markup in every name."""

kinds = pytest.mark.parametrize("kind", list(KINDS), ids=lambda kind: kind.kind)
examples = pytest.mark.parametrize("payload", EXAMPLES, ids=lambda payload: payload.kind)


def write(payload: MailPayload) -> rendering.RenderedEmail:
    reader = Contact("tess@example.org", "<i>Tess</i>")
    return render_mail(payload, "01K", reader, Origin("<D>", "d@example.org"))


def test_every_declared_kind_is_wired_and_has_an_example() -> None:
    declared = {
        node.name
        for path in product()
        for node in nodes(path, ast.ClassDef)
        if any(isinstance(base, ast.Name) and base.id == "MailPayload" for base in node.bases)
    }
    wired = {kind.__name__ for kind in KINDS}
    assert not declared - wired, "each is named in the wiring of the domain that sends it"
    shown = {type(each).__name__ for each in EXAMPLES}
    assert not declared - shown, "each has an example here"


def test_no_two_kinds_have_the_same_name_and_every_folder_is_of_a_kind() -> None:
    names = [kind.kind for kind in KINDS]
    assert len(names) == len(set(names))
    assert {folder.name for folder in FOLDERS.iterdir()} <= {*names, "layout.html"}


def lacks(kind: type[MailPayload]) -> list[str]:
    """Name what a kind of email lacks."""
    folder = FOLDERS / kind.kind
    module = f"{kind.__module__.replace('.', '/')}.py"
    screen = (rendering.TEMPLATES / "console/district/status.html").read_text()
    api = Path(routes.__file__).read_text()
    found = {
        **{f"templates/email/{kind.kind}/{part}": (folder / part).is_file() for part in PARTS},
        "a docstring": bool(kind.__doc__),
        "unsubscribe: No more ... emails": re.fullmatch(
            r"No more [a-z ]+ emails", getattr(kind, "unsubscribe", "")
        ),
        "usual_topic": getattr(kind, "usual_topic", None),
        f"docs/glossary.md: the rule that names {module}": module
        in (ROOT / "docs/glossary.md").read_text(),
        "templates/console/district/status.html: its name in `kinds`": f'"{kind.kind}": _('
        in screen,
        f"{Path(routes.__file__).name}: what it is, for clients": f"- `{kind.kind}`: " in api,
    }
    return [what for what, there in found.items() if not there]


@kinds
def test_every_kind_has_all_that_it_needs(kind: type[MailPayload]) -> None:
    assert not lacks(kind), f"{kind.kind} lacks:\n" + "\n".join(lacks(kind))


def test_the_missing_parts_of_a_new_kind_are_named() -> None:
    class Half(AssessmentDelivered):
        kind = "half"
        unsubscribe = ""

    found = lacks(Half)
    assert [each for each in found if each.startswith("templates/email/half/")] == [
        f"templates/email/half/{part}" for part in PARTS
    ]
    assert "unsubscribe: No more ... emails" in found


@kinds
def test_its_folder_holds_its_parts_and_nothing_else(kind: type[MailPayload]) -> None:
    assert sorted(each.name for each in (FOLDERS / kind.kind).iterdir()) == PARTS


@examples
def test_every_mail_leads_to_a_screen(payload: MailPayload) -> None:
    patterns = (re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path)) for path in SCREENS)
    assert any(re.fullmatch(pattern, payload.find_path("01K")) for pattern in patterns)


@examples
def test_every_mail_renders_and_leaves_nothing_unfilled(payload: MailPayload) -> None:
    letter = write(payload)
    for part in (letter.subject, letter.text, letter.html):
        assert part.strip()
        assert "{{" not in part
        assert "{%" not in part


@examples
def test_both_bodies_say_how_to_stop_such_mails(payload: MailPayload) -> None:
    letter = write(payload)
    assert "To stop these emails, write to d@example.org." in letter.text
    assert 'To stop these emails, write to <a href="mailto:d@example.org">' in letter.html


@examples
def test_html_escapes_what_people_wrote_and_plain_text_does_not(payload: MailPayload) -> None:
    letter = write(payload)
    for name in ("<Fractions>", "<Example>", "<b>Period", "<i>Tess"):
        assert name not in letter.html
    assert "&lt;Fractions&gt; &amp; more" in letter.html
    assert "<Fractions> & more" in letter.text
    assert "&lt;" not in letter.text


@kinds
def test_no_template_turns_escaping_off(kind: type[MailPayload]) -> None:
    for each in (FOLDERS / kind.kind).iterdir():
        assert not re.search(r"\|\s*safe|autoescape", each.read_text())


@examples
def test_mails_load_nothing_from_anywhere(payload: MailPayload) -> None:
    html = write(payload).html.replace(f'href="{finished.LINK}"', "href=")
    found: list[Any] = re.findall(r"(?:src|srcset|background)=|url\(|https?:", html)
    assert found == []
