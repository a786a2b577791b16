from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.printout_view import PrintoutView
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    printout_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/printouts/{printout_id}".format(
            printout_id=quote(str(printout_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PrintoutView | Problem | None:
    if response.status_code == 200:
        response_200 = PrintoutView.from_dict(response.json())

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
    printout_id: str,
    *,
    client: AuthenticatedClient,
) -> Response[PrintoutView | Problem]:
    """Get a link to download a printout of yours

     For everybody with a role in the district.

    Args:
        printout_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PrintoutView | Problem]
    """

    kwargs = _get_kwargs(
        printout_id=printout_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    printout_id: str,
    *,
    client: AuthenticatedClient,
) -> PrintoutView | Problem | None:
    """Get a link to download a printout of yours

     For everybody with a role in the district.

    Args:
        printout_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PrintoutView | Problem
    """

    return sync_detailed(
        printout_id=printout_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    printout_id: str,
    *,
    client: AuthenticatedClient,
) -> Response[PrintoutView | Problem]:
    """Get a link to download a printout of yours

     For everybody with a role in the district.

    Args:
        printout_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[PrintoutView | Problem]
    """

    kwargs = _get_kwargs(
        printout_id=printout_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    printout_id: str,
    *,
    client: AuthenticatedClient,
) -> PrintoutView | Problem | None:
    """Get a link to download a printout of yours

     For everybody with a role in the district.

    Args:
        printout_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        PrintoutView | Problem
    """

    return (
        await asyncio_detailed(
            printout_id=printout_id,
            client=client,
        )
    ).parsed
