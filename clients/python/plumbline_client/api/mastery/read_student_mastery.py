from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.student_board_view import StudentBoardView
from ...types import UNSET, Response, Unset


def _get_kwargs(
    tracker_id: str,
    student_id: str,
    *,
    standard: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["standard"] = standard

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/trackers/{tracker_id}/mastery/{student_id}".format(
            tracker_id=quote(str(tracker_id), safe=""),
            student_id=quote(str(student_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | StudentBoardView | None:
    if response.status_code == 200:
        response_200 = StudentBoardView.from_dict(response.json())

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
) -> Response[Problem | StudentBoardView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    tracker_id: str,
    student_id: str,
    *,
    client: AuthenticatedClient,
    standard: str | Unset = UNSET,
) -> Response[Problem | StudentBoardView]:
    """See what a student's mastery in a tracker is made of

     For everybody with a role in the district.

    Args:
        tracker_id (str):
        student_id (str):
        standard (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | StudentBoardView]
    """

    kwargs = _get_kwargs(
        tracker_id=tracker_id,
        student_id=student_id,
        standard=standard,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    tracker_id: str,
    student_id: str,
    *,
    client: AuthenticatedClient,
    standard: str | Unset = UNSET,
) -> Problem | StudentBoardView | None:
    """See what a student's mastery in a tracker is made of

     For everybody with a role in the district.

    Args:
        tracker_id (str):
        student_id (str):
        standard (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | StudentBoardView
    """

    return sync_detailed(
        tracker_id=tracker_id,
        student_id=student_id,
        client=client,
        standard=standard,
    ).parsed


async def asyncio_detailed(
    tracker_id: str,
    student_id: str,
    *,
    client: AuthenticatedClient,
    standard: str | Unset = UNSET,
) -> Response[Problem | StudentBoardView]:
    """See what a student's mastery in a tracker is made of

     For everybody with a role in the district.

    Args:
        tracker_id (str):
        student_id (str):
        standard (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | StudentBoardView]
    """

    kwargs = _get_kwargs(
        tracker_id=tracker_id,
        student_id=student_id,
        standard=standard,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    tracker_id: str,
    student_id: str,
    *,
    client: AuthenticatedClient,
    standard: str | Unset = UNSET,
) -> Problem | StudentBoardView | None:
    """See what a student's mastery in a tracker is made of

     For everybody with a role in the district.

    Args:
        tracker_id (str):
        student_id (str):
        standard (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | StudentBoardView
    """

    return (
        await asyncio_detailed(
            tracker_id=tracker_id,
            student_id=student_id,
            client=client,
            standard=standard,
        )
    ).parsed
