"""The screens of District, as a district administrator and a principal see them."""

from __future__ import annotations

from tests.browser.sight import Reader, Sight, at

ADMINS: tuple[Reader, ...] = ("admin", "principal")
SCHOOLS, PEOPLE = "/console/schools", "/console/people"


DISTRICT_SIGHTS: tuple[Sight, ...] = (
    *(at("district/schools.html", SCHOOLS, SCHOOLS, who=who) for who in ADMINS),
    at("district/schools.html", SCHOOLS, f"{SCHOOLS}?text=nothing-is-so"),
    *(
        at("district/school.html", f"{SCHOOLS}/{{school_id}}", f"{SCHOOLS}/{{school}}", who=who)
        for who in ADMINS
    ),
    at("district/school.html", f"{SCHOOLS}/{{school_id}}", f"{SCHOOLS}/{{school}}?tab=past"),
    at("district/class.html", "/console/classes/{class_id}", "/console/classes/{class_}"),
    *(at("district/people.html", PEOPLE, PEOPLE, who=who) for who in ADMINS),
    at("district/people.html", PEOPLE, f"{PEOPLE}?text=nothing-is-so"),
    *(
        at("district/person.html", f"{PEOPLE}/{{person_id}}", f"{PEOPLE}/{{teacher}}", who=who)
        for who in ADMINS
    ),
    at("district/person.html", "/console/account", "/console/account"),
    at("district/person.html", "/console/account", "/console/account", who="leader"),
)
