"""Acts on a distribution: each has a page that states its effect first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from chalicelib.web.inner_api import ApiRefused

from .delivery import SCHEDULE, is_second
from .distribution_changes import (
    FIELDS,
    FORMS,
    KEEP,
    UNCLEAR,
    TickedSchools,
    read_body,
    read_form,
)
from .distribution_page import OpenDistribution, address_of, path_of, read_header
from .forms import NO_ERRORS, Errors
from .screens import DISTRICT_ADMINS, Lead, NotThere, ScreenPage, Screens, Shown, Visit

screens = Screens()

Facts = dict[str, Any]
ADDRESS = "/console/distributions/{distribution_id}/acts/{act}"
MAKE, CHANGE = "make", "change"
"""The buttons that do the act, and that go back to the form. All others show its effect."""


@dataclass(frozen=True, slots=True)
class DistributionAct:
    """One action: its permission, its address, its confirmation."""

    needs: frozenset[str]
    """Any of these words of `allowed`."""
    path: str
    """Below the distribution's own."""
    done: str
    method: str = "POST"
    read: Callable[[OpenDistribution], Facts] = lambda _: {}
    """Reads the data that its page shows beyond the distribution."""
    body: Callable[[OpenDistribution], Any] = lambda _: None
    """Makes the body for the API from the form."""


def _read_reminders(opened: OpenDistribution) -> Facts:
    cursor = opened.visit.query.get("cursor", "")
    return {
        "total": opened.read("/results"),
        "reminders": opened.read("/reminders", limit="50", cursor=cursor),
    }


def _read_comment(opened: OpenDistribution) -> Facts:
    return {"comment": opened.visit.form.one("comment")}


def _act(word: str, path: str, done: str, **said: Any) -> DistributionAct:
    return DistributionAct(frozenset({word}), path, done, **said)


ACTS: Mapping[str, DistributionAct] = MappingProxyType(
    {
        "retry": _act("retry", "/retry", "retried"),
        "cancel": _act("cancel", "/cancellation", "canceled"),
        "recall": _act("recall", "/recall", "recalled", read=_read_comment, body=_read_comment),
        "restore": _act("restore", "/restoration", "restored"),
        "remind": _act("remind", "/reminders", "reminded", read=_read_reminders),
        "add": _act("add", "/additions", "added", read=read_form, body=read_body),
        "repeat": _act("repeat", "/repetitions", "scheduled", read=read_form, body=read_body),
        "change": DistributionAct(
            frozenset({"change", "automate", "move_give_until"}),
            "",
            "saved",
            "PATCH",
            read=read_form,
            body=read_body,
        ),
    }
)
"""The acts by the last part of their address."""


@screens.show(ADDRESS, roles=DISTRICT_ADMINS)
def show_act(visit: Visit, distribution_id: str, act: str) -> ScreenPage:
    """Show the effect of an act, before it is done."""
    return _show(visit, distribution_id, _check_act(act))


@screens.act(ADDRESS, roles=DISTRICT_ADMINS)
def do_act(visit: Visit, distribution_id: str, act: str) -> Shown:
    """Do it, or first show its effect; a refusal goes back into its form."""
    name = _check_act(act)
    press = visit.form.one("do", MAKE).partition(" ")[0]
    if press == CHANGE:
        return _show(visit, distribution_id, name)
    if name in FORMS and TickedSchools.read(visit.form, KEEP).is_unclear:
        return _show(visit, distribution_id, name, Errors(UNCLEAR, {"selection": UNCLEAR}))
    try:
        if press != MAKE and name in FORMS:
            return _look(visit, distribution_id, name)
        return _make(visit, distribution_id, name)
    except ApiRefused as refused:
        errors = Errors.of(refused.problem, FIELDS)
        return _show(visit, distribution_id, name, errors, refused)


def _check_act(act: str) -> str:
    if act not in ACTS:
        raise NotThere
    return act


def _open(visit: Visit, distribution_id: str, name: str) -> OpenDistribution:
    return OpenDistribution(visit, visit.api.read(path_of(distribution_id)), name)


def _make(visit: Visit, distribution_id: str, name: str) -> Lead:
    act, form, path = ACTS[name], visit.form, path_of(distribution_id)
    body = (
        act.body(_open(visit, distribution_id, name))
        if name in FORMS
        else act.body(OpenDistribution(visit, {"id": distribution_id}, name))
    )
    if body == {} and act.method == "PATCH":
        return Lead(address_of(distribution_id, "settings"))
    etag = "" if name in ("remind", "repeat") else form.one("etag")
    made = visit.api.ask(act.method, f"{path}{act.path}", body, etag=etag, key=form.key).body
    if name == "remind":
        return Lead(f"{address_of(distribution_id)}/acts/remind", done=act.done)
    if name == "repeat":
        done = "scheduled" if made["option"] == "schedule" else "distributed"
        return Lead(address_of(made["id"]), done=done)
    return Lead(address_of(distribution_id, "settings" if name == "change" else ""), done=act.done)


def _look(visit: Visit, distribution_id: str, name: str) -> ScreenPage:
    """Show the effect of a form; write nothing."""
    opened = _open(visit, distribution_id, name)
    form = FORMS[name]
    body = read_body(opened)
    if not form.preview or not body:
        preview = None
    else:
        path = f"{path_of(distribution_id)}{form.preview}"
        preview = visit.api.ask("POST", path, body).body
    facts = {
        **read_header(opened),
        **read_form(opened),
        "preview": preview,
        "scheduled": preview and preview["option"] == SCHEDULE,
        "second": preview and is_second(preview["start"]),
    }
    return ScreenPage("distributions/check.html", {**facts, "act": name, "errors": None})


def _show(
    visit: Visit,
    distribution_id: str,
    name: str,
    errors: Errors = NO_ERRORS,
    refused: ApiRefused | None = None,
) -> ScreenPage:
    opened = _open(visit, distribution_id, name)
    act = ACTS[name]
    facts: Facts = {**read_header(opened), "act": name, "errors": errors}
    facts |= {
        "problem": refused.problem if refused else {},
        "is_stale": errors.status == 412,  # noqa: PLR2004 - a status
    }
    if not facts["may"] & act.needs:
        return ScreenPage("distributions/closed.html", facts, errors.status)
    template = FORMS[name].template if name in FORMS else name
    facts |= act.read(opened)
    return ScreenPage(f"distributions/{template}.html", facts, errors.status)
