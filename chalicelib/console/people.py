"""District > People: find staff, their roles, and the ways in which they sign in and get mail.

*Your account* is the same for oneself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

from .forms import NO_ERRORS, Errors, NoSuchAct
from .grade_names import format_grades
from .list_order import ListOrder
from .own_schools import read_all_schools
from .screens import ADMINS, EVERYBODY, Lead, ScreenPage, Screens, Shown, Visit
from .sign_in import sign_out

screens = Screens()

FILTERS = ("text", "role", "school_id", "enabled")
ASKED = (*FILTERS, "order")
"""The parameters that the list takes from the address, in the API's words."""
SORTED = {"name": "asc"}
"""The column that it can be sorted by: the family name."""
PAGE_SIZE = "50"
ACCOUNT = "/console/account"
NOT_FOUND = 404
STALE = 412


@screens.show("/console/people", roles=ADMINS)
def list_people(visit: Visit) -> ScreenPage:
    """List the staff that match the filters."""
    asked = visit.read_query(*ASKED)
    cursor = visit.read_query("cursor")
    facts: dict[str, Any] = {
        "page": visit.api.read("/v1/people", {**asked, **cursor, "limit": PAGE_SIZE}),
        "asked": asked,
        "looked": any(name in asked for name in FILTERS),
        "schools": [] if visit.is_part else read_all_schools(visit),
        "sorting": ListOrder({"sort": "name", **asked}, SORTED),
    }
    return ScreenPage("district/people.html", facts)


@screens.show("/console/people/{person_id}", roles=ADMINS)
def show_person(visit: Visit, person_id: str) -> ScreenPage:
    """Show a person, and the acts that are possible for them."""
    return _show(visit, person_id)


@screens.act("/console/people/{person_id}", roles=ADMINS)
def act_on_person(visit: Visit, person_id: str) -> Shown:
    """Do what the button says that was pressed."""
    return _act(visit, person_id, PERSON_ACTS, address_of(person_id))


@screens.show(ACCOUNT, roles=EVERYBODY)
def show_account(visit: Visit) -> ScreenPage:
    """Show who one is here, whether one gets mail, and how to end every sign-in."""
    return _show(visit, visit.person.caller.person, is_account=True)


@screens.act(ACCOUNT, roles=EVERYBODY)
def act_on_account(visit: Visit) -> Shown:
    """Do what the button says that was pressed; who ends every sign-in ends this one, too."""
    if visit.form.one("act") == "sign-out":
        visit.api.ask("POST", "/v1/me/sign-out", key=visit.form.key)
        return sign_out(visit)
    return _act(visit, visit.person.caller.person, MAIL_ACTS, ACCOUNT)


def path_of(person_id: str) -> str:
    """Return the API's path of a person."""
    return f"/v1/people/{write_segment(person_id)}"


def address_of(person_id: str) -> str:
    """Return the address of a person's page."""
    return f"/console/people/{write_segment(person_id)}"


# -- a page ---------------------------------------------------------------------------------------


def _show(
    visit: Visit,
    person_id: str,
    *,
    is_account: bool = False,
    errors: Errors = NO_ERRORS,
) -> ScreenPage:
    own = person_id == visit.person.caller.person
    known = _read_own(visit) if is_account else visit.api.read(path_of(person_id))
    shown = known or _describe_operator(visit)
    is_staff = known is not None and not _is_student(shown)
    facts = {
        "shown": shown,
        "is_account": is_account,
        "on_roster": known is not None,
        "name": f"{shown['given_name']} {shown['family_name']}".strip() or person_id,
        "is_own": own,
        "is_student": _is_student(shown),
        "is_staff": is_staff,
        "mail": _read_mail(visit, person_id, is_staff=is_staff),
        "may_sign_out": is_account or "sign_out" in shown["allowed"],
        "may_invite": "invite" in shown["allowed"],
        "grades": format_grades(shown["grades"]),
        "errors": errors,
    }
    return ScreenPage("district/person.html", facts, errors.status)


def _read_own(visit: Visit) -> Mapping[str, Any] | None:
    """Read oneself; nothing for people of the operators, who are not on the roster."""
    try:
        found: Mapping[str, Any] = visit.api.read(path_of(visit.person.caller.person))
    except ApiRefused as refused:
        if refused.status != NOT_FOUND:
            raise
        return None
    return found


def _describe_operator(visit: Visit) -> Mapping[str, Any]:
    me = visit.person.me
    return {
        "id": visit.person.caller.person,
        "given_name": me["name"],
        "family_name": "",
        "username": me["username"],
        "enabled": True,
        "roles": [],
        "other_roles": [],
        "grades": [],
        "allowed": [],
    }


def _read_mail(visit: Visit, person_id: str, *, is_staff: bool) -> Mapping[str, Any] | None:
    """Read whether a person wants mail, for viewers who can know it."""
    own = person_id == visit.person.caller.person
    if not is_staff or not (own or visit.person.is_district_admin):
        return None
    found: Mapping[str, Any] = visit.api.read(f"{path_of(person_id)}/email-preference")
    return found


def _is_student(shown: Mapping[str, Any]) -> bool:
    roles = [each["role"] for each in (*shown["roles"], *shown["other_roles"])]
    return bool(roles) and all(role == "student" for role in roles)


# -- acts -----------------------------------------------------------------------------------------


def _act(
    visit: Visit, person_id: str, acts: Mapping[str, Callable[[Visit, str], str]], back: str
) -> Shown:
    act = visit.form.one("act")
    if act not in acts:
        raise NoSuchAct
    try:
        done = acts[act](visit, person_id)
    except ApiRefused as refused:
        errors, is_account = Errors.of_button(refused.problem), back == ACCOUNT
        return _show(visit, person_id, is_account=is_account, errors=errors)
    return Lead(back, done=done)


def _invite(visit: Visit, person_id: str) -> str:
    path = f"{path_of(person_id)}/invitation"
    answer = visit.api.ask("POST", path, key=visit.form.key).body
    if answer["other_account_replaced"]:
        return "invited_anew"
    return "invited_again" if answer["resent"] else "invited"


def _sign_person_out(visit: Visit, person_id: str) -> str:
    visit.api.ask("POST", f"{path_of(person_id)}/sign-out", key=visit.form.key)
    return "signed_out"


def _start_mail(visit: Visit, person_id: str) -> str:
    return _choose_mail(visit, person_id, wanted=True)


def _stop_mail(visit: Visit, person_id: str) -> str:
    return _choose_mail(visit, person_id, wanted=False)


def _choose_mail(visit: Visit, person_id: str, *, wanted: bool) -> str:
    path = f"{path_of(person_id)}/email-preference"
    try:
        visit.send("PUT", path, {"subscribed": wanted})
    except ApiRefused as refused:
        now = visit.api.read(path)
        if refused.status != STALE or now["subscribed"] != wanted or now["blocked"]:
            raise
    return "mail_on" if wanted else "mail_off"


MAIL_ACTS: Mapping[str, Callable[[Visit, str], str]] = {
    "mail-on": _start_mail,
    "mail-off": _stop_mail,
}
"""The acts that any person may do for themselves."""
PERSON_ACTS: Mapping[str, Callable[[Visit, str], str]] = {
    "invite": _invite,
    "sign-out": _sign_person_out,
    **MAIL_ACTS,
}
"""The acts of the buttons on a person's page; each returns the code of its confirmation."""
