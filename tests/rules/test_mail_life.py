"""What can happen to a mail, in which order, and what then?"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from chalicelib.mail import model
from chalicelib.mail.model import Event, Mail, MailState

NOW = datetime(2026, 9, 14, 17, 0, tzinfo=UTC)
REPORTS = [Event.SEND, Event.DELAY, Event.DELIVERY, Event.BOUNCE, Event.COMPLAINT]


def a_mail(state: MailState = MailState.QUEUED, **facts: object) -> Mail:
    number = model.mail_id("gb", "01J", "usr-1")
    made = Mail("01J", number, "assessment_delivered", "usr-1", "{}", NOW, state)
    return replace(made, **facts)  # type: ignore[arg-type]


def after(mail: Mail, *events: Event) -> Mail:
    """Return the mail after SES reported these, those that move nothing included."""
    for number, event in enumerate(events):
        mail = mail.apply_report(event, f"report-{number}") or mail
    return mail


def test_every_state_says_what_moves_it() -> None:
    assert set(model.TRANSITIONS) == set(MailState)


def test_a_mail_knows_the_subject_and_day_of_its_batch() -> None:
    of_a_day = replace(a_mail(), batch="01K-pre-2026-10-01")
    assert (of_a_day.about, of_a_day.day) == ("01K", "2026-10-01")
    assert (a_mail().about, a_mail().day) == ("01J", "")


def test_an_open_mail_is_in_the_outbox_and_a_settled_one_is_not() -> None:
    claimed = a_mail().apply_event(Event.CLAIM, due=NOW + model.LEASE)
    assert claimed is not None
    assert (claimed.state, claimed.due, claimed.tries) == (MailState.SENDING, NOW + model.LEASE, 1)
    sent = claimed.apply_event(Event.ACCEPT, due=NOW)
    assert sent is not None
    assert (sent.state, sent.due) == (MailState.SENT, None)


def test_a_try_that_certainly_did_not_go_out_does_not_count() -> None:
    claimed = a_mail().apply_event(Event.CLAIM, due=NOW)
    assert claimed is not None
    released = claimed.apply_event(Event.RELEASE, due=NOW, reason="too_fast")
    assert released is not None
    assert (released.state, released.tries, released.reason) == (MailState.QUEUED, 0, "too_fast")


@pytest.mark.parametrize("state", sorted(set(MailState) - model.OPEN))
def test_a_settled_mail_is_never_sent_again(state: MailState) -> None:
    assert not a_mail(state, due=None).may_be_claimed(NOW + timedelta(days=9))
    for ours in (Event.CLAIM, Event.RELEASE, Event.ACCEPT, Event.REFUSE, Event.SKIP):
        assert a_mail(state).apply_event(ours) is None


def test_a_mail_under_way_is_sent_again_only_when_its_lease_is_over() -> None:
    under_way = a_mail(MailState.SENDING)
    assert not under_way.may_be_claimed(NOW - timedelta(seconds=1))
    assert under_way.may_be_claimed(NOW)


@pytest.mark.parametrize(
    "start", [MailState.QUEUED, MailState.SENDING, MailState.SENT, MailState.FAILED]
)
@pytest.mark.parametrize("order", list(permutations([Event.SEND, Event.DELAY, Event.DELIVERY])))
def test_reports_in_any_order_end_as_delivered(start: MailState, order: tuple[Event, ...]) -> None:
    assert after(a_mail(start), *order).state == MailState.DELIVERED


@pytest.mark.parametrize("order", list(permutations(REPORTS)))
def test_a_complaint_is_never_forgotten(order: tuple[Event, ...]) -> None:
    assert after(a_mail(MailState.SENDING), *order).state == MailState.COMPLAINED


@pytest.mark.parametrize("order", list(permutations([Event.SEND, Event.DELIVERY, Event.BOUNCE])))
def test_a_hard_bounce_outweighs_delivery_whichever_comes_first(order: tuple[Event, ...]) -> None:
    assert after(a_mail(MailState.SENT), *order).state == MailState.BOUNCED


def test_an_out_of_office_reply_does_not_undo_a_delivery() -> None:
    assert (
        after(a_mail(MailState.SENT), Event.DELIVERY, Event.SOFT_BOUNCE).state
        == MailState.DELIVERED
    )
    assert after(a_mail(MailState.SENT), Event.SOFT_BOUNCE).state == MailState.BOUNCED


def test_a_report_that_comes_twice_counts_once() -> None:
    once = a_mail(MailState.SENT).apply_report(Event.DELIVERY, "report-1")
    assert once is not None
    assert once.apply_report(Event.COMPLAINT, "report-1") is None


def test_a_skipped_mail_stays_skipped() -> None:
    assert after(a_mail(MailState.SKIPPED), *REPORTS).state == MailState.SKIPPED


def test_one_person_has_one_mail_per_distribution() -> None:
    same = model.mail_id("gb", "01J", "usr-1")
    assert same == model.mail_id("gb", "01J", "usr-1")
    others = {
        model.mail_id("gb", "01J", "usr-2"),
        model.mail_id("gb", "01K", "usr-1"),
        model.mail_id("hb", "01J", "usr-1"),
    }
    assert same not in others
    assert len(others) == 3


@pytest.mark.parametrize("person", ["usr-1", "p#1 / ä", "a" * 500, "-", "'; DROP"])
def test_a_reference_may_stand_in_a_message_tag_whatever_the_roster_calls_people(
    person: str,
) -> None:
    mail = a_mail(id=model.mail_id("gb", "01J", person))
    assert set(mail.reference) <= set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    )
    assert len(mail.reference) <= 256
    assert model.address_of(mail.reference) == (mail.batch, mail.id)


@pytest.mark.parametrize("reference", ["", "-", "abc", "-abc", "abc-"])
def test_a_reference_of_another_system_belongs_to_nobody(reference: str) -> None:
    assert model.address_of(reference) is None


@pytest.mark.parametrize("state", [MailState.BOUNCED, MailState.FAILED, MailState.SKIPPED])
def test_an_undelivered_email_can_be_queued_once_more(state: MailState) -> None:
    again = a_mail(state, due=None, tries=3, reason="rejected").apply_event(Event.RETRY, due=NOW)
    assert again is not None
    assert (again.state, again.tries, again.reason, again.due) == (MailState.QUEUED, 0, "", NOW)


@pytest.mark.parametrize(
    "state",
    [
        MailState.QUEUED,
        MailState.SENDING,
        MailState.SENT,
        MailState.DELIVERED,
        MailState.COMPLAINED,
    ],
)
def test_an_email_under_way_or_delivered_is_not_queued_again(state: MailState) -> None:
    assert a_mail(state).apply_event(Event.RETRY, due=NOW) is None


def test_an_out_of_office_reply_that_is_faster_does_not_undo_a_delivery_either() -> None:
    bounced = a_mail(MailState.SENT).apply_report(
        Event.SOFT_BOUNCE, "r-1", reason=model.SOFT_BOUNCE
    )
    assert bounced is not None
    arrived = bounced.apply_report(Event.DELIVERY, "r-2")
    assert arrived is not None
    assert arrived.state == MailState.DELIVERED
    dead = a_mail(MailState.SENT).apply_report(Event.BOUNCE, "r-1", reason="hard_bounce")
    assert dead is not None
    assert dead.apply_report(Event.DELIVERY, "r-2") is None


@pytest.mark.parametrize(
    ("state", "reason", "listed"),
    [
        (MailState.BOUNCED, "soft_bounce", True),
        (MailState.COMPLAINED, "complaint", True),
        (MailState.FAILED, "no_answer", True),
        (MailState.SKIPPED, "address_blocked", True),
        (MailState.SKIPPED, "not_wanted", False),
        (MailState.SKIPPED, "classes_over", False),
        (MailState.DELIVERED, "", False),
        (MailState.QUEUED, "daily_quota", False),
    ],
)
def test_only_failures_that_somebody_can_solve_count_as_undelivered(
    state: MailState, reason: str, *, listed: bool
) -> None:
    assert a_mail(state, reason=reason).is_undelivered is listed
