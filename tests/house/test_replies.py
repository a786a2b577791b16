"""A test that reads what did not come says what came."""

from __future__ import annotations

import pytest

from tests.support.replies import Reply


def test_a_reply_that_was_no_refusal_says_its_status_and_body() -> None:
    for body in ({"id": "x1"}, "x1", None):
        with pytest.raises(AssertionError, match=r"no code: 201 .*"):
            assert Reply(201, body, {}).code
    with pytest.raises(AssertionError, match=r"no ETag: 201 \{'id': 'x1'\}"):
        assert Reply(201, {"id": "x1"}, {}).etag


def test_a_refusal_has_its_code_and_a_thing_its_version() -> None:
    assert Reply(409, {"code": "not_now"}, {}).code == "not_now"
    assert Reply(200, {}, {"ETag": '"3"'}).etag == '"3"'
