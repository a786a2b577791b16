"""Uploads through presigned forms, and what becomes of bad packages."""

from __future__ import annotations

import io
import zipfile

import pytest

from plumb.client import ApiProblem, Client
from plumb.demo import framework, roster
from plumb.demo.district import DemoSize, make
from plumb.imports import ROSTER, STANDARDS, NotApplied, bring_in
from tests.e2e.conftest import LoadedStack


def test_the_same_roster_again_changes_nothing(deployed: LoadedStack) -> None:
    view = bring_in(deployed.admin, ROSTER, "again.zip", roster.package(deployed.loader.district))
    assert (view["state"], view["total"]) == ("applied", 0)


def test_a_roster_that_would_drop_most_people_is_held(admin: Client) -> None:
    small = roster.package(make(DemoSize(elementary=1, middle=0)))
    with pytest.raises(NotApplied, match="drop more") as held:
        bring_in(admin, ROSTER, "small.zip", small)
    assert held.value.view["state"] == "held"
    assert len(list(admin.items("/v1/schools"))) >= 8


def test_a_file_that_is_no_roster_is_refused_with_a_way_out(admin: Client) -> None:
    with pytest.raises(NotApplied) as refused:
        bring_in(admin, ROSTER, "holiday.zip", b"this is not a zip")
    assert refused.value.view["state"] == "refused"
    assert refused.value.view["problems"][0]["fix"]


def test_a_zip_that_climbs_out_of_its_folder_is_refused(admin: Client) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as climbing:
        climbing.writestr("../../etc/users.csv", "sourcedId\n1\n")
    with pytest.raises(NotApplied) as refused:
        bring_in(admin, ROSTER, "climbing.zip", content.getvalue())
    assert refused.value.view["state"] == "refused"


def test_the_same_standards_again_change_nothing(admin: Client) -> None:
    before = {each["id"]: each for each in admin.items("/v1/standards-sets")}
    bring_in(admin, STANDARDS, "again.json", framework.package_json())
    assert {each["id"]: each for each in admin.items("/v1/standards-sets")} == before


def test_a_file_that_is_no_framework_is_refused(admin: Client) -> None:
    with pytest.raises(NotApplied):
        bring_in(admin, STANDARDS, "no.json", b"[1, 2, 3]")


def test_the_upload_form_takes_only_the_file_it_is_for(admin: Client) -> None:
    form = admin.post(ROSTER.path, {}).body["upload"]
    elsewhere = {**form, "fields": {**form["fields"], "key": "uploads/elsewhere.zip"}}
    with pytest.raises(ApiProblem, match="refused"):
        admin.upload(elsewhere, b"PK", "roster.zip")


def test_nobody_reads_the_bucket_without_a_link(deployed: LoadedStack, admin: Client) -> None:
    form = admin.post(ROSTER.path, {}).body["upload"]
    assert deployed.up.stack.outputs["FilesBucketName"] in form["url"]
    assert set(form["fields"]) >= {"key", "policy"}
