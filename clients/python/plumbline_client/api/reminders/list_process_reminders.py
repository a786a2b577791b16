import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.process_test import ProcessTest
from ...models.reminder_receipt_page import ReminderReceiptPage
from ...types import UNSET, Response, Unset


def _get_kwargs(
    process_id: str,
    *,
    date: datetime.date | Unset = UNSET,
    test: ProcessTest | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_date: str | Unset = UNSET
    if not isinstance(date, Unset):
        json_date = date.isoformat()
    params["date"] = json_date

    json_test: str | Unset = UNSET
    if not isinstance(test, Unset):
        json_test = test.value

    params["test"] = json_test

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/processes/{process_id}/reminders".format(
            process_id=quote(str(process_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | ReminderReceiptPage | None:
    if response.status_code == 200:
        response_200 = ReminderReceiptPage.from_dict(response.json())

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
) -> Response[Problem | ReminderReceiptPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    process_id: str,
    *,
    client: AuthenticatedClient,
    date: datetime.date | Unset = UNSET,
    test: ProcessTest | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[Problem | ReminderReceiptPage]:
    """List who of the team was reminded on a day, and what became of their email

     For everybody with a role in the district.

    Args:
        process_id (str):
        date (datetime.date | Unset):
        test (ProcessTest | Unset): Which of the two tests of a process.

            - `pre`: The pre-test.
            - `post`: The post-test.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ReminderReceiptPage]
    """

    kwargs = _get_kwargs(
        process_id=process_id,
        date=date,
        test=test,
        limit=limit,
        cursor=cursor,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    process_id: str,
    *,
    client: AuthenticatedClient,
    date: datetime.date | Unset = UNSET,
    test: ProcessTest | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Problem | ReminderReceiptPage | None:
    """List who of the team was reminded on a day, and what became of their email

     For everybody with a role in the district.

    Args:
        process_id (str):
        date (datetime.date | Unset):
        test (ProcessTest | Unset): Which of the two tests of a process.

            - `pre`: The pre-test.
            - `post`: The post-test.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ReminderReceiptPage
    """

    return sync_detailed(
        process_id=process_id,
        client=client,
        date=date,
        test=test,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    process_id: str,
    *,
    client: AuthenticatedClient,
    date: datetime.date | Unset = UNSET,
    test: ProcessTest | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[Problem | ReminderReceiptPage]:
    """List who of the team was reminded on a day, and what became of their email

     For everybody with a role in the district.

    Args:
        process_id (str):
        date (datetime.date | Unset):
        test (ProcessTest | Unset): Which of the two tests of a process.

            - `pre`: The pre-test.
            - `post`: The post-test.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | ReminderReceiptPage]
    """

    kwargs = _get_kwargs(
        process_id=process_id,
        date=date,
        test=test,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    process_id: str,
    *,
    client: AuthenticatedClient,
    date: datetime.date | Unset = UNSET,
    test: ProcessTest | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Problem | ReminderReceiptPage | None:
    """List who of the team was reminded on a day, and what became of their email

     For everybody with a role in the district.

    Args:
        process_id (str):
        date (datetime.date | Unset):
        test (ProcessTest | Unset): Which of the two tests of a process.

            - `pre`: The pre-test.
            - `post`: The post-test.
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | ReminderReceiptPage
    """

    return (
        await asyncio_detailed(
            process_id=process_id,
            client=client,
            date=date,
            test=test,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
