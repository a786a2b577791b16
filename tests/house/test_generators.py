"""What strangers' generators stumble over in a valid OpenAPI document."""

from __future__ import annotations

import re

from openapi.files import described


def test_no_schema_has_a_property_of_its_own_name() -> None:
    """openapi-python-client gives both one variable, and its client no longer compiles."""
    schemas = described()["components"]["schemas"]
    named = {name: re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower() for name in schemas}
    assert not [name for name, own in named.items() if own in schemas[name].get("properties", ())]
