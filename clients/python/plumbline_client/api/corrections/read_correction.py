from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.correction_view import CorrectionView
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    correction_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/corrections/{correction_id}".format(
            correction_id=quote(str(correction_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CorrectionView | Problem | None:
    if response.status_code == 200:
        response_200 = CorrectionView.from_dict(response.json())

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
) -> Response[CorrectionView | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    correction_id: str,
    *,
    client: AuthenticatedClient,
) -> Response[CorrectionView | Problem]:
    """See a correction's progress and how many students moved level; by school, and for fewer than five,
    only for district administrators

     For teachers and district administrators.

    Args:
        correction_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CorrectionView | Problem]
    """

    kwargs = _get_kwargs(
        correction_id=correction_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    correction_id: str,
    *,
    client: AuthenticatedClient,
) -> CorrectionView | Problem | None:
    """See a correction's progress and how many students moved level; by school, and for fewer than five,
    only for district administrators

     For teachers and district administrators.

    Args:
        correction_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CorrectionView | Problem
    """

    return sync_detailed(
        correction_id=correction_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    correction_id: str,
    *,
    client: AuthenticatedClient,
) -> Response[CorrectionView | Problem]:
    """See a correction's progress and how many students moved level; by school, and for fewer than five,
    only for district administrators

     For teachers and district administrators.

    Args:
        correction_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CorrectionView | Problem]
    """

    kwargs = _get_kwargs(
        correction_id=correction_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    correction_id: str,
    *,
    client: AuthenticatedClient,
) -> CorrectionView | Problem | None:
    """See a correction's progress and how many students moved level; by school, and for fewer than five,
    only for district administrators

     For teachers and district administrators.

    Args:
        correction_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CorrectionView | Problem
    """

    return (
        await asyncio_detailed(
            correction_id=correction_id,
            client=client,
        )
    ).parsed
