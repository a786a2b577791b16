from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.course_page import CoursePage
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    school_id: str | Unset = UNSET,
    text: str | Unset = "",
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["school_id"] = school_id

    params["text"] = text

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/courses",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CoursePage | Problem | None:
    if response.status_code == 200:
        response_200 = CoursePage.from_dict(response.json())

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
) -> Response[CoursePage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    school_id: str | Unset = UNSET,
    text: str | Unset = "",
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[CoursePage | Problem]:
    """List courses, of one school or of all

     For everybody with a role in the district.

    Args:
        school_id (str | Unset):
        text (str | Unset):  Default: ''.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CoursePage | Problem]
    """

    kwargs = _get_kwargs(
        school_id=school_id,
        text=text,
        limit=limit,
        cursor=cursor,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    school_id: str | Unset = UNSET,
    text: str | Unset = "",
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> CoursePage | Problem | None:
    """List courses, of one school or of all

     For everybody with a role in the district.

    Args:
        school_id (str | Unset):
        text (str | Unset):  Default: ''.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CoursePage | Problem
    """

    return sync_detailed(
        client=client,
        school_id=school_id,
        text=text,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    school_id: str | Unset = UNSET,
    text: str | Unset = "",
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[CoursePage | Problem]:
    """List courses, of one school or of all

     For everybody with a role in the district.

    Args:
        school_id (str | Unset):
        text (str | Unset):  Default: ''.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CoursePage | Problem]
    """

    kwargs = _get_kwargs(
        school_id=school_id,
        text=text,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    school_id: str | Unset = UNSET,
    text: str | Unset = "",
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> CoursePage | Problem | None:
    """List courses, of one school or of all

     For everybody with a role in the district.

    Args:
        school_id (str | Unset):
        text (str | Unset):  Default: ''.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CoursePage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            school_id=school_id,
            text=text,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
