"""Foreseen troubles end a command with a sentence, not with a traceback.

Exit codes of every command:

- 0: it is as wished.
- 1: the answer is no (a check found errors, a proof failed).
- 2: it could not be done (the input, the machine, the network, the stack).
- 130: Ctrl-C.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import typer
from rich.console import Console
from rich.text import Text
from typer.core import TyperGroup

NO, UNABLE, INTERRUPTED = 1, 2, 130


class ExplainedGroup(TyperGroup):
    """A group of commands whose foreseen troubles are explained, whichever command meets them."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was typed."""
        with explain_failures():
            return super().invoke(ctx)


@contextmanager
def explain_failures() -> Iterator[None]:
    """End with the sentence of what went wrong and the way out; Ctrl-C ends quietly."""
    try:
        yield
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except Exception as trouble:
        explanation = _explain(trouble)
        if explanation is None:
            raise
        sentence, code = explanation
        Console(stderr=True).print(Text(sentence, style="red"), soft_wrap=True)
        raise typer.Exit(code) from trouble


def _explain(trouble: Exception) -> tuple[str, int] | None:
    """Return the sentence and the exit code; nothing for a fault of ours."""
    from chalicelib.errors import Refusal
    from plumb.imports import NotApplied

    if isinstance(trouble, NotApplied):
        return str(trouble), NO
    if isinstance(trouble, Refusal):  # by the stack's own code, carried out here
        return _of_aws(trouble.__cause__ or trouble) or trouble.message, UNABLE
    if isinstance(trouble, _foreseen()):
        return str(trouble), UNABLE
    for sentence in (_of_aws(trouble), _of_the_machine(trouble)):
        if sentence:
            return sentence, UNABLE
    return None


def _foreseen() -> tuple[type[Exception], ...]:
    """Name the exceptions whose messages are sentences already."""
    from infra.deploy import Failed, WouldLose
    from infra.package import NotPackaged
    from infra.parameters import BadParameter
    from plumb.client import ApiProblem, JobFailed, SignInRefused, Unreachable
    from plumb.connection import Unclear
    from plumb.local.cloud import CannotStart
    from plumb.sign_in import SignInFailed

    return (
        BadParameter, CannotStart, Failed, JobFailed, NotPackaged, SignInFailed, ApiProblem,
        SignInRefused, TimeoutError, Unclear, Unreachable, WouldLose,
    )  # fmt: skip


def _of_aws(trouble: BaseException) -> str:
    from botocore.exceptions import ClientError

    if isinstance(trouble, ClientError):
        return _of_a_refusal(trouble.response["Error"])
    if isinstance(trouble, ValueError) and str(trouble).startswith("Invalid endpoint"):
        return (
            f"AWS_ENDPOINT_URL must be an address, or not set: unset AWS_ENDPOINT_URL. ({trouble})"
        )
    sentences = (text for kinds, text in _settings_troubles() if isinstance(trouble, kinds))
    return next(sentences, "").format(trouble)


def _settings_troubles() -> Iterator[tuple[tuple[type[Exception], ...], str]]:
    """Yield kinds of the SDK's troubles with this machine, the special ones first."""
    from botocore import exceptions as sdk

    yield (
        (sdk.NoRegionError,),
        "No AWS region is set. Set one, for example: export AWS_DEFAULT_REGION=us-east-1.",
    )
    yield (
        (sdk.InvalidRegionError,),
        "This is no AWS region. Set one, for example: export AWS_DEFAULT_REGION=us-east-1. ({})",
    )
    yield (
        (sdk.ProfileNotFound,),
        "{}. Correct AWS_PROFILE, or set it up: aws configure --profile NAME.",
    )
    yield (
        (sdk.EndpointConnectionError, sdk.HTTPClientError),
        "AWS does not answer. Check the network and the region. ({})",
    )
    yield (
        (
            sdk.NoCredentialsError, sdk.PartialCredentialsError, sdk.CredentialRetrievalError,
            sdk.NoAuthTokenError, sdk.TokenRetrievalError, sdk.SSOError,
        ),
        "There are no usable AWS credentials. Set AWS_PROFILE, or sign in again. ({})",
    )  # fmt: skip
    yield (
        (sdk.BotoCoreError,),
        "The AWS settings of this machine cannot be used. Correct the AWS_ variables. ({})",
    )


_REFUSALS = {
    "ExpiredToken": "Your AWS credentials have expired. Sign in again.",
    "ExpiredTokenException": "Your AWS credentials have expired. Sign in again.",
    "InvalidClientTokenId": "AWS does not know these credentials. Check AWS_PROFILE or the keys.",
    "UnrecognizedClientException": "AWS does not know these credentials. Check the keys.",
    "SignatureDoesNotMatch": "The AWS secret key is wrong, or this machine's clock is.",
}


def _of_a_refusal(error: Mapping[str, Any]) -> str:
    code, message = error.get("Code", ""), error.get("Message", "")
    if code in _REFUSALS:
        return _REFUSALS[code]
    if code.startswith("AccessDenied") or code == "UnauthorizedOperation":
        return f"These AWS credentials may not do this. Ask for the permission: {message}"
    return f"AWS refuses: {message or code}"


def _of_the_machine(trouble: Exception) -> str:
    if not isinstance(trouble, OSError) or isinstance(trouble, BrokenPipeError):
        return ""  # a reader that has seen enough is no trouble
    reason = (trouble.strerror or str(trouble)).lower()
    if trouble.filename:
        return (
            f"{trouble.filename} cannot be used: {reason}. Name another place, or change its"
            " permissions."
        )
    return f"This machine does not let it happen: {reason}."
