"""Is every template safe, and is none loaded before it is needed? E-mails: `test_mail_kinds.py`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from chalicelib import rendering


def test_a_name_that_the_context_lacks_is_an_error_and_not_a_gap() -> None:
    with pytest.raises(UndefinedError):
        rendering.letter("assessment_delivered", {"count": 1})


def test_rendering_is_not_loaded_before_it_is_needed() -> None:
    source = Path(rendering.__file__).read_text()
    assert not re.search(r"^(from|import) jinja2", source, re.MULTILINE)
