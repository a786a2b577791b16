"""Runs in a fresh process: import one handler, answer one request, say what it took.

python -m bench.cold_probe bare|ours|import-bare|import-ours [FOLDER OF THE UNPACKED PACKAGE]
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from bench.environment import set_environment

NEVER_AT_IMPORT = ("boto3", "jinja2", "typst", "openpyxl", "cryptography", "jwt", "sqlite3")


def main(arguments: list[str]) -> None:
    what = arguments[0]
    set_environment()
    if what.endswith("ours") and len(arguments) > 1:
        sys.path.insert(0, arguments[1])
    before = time.process_time()
    forbidden: list[str] = []
    if what.endswith("ours"):
        import app

        forbidden = [name for name in NEVER_AT_IMPORT if name in sys.modules]
        imported = time.process_time()
        if what == "ours":
            first_request_of_ours(app.app)
    else:
        from bench import bare_handler

        imported = time.process_time()
        if what == "bare":
            first_request_of_bare(bare_handler)
    done = time.process_time()
    found = {
        "import_ms": (imported - before) * 1000,
        "first_ms": (done - imported) * 1000,
        "modules": len(sys.modules),
        "forbidden": forbidden,
    }
    print(json.dumps(found))


def first_request_of_ours(app: Any) -> None:
    from bench.canned import answer_with
    from bench.requests import Context, event
    from bench.screens import answer_canned
    from chalicelib.wiring import services

    answer_with(services().clients.dynamodb, "dynamodb", answer_canned)
    reply = app(event("GET", "/v1/district"), Context())
    assert reply["statusCode"] == 200, reply


def first_request_of_bare(bare: Any) -> None:
    from bench.canned import answer_with
    from bench.requests import Context, event
    from bench.screens import answer_canned

    answer_with(bare.client, "dynamodb", answer_canned)
    reply = bare.handler(event("GET", "/v1/district"), Context())
    assert reply["statusCode"] == 200, reply


if __name__ == "__main__":
    main(sys.argv[1:])
