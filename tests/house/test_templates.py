"""Is every template complete, safe, and used?"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from jinja2 import UndefinedError

from chalicelib import rendering
from chalicelib.mail.messages import Origin, render_mail
from chalicelib.mail.model import (
    KINDS,
    AssessmentDelivered,
    BeginReminder,
    Contact,
    Facts,
    Mail,
    ReminderLine,
    TrackerLine,
)
from tests.support import finished

EXAMPLES: dict[str, Facts] = {
    "assessment_delivered": AssessmentDelivered(
        assessment="<Fractions> & more",
        distributed_by="Dana <Example>",
        delivered_at="Monday, August 17, 2026 at 8:05 AM CDT",
        trackers=(TrackerLine(school="Washington", name="<b>Period 1</b>"),),
        more=1,
    ),
    "reminder": BeginReminder(
        assessment="<Fractions> & more",
        reminded_by="Dana <Example>",
        classes=(ReminderLine(school="Washington", name="<b>Period 1</b>"),),
        more=1,
    ),
    "process_finished": finished.build_content(
        process="<Fractions> & more",
        team="Dana <Example>",
        school="<b>Period 1</b>",
        headline="<i>Tess</i>",
    ),
}
"""One mail of each kind, with markup in every name."""

FOLDERS = sorted((rendering.TEMPLATES / "email").iterdir())


def example(kind: str) -> rendering.RenderedEmail:
    mail = Mail("01J", "ABC", kind, "usr-1", EXAMPLES[kind].model_dump_json(), None)
    return render_mail(
        mail, Contact("tess@example.org", "<i>Tess</i>"), Origin("<D>", "d@example.org")
    )


def test_every_kind_of_mail_has_a_folder_and_every_folder_a_kind() -> None:
    assert {folder.name for folder in FOLDERS} == set(KINDS) == set(EXAMPLES)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_mail_has_exactly_its_three_parts(folder: Path) -> None:
    assert sorted(each.name for each in folder.iterdir()) == [
        "body.html",
        "body.txt",
        "subject.txt",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_mail_renders_and_leaves_nothing_unfilled(kind: str) -> None:
    letter = example(kind)
    for part in (letter.subject, letter.text, letter.html):
        assert part.strip()
        assert "{{" not in part
        assert "{%" not in part


@pytest.mark.parametrize("kind", KINDS)
def test_html_escapes_what_people_wrote_and_plain_text_does_not(kind: str) -> None:
    letter = example(kind)
    for name in ("<Fractions>", "<Example>", "<b>Period", "<i>Tess"):
        assert name not in letter.html
    assert "&lt;Fractions&gt; &amp; more" in letter.html
    assert "<Fractions> & more" in letter.text
    assert "&lt;" not in letter.text


@pytest.mark.parametrize("kind", KINDS)
def test_no_template_turns_escaping_off(kind: str) -> None:
    for each in (rendering.TEMPLATES / "email" / kind).iterdir():
        assert not re.search(r"\|\s*safe|autoescape", each.read_text())


def test_a_name_that_the_context_lacks_is_an_error_and_not_a_gap() -> None:
    with pytest.raises(UndefinedError):
        rendering.letter("assessment_delivered", {"count": 1})


def test_mails_load_nothing_from_anywhere() -> None:
    for kind in KINDS:
        html = example(kind).html.replace(f'href="{finished.LINK}"', "href=")
        found: list[Any] = re.findall(r"(?:src|srcset|background)=|url\(|https?:", html)
        assert found == []


def test_rendering_is_not_loaded_before_it_is_needed() -> None:
    source = Path(rendering.__file__).read_text()
    assert not re.search(r"^(from|import) jinja2", source, re.MULTILINE)
