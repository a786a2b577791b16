"""Gives people access: the first admin before there is a roster, then the people of the roster."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

import boto3

from infra.parameters import BadParameter

if TYPE_CHECKING:
    from chalicelib.wiring import Services


def appoint_first_admin(
    outputs: Mapping[str, str],
    username: str,
    name: tuple[str, str],
    email: str,
    person: str = "",
) -> None:
    """Make this person a district admin of the stack; the same again changes nothing.

    The account of this name is theirs from now on; an account of somebody else is created again,
    with a new password. `person` says that it is this person of the roster, whose classes it opens
    too.
    """
    from chalicelib.districts.service import FIRST_ADMIN

    stack = stack_of(outputs)
    known = stack.accounts.read_sign_in_name(stack.settings.district, username)
    if person and not (known.roster and known.roster.person == person):
        reason = f"The roster has no {person} under the sign-in name {username}."
        raise BadParameter(reason)
    holder = person or (known.account.person if known.may_sign_in else FIRST_ADMIN)
    user = stack.invitations.grant_account(stack.settings.district, username, email, holder)
    stack.districts.appoint_first_admin(username, name, email, user.sub)


def bind_accounts(outputs: Mapping[str, str]) -> None:
    """Bind the accounts that an earlier release made, so that an update locks nobody out.

    This runs before the new code does. The new code does the same in its first minute, and then for
    good.
    """
    stack_of(outputs).every_account_work.bind()


def stack_of(outputs: Mapping[str, str]) -> Services:
    """Act as the stack's own code does, with the environment that its functions have."""
    from chalicelib.settings import settings
    from chalicelib.wiring import Services

    os.environ.update(environment_of_functions(outputs))
    settings.cache_clear()
    return Services(settings())


def environment_of_functions(outputs: Mapping[str, str]) -> dict[str, str]:
    """Return the environment variables that the stack sets for its functions."""
    configuration = boto3.client("lambda").get_function_configuration(
        FunctionName=outputs["APIHandlerName"]
    )
    return dict(configuration["Environment"]["Variables"])


def invite(outputs: Mapping[str, str], username: str, email: str) -> None:
    """Create an account for the person of this sign-in name; Cognito mails a first password.

    A name that the roster does not know gets an account that opens nothing.
    """
    stack = stack_of(outputs)
    known = stack.accounts.read_sign_in_name(stack.settings.district, username)
    if known.roster is not None:
        stack.invitations.grant_account(
            stack.settings.district, username, email, known.roster.person
        )
    elif not known.is_the_operators:
        stack.user_pool.create(username, email)


def set_password(outputs: Mapping[str, str], username: str, password: str) -> None:
    """Set a lasting password for a sign-in name, without a first sign-in."""
    boto3.client("cognito-idp").admin_set_user_password(
        UserPoolId=outputs["UserPoolId"], Username=username, Password=password, Permanent=True
    )
