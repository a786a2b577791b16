from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.distribution_changes import DistributionChanges
from ...models.distribution_view import DistributionView
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    distribution_id: str,
    *,
    body: DistributionChanges,
    if_match: str,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["If-Match"] = if_match

    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/v1/distributions/{distribution_id}".format(
            distribution_id=quote(str(distribution_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DistributionView | Problem | None:
    if response.status_code == 200:
        response_200 = DistributionView.from_dict(response.json())

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
) -> Response[DistributionView | Problem]:
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
    body: DistributionChanges,
    if_match: str,
    idempotency_key: str | Unset = UNSET,
) -> Response[DistributionView | Problem]:
    """Change a scheduled distribution

     Until it starts, everything can change. After delivery only the last days can. For district
    administrators.

    Args:
        distribution_id (str):
        if_match (str):
        idempotency_key (str | Unset):
        body (DistributionChanges): The changes.

            Leave out what stays. Of a delivered distribution only the last days can change.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DistributionView | Problem]
    """

    kwargs = _get_kwargs(
        distribution_id=distribution_id,
        body=body,
        if_match=if_match,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    distribution_id: str,
    *,
    client: AuthenticatedClient,
    body: DistributionChanges,
    if_match: str,
    idempotency_key: str | Unset = UNSET,
) -> DistributionView | Problem | None:
    """Change a scheduled distribution

     Until it starts, everything can change. After delivery only the last days can. For district
    administrators.

    Args:
        distribution_id (str):
        if_match (str):
        idempotency_key (str | Unset):
        body (DistributionChanges): The changes.

            Leave out what stays. Of a delivered distribution only the last days can change.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DistributionView | Problem
    """

    return sync_detailed(
        distribution_id=distribution_id,
        client=client,
        body=body,
        if_match=if_match,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    distribution_id: str,
    *,
    client: AuthenticatedClient,
    body: DistributionChanges,
    if_match: str,
    idempotency_key: str | Unset = UNSET,
) -> Response[DistributionView | Problem]:
    """Change a scheduled distribution

     Until it starts, everything can change. After delivery only the last days can. For district
    administrators.

    Args:
        distribution_id (str):
        if_match (str):
        idempotency_key (str | Unset):
        body (DistributionChanges): The changes.

            Leave out what stays. Of a delivered distribution only the last days can change.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[DistributionView | Problem]
    """

    kwargs = _get_kwargs(
        distribution_id=distribution_id,
        body=body,
        if_match=if_match,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    distribution_id: str,
    *,
    client: AuthenticatedClient,
    body: DistributionChanges,
    if_match: str,
    idempotency_key: str | Unset = UNSET,
) -> DistributionView | Problem | None:
    """Change a scheduled distribution

     Until it starts, everything can change. After delivery only the last days can. For district
    administrators.

    Args:
        distribution_id (str):
        if_match (str):
        idempotency_key (str | Unset):
        body (DistributionChanges): The changes.

            Leave out what stays. Of a delivered distribution only the last days can change.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        DistributionView | Problem
    """

    return (
        await asyncio_detailed(
            distribution_id=distribution_id,
            client=client,
            body=body,
            if_match=if_match,
            idempotency_key=idempotency_key,
        )
    ).parsed
