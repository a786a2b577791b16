"""The HTTP rules that every route keeps, through the deployed gateway."""

from __future__ import annotations

import re
import uuid

import httpx

from plumb.client import Client


def test_the_documentation_page_loads_nothing_from_elsewhere(admin: Client) -> None:
    page = admin.http.get(f"{admin.url}/v1/docs")
    assert page.headers["Content-Type"].startswith("text/html")
    assert "/v1/distributions" in page.text
    assert not re.findall(r"(?:src|href)=\"(?:https?:)?//", page.text)


def test_the_description_names_every_route_it_serves(admin: Client) -> None:
    described = admin.get("/v1/openapi.json")
    assert described["openapi"].startswith("3.1")
    assert {"/v1/distributions", "/v1/trackers", "/v1/roster-imports"} <= set(described["paths"])


def test_a_field_that_is_not_there_is_pointed_at(admin: Client) -> None:
    answer = _post(admin, "/v1/assessments", {"title": "X", "color": "red"})
    assert answer.status_code == 422
    assert [each["pointer"] for each in answer.json()["errors"]] == ["/color"]


def test_a_body_that_is_no_json_is_refused(admin: Client) -> None:
    answer = admin.http.post(
        f"{admin.url}/v1/assessments",
        content=b"{not json",
        headers={**_bearer(admin), "Content-Type": "application/json"},
    )
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "application/problem+json")


def test_a_change_needs_the_version_it_changes(admin: Client) -> None:
    made = _post(admin, "/v1/assessments", {"title": "Versions"}).json()
    url = f"{admin.url}/v1/assessments/{made['id']}"
    without = admin.http.patch(url, json={"title": "A"}, headers=_bearer(admin))
    first = admin.http.patch(
        url, json={"title": "B"}, headers={**_bearer(admin), "If-Match": '"1"'}
    )
    second = admin.http.patch(
        url, json={"title": "C"}, headers={**_bearer(admin), "If-Match": '"1"'}
    )
    assert [without.status_code, first.status_code, second.status_code] == [428, 200, 412]
    assert second.headers["ETag"] == first.headers["ETag"]


def test_the_same_key_makes_one_thing_and_another_body_is_refused(admin: Client) -> None:
    key = str(uuid.uuid4())
    first = _post(admin, "/v1/assessments", {"title": "Once"}, key)
    again = _post(admin, "/v1/assessments", {"title": "Once"}, key)
    other = _post(admin, "/v1/assessments", {"title": "Twice"}, key)
    assert (first.status_code, other.status_code) == (201, 422)
    assert again.json()["id"] == first.json()["id"]


def test_a_list_pages_by_cursor_to_its_end(admin: Client) -> None:
    whole = [person["id"] for person in admin.items("/v1/people")]
    in_pages = [person["id"] for person in admin.items("/v1/people", limit=7)]
    assert in_pages == whole
    assert len(whole) == len(set(whole)) > 100


def test_too_large_a_page_is_refused(admin: Client) -> None:
    answer = admin.http.get(f"{admin.url}/v1/people?limit=100000", headers=_bearer(admin))
    assert (answer.status_code, answer.json()["code"]) == (400, "limit_out_of_range")


def _post(client: Client, path: str, body: object, key: str = "") -> httpx.Response:
    headers = {**_bearer(client), "Idempotency-Key": key or str(uuid.uuid4())}
    return client.http.post(f"{client.url}{path}", json=body, headers=headers)


def _bearer(client: Client) -> dict[str, str]:
    return {"Authorization": f"Bearer {client.token}"}
