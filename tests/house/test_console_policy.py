"""The sources that pages may load from and send to, on stacks made from the packaged template."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any
from urllib.parse import urlsplit

import pytest
from botocore.config import Config
from botocore.session import get_session

from chalicelib import settings as environment
from chalicelib.console.pages import PageReader
from chalicelib.console.screens import ScreenPage
from chalicelib.settings import Settings
from chalicelib.storage.files import Files

ACCOUNT, BUCKET, POOL = "123456789012", "plumbline-filesbucket-1a2b3c", "abcDEF123"
REQUIRED = {"DistrictId": "gb", "DistrictName": "Green Bluff", "MailSender": "p@example.org"}


class PolicyStack:
    """A stack that CloudFormation makes of the template; what it makes itself has a known name."""

    def __init__(self, template: dict[str, Any], region: str, **given: str) -> None:
        self.template = template
        defaults = {
            name: str(about.get("Default", "")) for name, about in template["Parameters"].items()
        }
        self.known = {
            **defaults,
            **REQUIRED,
            "CursorSecret": "made up",
            **given,
            "AWS::Region": region,
            "AWS::AccountId": ACCOUNT,
            "FilesBucket": BUCKET,
            "UserPool": f"{region}_{POOL}",
        }
        self.known["SignInPages"] = self.resolve(
            template["Resources"]["SignInPages"]["Properties"]["Domain"]
        )

    def holds(self, condition: Any) -> bool:
        """Return whether a condition holds."""
        if isinstance(condition, str):
            return self.holds(self.template["Conditions"][condition])
        ((kind, said),) = condition.items()
        if kind == "Condition":
            return self.holds(said)
        if kind == "Fn::Not":
            return not self.holds(said[0])
        if kind == "Fn::Or":
            return any(map(self.holds, said))
        assert kind == "Fn::Equals", kind
        first, second = map(self.resolve, said)
        return bool(first == second)

    def resolve(self, value: Any) -> Any:
        """Work a value out."""
        if not isinstance(value, dict):
            return value
        ((kind, said),) = value.items()
        if kind == "Ref":
            return self.known.get(said, f"ref-of-{said}")
        if kind == "Fn::If":
            return self.resolve(said[1] if self.holds(said[0]) else said[2])
        assert kind == "Fn::Sub", kind
        text, own = said if isinstance(said, list) else (said, {})
        names = {**self.known, **{name: self.resolve(each) for name, each in own.items()}}
        return re.sub(r"\${([\w:.]+)}", lambda found: str(names[found[1]]), text)

    def settings(self) -> Settings:
        """Read the settings as a function of the stack does."""
        variables = self.template["Globals"]["Function"]["Environment"]["Variables"]
        names = {**environment._VARIABLES, **environment._OPTIONAL}
        assert {each.name for each in fields(Settings)} == set(names)
        return Settings(**{field: self.resolve(variables[name]) for field, name in names.items()})


def policy_of(stack: PolicyStack, address: str) -> dict[str, list[str]]:
    """Return a page's policy, by what it is about."""
    shown = PageReader().at(address, stack.settings()).show(ScreenPage("welcome.html", {}))
    parts = shown.headers["Content-Security-Policy"].split("; ")
    return {part.split()[0]: part.split()[1:] for part in parts}


OWN_API = "https://a1b2c3.execute-api.{region}.amazonaws.com/api"
STACKS: dict[str, tuple[str, dict[str, str], str]] = {
    "as it is made first": ("us-east-1", {}, "plumbline-gb-123456789012"),
    "in another region": ("us-west-2", {}, "plumbline-gb-123456789012"),
    "with its address known": (
        "us-east-2",
        {"PublicUrl": OWN_API.format(region="us-east-2")},
        "plumbline-gb-123456789012",
    ),
    "with a domain and sign-in pages of its own names": (
        "us-west-2",
        {"DomainName": "plumbline.district.example.org", "SignInDomain": "green-bluff"},
        "green-bluff",
    ),
}


@pytest.mark.parametrize("name", STACKS)
def test_a_page_reaches_the_stacks_own_hosts_and_no_other(
    template: dict[str, Any], name: str
) -> None:
    region, given, pages = STACKS[name]
    stack = PolicyStack(template, region, **given)
    address = stack.settings().public_url or OWN_API.format(region=region)
    found = policy_of(stack, address)
    files = [f"https://{BUCKET}.s3.amazonaws.com", f"https://{BUCKET}.s3.{region}.amazonaws.com"]
    sign_in = f"https://{pages}.auth.{region}.amazoncognito.com"
    assert found == {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'", *files],
        "form-action": ["'self'", sign_in, *files],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }


@pytest.mark.parametrize("region", ["us-east-1", "us-east-2", "us-west-2"])
def test_the_policy_lets_through_the_form_that_the_bucket_is_sent(
    template: dict[str, Any], region: str
) -> None:
    stack = PolicyStack(template, region)
    session = get_session()
    session.set_credentials("made", "up")
    client = session.create_client(
        "s3", region_name=region, config=Config(signature_version="s3v4")
    )
    form = Files(lambda: client, BUCKET).upload_form("k", content_type="text/plain", limit=9)
    host = urlsplit(form.url)
    found = policy_of(stack, OWN_API.format(region=region))
    for what in ("connect-src", "form-action"):
        assert f"{host.scheme}://{host.netloc}" in found[what]


def test_the_local_stack_reaches_its_cloud_and_nothing_else(template: dict[str, Any]) -> None:
    cloud = "http://127.0.0.1:4566"
    stack = PolicyStack(template, "us-east-1", TokenKeysBase=cloud, PublicUrl=f"{cloud}/api")
    assert stack.settings().is_local
    found = policy_of(stack, f"{cloud}/api")
    assert found["connect-src"] == ["'self'", cloud]
    assert set(found["form-action"]) == {"'self'", cloud}


def test_no_stack_on_aws_takes_itself_for_the_local_one(template: dict[str, Any]) -> None:
    for region, given, _ in STACKS.values():
        assert not PolicyStack(template, region, **given).settings().is_local
