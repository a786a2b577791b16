from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.tracker_page import TrackerPage
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    school_id: str | Unset = UNSET,
    whole_district: bool | Unset = False,
    archived: bool | Unset = False,
    past: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["school_id"] = school_id

    params["whole_district"] = whole_district

    params["archived"] = archived

    params["past"] = past

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/trackers",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | TrackerPage | None:
    if response.status_code == 200:
        response_200 = TrackerPage.from_dict(response.json())

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
) -> Response[Problem | TrackerPage]:
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
    whole_district: bool | Unset = False,
    archived: bool | Unset = False,
    past: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[Problem | TrackerPage]:
    """List your trackers, or (administrators) a school's

     Teachers get the trackers that they own or work on. Administrators name a school, or (of the
    district) ask for the whole district. For everybody with a role in the district.

    Args:
        school_id (str | Unset):
        whole_district (bool | Unset):  Default: False.
        archived (bool | Unset):  Default: False.
        past (bool | Unset):  Default: False.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TrackerPage]
    """

    kwargs = _get_kwargs(
        school_id=school_id,
        whole_district=whole_district,
        archived=archived,
        past=past,
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
    whole_district: bool | Unset = False,
    archived: bool | Unset = False,
    past: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Problem | TrackerPage | None:
    """List your trackers, or (administrators) a school's

     Teachers get the trackers that they own or work on. Administrators name a school, or (of the
    district) ask for the whole district. For everybody with a role in the district.

    Args:
        school_id (str | Unset):
        whole_district (bool | Unset):  Default: False.
        archived (bool | Unset):  Default: False.
        past (bool | Unset):  Default: False.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TrackerPage
    """

    return sync_detailed(
        client=client,
        school_id=school_id,
        whole_district=whole_district,
        archived=archived,
        past=past,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    school_id: str | Unset = UNSET,
    whole_district: bool | Unset = False,
    archived: bool | Unset = False,
    past: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[Problem | TrackerPage]:
    """List your trackers, or (administrators) a school's

     Teachers get the trackers that they own or work on. Administrators name a school, or (of the
    district) ask for the whole district. For everybody with a role in the district.

    Args:
        school_id (str | Unset):
        whole_district (bool | Unset):  Default: False.
        archived (bool | Unset):  Default: False.
        past (bool | Unset):  Default: False.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | TrackerPage]
    """

    kwargs = _get_kwargs(
        school_id=school_id,
        whole_district=whole_district,
        archived=archived,
        past=past,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    school_id: str | Unset = UNSET,
    whole_district: bool | Unset = False,
    archived: bool | Unset = False,
    past: bool | Unset = False,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Problem | TrackerPage | None:
    """List your trackers, or (administrators) a school's

     Teachers get the trackers that they own or work on. Administrators name a school, or (of the
    district) ask for the whole district. For everybody with a role in the district.

    Args:
        school_id (str | Unset):
        whole_district (bool | Unset):  Default: False.
        archived (bool | Unset):  Default: False.
        past (bool | Unset):  Default: False.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | TrackerPage
    """

    return (
        await asyncio_detailed(
            client=client,
            school_id=school_id,
            whole_district=whole_district,
            archived=archived,
            past=past,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
