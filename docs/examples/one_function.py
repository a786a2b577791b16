"""Run one function of the local stack in this process, where a debugger can stop it.

    .venv/bin/python -m docs.examples.one_function tick
    .venv/bin/python -m docs.examples.one_function api_handler esme.oakhurst GET /v1/me
    .venv/bin/python -m docs.examples.one_function run_job '{"kind": "sheets", "id": "every"}'

`make run` must be up. The code is that of this folder, not what was deployed; table, queues, files
and people are the stack's. Functions have the names that they have in app.py. Write `breakpoint()`
where you want to stop.

The stack's own function may do the same work at the same moment. That does no harm: everything here
may be done twice. Its role is not tried: this process may do what the stack's owner may.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from infra.people import environment_of_functions
from plumb.client import sign_in
from plumb.local.places import LocalPlaces
from plumb.local.stack import StackAccess, require_stack

ROOT = Path(__file__).resolve().parents[2]
READERS = ("run_job", "build_report", "deliver", "send_mail")
"""Functions that read a queue: they get what a message says."""


def ask_api(stack: StackAccess, user: str, method: str, path: str, body: str = "") -> Any:
    """Send a request to the API as somebody; return what it answers."""
    from chalice.test import Client

    from app import app

    token = sign_in(stack.client, user, stack.password)
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    with Client(app, stage_name="district", project_dir=str(ROOT)) as client:
        answer = client.http.request(method, path, headers=headers, body=body.encode())
    print(answer.status_code)
    return answer.json_body


def make_event(name: str, message: str) -> dict[str, Any]:
    """Make the event that a function gets: the clock's, or a queue's with one message."""
    if name in READERS:
        attributes = {"ApproximateReceiveCount": "1"}
        return {"Records": [{"messageId": "by-hand", "body": message, "attributes": attributes}]}
    return {
        "version": "0",
        "account": "",
        "region": os.environ["AWS_DEFAULT_REGION"],
        "source": "aws.events",
        "time": "",
        "id": "by-hand",
        "resources": [],
        **json.loads(message),
    }


def main(name: str, *given: str) -> None:
    """Take the stack's place, and run the function."""
    stack = require_stack(LocalPlaces())
    os.environ.update(stack.sdk)
    os.environ.update(environment_of_functions(stack.outputs))
    import app
    from chalicelib.wiring import services

    services()  # reads the environment; Chalice's client hides it during a call
    if name == "api_handler":
        print(json.dumps(ask_api(stack, *given), indent=2, ensure_ascii=False))
    else:
        default = '{"detail": {}, "detail-type": "Scheduled Event"}'
        print(getattr(app, name)(make_event(name, given[0] if given else default), None))


if __name__ == "__main__":
    main(*sys.argv[1:])
