from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.response_file_view import ResponseFileView
from ...models.sent_response_file import SentResponseFile
from ...types import UNSET, Response, Unset


def _get_kwargs(
    tracker_id: str,
    assessment_id: str,
    *,
    body: SentResponseFile,
    if_match: str,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["If-Match"] = if_match

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/trackers/{tracker_id}/sheets/{assessment_id}/response-files".format(
            tracker_id=quote(str(tracker_id), safe=""),
            assessment_id=quote(str(assessment_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | ResponseFileView | None:
    if response.status_code == 200:
        response_200 = ResponseFileView.from_dict(response.json())

        return response_200

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

    if response.status_code == 412:
        response_412 = Problem.from_dict(response.json())

        return response_412

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 428:
        response_428 = Problem.from_dict(response.json())

        return response_428

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
) -> Response[Problem | ResponseFileView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    tracker_id: str,
    assessment_id: str,
    *,
    client: AuthenticatedClient,
    body: SentResponseFile,
    if_match: str,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | ResponseFileView]:
    """Look at responses in a file, or enter them into a class's sheet

     Send the file without `apply` first. The answer shows the meaning of each column, the reason, and
    the entries that another meaning would make wrong. Correct `mapping` and send it again with `apply`.
    For teachers.

    Args:
        tracker_id (str):
        assessment_id (str):
        if_match (str):
        idempotency_key (str | Unset):
        body (SentResponseFile): A file of responses.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ResponseFileView]
    """

    kwargs = _get_kwargs(
        tracker_id=tracker_id,
        assessment_id=assessment_id,
        body=body,
        if_match=if_match,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    tracker_id: str,
    assessment_id: str,
    *,
    client: AuthenticatedClient,
    body: SentResponseFile,
    if_match: str,
    idempotency_key: str | Unset = UNSET,
) -> Problem | ResponseFileView | None:
    """Look at responses in a file, or enter them into a class's sheet

     Send the file without `apply` first. The answer shows the meaning of each column, the reason, and
    the entries that another meaning would make wrong. Correct `mapping` and send it again with `apply`.
    For teachers.

    Args:
        tracker_id (str):
        assessment_id (str):
        if_match (str):
        idempotency_key (str | Unset):
        body (SentResponseFile): A file of responses.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ResponseFileView
    """

    return sync_detailed(
        tracker_id=tracker_id,
        assessment_id=assessment_id,
        client=client,
        body=body,
        if_match=if_match,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    tracker_id: str,
    assessment_id: str,
    *,
    client: AuthenticatedClient,
    body: SentResponseFile,
    if_match: str,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | ResponseFileView]:
    """Look at responses in a file, or enter them into a class's sheet

     Send the file without `apply` first. The answer shows the meaning of each column, the reason, and
    the entries that another meaning would make wrong. Correct `mapping` and send it again with `apply`.
    For teachers.

    Args:
        tracker_id (str):
        assessment_id (str):
        if_match (str):
        idempotency_key (str | Unset):
        body (SentResponseFile): A file of responses.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ResponseFileView]
    """

    kwargs = _get_kwargs(
        tracker_id=tracker_id,
        assessment_id=assessment_id,
        body=body,
        if_match=if_match,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    tracker_id: str,
    assessment_id: str,
    *,
    client: AuthenticatedClient,
    body: SentResponseFile,
    if_match: str,
    idempotency_key: str | Unset = UNSET,
) -> Problem | ResponseFileView | None:
    """Look at responses in a file, or enter them into a class's sheet

     Send the file without `apply` first. The answer shows the meaning of each column, the reason, and
    the entries that another meaning would make wrong. Correct `mapping` and send it again with `apply`.
    For teachers.

    Args:
        tracker_id (str):
        assessment_id (str):
        if_match (str):
        idempotency_key (str | Unset):
        body (SentResponseFile): A file of responses.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ResponseFileView
    """

    return (
        await asyncio_detailed(
            tracker_id=tracker_id,
            assessment_id=assessment_id,
            client=client,
            body=body,
            if_match=if_match,
            idempotency_key=idempotency_key,
        )
    ).parsed
