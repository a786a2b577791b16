"""Lets people in: the first admin before there is a roster, then whom the roster names."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import boto3


def appoint_first_admin(
    outputs: Mapping[str, str], username: str, name: tuple[str, str], email: str
) -> None:
    """Make this person a district admin of the stack; the same again changes nothing.

    Acts as the stack's own code does, with the environment that its functions have.
    """
    from chalicelib.settings import settings
    from chalicelib.wiring import Services

    os.environ.update(environment_of_functions(outputs))
    settings.cache_clear()
    Services(settings()).districts.appoint_first_admin(username, name, email)


def environment_of_functions(outputs: Mapping[str, str]) -> dict[str, str]:
    """Give the environment variables that the stack sets for its functions."""
    configuration = boto3.client("lambda").get_function_configuration(
        FunctionName=outputs["APIHandlerName"]
    )
    return dict(configuration["Environment"]["Variables"])


def invite(outputs: Mapping[str, str], username: str, email: str) -> bool:
    """Make a sign-in name; Cognito mails a first password. False if there is one already."""
    attributes = [
        {"Name": "email", "Value": email},
        {"Name": "email_verified", "Value": "true"},
    ]
    cognito: Any = boto3.client("cognito-idp")
    try:
        cognito.admin_create_user(
            UserPoolId=outputs["UserPoolId"],
            Username=username,
            UserAttributes=attributes,
            DesiredDeliveryMediums=["EMAIL"],
        )
    except cognito.exceptions.UsernameExistsException:
        return False
    return True


def set_password(outputs: Mapping[str, str], username: str, password: str) -> None:
    """Give a sign-in name a lasting password, without a first sign-in."""
    boto3.client("cognito-idp").admin_set_user_password(
        UserPoolId=outputs["UserPoolId"], Username=username, Password=password, Permanent=True
    )
