"""Which address do links in e-mails begin with?"""

from __future__ import annotations

import pytest

from chalicelib.web.edge import reached_at

GATEWAY = "abc123.execute-api.us-east-1.amazonaws.com"


@pytest.mark.parametrize(
    ("context", "headers", "address"),
    [
        (
            {"path": "/api/v1/processes/01K/lock", "domainName": GATEWAY, "stage": "api"},
            {"host": GATEWAY},
            f"https://{GATEWAY}/api",
        ),
        (
            {"path": "/v1/processes/01K/lock", "domainName": "api.district.example.org"},
            {"host": "api.district.example.org"},
            "https://api.district.example.org",
        ),
        (
            {"path": "/plumb/line/v1/processes/01K/lock", "domainName": "district.example.org"},
            {},
            "https://district.example.org/plumb/line",
        ),
        ({"path": "/v1/processes/v1/lock"}, {"host": "127.0.0.1:8000"}, "http://127.0.0.1:8000"),
        ({"path": "/elsewhere"}, {"host": "127.0.0.1:8000"}, "http://127.0.0.1:8000"),
        ({}, {}, ""),
    ],
)
def test_the_address_is_what_stands_before_the_version(
    context: dict[str, str], headers: dict[str, str], address: str
) -> None:
    assert reached_at(context, headers) == address


def test_what_a_request_claims_counts_only_where_the_gateway_says_nothing() -> None:
    """Or a leader could send administrators anywhere."""
    known = {"path": "/api/v1/x", "domainName": GATEWAY}
    assert reached_at(known, {"host": "evil.example.net"}) == f"https://{GATEWAY}/api"
