"""The answers of API Gateway where no function is called: refusals that the product declares.

`infra/resources.yaml` has the headers. The statuses, codes and sentences come from here, so one
thing has one code, whether the gateway or the product refuses it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from chalicelib.districts.refusals import SIGN_IN_EXPIRED, SIGN_IN_SERVICE_BUSY
from chalicelib.errors import NOT_SIGNED_IN, ProblemType
from chalicelib.web import refusals
from chalicelib.web.problems import (
    RETRIED,
    RETRY_AFTER,
    STATUSES,
    TITLES,
    build_explanation_address,
)

ANSWERS: Mapping[str, ProblemType[Any]] = {
    "UNAUTHORIZED": NOT_SIGNED_IN,
    "EXPIRED_TOKEN": SIGN_IN_EXPIRED,
    "ACCESS_DENIED": NOT_SIGNED_IN,
    "MISSING_AUTHENTICATION_TOKEN": refusals.ADDRESS_NOT_FOUND,
    "REQUEST_TOO_LARGE": refusals.BODY_TOO_LARGE,
    "THROTTLED": refusals.TOO_MANY_REQUESTS,
    "AUTHORIZER_FAILURE": SIGN_IN_SERVICE_BUSY,
    "INTEGRATION_TIMEOUT": refusals.TOOK_TOO_LONG,
    "DEFAULT_4XX": refusals.REQUEST_NOT_ACCEPTED,
    "DEFAULT_5XX": refusals.UNAVAILABLE,
}
"""The refusals, by the gateway's own names."""

WITH_A_PAGE = frozenset(
    {"REQUEST_TOO_LARGE", "THROTTLED", "INTEGRATION_TIMEOUT", "DEFAULT_4XX", "DEFAULT_5XX"}
)
"""Refusals that a browser can meet below `/console`. The gateway has one media type for everybody,
so a header that only browsers follow leads to the console's page about it.
"""
PAUSE = 5
"""Seconds until a browser follows: while nothing works it asks no more often."""
PAGE = "/console/not-answered"

ANSWERS_OF_THE_GATEWAY = "x-amazon-apigateway-gateway-responses"
"""Where they are in the API's description."""

ADDRESS = "${PublicAddress}"
PUBLIC_ADDRESS = {
    "Fn::If": ["DomainIsOurs", {"Fn::Sub": "https://${DomainName}"}, {"Ref": "PublicUrl"}]
}
"""Where people reach the API, as `infra/resources.yaml` says it to the functions."""
OWN_ADDRESS = "https://$context.domainName/$context.stage"
"""The values that API Gateway fills in: its own address, until a public one is known."""


def answer_refusals(answers: dict[str, dict[str, Any]]) -> None:
    """Write each declaration into the template's answer; both must know the same names."""
    for name in answers.keys() | ANSWERS.keys():
        declared = ANSWERS[name]
        answers[name] |= {
            "statusCode": str(STATUSES[declared.kind]),
            "responseTemplates": {"application/json": _with_address(problem_of(declared))},
        }
        if STATUSES[declared.kind] in RETRIED:
            given = answers[name].get("responseParameters", {})
            wait = {
                "gatewayresponse.header.Retry-After": f"'{RETRY_AFTER}'",
                "gatewayresponse.header.Access-Control-Expose-Headers": "'Retry-After'",
            }
            answers[name]["responseParameters"] = given | wait
        if name in WITH_A_PAGE:
            given = answers[name].get("responseParameters", {})
            answers[name]["responseParameters"] = given | _lead_browsers(declared)


def declare_rests(paths: dict[str, Any]) -> None:
    """Declare the names of paths that take all of what follows; Chalice knows none of them."""
    for path, operations in paths.items():
        for name in re.findall(r"{(\w+)\+}", path):
            known = {"name": name, "in": "path", "required": True, "type": "string"}
            for operation in operations.values():
                operation["parameters"] = [known]


def template_of(answer: Mapping[str, Any], url: str) -> str:
    """Return the template of an answer as it is in a stack that people reach at `url`."""
    written, _ = answer["responseTemplates"]["application/json"]["Fn::Sub"]
    text: str = written.replace(ADDRESS, url)
    return text


def parameters_of(answer: Mapping[str, Any], url: str) -> dict[str, str]:
    """Return the headers of an answer as they are in a stack that people reach at `url`."""
    found: dict[str, str] = {}
    for name, text in answer.get("responseParameters", {}).items():
        written = text if isinstance(text, str) else text["Fn::If"][1]["Fn::Sub"][0]
        found[name] = written.replace(ADDRESS, url)
    return found


def _lead_browsers(declared: ProblemType[Any]) -> dict[str, Any]:
    """Lead browsers to a page; a header knows no address but the stack's own, once it is known."""
    to = f"'{PAUSE}; url={ADDRESS}{PAGE}?code={declared.code}'"
    known = {"Fn::Sub": [to, {"PublicAddress": PUBLIC_ADDRESS}]}
    return {
        "gatewayresponse.header.Refresh": {
            "Fn::If": ["AddressIsKnown", known, {"Ref": "AWS::NoValue"}]
        }
    }


def _with_address(problem: dict[str, Any]) -> dict[str, Any]:
    """Let CloudFormation write the public address in; without one the gateway names itself."""
    address = {"Fn::If": ["AddressIsKnown", PUBLIC_ADDRESS, OWN_ADDRESS]}
    return {"Fn::Sub": [json.dumps(problem), {"PublicAddress": address}]}


def problem_of(declared: ProblemType[Any]) -> dict[str, Any]:
    """Return the problem document; the gateway knows no fact but the number of the request."""
    status = STATUSES[declared.kind]
    return {
        "type": build_explanation_address(declared.code, ADDRESS),
        "title": TITLES[status],
        "status": status,
        "code": declared.code,
        "detail": declared.text,
        "instance": "urn:request:$context.requestId",
    }
