"""A stack's parameters, checked before anything is packaged or sent."""

from __future__ import annotations

import difflib
import re
import secrets
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml

RESOURCES = Path(__file__).with_name("resources.yaml")
ZONES = frozenset({"DistrictTimeZone"})
"""Parameters that name an IANA time zone, which CloudFormation cannot check."""
RESERVED = ("aws", "amazon", "cognito")
"""Words that no address of Cognito's sign-in pages may have."""
STACK_NAME = r"[A-Za-z][A-Za-z0-9-]{0,127}"


class BadParameter(Exception):
    """A parameter is missing, unknown or cannot have this value; the message has the way out."""


def read_declared() -> dict[str, dict[str, Any]]:
    """Read the parameters that the template declares."""
    parameters: dict[str, dict[str, Any]] = yaml.safe_load(RESOURCES.read_text())["Parameters"]
    return parameters


def read(given: Iterable[str]) -> dict[str, str]:
    """Read `NAME=VALUE` texts. Raises `BadParameter` for a text, name or value that cannot be."""
    known = read_declared()
    wanted: dict[str, str] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals:
            raise BadParameter(f"--set {text} has no value. Write it as --set {text}=VALUE.")
        if name not in known:
            raise BadParameter(_unknown(name, known))
        if name in wanted:
            raise BadParameter(f"--set {name} stands twice. Give it once.")
        _check_value(name, value, known[name])
        wanted[name] = value
    _check_sign_in_domain(wanted)
    return wanted


def _check_sign_in_domain(wanted: Mapping[str, str]) -> None:
    """Refuse words that Cognito keeps for itself before anything is made. Raises `BadParameter`."""
    domain = wanted.get("SignInDomain") or wanted.get("DistrictId", "")
    word = next((each for each in RESERVED if each in domain), "")
    if word:
        raise BadParameter(
            f"Cognito takes no sign-in address with {word!r} in it, as in {domain}. Choose another:"
            " --set SignInDomain=NAME."
        )


def require_all(given: Mapping[str, str]) -> None:
    """Refuse to make a new stack without a parameter that has no default. Raises `BadParameter`."""
    missing = {
        name: each
        for name, each in read_declared().items()
        if "Default" not in each and name not in given and not _is_secret(each)
    }
    if missing:
        lines = [f"  --set {name}=...   ({each['Description']})" for name, each in missing.items()]
        raise BadParameter("\n".join(["A new stack needs these parameters too:", *lines]))


def settle(
    declared: Mapping[str, Mapping[str, Any]], present: AbstractSet[str], given: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return the parameters of a deployment, as CloudFormation takes them.

    Parameters that are left out stay as in the stack (`present`). A missing secret is made up.
    """
    kept = sorted(present & set(declared) - set(given))
    made_up = {
        name: secrets.token_hex(32)
        for name, about in declared.items()
        if _is_secret(about) and name not in kept
    }
    return [
        *(
            {"ParameterKey": name, "ParameterValue": value}
            for name, value in {**made_up, **given}.items()
        ),
        *({"ParameterKey": name, "UsePreviousValue": True} for name in kept),
    ]


def check_domain(parameters: Mapping[str, str], region: str) -> None:
    """Refuse a domain without its certificate, and the other way round. Raises `BadParameter`."""
    domain, certificate = (parameters.get(name, "") for name in ("DomainName", "DomainCertificate"))
    if domain and not certificate:
        raise BadParameter(
            f"DomainName={domain} needs its certificate: --set DomainCertificate=ARN. ACM issues it"
            f" in {region}."
        )
    if certificate and not domain:
        raise BadParameter("DomainCertificate needs its domain: --set DomainName=NAME.")
    if certificate and certificate.split(":")[3] != region:
        raise BadParameter(
            f"The certificate {certificate} is not in {region}, where the stack is. Have ACM issue"
            f" one in {region}."
        )


def find_public_address(parameters: Mapping[str, str]) -> str:
    """Return where people reach a stack with these parameters; empty while nobody knows."""
    domain = parameters.get("DomainName", "")
    return f"https://{domain}" if domain else parameters.get("PublicUrl", "")


def _is_secret(about: Mapping[str, Any]) -> bool:
    return bool(about.get("NoEcho")) and "Default" not in about


def check_stack_name(name: str) -> None:
    """Refuse a name that CloudFormation does not take. Raises `BadParameter`."""
    if not re.fullmatch(STACK_NAME, name):
        raise BadParameter(
            f"{name!r} cannot be a stack's name. Use letters, digits and hyphens, a letter first:"
            " --stack juniper-flats."
        )


def _unknown(name: str, known: Mapping[str, Any]) -> str:
    alike = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    hint = f"Did you mean {alike[0]}?" if alike else f"There are: {', '.join(known)}."
    return f"There is no parameter {name!r}. {hint}"


def _check_value(name: str, value: str, about: Mapping[str, Any]) -> None:
    pattern, allowed = about.get("AllowedPattern"), about.get("AllowedValues")
    if name in ZONES and not _is_zone(value):
        raise BadParameter(
            f"{name}={value} is no time zone. Use an IANA name, for example America/Denver."
        )
    if "Default" not in about and not value.strip():
        raise BadParameter(f"{name} must not be empty: {about['Description']}.")
    if pattern and not re.fullmatch(pattern, value):
        raise BadParameter(f"{name}={value} cannot be: {about['ConstraintDescription']}.")
    if allowed and value not in map(str, allowed):
        raise BadParameter(f"{name}={value} cannot be. Use one of {', '.join(map(str, allowed))}.")


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return "/" in name or name == "UTC"
