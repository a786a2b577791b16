from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    process_id: str,
    *,
    code: str | Unset = "",
    state: str | Unset = "",
    error: str | Unset = "",
    error_description: str | Unset = "",
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["code"] = code

    params["state"] = state

    params["error"] = error

    params["error_description"] = error_description

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/reports/{process_id}".format(
            process_id=quote(str(process_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | str | None:
    if response.status_code == 200:
        response_200 = response.text
        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

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
) -> Response[Problem | str]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    process_id: str,
    *,
    client: AuthenticatedClient | Client,
    code: str | Unset = "",
    state: str | Unset = "",
    error: str | Unset = "",
    error_description: str | Unset = "",
) -> Response[Problem | str]:
    """Sign in to read a report: the page that e-mails lead to

     E-mails about finished processes lead here. The page signs the person in and opens the report. Needs
    no sign-in.

    Args:
        process_id (str):
        code (str | Unset):  Default: ''.
        state (str | Unset):  Default: ''.
        error (str | Unset):  Default: ''.
        error_description (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        process_id=process_id,
        code=code,
        state=state,
        error=error,
        error_description=error_description,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    process_id: str,
    *,
    client: AuthenticatedClient | Client,
    code: str | Unset = "",
    state: str | Unset = "",
    error: str | Unset = "",
    error_description: str | Unset = "",
) -> Problem | str | None:
    """Sign in to read a report: the page that e-mails lead to

     E-mails about finished processes lead here. The page signs the person in and opens the report. Needs
    no sign-in.

    Args:
        process_id (str):
        code (str | Unset):  Default: ''.
        state (str | Unset):  Default: ''.
        error (str | Unset):  Default: ''.
        error_description (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return sync_detailed(
        process_id=process_id,
        client=client,
        code=code,
        state=state,
        error=error,
        error_description=error_description,
    ).parsed


async def asyncio_detailed(
    process_id: str,
    *,
    client: AuthenticatedClient | Client,
    code: str | Unset = "",
    state: str | Unset = "",
    error: str | Unset = "",
    error_description: str | Unset = "",
) -> Response[Problem | str]:
    """Sign in to read a report: the page that e-mails lead to

     E-mails about finished processes lead here. The page signs the person in and opens the report. Needs
    no sign-in.

    Args:
        process_id (str):
        code (str | Unset):  Default: ''.
        state (str | Unset):  Default: ''.
        error (str | Unset):  Default: ''.
        error_description (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        process_id=process_id,
        code=code,
        state=state,
        error=error,
        error_description=error_description,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    process_id: str,
    *,
    client: AuthenticatedClient | Client,
    code: str | Unset = "",
    state: str | Unset = "",
    error: str | Unset = "",
    error_description: str | Unset = "",
) -> Problem | str | None:
    """Sign in to read a report: the page that e-mails lead to

     E-mails about finished processes lead here. The page signs the person in and opens the report. Needs
    no sign-in.

    Args:
        process_id (str):
        code (str | Unset):  Default: ''.
        state (str | Unset):  Default: ''.
        error (str | Unset):  Default: ''.
        error_description (str | Unset):  Default: ''.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return (
        await asyncio_detailed(
            process_id=process_id,
            client=client,
            code=code,
            state=state,
            error=error,
            error_description=error_description,
        )
    ).parsed
