"""Forms about a distribution that exists: change it, add trackers, repeat it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

from .delivery import FIELDS as DELIVERY_FIELDS
from .delivery import QUARTERS, DeliveryOptions, write_wall_time
from .own_schools import read_schools

if TYPE_CHECKING:
    from .distribution_page import OpenDistribution
    from .forms import Form

Facts = dict[str, Any]
KEEP, DISTRICT, SCHOOLS = "keep", "district", "schools"
FIELDS: Mapping[str, str] = MappingProxyType({**DELIVERY_FIELDS, "/comment": "comment"})
"""Where the API points, and the form's field there."""
UNCLEAR = "You selected schools, but another choice above them is on. Choose one of the two."
DAYS = ("give_until_date", "automatic_end_date")
"""The days that can change after delivery."""


@dataclass(frozen=True, slots=True)
class DistributionForm:
    """One of the forms: its template, and the path of its preview in the API."""

    template: str
    preview: str = ""


FORMS: Mapping[str, DistributionForm] = MappingProxyType(
    {
        "change": DistributionForm("change", "/preview"),
        "repeat": DistributionForm("repeat", "/repetitions/preview"),
        "add": DistributionForm("add"),
    }
)


@dataclass(frozen=True, slots=True)
class TickedSchools:
    """The chosen trackers: those as before, the district's, or those of some schools."""

    choice: str = KEEP
    schools: tuple[str, ...] = ()

    @classmethod
    def read(cls, form: Form, default: str) -> TickedSchools:
        return cls(form.one("selection", default), tuple(dict.fromkeys(form.all("school"))))

    @property
    def is_unclear(self) -> bool:
        """Return whether schools are ticked, and something else is chosen."""
        return bool(self.schools) and self.choice != SCHOOLS

    def body(self) -> dict[str, Any]:
        """Return it as a part of the API's body."""
        if self.choice == DISTRICT:
            return {"selection": {"whole_district": True}}
        if self.choice == SCHOOLS:
            return {"selection": {"school_ids": list(self.schools)}}
        return {}

    def everything(self) -> list[tuple[str, str]]:
        """Return the hidden fields that keep it on another page."""
        return [("selection", self.choice), *(("school", each) for each in self.schools)]


def read_ticked(opened: OpenDistribution) -> TickedSchools:
    """Return the ticks: those of the form, else those of the distribution."""
    form = opened.visit.form
    if form.fields:
        return TickedSchools.read(form, KEEP)
    if opened.act == "add":
        return TickedSchools(DISTRICT)
    return TickedSchools()


def read_options(opened: OpenDistribution) -> DeliveryOptions:
    """Return the options: those of the form, else those of the distribution."""
    form = opened.visit.form
    if form.fields:
        typed = DeliveryOptions.read(form)
        way = form.one("do").partition(" ")[2]
        return typed.choose(way) if way else typed
    had = DeliveryOptions.of(opened.distribution)
    if opened.act == "repeat":
        anew = replace(had, option="now", start_date="", start_time="", occurrence="")
        return replace(anew, give_until="", automatic="")
    return had


def read_body(opened: OpenDistribution) -> dict[str, Any]:
    """Return the body to send; of a change, only the values that differ."""
    ticked = read_ticked(opened).body()
    if opened.act == "add":
        return ticked or {"selection": {}}
    body, had = read_options(opened).body(), DeliveryOptions.of(opened.distribution).body()
    body.setdefault("opens_process", None)
    if opened.act == "repeat":
        assessment = opened.visit.form.one("assessment")
        return {**body, **ticked, **({"assessment_id": assessment} if assessment else {})}
    names = (*body, *DAYS) if "change" in opened.distribution["allowed"] else DAYS
    changed = {name: body.get(name) for name in names if body.get(name) != had.get(name)}
    return {**changed, **(ticked if "change" in opened.distribution["allowed"] else {})}


def read_form(opened: OpenDistribution) -> Facts:
    """Return the data of a form."""
    options, ticked = read_options(opened), read_ticked(opened)
    me = opened.visit.person.me
    facts: Facts = {
        "options": options,
        "had": DeliveryOptions.of(opened.distribution),
        "ticked": ticked,
        "assessment_id": opened.visit.form.one("assessment"),
        "hidden": [
            *options.everything(),
            *ticked.everything(),
            ("assessment", opened.visit.form.one("assessment")),
        ],
        "quarters": QUARTERS,
        "zone": me["district"]["time_zone"],
        "today": me["today"],
        "wall": write_wall_time,
    }
    if opened.act == "repeat":
        facts["assessments"] = _read_own_assessments(opened)
    if opened.act != "change" or "change" in opened.distribution["allowed"]:
        facts |= _read_matching(opened)
    return facts


def _read_matching(opened: OpenDistribution) -> Facts:
    """The schools with trackers that match and do not have it, and how many these are.

    The API counts them only for the assessment's creator. Other administrators choose from all
    schools.
    """
    try:
        return _count_matching(opened)
    except ApiRefused:
        schools = read_schools(opened.visit)
    named = [{"school_id": school, "school_name": name} for school, name in schools]
    return {"matching": named, "matching_count": None}


def _count_matching(opened: OpenDistribution) -> Facts:
    path = f"/v1/assessments/{write_segment(opened.distribution['assessment_id'])}/matches"
    pages = list(opened.visit.api.read_pages(path, {"matching": "true", "limit": "200"}))
    found = [each for page in pages for each in page["items"]]
    return {"matching": found, "matching_count": pages[-1]["matching_count"]}


def _read_own_assessments(opened: OpenDistribution) -> list[tuple[str, str]]:
    """Return the newest assessments of this person's own that they can distribute instead."""
    asked = {
        "created_by_id": opened.visit.person.caller.person,
        "visibility": "district",
        "limit": "200",
    }
    page = opened.visit.api.read("/v1/assessments", asked)
    former = opened.distribution["assessment_id"]
    return [
        (each["id"], each["title"])
        for each in page["items"]
        if each["ready"] and each["id"] != former
    ]
