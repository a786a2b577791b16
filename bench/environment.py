"""The environment variables that the stack sets."""

from __future__ import annotations

import os

QUEUE = "https://sqs.us-east-1.amazonaws.com/000000000000/"
VARIABLES = {
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_ACCESS_KEY_ID": "made",
    "AWS_SECRET_ACCESS_KEY": "up",
    "DISTRICT_ID": "bench",
    "DISTRICT_NAME": "The Bench District",
    "DISTRICT_TIME_ZONE": "America/Chicago",
    "TABLE": "plumbline",
    "DELIVERIES_QUEUE": f"{QUEUE}deliveries",
    "MAIL_QUEUE": f"{QUEUE}mail",
    "JOBS_QUEUE": f"{QUEUE}jobs",
    "REPORTS_QUEUE": f"{QUEUE}reports",
    "DELIVERIES_DEAD_LETTERS": f"{QUEUE}deliveries-dead",
    "MAIL_DEAD_LETTERS": f"{QUEUE}mail-dead",
    "JOBS_DEAD_LETTERS": f"{QUEUE}jobs-dead",
    "REPORTS_DEAD_LETTERS": f"{QUEUE}reports-dead",
    "EVENTS_DEAD_LETTERS": f"{QUEUE}events-dead",
    "FILES_BUCKET": "plumbline-files",
    "USER_POOL": "us-east-1_pool",
    "USER_POOL_CLIENT": "client",
    "TOKEN_ISSUER": "https://issuer.example",
    "TOKEN_KEYS_URL": "https://issuer.example/keys",
    "MAIL_SENDER": "plumbline@district.example",
    "MAIL_CONFIGURATION_SET": "plumbline",
    "CURSOR_SECRET": "known to this stack alone",
    "PYDANTIC_DISABLE_PLUGINS": "__all__",
    "POWERTOOLS_METRICS_NAMESPACE": "Plumbline",
}


def set_environment() -> None:
    os.environ.update(VARIABLES)
