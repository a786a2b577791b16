"""Runs in a fresh process against the cloud of another: import, answer one event, say the cost.

python -m bench.first_probe FOLDER DESCRIPTOR
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from bench.canned import answer_with
from bench.environment import set_environment
from bench.requests import Context
from bench.wire_line import WireLine

ISSUER = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_pool"
SURROUNDINGS = {
    "DISTRICT_ID": "gb",
    "SIGN_IN_URL": "https://pages.example",
    "TOKEN_ISSUER": ISSUER,
    "USER_POOL_CLIENT": "client-of-the-apps",
}
"""The environment of the scene's district, beyond every bench's."""


def main(folder: Path, descriptor: int) -> None:
    set_environment()
    keys = (folder / "keys.json").as_uri()
    os.environ.update(SURROUNDINGS, TOKEN_KEYS_URL=keys)
    asked = json.loads((folder / "event.json").read_text())
    line = WireLine(descriptor)
    sys.path.insert(0, str(folder / "package"))
    began = time.process_time()
    import app
    from chalicelib.wiring import clients

    make = clients._client  # noqa: SLF001 - each client answers by the wire, made when it is needed

    def make_attached(service: str, **options: Any) -> Any:
        client = make(service, **options)
        if service == "ses":
            from bench.console_worker import QUOTA

            answer_with(client, service, lambda *_: (200, QUOTA))
        else:
            line.attach(client, service)
        return client

    clients._client = make_attached  # noqa: SLF001
    if "methodArn" in asked:
        reply = app.sign_in(asked, Context())
        assert reply["policyDocument"]["Statement"][0]["Resource"], reply
    else:
        reply = app.app(asked, Context())
        assert reply["statusCode"] == 200, (asked["path"], reply)
    spent = time.process_time() - began
    print(json.dumps({"ms": spent * 1000, "modules": len(sys.modules)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
