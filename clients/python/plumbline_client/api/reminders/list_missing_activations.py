from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.list_missing_activations_state import ListMissingActivationsState
from ...models.missing_activation_page import MissingActivationPage
from ...models.problem import Problem
from ...models.process_step import ProcessStep
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    state: ListMissingActivationsState | Unset = UNSET,
    step: ProcessStep | Unset = UNSET,
    team_id: str | Unset = UNSET,
    school_id: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_state: str | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = state.value

    params["state"] = json_state

    json_step: str | Unset = UNSET
    if not isinstance(step, Unset):
        json_step = step.value

    params["step"] = json_step

    params["team_id"] = team_id

    params["school_id"] = school_id

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/missing-activations",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> MissingActivationPage | Problem | None:
    if response.status_code == 200:
        response_200 = MissingActivationPage.from_dict(response.json())

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
) -> Response[MissingActivationPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    state: ListMissingActivationsState | Unset = UNSET,
    step: ProcessStep | Unset = UNSET,
    team_id: str | Unset = UNSET,
    school_id: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[MissingActivationPage | Problem]:
    """List the tests that people of data teams have not activated, process by process

     For school and district administrators.

    Args:
        state (ListMissingActivationsState | Unset):
        step (ProcessStep | Unset): How far a process has come, as administrators see it.

            - `collect`: It has come to the pre-test at most.
            - `analyze`: It has come to the page *analyze*.
            - `goals`: It has come to the page *goals*.
            - `strategies`: It has come to the page *strategies*.
            - `post_test`: It has come to the post-test.
            - `reflect`: It has come to the page *reflect*.
            - `locked`: It is finished.
        team_id (str | Unset):
        school_id (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MissingActivationPage | Problem]
    """

    kwargs = _get_kwargs(
        state=state,
        step=step,
        team_id=team_id,
        school_id=school_id,
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
    state: ListMissingActivationsState | Unset = UNSET,
    step: ProcessStep | Unset = UNSET,
    team_id: str | Unset = UNSET,
    school_id: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> MissingActivationPage | Problem | None:
    """List the tests that people of data teams have not activated, process by process

     For school and district administrators.

    Args:
        state (ListMissingActivationsState | Unset):
        step (ProcessStep | Unset): How far a process has come, as administrators see it.

            - `collect`: It has come to the pre-test at most.
            - `analyze`: It has come to the page *analyze*.
            - `goals`: It has come to the page *goals*.
            - `strategies`: It has come to the page *strategies*.
            - `post_test`: It has come to the post-test.
            - `reflect`: It has come to the page *reflect*.
            - `locked`: It is finished.
        team_id (str | Unset):
        school_id (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MissingActivationPage | Problem
    """

    return sync_detailed(
        client=client,
        state=state,
        step=step,
        team_id=team_id,
        school_id=school_id,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    state: ListMissingActivationsState | Unset = UNSET,
    step: ProcessStep | Unset = UNSET,
    team_id: str | Unset = UNSET,
    school_id: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[MissingActivationPage | Problem]:
    """List the tests that people of data teams have not activated, process by process

     For school and district administrators.

    Args:
        state (ListMissingActivationsState | Unset):
        step (ProcessStep | Unset): How far a process has come, as administrators see it.

            - `collect`: It has come to the pre-test at most.
            - `analyze`: It has come to the page *analyze*.
            - `goals`: It has come to the page *goals*.
            - `strategies`: It has come to the page *strategies*.
            - `post_test`: It has come to the post-test.
            - `reflect`: It has come to the page *reflect*.
            - `locked`: It is finished.
        team_id (str | Unset):
        school_id (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[MissingActivationPage | Problem]
    """

    kwargs = _get_kwargs(
        state=state,
        step=step,
        team_id=team_id,
        school_id=school_id,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    state: ListMissingActivationsState | Unset = UNSET,
    step: ProcessStep | Unset = UNSET,
    team_id: str | Unset = UNSET,
    school_id: str | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> MissingActivationPage | Problem | None:
    """List the tests that people of data teams have not activated, process by process

     For school and district administrators.

    Args:
        state (ListMissingActivationsState | Unset):
        step (ProcessStep | Unset): How far a process has come, as administrators see it.

            - `collect`: It has come to the pre-test at most.
            - `analyze`: It has come to the page *analyze*.
            - `goals`: It has come to the page *goals*.
            - `strategies`: It has come to the page *strategies*.
            - `post_test`: It has come to the post-test.
            - `reflect`: It has come to the page *reflect*.
            - `locked`: It is finished.
        team_id (str | Unset):
        school_id (str | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        MissingActivationPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            state=state,
            step=step,
            team_id=team_id,
            school_id=school_id,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
