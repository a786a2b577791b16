"""Acts on a Mastery Process: each has a page that states its effect first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

from . import assessment_choices, printouts, process_finish
from .forms import NO_ERRORS, Errors
from .process_activation import FIELDS, read_activated, read_activation, write_activation
from .process_page import ADDRESS as PROCESS
from .process_page import Facts, OpenProcess, address_of, path_of
from .process_reminders import read_reminders, write_reminder
from .process_tabs import read_header, show_tab
from .process_tests import TABS, sheet_at
from .screens import EVERYBODY, Lead, NotThere, ScreenPage, Screens, Shown, Visit

screens = Screens()

ADDRESS = PROCESS + "/acts/{act}"
NO_NAMES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ProcessAct:
    """One act: its permission, the data of its page, and the work of its button."""

    needs: frozenset[str]
    """Any of these words of `allowed`."""
    do: Callable[[Visit, str], Lead]
    """Does it with the process of this id, as the form says."""
    read: Callable[[OpenProcess], Facts] = lambda _: {}
    """Reads the data that its page shows beyond the process."""
    names: Mapping[str, str] = field(default_factory=lambda: NO_NAMES)
    """The form's fields by the API's pointers, where they differ."""


def _rename(visit: Visit, process_id: str) -> Lead:
    form = visit.form
    visit.send("PATCH", path_of(process_id), {"name": form.one("name")})
    return Lead(address_of(process_id, form.one("tab")), done="process_renamed")


def _attach_pre_test(visit: Visit, process_id: str) -> Lead:
    body = {"assessment_id": visit.form.one("assessment_id")}
    return _attach(visit, process_id, "pre", body)


def _attach_post_test(visit: Visit, process_id: str) -> Lead:
    form = visit.form
    how = form.one("how")
    if how == "same":
        return _attach(visit, process_id, "post", {"same": True})
    if how == "copy":
        return _attach(visit, process_id, "post", {"copy": {"title": form.one("title")}})
    return _attach(visit, process_id, "post", {"assessment_id": form.one("assessment_id")})


def _attach(visit: Visit, process_id: str, which: str, body: Mapping[str, object]) -> Lead:
    visit.send("PUT", f"{path_of(process_id)}/{TABS[which]}", body)
    return Lead(address_of(process_id, TABS[which]), done=f"attached_{which}")


def _activate(visit: Visit, process_id: str) -> Lead:
    form = visit.form
    body = write_activation(form)
    made = visit.api.ask("POST", f"{path_of(process_id)}/activations", body, key=form.key).body
    tab = TABS[made["test"]]
    if form.has("again"):
        process = write_segment(process_id)
        return Lead(f"/console{sheet_at(made['sheet'])}?process={process}&tab={tab}")
    return Lead(address_of(process_id, tab), done="again" if made["reactivated"] else "activated")


def _undo_activate(visit: Visit, process_id: str) -> Lead:
    form = visit.form
    test, class_id = form.one("test"), write_segment(form.one("class_id"))
    path = f"{path_of(process_id)}/activations/{class_id}?test={write_segment(test)}"
    visit.send("DELETE", path)
    return Lead(address_of(process_id, TABS[test]), done="activation_undone")


def _remind(visit: Visit, process_id: str) -> Lead:
    form = visit.form
    body = write_reminder(form)
    visit.api.ask("POST", f"{path_of(process_id)}/reminders", body, key=form.key)
    return Lead(f"{address_of(process_id)}/acts/remind?test={body['test']}", done="reminded")


def _discard(visit: Visit, process_id: str) -> Lead:
    visit.send("DELETE", path_of(process_id))
    team = write_segment(visit.form.one("team"))
    return Lead(f"/console/teams/{team}?tab=processes", done="process_discarded")


def _print(visit: Visit, process_id: str) -> Lead:
    made = visit.api.ask("POST", f"{path_of(process_id)}/printouts", key=visit.form.key).body
    return Lead(printouts.address_of(made["id"]))


def _finish(visit: Visit, process_id: str) -> Lead:
    form = visit.form
    body = {
        "without_post_test": form.has("without_post_test"),
        "page_versions": process_finish.write_seen(form),
    }
    visit.send("POST", f"{path_of(process_id)}/lock", body)
    return Lead(f"{address_of(process_id)}/acts/finish")


ACTS: Mapping[str, ProcessAct] = MappingProxyType(
    {
        "rename": ProcessAct(frozenset({"rename"}), _rename),
        "attach-pre-test": ProcessAct(
            frozenset({"attach_pre_test"}),
            _attach_pre_test,
            assessment_choices.read_pre_choices,
            {"/assessment_id": "tests"},
        ),
        "attach-post-test": ProcessAct(
            frozenset({"attach_post_test"}),
            _attach_post_test,
            assessment_choices.read_post_choices,
            {"/assessment_id": "tests", "/copy": "title", "/copy/title": "title"},
        ),
        "activate": ProcessAct(
            frozenset({"activate_pre_test", "activate_post_test"}),
            _activate,
            read_activation,
            FIELDS,
        ),
        "undo-activate": ProcessAct(
            frozenset({"activate_pre_test", "activate_post_test"}),
            _undo_activate,
            read_activated,
        ),
        "remind": ProcessAct(frozenset({"remind"}), _remind, read_reminders),
        "discard": ProcessAct(frozenset({"discard"}), _discard),
        "print": ProcessAct(frozenset({"print"}), _print),
        "finish": ProcessAct(
            frozenset({"lock"}),
            _finish,
            process_finish.read_finish,
            process_finish.CHANGED,
        ),
    }
)
"""The acts by the last part of their address."""

PLAIN: Mapping[str, Errors] = MappingProxyType(
    {
        "without_post_test": Errors(
            "This Mastery Process has no Post-Test, so it cannot show growth.",
            {"confirm": "Tick the box to finish without a Post-Test, or attach one first."},
        ),
    }
)
"""The sentences that replace a refusal whose way out names a field of the API."""


@screens.show(ADDRESS, roles=EVERYBODY)
def show_act(visit: Visit, process_id: str, act: str) -> Shown:
    """Show the effect of an act, before it is done."""
    name = _check_act(act)
    opened = OpenProcess.open(visit, process_id)
    if name == "rename" and opened.may("rename"):
        typed = {"renaming": opened.process["name"], "rename_errors": NO_ERRORS}
        return show_tab(opened, visit.query.get("tab", ""), typed)
    if name == "finish" and opened.process["state"] in process_finish.FINISHED:
        return _show_progress(opened)
    return _show_act(opened, name)


@screens.act(ADDRESS, roles=EVERYBODY)
def do_act(visit: Visit, process_id: str, act: str) -> Shown:
    """Do it; a refusal goes back into its form."""
    name = _check_act(act)
    try:
        return ACTS[name].do(visit, process_id)
    except ApiRefused as refused:
        errors = PLAIN.get(refused.problem["code"]) or Errors.of(refused.problem, ACTS[name].names)
        opened = OpenProcess.open(visit, process_id)
        if name == "rename" and opened.may("rename"):
            typed = {"renaming": visit.form.one("name"), "rename_errors": errors}
            return show_tab(opened, visit.form.one("tab"), typed, refused.status)
        if name == "finish" and opened.process["state"] in process_finish.FINISHED:
            return _show_progress(opened)
        return _show_act(opened, name, errors, refused)


def _check_act(act: str) -> str:
    if act not in ACTS:
        raise NotThere
    return act


def _show_act(
    opened: OpenProcess, name: str, errors: Errors = NO_ERRORS, refused: ApiRefused | None = None
) -> ScreenPage:
    act = ACTS[name]
    status = refused.status if refused else 200
    facts: Facts = {"act": name, "errors": errors, "problem": refused.problem if refused else {}}
    if not act.needs & frozenset(opened.process["allowed"]):
        return _show(opened, "closed", facts, status)
    return _show(opened, name.replace("-", "_"), {**facts, **act.read(opened)}, status)


def _show_progress(opened: OpenProcess) -> ScreenPage:
    """Show how far a lock is, in whichever tab or by whichever leader it was started."""
    return _show(opened, "finishing", process_finish.read_progress(opened))


def _show(opened: OpenProcess, template: str, facts: Facts, status: int = 200) -> ScreenPage:
    return ScreenPage(f"processes/{template}.html", {**read_header(opened), **facts}, status)
