from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.goal_preview_view import GoalPreviewView
from ...models.new_goal import NewGoal
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    process_id: str,
    class_id: str,
    *,
    body: NewGoal,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/processes/{process_id}/goals/{class_id}/preview".format(
            process_id=quote(str(process_id), safe=""),
            class_id=quote(str(class_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GoalPreviewView | Problem | None:
    if response.status_code == 200:
        response_200 = GoalPreviewView.from_dict(response.json())

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
) -> Response[GoalPreviewView | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    process_id: str,
    class_id: str,
    *,
    client: AuthenticatedClient,
    body: NewGoal,
) -> Response[GoalPreviewView | Problem]:
    """See the figures of a class's goal without setting it

     For everybody with a role in the district.

    Args:
        process_id (str):
        class_id (str):
        body (NewGoal): A teacher's whole decision about a goal. Students who meet it already
            always count.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GoalPreviewView | Problem]
    """

    kwargs = _get_kwargs(
        process_id=process_id,
        class_id=class_id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    process_id: str,
    class_id: str,
    *,
    client: AuthenticatedClient,
    body: NewGoal,
) -> GoalPreviewView | Problem | None:
    """See the figures of a class's goal without setting it

     For everybody with a role in the district.

    Args:
        process_id (str):
        class_id (str):
        body (NewGoal): A teacher's whole decision about a goal. Students who meet it already
            always count.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GoalPreviewView | Problem
    """

    return sync_detailed(
        process_id=process_id,
        class_id=class_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    process_id: str,
    class_id: str,
    *,
    client: AuthenticatedClient,
    body: NewGoal,
) -> Response[GoalPreviewView | Problem]:
    """See the figures of a class's goal without setting it

     For everybody with a role in the district.

    Args:
        process_id (str):
        class_id (str):
        body (NewGoal): A teacher's whole decision about a goal. Students who meet it already
            always count.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GoalPreviewView | Problem]
    """

    kwargs = _get_kwargs(
        process_id=process_id,
        class_id=class_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    process_id: str,
    class_id: str,
    *,
    client: AuthenticatedClient,
    body: NewGoal,
) -> GoalPreviewView | Problem | None:
    """See the figures of a class's goal without setting it

     For everybody with a role in the district.

    Args:
        process_id (str):
        class_id (str):
        body (NewGoal): A teacher's whole decision about a goal. Students who meet it already
            always count.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GoalPreviewView | Problem
    """

    return (
        await asyncio_detailed(
            process_id=process_id,
            class_id=class_id,
            client=client,
            body=body,
        )
    ).parsed
