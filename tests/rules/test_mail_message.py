"""What does a teacher receive, and can a name do harm in it?"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser

import pytest

from chalicelib.distribution.delivery_email import (
    AssessmentDelivered,
    TrackerLine,
    select_trackers,
)
from chalicelib.mail.messages import Origin
from chalicelib.mail.model import Contact, Mail
from chalicelib.mail.payload import LISTED
from chalicelib.mail.skip_reasons import Skip, reason_to_skip
from chalicelib.rendering import one_line
from tests.support.mails import compose, read_on, render, store

AT = datetime(2026, 8, 17, 13, 5, tzinfo=UTC)
ORIGIN = Origin("Green Bluff ISD", "plumbline@district.example.org")
NASTY = [
    "Unit 4\r\nBcc: everyone@example.org",
    "Unit 4\nSubject: other\n\nbody",
    "Unit 4\u2028Bcc: everyone@example.org\u2029\x85x",
    "\x00\x07\x1b[31mUnit",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }} {% raw %}",
    "三年级数学",
    "الصف الثالث",
    "\u202eevil\u202c \u2066x\u2069",
    "👩🏽\u200d🏫 Ms. Ünïcödé's class & more",
    "=?utf-8?q?=0D=0ABcc:_x@example.org?=",
    "x" * 2000,
]


class MessagePage(HTMLParser):
    """Parse an email's HTML as a browser would."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.attributes: dict[str, str | None] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.update(attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def facts(title: str = "Fractions check", *trackers: TrackerLine, more: int = 0) -> Mail:
    said = AssessmentDelivered(
        assessment=title,
        distributed_by="Dana Example",
        delivered_at="Monday, August 17, 2026 at 8:05 AM CDT (America/Chicago)",
        trackers=trackers or (TrackerLine(school="Washington", name="Period 1"),),
        more=more,
    )
    return store(said)


def write_message(mail: Mail, to: str = "tess@example.org", name: str = "Tess") -> EmailMessage:
    raw = compose(mail, Contact(to, name), ORIGIN, AT)
    return message_from_bytes(raw, policy=policy.default)


def parts(message: EmailMessage) -> tuple[str, str]:
    text = message.get_body(("plain",))
    html = message.get_body(("html",))
    assert text is not None
    assert html is not None
    return text.get_content(), html.get_content()


def test_a_mail_has_the_headers_of_a_well_behaved_automatic_message() -> None:
    message = write_message(facts())
    assert message["From"] == "Green Bluff ISD <plumbline@district.example.org>"
    assert message["To"] == "tess@example.org"
    assert message["Subject"] == "New district assessment in your tracker: Fractions check"
    assert message["Date"] == "Mon, 17 Aug 2026 13:05:00 +0000"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "en"
    assert message.get_content_type() == "multipart/alternative"


def test_a_mail_sent_again_has_the_same_message_id() -> None:
    assert write_message(facts())["Message-ID"] == "<01J-ABC@district.example.org>"
    assert write_message(facts())["X-Plumbline-Mail"] == "01J-ABC"


def test_the_way_out_is_an_address_that_mail_programs_can_read() -> None:
    raw = compose(
        facts(), Contact("tess@example.org"), Origin("D", "p@" + "d" * 60 + ".example.org"), AT
    )
    line = next(line for line in raw.split(b"\r\n") if line.startswith(b"List-Unsubscribe"))
    assert line.startswith(b"List-Unsubscribe: <mailto:p@ddd")
    assert line.endswith(b">")


def test_everything_travels_as_seven_bit_lines_of_legal_length() -> None:
    raw = compose(facts("三年级数学 " * 30), Contact("tess@example.org"), ORIGIN, AT)
    raw.decode("ascii")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998
    assert b"\n" not in raw.replace(b"\r\n", b"")


@pytest.mark.parametrize("title", NASTY)
def test_no_title_can_add_a_header_or_a_recipient(title: str) -> None:
    clean, nasty = write_message(facts()), write_message(facts(title))
    assert nasty.keys() == clean.keys()
    assert nasty["To"] == "tess@example.org"
    assert "Bcc" not in nasty
    assert len(nasty["Subject"].splitlines()) == 1
    assert len(nasty["Subject"]) <= 140


@pytest.mark.parametrize("name", NASTY)
def test_no_district_name_can_add_a_header_or_a_sender(name: str) -> None:
    origin = Origin(name, "plumbline@district.example.org")
    raw = compose(facts(), Contact("tess@example.org"), origin, AT)
    message = message_from_bytes(raw, policy=policy.default)
    assert message.keys() == write_message(facts()).keys()
    assert [each.addr_spec for each in message["From"].addresses] == [origin.sender]


@pytest.mark.parametrize("name", NASTY)
def test_no_name_can_add_markup_or_turn_the_text_around(name: str) -> None:
    named = facts("Check", TrackerLine(school=name, name=name))
    clean, nasty = (
        MessagePage(parts(write_message(mail, name=who))[1])
        for mail, who in ((facts(), "Tess"), (named, name))
    )
    assert nasty.tags == clean.tags
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2069") & set(nasty.text)


def test_a_question_in_a_title_is_left_as_it_is() -> None:
    assert write_message(facts("What is 2+2=?"))["Subject"].endswith("What is 2+2=?")


def test_half_a_character_is_shown_as_unreadable_and_harms_nothing() -> None:
    assert one_line("lone \ud800 half") == "lone \N{REPLACEMENT CHARACTER} half"


@pytest.mark.parametrize("title", NASTY)
def test_the_plain_text_and_the_html_say_the_title_as_it_is(title: str) -> None:
    text, html = parts(write_message(facts(title)))
    assert one_line(title) in text
    assert one_line(title) in MessagePage(html).text


def test_trackers_are_grouped_by_school_and_say_what_the_reader_is_to_them() -> None:
    lines = [
        TrackerLine(school="Washington", name="Period 2"),
        TrackerLine(school="Lincoln", name="Algebra", role="collaborator"),
        TrackerLine(school="Washington", name="Period 1"),
    ]
    kept, more = select_trackers(lines)
    text, html = parts(write_message(facts("Check", *kept, more=more)))
    assert "is now in 3 of your trackers" in text
    expected = [
        "Lincoln",
        "  - Algebra (you are a collaborator)",
        "Washington",
        "  - Period 1 (you are the teacher)",
        "  - Period 2 (you are the teacher)",
    ]
    found = [line for line in text.splitlines() if line in expected]
    assert found == expected
    seen = MessagePage(html)
    assert (seen.tags.count("h3"), seen.tags.count("li")) == (2, 3)


def test_both_parts_carry_the_same_facts() -> None:
    text, html = parts(write_message(facts("Check", more=2)))
    for said in (
        "Check",
        "Dana Example",
        "Monday, August 17, 2026 at 8:05 AM CDT (America/Chicago)",
        "Washington",
        "Period 1",
        "and 2 more trackers",
        "Green Bluff ISD",
        "no student data",
        "plumbline@district.example.org",
    ):
        assert said in text.replace("\n", " ")
        assert said in MessagePage(html).text


def test_the_html_names_its_language_and_loads_nothing() -> None:
    _, html = parts(write_message(facts()))
    seen = MessagePage(html)
    assert seen.attributes["lang"] == "en"
    assert not {"img", "script", "link", "iframe"} & set(seen.tags)
    assert "url(" not in html
    assert "http" not in html
    assert seen.tags.count("h1") == 1


def test_the_subject_holds_nothing_personal() -> None:
    subject = write_message(facts())["Subject"]
    for personal in ("Tess", "Dana", "Period 1", "Washington", "@"):
        assert personal not in subject


def test_a_mail_names_two_hundred_trackers_and_counts_the_rest() -> None:
    lines = [TrackerLine(school="S", name=f"Period {n:04}") for n in range(LISTED + 50)]
    kept, more = select_trackers([*lines, *lines])
    assert (len(kept), more) == (LISTED, 50)
    raw = compose(facts("C", *kept, more=more), Contact("t@example.org"), ORIGIN, AT)
    assert len(raw) < 102_000


@pytest.mark.parametrize(("many", "links"), [(1, 1), (2, 3), (50, 51), (51, 1)])
def test_up_to_fifty_trackers_are_links_and_one_alone_is_the_mails_own(
    many: int, links: int
) -> None:
    lines = [TrackerLine(school="S", name=f"Period {n}", tracker=f"t{n}") for n in range(many)]
    known = replace(ORIGIN, address="https://console.example.org")
    letter = render(facts("C", *lines), Contact("t@example.org", "Tess"), known)
    assert letter.html.count('href="https://') == links
    assert letter.text.count("https://") == links
    assert ("/console/trackers/t0" in letter.html) == (many <= 50)


def test_where_not_all_are_named_the_classes_that_last_longest_are() -> None:
    """So that, once one of them is past, so is every tracker that is not named."""
    days = ("", "2026-12-18", "2027-05-28")
    lines = [
        TrackerLine(school="S", name=f"Period {n:04}", ends=days[n % 3]) for n in range(LISTED + 97)
    ]
    kept, more = select_trackers(lines)
    assert ([each.ends for each in kept].count("2026-12-18"), more) == (2, 97)
    assert [each.name for each in kept] == sorted(each.name for each in kept)
    spring = read_on(facts("C", *kept, more=more), "2026-12-19")
    assert spring is not None
    assert "is now in 198 of your trackers" in parts(write_message(store(spring)))[0]


def test_a_notice_of_release_0_3_0_has_no_last_days_and_keeps_its_text() -> None:
    stored = (
        '{"assessment":"Check","distributed_by":"Dana","delivered_at":"Monday","trackers":'
        '[{"school":"Washington","name":"Period 1","role":"owner"}],"more":0}'
    )
    mail = Mail("01J", "ABC", "assessment_delivered", "usr-1", stored, None)
    assert read_on(mail, "2036-01-01") == read_on(mail, "2026-01-01")
    assert "Period 1" in parts(write_message(mail))[0]


@pytest.mark.parametrize(
    ("person", "wanted", "blocked", "reason"),
    [
        (None, True, False, Skip.NO_SUCH_PERSON),
        (Contact("a@example.org", enabled=False), True, False, Skip.PERSON_DISABLED),
        (Contact(""), True, False, Skip.NO_ADDRESS),
        (Contact("no at sign"), True, False, Skip.ADDRESS_UNUSABLE),
        (Contact("a@localhost"), True, False, Skip.ADDRESS_UNUSABLE),
        (Contact("a@example.org\r\nBcc: b@example.org"), True, False, Skip.ADDRESS_UNUSABLE),
        (Contact("a@example.org, b@example.org"), True, False, Skip.ADDRESS_UNUSABLE),
        (Contact("Ann <a@example.org>"), True, False, Skip.ADDRESS_UNUSABLE),
        (Contact("ännchen@example.org"), True, False, Skip.ADDRESS_UNUSABLE),
        (Contact("a@example.org"), False, False, Skip.NOT_WANTED),
        (Contact("a@example.org"), True, True, Skip.ADDRESS_BLOCKED),
        (Contact("a.b+c@sub.example.org"), True, False, None),
        (Contact("o'brien@example.org"), True, False, None),
    ],
)
def test_people_without_email_have_a_reason(
    person: Contact | None, wanted: bool, blocked: bool, reason: Skip | None
) -> None:
    assert reason_to_skip(person, wanted=wanted, blocked=blocked) == reason
