from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.new_printed_test import NewPrintedTest
from ...models.printout_view import PrintoutView
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    assessment_id: str,
    *,
    body: NewPrintedTest,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/assessments/{assessment_id}/printouts".format(
            assessment_id=quote(str(assessment_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PrintoutView | Problem | None:
    if response.status_code == 202:
        response_202 = PrintoutView.from_dict(response.json())

        return response_202

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())

        return response_500

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if response.status_code == 504:
        response_504 = Problem.from_dict(response.json())

        return response_504

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[PrintoutView | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    assessment_id: str,
    *,
    client: AuthenticatedClient,
    body: NewPrintedTest,
    idempotency_key: str | Unset = UNSET,
) -> Response[PrintoutView | Problem]:
    """Have a test, its key or answer sheets printed

     The PDF is made in the background. Ask for the printout until it is `ready`. Each answer sheet has a
    QR code with the ids of tracker, assessment and student, the version and the page. For everybody
    with a role in the district.

    Args:
        assessment_id (str):
        idempotency_key (str | Unset):
        body (NewPrintedTest): The parts of a test to print.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PrintoutView | Problem]
    """

    kwargs = _get_kwargs(
        assessment_id=assessment_id,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    assessment_id: str,
    *,
    client: AuthenticatedClient,
    body: NewPrintedTest,
    idempotency_key: str | Unset = UNSET,
) -> PrintoutView | Problem | None:
    """Have a test, its key or answer sheets printed

     The PDF is made in the background. Ask for the printout until it is `ready`. Each answer sheet has a
    QR code with the ids of tracker, assessment and student, the version and the page. For everybody
    with a role in the district.

    Args:
        assessment_id (str):
        idempotency_key (str | Unset):
        body (NewPrintedTest): The parts of a test to print.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PrintoutView | Problem
    """

    return sync_detailed(
        assessment_id=assessment_id,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    assessment_id: str,
    *,
    client: AuthenticatedClient,
    body: NewPrintedTest,
    idempotency_key: str | Unset = UNSET,
) -> Response[PrintoutView | Problem]:
    """Have a test, its key or answer sheets printed

     The PDF is made in the background. Ask for the printout until it is `ready`. Each answer sheet has a
    QR code with the ids of tracker, assessment and student, the version and the page. For everybody
    with a role in the district.

    Args:
        assessment_id (str):
        idempotency_key (str | Unset):
        body (NewPrintedTest): The parts of a test to print.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PrintoutView | Problem]
    """

    kwargs = _get_kwargs(
        assessment_id=assessment_id,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    assessment_id: str,
    *,
    client: AuthenticatedClient,
    body: NewPrintedTest,
    idempotency_key: str | Unset = UNSET,
) -> PrintoutView | Problem | None:
    """Have a test, its key or answer sheets printed

     The PDF is made in the background. Ask for the printout until it is `ready`. Each answer sheet has a
    QR code with the ids of tracker, assessment and student, the version and the page. For everybody
    with a role in the district.

    Args:
        assessment_id (str):
        idempotency_key (str | Unset):
        body (NewPrintedTest): The parts of a test to print.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PrintoutView | Problem
    """

    return (
        await asyncio_detailed(
            assessment_id=assessment_id,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
