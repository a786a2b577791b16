"""The first seed, sentence by sentence: by mouse, by keyboard alone, and without JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import WIDTHS, Opens, sign_in

if TYPE_CHECKING:
    from tests.e2e.conftest import Deployed

TITLE = "Grade 3 Mathematics: Fall Benchmark"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without JavaScript"])
def test_an_administrator_finds_an_assessment_and_its_settings(
    opens: Opens, deployed: Deployed, width: int, script: bool
) -> None:
    page = opens(width, java_script_enabled=script)
    sign_in(page, deployed)
    # "click the Admin link. Then ... click the Formative link"
    page.get_by_role("link", name="Assessments: Formative").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Formative assessments"
    # "Use the Search and filter options", "click the District Approved Assessments checkbox"
    if width == WIDTHS[0] and page.locator("details.filters:not([open]) summary").count():
        page.locator("details.filters summary").click()
    page.get_by_label("Search").fill("Benchmark")
    page.get_by_label("District Approved").check()
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**approved=true**")
    # "To open the assessment, click the assessment name link"
    page.get_by_role("link", name=TITLE).click()
    # "click the Settings tab"
    page.get_by_role("link", name="Settings").click()
    page.wait_for_url("**tab=settings**")
    assert TITLE in page.get_by_role("heading", level=1).inner_text()
