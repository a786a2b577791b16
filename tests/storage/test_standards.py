"""Where standards sets are kept: whole or not at all, however large."""

from __future__ import annotations

import dataclasses

import pytest

from chalicelib.standards.grades import Band
from chalicelib.standards.model import StandardPlace, StandardsSet, TreeRow
from chalicelib.standards.records import StandardsImport, StandardsImportState
from chalicelib.standards.repository import StandardsImportRepository, StandardsRepository
from chalicelib.storage.table import ConditionFailed
from tests.support.clouds import NOON
from tests.support.world import DISTRICT, World

DURING = StandardsImport(
    id="01J", state=StandardsImportState.APPLYING, created_at=NOON.isoformat(), created_by="dana"
)


@pytest.fixture
def kept(world: World) -> StandardsRepository:
    StandardsImportRepository(world.services.table).create(world.admin().act(), DURING, DURING)
    return StandardsRepository(world.services.table, world.clock)


def a_set(many: int, *, letters: int = 40, version: int = 0) -> StandardsSet:
    places = tuple(StandardPlace(f"id-{n:04}", f"C.{n}") for n in range(many))
    rows = tuple(
        TreeRow(place.identifier, place.code, "é" * letters, "Standard", None, 0, n)
        for n, place in enumerate(places)
    )
    return StandardsSet("fw.math.3", "fw", "F", "Math", Band(("03",)), places, rows, version)


def test_a_set_comes_back_as_it_was(kept: StandardsRepository) -> None:
    kept.save_set(DISTRICT, a_set(3), 0, DURING)
    assert kept.whole(DISTRICT, "fw.math.3") == a_set(3, version=1)


def test_without_its_rows_a_set_is_one_small_item(kept: StandardsRepository) -> None:
    kept.save_set(DISTRICT, a_set(300), 0, DURING)
    read = kept.index(DISTRICT, "fw.math.3")
    assert read == dataclasses.replace(a_set(300, version=1), rows=())


def test_a_set_larger_than_an_item_is_kept_in_parts(
    world: World, kept: StandardsRepository
) -> None:
    large = a_set(400, letters=2_000)
    kept.save_set(DISTRICT, large, 0, DURING)
    parts = [item for item in world.items() if item["sk"]["S"].startswith("ROWS#")]
    assert len(parts) > 3
    assert kept.whole(DISTRICT, "fw.math.3") == dataclasses.replace(large, version=1)


def test_when_a_set_shrinks_its_spare_parts_go(world: World, kept: StandardsRepository) -> None:
    kept.save_set(DISTRICT, a_set(400, letters=2_000), 0, DURING)
    before = kept.parts(DISTRICT, "fw")["fw.math.3"]
    kept.save_set(DISTRICT, a_set(3, version=1), before, DURING)
    assert kept.whole(DISTRICT, "fw.math.3") == a_set(3, version=2)
    assert sum(item["sk"]["S"].startswith("ROWS#") for item in world.items()) == 1


def test_a_set_is_written_only_over_the_version_that_was_read(kept: StandardsRepository) -> None:
    kept.save_set(DISTRICT, a_set(3), 0, DURING)
    with pytest.raises(ConditionFailed):
        kept.save_set(DISTRICT, a_set(4), 0, DURING)


def test_an_import_that_was_settled_writes_no_more(kept: StandardsRepository, world: World) -> None:
    imports = StandardsImportRepository(world.services.table)
    after = DURING.model_copy(update={"state": StandardsImportState.APPLIED, "version": 2})
    assert imports.settle(DISTRICT, DURING, after)
    with pytest.raises(ConditionFailed):
        kept.save_set(DISTRICT, a_set(3), 0, DURING)


def test_the_sets_of_one_framework_are_not_those_of_another(kept: StandardsRepository) -> None:
    kept.save_set(DISTRICT, a_set(1), 0, DURING)
    other = dataclasses.replace(a_set(1), id="fw2.math.3", framework="fw2")
    kept.save_set(DISTRICT, other, 0, DURING)
    assert [one.id for one in kept.summaries(DISTRICT, "fw")] == ["fw.math.3"]
    assert len(kept.summaries(DISTRICT)) == 2
