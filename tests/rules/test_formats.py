"""Files in the layouts of other products are read as declared, and each has its source."""

from __future__ import annotations

import pytest

from tests.formats.outcomes import FOLDER, OUTCOMES, Outcome
from tests.support.response_class import codes, list_entered


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda each: each.file)
def test_a_file_in_a_products_layout_is_read_as_declared(outcome: Outcome) -> None:
    file = outcome.read()
    assert list_entered(file) == outcome.entered
    assert codes(file) == outcome.codes
    assert (file.recognized_as, file.fits) == (outcome.recognized_as, outcome.fits)


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda each: each.file)
def test_each_column_has_a_reason_and_each_reading_a_consequence(outcome: Outcome) -> None:
    for each in outcome.read().columns:
        assert each.reason, each
        assert (each.consequence is None) == (each.role == "ignored"), each


def test_every_file_is_declared_and_has_its_source() -> None:
    files = {path.name for path in FOLDER.glob("*.csv")}
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert files == {each.file for each in OUTCOMES}
    assert all(f"| `{name}` |" in readme for name in files)
