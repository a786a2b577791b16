"""The guides' pictures show the screens as they are; `make pictures` takes them anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pytest

from tests.browser import walk
from tests.browser.conftest import Moves, Opens, sign_in
from tests.browser.guides import GUIDES, Guide
from tests.browser.paper_pictures import PAPERS, keep, without_times
from tests.browser.pictures import (
    FOLDER,
    come_to,
    find_class,
    prepare_district,
    prepare_processes,
    take,
)
from tests.browser.team_stage import finish_process

if TYPE_CHECKING:
    from tests.e2e.conftest import LoadedStack


@pytest.fixture(scope="module")
def district(deployed: LoadedStack, move_clock: Moves) -> Mapping[str, str]:
    return prepare_district(deployed, move_clock)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.page)
def test_each_screen_still_says_what_its_picture_shows(
    opens: Opens,
    deployed: LoadedStack,
    district: Mapping[str, str],
    pytestconfig: pytest.Config,
    guide: Guide,
    note: list[str],
) -> None:
    page = opens()
    ids = district
    if guide.who == "leader":  # its processes come after the administrators' pictures
        ids = {**district, **prepare_processes(deployed)}
        sign_in(page, deployed, deployed.loader.team()[0].person.username)
    elif guide.who == "teacher":
        ids = {**district, **find_class(deployed)}
        sign_in(page, deployed, deployed.loader.cast.teachers[0].username)
    else:
        sign_in(page, deployed)
    writes = pytestconfig.getoption("--take-pictures", default=False)
    said = {}
    for picture in guide.pictures:
        said[picture.name] = come_to(page, picture, deployed.up.stack.url, ids)
        if writes:
            FOLDER.mkdir(exist_ok=True)
            picture.file.write_bytes(take(page, picture))
            picture.words.write_text(said[picture.name])
    if writes:
        walk.make()
    old = {each.name: each.words.read_text() for each in guide.pictures if each.words.exists()}
    assert said == old, "the pictures have become old: run `make pictures`, and look at them"
    note.append(f"{guide.page}: {len(said)} pictures {'taken' if writes else 'are up to date'}")


def test_e_mails_report_and_documentation_still_say_what_their_pictures_show(
    opens: Opens,
    deployed: LoadedStack,
    district: Mapping[str, str],
    pytestconfig: pytest.Config,
    note: list[str],
) -> None:
    page, process = opens(), finish_process(deployed)
    writes = pytestconfig.getoption("--take-pictures", default=False)
    said = {}
    for paper in PAPERS:
        words, picture = paper.show(page, deployed, process)
        said[paper.name] = without_times(words)
        if writes:
            keep(paper, said[paper.name], picture)
    old = {each.name: each.words.read_text() for each in PAPERS if each.words.exists()}
    assert said == old, "the pictures have become old: run `make pictures`, and look at them"
    note.append(f"docs/tutorial.md: {len(said)} pictures {'taken' if writes else 'up to date'}")
