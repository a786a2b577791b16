"""A long list of findings, a page at a time."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.uploads import json_lines


class OneFile:
    """A reader that takes a file piece by piece, as the bucket does."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def read(self, _: str, start: int, length: int) -> bytes | None:
        return self._content[start : start + length] or None


def pages(findings: list[dict[str, Any]], limit: int) -> list[list[dict[str, Any]]]:
    files: Any = OneFile(json_lines.write_lines(findings))
    found, after = list[list[dict[str, Any]]](), None
    while True:
        page = json_lines.page(files, "problems", limit, after)
        found.append(list(page.items))
        after = page.after
        if after is None:
            return found


@pytest.mark.parametrize("limit", [1, 2, 7, 200])
@pytest.mark.parametrize(
    "length", [0, 10, json_lines.LINE - 20, json_lines.LINE, 40 * json_lines.LINE]
)
def test_every_finding_appears_once_however_long(limit: int, length: int) -> None:
    findings = [{"n": n, "reason": "é\u2028" * (length if n == 3 else 1)} for n in range(9)]
    told = pages(findings, limit)
    assert [one for page in told for one in page] == findings
    assert all(len(page) <= limit for page in told)


def test_a_list_of_none_is_one_empty_page() -> None:
    assert pages([], 50) == [[]]
