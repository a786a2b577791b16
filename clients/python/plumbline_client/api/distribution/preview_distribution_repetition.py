from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.distribution_preview_view import DistributionPreviewView
from ...models.distribution_repetition import DistributionRepetition
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    distribution_id: str,
    *,
    body: DistributionRepetition,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/distributions/{distribution_id}/repetitions/preview".format(
            distribution_id=quote(str(distribution_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DistributionPreviewView | Problem | None:
    if response.status_code == 200:
        response_200 = DistributionPreviewView.from_dict(response.json())

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
) -> Response[DistributionPreviewView | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    distribution_id: str,
    *,
    client: AuthenticatedClient,
    body: DistributionRepetition,
) -> Response[DistributionPreviewView | Problem]:
    """See what repeating a distribution would do, without doing it

     For district administrators.

    Args:
        distribution_id (str):
        body (DistributionRepetition): The differences of a distribution that repeats another;
            leave out what stays the same.

            Its days are new: without `automatic_end_date` and `give_until_date` it has none. Trackers
            that already have the assessment are left out. To send another assessment to the same
            selection, name it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DistributionPreviewView | Problem]
    """

    kwargs = _get_kwargs(
        distribution_id=distribution_id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    distribution_id: str,
    *,
    client: AuthenticatedClient,
    body: DistributionRepetition,
) -> DistributionPreviewView | Problem | None:
    """See what repeating a distribution would do, without doing it

     For district administrators.

    Args:
        distribution_id (str):
        body (DistributionRepetition): The differences of a distribution that repeats another;
            leave out what stays the same.

            Its days are new: without `automatic_end_date` and `give_until_date` it has none. Trackers
            that already have the assessment are left out. To send another assessment to the same
            selection, name it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DistributionPreviewView | Problem
    """

    return sync_detailed(
        distribution_id=distribution_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    distribution_id: str,
    *,
    client: AuthenticatedClient,
    body: DistributionRepetition,
) -> Response[DistributionPreviewView | Problem]:
    """See what repeating a distribution would do, without doing it

     For district administrators.

    Args:
        distribution_id (str):
        body (DistributionRepetition): The differences of a distribution that repeats another;
            leave out what stays the same.

            Its days are new: without `automatic_end_date` and `give_until_date` it has none. Trackers
            that already have the assessment are left out. To send another assessment to the same
            selection, name it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DistributionPreviewView | Problem]
    """

    kwargs = _get_kwargs(
        distribution_id=distribution_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    distribution_id: str,
    *,
    client: AuthenticatedClient,
    body: DistributionRepetition,
) -> DistributionPreviewView | Problem | None:
    """See what repeating a distribution would do, without doing it

     For district administrators.

    Args:
        distribution_id (str):
        body (DistributionRepetition): The differences of a distribution that repeats another;
            leave out what stays the same.

            Its days are new: without `automatic_end_date` and `give_until_date` it has none. Trackers
            that already have the assessment are left out. To send another assessment to the same
            selection, name it.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DistributionPreviewView | Problem
    """

    return (
        await asyncio_detailed(
            distribution_id=distribution_id,
            client=client,
            body=body,
        )
    ).parsed
