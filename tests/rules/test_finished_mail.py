"""What does an administrator receive when a Mastery Process is finished?"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser
from typing import Any

import pytest

from chalicelib.mail.enclosures import LARGEST_FILE, Fetch, fetch_enclosures
from chalicelib.mail.messages import Origin
from chalicelib.mail.model import Contact, Mail
from chalicelib.mail.payload import LARGEST_PICTURE, ReportFile
from chalicelib.processes.reporting.finished_email import TeacherLine
from tests.rules.test_mail_message import NASTY
from tests.support import finished
from tests.support.mails import KINDS, compose

AT = datetime(2027, 5, 20, 20, 5, tzinfo=UTC)
ORIGIN = Origin("Green Bluff ISD", "plumbline@district.example.org")
DANA = Contact("dana@example.org", "Dana")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40
KEPT = {
    "reports/01K/levels.png": PNG + b"levels",
    "reports/01K/movement.png": PNG + b"movement",
    "reports/01K/report.pdf": PDF,
}
ATTACHED = ReportFile(file="reports/01K/report.pdf", name="Unit 4.pdf", size=len(PDF), attach=True)


def bucket(kept: dict[str, bytes]) -> Fetch:
    return lambda place, most: kept[place][:most] if place in kept else None


def raw(mail: Mail, fetch: Fetch | None = None) -> bytes:
    along = fetch_enclosures(KINDS.read(mail), fetch or bucket(KEPT))
    return compose(mail, DANA, ORIGIN, AT, along)


def write_message(fetch: Fetch | None = None, **changes: Any) -> EmailMessage:
    return message_from_bytes(raw(finished.mail(**changes), fetch), policy=policy.default)


def shape(message: Any) -> Any:
    """Return the parts' types as they lie in one another."""
    kind = message.get_content_type()
    return (kind, *map(shape, message.iter_parts())) if message.is_multipart() else kind


def body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content())


class FinishedMailPage(HTMLParser):
    """A mail's HTML as tags and words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data.replace("\N{NO-BREAK SPACE}", " ")

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.seen if name == tag]


def page(**changes: Any) -> FinishedMailPage:
    return FinishedMailPage(body(write_message(**changes), "html"))


def test_the_subject_names_the_process_and_no_number() -> None:
    assert write_message()["Subject"] == "Mastery Process finished: Unit 4 Mastery Process"
    assert len(write_message(process="x" * 2000)["Subject"]) <= 110


def test_pictures_lie_with_the_html_that_shows_them() -> None:
    related = ("multipart/related", "text/html", "image/png", "image/png")
    assert shape(write_message()) == ("multipart/alternative", "text/plain", related)


def test_the_pdf_comes_along_where_the_district_says_so() -> None:
    message = write_message(report=ATTACHED)
    related = ("multipart/related", "text/html", "image/png", "image/png")
    alternative = ("multipart/alternative", "text/plain", related)
    assert shape(message) == ("multipart/mixed", alternative, "application/pdf")
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == "Unit 4.pdf"
    assert attached.get_content() == PDF
    assert message["Content-Language"] == "en"


def test_every_picture_that_is_shown_comes_along_under_the_name_it_is_shown_by() -> None:
    message = write_message()
    shown = [str(image["src"]) for image in FinishedMailPage(body(message, "html")).all("img")]
    carried = [
        f"cid:{part['Content-ID'].strip('<>')}"
        for part in message.walk()
        if part.get_content_type() == "image/png"
    ]
    assert shown == carried
    assert len(set(shown)) == 2


def test_every_picture_says_its_numbers_in_words() -> None:
    alternatives = [str(image["alt"]) for image in page().all("img")]
    assert "Far Below 40 (50.0%)" in alternatives[0]
    assert "26 moved down" in alternatives[1]


def test_a_picture_that_is_not_there_is_left_out_and_the_numbers_stay() -> None:
    message = write_message(bucket({}))
    html = FinishedMailPage(body(message, "html"))
    assert shape(message) == ("multipart/alternative", "text/plain", "text/html")
    assert html.all("img") == []
    assert "40" in html.words
    assert "50.0%" in html.words


def test_a_pdf_that_is_not_there_or_too_large_is_a_link() -> None:
    missing = {place: kept for place, kept in KEPT.items() if not place.endswith("pdf")}
    assert list(write_message(bucket(missing), report=ATTACHED).iter_attachments()) == []
    large = ATTACHED.model_copy(update={"size": LARGEST_FILE + 1})
    message = write_message(report=large)
    assert list(message.iter_attachments()) == []
    assert finished.LINK in body(message, "plain")


@pytest.mark.parametrize(
    ("name", "saved"),
    [
        ("=?utf-8?q?=0D=0ABcc:x?=.pdf", "=-utf-8-q-=0D=0ABcc-x-=.pdf"),
        ('Unit 4: "a/b".pdf', "Unit 4- -a-b-.pdf"),
        ("单元 4 😀.pdf", "单元 4 😀.pdf"),
    ],
)
def test_the_pdf_has_a_name_under_which_every_computer_can_keep_it(name: str, saved: str) -> None:
    report = ATTACHED.model_copy(update={"name": name})
    (attached,) = write_message(report=report).iter_attachments()
    assert attached.get_filename() == saved
    assert not attached.defects


def test_a_number_is_not_parted_from_its_percent_sign() -> None:
    html = body(write_message(), "html")
    said = finished.build_content()
    for text in (said.headline, said.goal, *said.movement, *said.growth):
        if " %" in text:
            assert text.replace(" %", "\N{NO-BREAK SPACE}%") in html, text


def test_the_words_say_attached_only_when_it_is() -> None:
    for kept, words in ((KEPT, True), ({}, False)):
        message = write_message(bucket(kept), report=ATTACHED)
        for kind in ("plain", "html"):
            assert ("attached to this email" in body(message, kind)) is words, kind


def test_the_largest_mail_fits_what_ses_takes() -> None:
    largest = {
        "reports/01K/levels.png": b"\0" * LARGEST_PICTURE,
        "reports/01K/movement.png": b"\0" * LARGEST_PICTURE,
        "reports/01K/report.pdf": b"\0" * LARGEST_FILE,
    }
    report = ATTACHED.model_copy(update={"size": LARGEST_FILE})
    teachers = finished.build_content().teachers * 13
    message = raw(finished.mail(report=report, teachers=teachers), bucket(largest))
    assert LARGEST_FILE < len(message) < 10 * 1024 * 1024


def test_tables_are_tables_for_screen_readers() -> None:
    html = page()
    tables, captions, heads = html.all("table"), html.all("caption"), html.all("th")
    assert len(tables) == len(captions) == 3
    assert {head["scope"] for head in heads} == {"col", "row", "rowgroup"}
    assert all("role" not in table for table in tables)
    assert [tag for tag, _ in html.seen if re.fullmatch("h[1-6]", tag)] == ["h1", "h2", "h2"]


def test_text_and_html_say_the_same() -> None:
    message = write_message()
    text, html = body(message, "plain"), FinishedMailPage(body(message, "html"))
    said = finished.build_content()
    links = [str(link["href"]) for link in html.all("a")]
    told = [said.process, said.headline, said.goal, *said.movement, *said.growth]
    told += [line.change for line in said.summary if line.change]
    told += [line.change for line in said.teachers if line.change]
    told += [each.value for each in said.particulars]
    told += [word for level in said.levels for word in (level.name, level.span, level.post_share)]
    told += [each.name for each in said.teachers]
    for each in told:
        assert each in text, each
        assert each in html.words, each
    assert finished.LINK in links
    assert finished.LINK in text


def test_hidden_figures_of_a_teacher_have_a_sentence_in_text_and_html() -> None:
    note = "Not shown: fewer than 5 students"
    line = TeacherLine(name="Rosa", note=note, pre_n="n = 4", post_n="n = 4", matched="n = 4")
    message = write_message(teachers=(line,))
    text = body(message, "plain")
    assert note in text
    assert text.count("not shown (n = 4)") == 3
    assert note in FinishedMailPage(body(message, "html")).words


def test_a_decline_has_words_and_not_only_color() -> None:
    html = body(write_message(), "html")
    assert "a decline of 5.7 percentage points" in html
    assert re.search(r"▼[^▲]*?\N{MINUS SIGN}8\.3", html)
    assert re.search(r"▲[^▼]*?\+1\.2", html)


@pytest.mark.parametrize("name", NASTY)
def test_no_name_that_people_typed_can_do_harm(name: str) -> None:
    message = write_message(process=name, team=name, school=name)
    assert message.keys() == write_message().keys()
    assert len(message["Subject"].splitlines()) == 1
    assert [tag for tag, _ in FinishedMailPage(body(message, "html")).seen] == [
        tag for tag, _ in page().seen
    ]
    assert "everyone@example.org" not in str(message["To"])


def test_without_a_link_it_says_where_the_report_is() -> None:
    message = write_message(link="")
    for kind in ("plain", "html"):
        assert "sign in to plumbline" in body(message, kind).casefold()
    assert all(str(link["href"]).startswith("mailto:") for link in page(link="").all("a"))


def test_a_first_finish_without_post_test_leaves_no_empty_heading() -> None:
    bare = {"levels": (), "teachers": (), "movement": (), "growth": (), "particulars": ()}
    html = page(**bare, standards=(), levels_chart=None, movement_chart=None)
    assert len(html.all("table")) == 1
    assert html.all("h2") == []
    assert html.all("img") == []


def test_a_mail_names_itself_the_same_however_often_it_is_made() -> None:
    first, second = write_message(), write_message()
    assert first["Message-ID"] == second["Message-ID"] == "<01K-ABC@district.example.org>"
    assert first["List-Unsubscribe"].endswith("report%20emails>")


def test_it_travels_as_seven_bit_lines_of_legal_length() -> None:
    message = raw(finished.mail(process="三年级数学 " * 30, report=ATTACHED))
    message.decode("ascii")
    assert max(len(line) for line in message.split(b"\r\n")) <= 998


def test_fetching_that_fails_is_not_hidden() -> None:
    """The mail is tried again then, whole: it has not been claimed yet."""

    def trouble(place: str, most: int) -> bytes | None:
        raise OSError(place, most)

    with pytest.raises(OSError, match=r"levels\.png"):
        raw(finished.mail(), trouble)
