from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.school_match_page import SchoolMatchPage
from ...types import UNSET, Response, Unset


def _get_kwargs(
    assessment_id: str,
    *,
    text: str | Unset = "",
    matching: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["text"] = text

    params["matching"] = matching

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/assessments/{assessment_id}/matches".format(
            assessment_id=quote(str(assessment_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | SchoolMatchPage | None:
    if response.status_code == 200:
        response_200 = SchoolMatchPage.from_dict(response.json())

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
) -> Response[Problem | SchoolMatchPage]:
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
    text: str | Unset = "",
    matching: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[Problem | SchoolMatchPage]:
    """Count the matching trackers of every school

     The first step of distributing: how many trackers each school has, and how many of them match. The
    sums are of all schools, also where a part of them is listed. For district administrators.

    Args:
        assessment_id (str):
        text (str | Unset):  Default: ''.
        matching (bool | Unset):  Default: False.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SchoolMatchPage]
    """

    kwargs = _get_kwargs(
        assessment_id=assessment_id,
        text=text,
        matching=matching,
        limit=limit,
        cursor=cursor,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    assessment_id: str,
    *,
    client: AuthenticatedClient,
    text: str | Unset = "",
    matching: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Problem | SchoolMatchPage | None:
    """Count the matching trackers of every school

     The first step of distributing: how many trackers each school has, and how many of them match. The
    sums are of all schools, also where a part of them is listed. For district administrators.

    Args:
        assessment_id (str):
        text (str | Unset):  Default: ''.
        matching (bool | Unset):  Default: False.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SchoolMatchPage
    """

    return sync_detailed(
        assessment_id=assessment_id,
        client=client,
        text=text,
        matching=matching,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    assessment_id: str,
    *,
    client: AuthenticatedClient,
    text: str | Unset = "",
    matching: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[Problem | SchoolMatchPage]:
    """Count the matching trackers of every school

     The first step of distributing: how many trackers each school has, and how many of them match. The
    sums are of all schools, also where a part of them is listed. For district administrators.

    Args:
        assessment_id (str):
        text (str | Unset):  Default: ''.
        matching (bool | Unset):  Default: False.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SchoolMatchPage]
    """

    kwargs = _get_kwargs(
        assessment_id=assessment_id,
        text=text,
        matching=matching,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    assessment_id: str,
    *,
    client: AuthenticatedClient,
    text: str | Unset = "",
    matching: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Problem | SchoolMatchPage | None:
    """Count the matching trackers of every school

     The first step of distributing: how many trackers each school has, and how many of them match. The
    sums are of all schools, also where a part of them is listed. For district administrators.

    Args:
        assessment_id (str):
        text (str | Unset):  Default: ''.
        matching (bool | Unset):  Default: False.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SchoolMatchPage
    """

    return (
        await asyncio_detailed(
            assessment_id=assessment_id,
            client=client,
            text=text,
            matching=matching,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
