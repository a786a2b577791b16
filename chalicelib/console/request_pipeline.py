"""From a browser's request to a page and back: the same steps for every screen.

A cookie identifies the person, because a browser sends no `Authorization` on its own, and Chalice's
authorizers read no cookies. Only forms from our own pages count. A refusal of the API becomes a
page, or goes back into the form that was sent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from chalicelib.acts import Answer, Caller, Role
from chalicelib.errors import Unauthenticated
from chalicelib.observability import complain
from chalicelib.web.edge import respond
from chalicelib.web.inner_api import ApiRefused, InnerApi
from chalicelib.web.public_address import find_public_address

from . import pages
from .forms import SENTENCES, Form, NoSuchAct, NotAForm
from .screens import (
    ADMINS,
    DISTRICT_ADMINS,
    ConsoleServices,
    Lead,
    NotThere,
    Screen,
    ScreenPage,
    Screens,
    Shown,
    Visit,
)
from .sessions import (
    ACCESS,
    RENEW,
    SignedInPeople,
    SignedInPerson,
    SignInsDown,
    forget,
    read_cookie,
)

ROOMS = (
    "assets",
    "sign_in",
    "home",
    "reports",
    "assessments",
    "assessment_properties",
    "assessment_items",
    "attachments",
    "corrections",
    "item_bank",
    "item_imports",
    "key_files",
    "distributing",
    "distributions",
    "distribution_acts",
    "process_acts",
    "printouts",
    "printed_tests",
    "result_sheets",
    "sheet_files",
    "sheet_histories",
    "sheet_analysis",
    "mastery_grid",
    "student_mastery",
    "processes",
    "process_pages",
    "trackers",
    "new_tracker",
    "tracker_choices",
    "teams",
    "new_team",
    "new_process",
    "process_list",
    "missing_activations",
    "library",
    "schools",
    "people",
    "tracker_batches",
    "district_settings",
    "history",
    "status",
    "class_goals",
    "process_files",
    "roster",
    "roster_import",
    "standards",
    "standards_imports",
    "other_addresses",
)
"""The modules with screens."""

STATUSES = {"not_a_form": 400, "no_such_act": 400, "not_there": 404, "sign_in_down": 503}
"""Of pages that say what is wrong; the others are about what a person may not do."""
NOBODY = pages.PageReader()
_people = SignedInPeople()


class FromElsewhere(Exception):
    """A form came from a page that is not ours."""


class SomebodyElses(Exception):
    """Somebody else signed in since the page with the form was opened."""


class NotYours(Exception):
    """The screen is for other roles."""

    def __init__(self, roles: frozenset[Role]) -> None:
        """Keep the code of the page for these roles."""
        super().__init__()
        codes = {ADMINS: "for_admins", DISTRICT_ADMINS: "for_district_admins"}
        self.code = codes.get(roles, "not_yours")


def every_screen() -> list[Screen]:
    """Load every module's screens."""
    found: list[Screen] = []
    for room in ROOMS:
        declared: Screens = import_module(f"chalicelib.console.{room}").screens
        found += declared.screens
    return found


def open_screens(app: Any, services: Callable[[], ConsoleServices]) -> None:
    """Register every screen; the gateway lets everybody through to them."""
    by_path: dict[str, dict[str, Screen]] = defaultdict(dict)
    for screen in every_screen():
        by_path[screen.path][screen.method] = screen
    for path, methods in by_path.items():
        name = "_".join(screen.name for screen in methods.values())
        app.route(path, methods=[*methods], name=name, content_types=["*/*"])(
            _door(app, methods, services)
        )


def forget_people() -> None:
    """Believe no sign-in that was seen; for tests."""
    _people.forget()


def _door(
    app: Any, methods: Mapping[str, Screen], services: Callable[[], ConsoleServices]
) -> Callable[..., Any]:
    def door(**path: str) -> Any:
        request: Any = app.current_request
        request_id = str(request.context.get("requestId", "local"))
        known = services()
        address = find_public_address(known.settings.public_url, request.context, request.headers)
        answer = _Attempt(known, request, request_id, address).answer(methods[request.method], path)
        return respond(answer, request_id, {})

    return door


class _Attempt:
    """One request, on its way to a page."""

    def __init__(
        self, services: ConsoleServices, request: Any, request_id: str, address: str
    ) -> None:
        self._services = services
        self._request = request
        self._id = request_id
        self._address = address
        self._now: datetime = services.clock.now()
        self._reader = NOBODY.at(address, services.settings)
        self._form = Form()

    def answer(self, screen: Screen, path: Mapping[str, str]) -> Answer:
        """Answer with a page, whatever happens."""
        try:
            return self._attempt(screen, path)
        except Exception as error:  # noqa: BLE001 - the last door: a page, and the log has the rest
            return self._show_failure(screen, error)

    def _attempt(self, screen: Screen, path: Mapping[str, str]) -> Answer:
        try:
            if screen.method != "GET":
                self._refuse_strangers_forms()
            return self._render(screen.view(self._visit(screen), **_names(path)))
        except ApiRefused as refused:
            return self._show_refusal(refused)
        except Unauthenticated:
            return self._sign_in_first(screen)

    def _visit(self, screen: Screen) -> Visit:
        request = self._request
        if screen.method == "GET":
            self._reader = self._reader.saying((request.query_params or {}).get("done", ""))
        else:
            kind = request.headers.get("content-type", "")
            self._form = Form.read(request.raw_body, kind)
        plain = {
            "services": self._services,
            "headers": request.headers,
            "query": dict(request.query_params or {}),
            "form": self._form,
            "address": self._address,
            "path": self._path(),
        }
        if screen.roles is None:
            return Visit(**plain)
        person = self._person()
        if person is None:
            raise NotYours(screen.roles)
        self._reader = self._reader.sign_in_as(person)
        if not self._form.was_shown_to(person.caller.person):
            raise SomebodyElses
        if not person.caller.roles & screen.roles:
            raise NotYours(screen.roles)
        return Visit(**plain, known_person=person, known_api=self._api(person.caller))

    def _path(self) -> str:
        """The path that was asked for, below the address, with its query."""
        whole = str(self._request.context.get("path", ""))
        before = urlsplit(self._address).path
        stage = whole.removeprefix(before) if before else whole
        at = stage[stage.find("/console") :] if "/console" in stage else "/console/home"
        query = urlencode(dict(self._request.query_params or {}))
        return f"{at}?{query}" if query else at

    def _person(self) -> SignedInPerson | None:
        token = read_cookie(self._request.headers, ACCESS)
        return _people.who(token, self._services.sign_in, self._now, self._meet)

    def _meet(self, caller: Caller) -> Any:
        return self._api(caller).read("/v1/me")

    def _api(self, caller: Caller) -> InnerApi:
        return InnerApi(self._services, caller, self._id, self._address)

    def _meet_reader(self) -> None:
        """Let a page that is no screen show the signed-in person's surroundings, if any."""
        with suppress(Exception):
            person = self._person()
            self._reader = self._reader.sign_in_as(person) if person else self._reader

    def _refuse_strangers_forms(self) -> None:
        """Refuse a form that another site's page sent with our cookie."""
        headers = self._request.headers
        site = headers.get("sec-fetch-site")
        if site is not None:
            if site != "same-origin":
                raise FromElsewhere
            return
        origin = urlsplit(headers.get("origin", ""))
        if not origin.netloc or origin.netloc != urlsplit(self._address).netloc:
            raise FromElsewhere

    def _render(self, shown: Shown) -> Answer:
        if isinstance(shown, Answer):
            return shown
        if isinstance(shown, Lead):
            return self._reader.lead(shown)
        return self._reader.show(shown)

    def _sign_in_first(self, screen: Screen) -> Answer:
        """Lead through the renewal of the sign-in and back; a form is sent along (307)."""
        to = f"{self._address}{RENEW}?to={quote(self._path(), safe='')}"
        return Answer(302 if screen.method == "GET" else 307, "", {"Location": to})

    def _show_refusal(self, refused: ApiRefused) -> Answer:
        problem = refused.problem
        own = SENTENCES.get(problem["code"])
        body = {"detail": own, "errors": []} if own else {}
        facts = {"problem": {**problem, **body}, "status": refused.status, **self._keep_form()}
        headers = {name: text for name, text in refused.headers.items() if name == "Retry-After"}
        return self._reader.show(ScreenPage("refused.html", facts, refused.status), headers)

    def _show_failure(self, screen: Screen, error: Exception) -> Answer:
        code = {
            FromElsewhere: "from_elsewhere",
            SomebodyElses: "somebody_elses",
            NotAForm: "not_a_form",
            NoSuchAct: "no_such_act",
            NotThere: "not_there",
            SignInsDown: "sign_in_down",
        }.get(type(error))
        if isinstance(error, NotYours):
            known = self._reader.person is not None
            code = error.code if known else "not_on_roster"
        if code == "not_there":
            self._meet_reader()
        if code is None:
            complain(f"console {screen.name}", self._id)
            kept = self._keep_form()
            return self._reader.trouble("our_mistake", 500, number=self._id, **kept)
        status = STATUSES.get(code, 403)
        answer = self._reader.trouble(code, status, **self._keep_form())
        if code == "not_on_roster":
            return replace(answer, cookies=forget(self._address))
        return answer

    def _keep_form(self) -> dict[str, Any]:
        """Return the sent form for the page that refuses it, so that no entry is lost."""
        return {"kept": self._form.everything(), "again": self._path()}


def _names(path: Mapping[str, str]) -> dict[str, str]:
    from chalicelib.web.addresses import read_segment

    return {name: read_segment(text) for name, text in path.items()}
