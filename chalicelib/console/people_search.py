"""Colleagues by their name, to be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chalicelib.web.inner_api import InnerApi

PEOPLE_SHOWN = "20"
MOST_TYPED = 100
"""Of a search, as the API has it."""


def find_people(api: InnerApi, text: str) -> dict[str, Any]:
    """Return staff with a text in their name, who can sign in: the first of them, and whether more.

    Place of work and sign-in name distinguish people of one name.
    """
    asked = {"text": text[:MOST_TYPED], "enabled": "true", "limit": PEOPLE_SHOWN}
    page = api.read("/v1/people", asked)
    rows = [
        {
            "id": each["id"],
            "name": f"{each['given_name']} {each['family_name']}".strip() or each["id"],
            "about": ", ".join(_places(each)),
        }
        for each in page["items"]
    ]
    return {"rows": rows, "more": bool(page["next"])}


def _places(person: dict[str, Any]) -> list[str]:
    schools = [role["school_name"] or role["school_id"] for role in person["roles"]]
    return [*dict.fromkeys(schools), *([person["username"]] if person["username"] else [])]
