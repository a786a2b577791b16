from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.comparison_column import ComparisonColumn
from ...models.comparison_view import ComparisonView
from ...models.problem import Problem
from ...models.sort_order import SortOrder
from ...types import UNSET, Response, Unset


def _get_kwargs(
    process_id: str,
    *,
    sort: ComparisonColumn | Unset = UNSET,
    order: SortOrder | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort.value

    params["sort"] = json_sort

    json_order: str | Unset = UNSET
    if not isinstance(order, Unset):
        json_order = order.value

    params["order"] = json_order

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/processes/{process_id}/comparison".format(
            process_id=quote(str(process_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ComparisonView | Problem | None:
    if response.status_code == 200:
        response_200 = ComparisonView.from_dict(response.json())

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
) -> Response[ComparisonView | Problem]:
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
    sort: ComparisonColumn | Unset = UNSET,
    order: SortOrder | Unset = UNSET,
) -> Response[ComparisonView | Problem]:
    """Compare pre- and post-test, per team, teacher and class

     For everybody with a role in the district.

    Args:
        process_id (str):
        sort (ComparisonColumn | Unset): The columns by which rows of teachers or classes can be
            sorted.

            - `name`: The name of the teacher, or the title of the class.
            - `teacher`: The teacher's name.
            - `pre`: The pre-test's average over all tested.
            - `pre_student_count`: How many students have the pre-test.
            - `post`: The post-test's average over all tested.
            - `post_student_count`: How many students have the post-test.
            - `change`: The change between these averages, in percentage points.
            - `relative`: The change between these averages, relative to the pre-test.
            - `matched_pre`: The pre-test's average over students with both tests.
            - `matched_post`: The post-test's average over students with both tests.
            - `matched_change`: The change of students with both tests, in percentage points.
            - `matched_relative`: The change of students with both tests, relative to the pre-test.
            - `matched_student_count`: How many students have both tests.
        order (SortOrder | Unset): Which way a list is sorted; what is blank comes last either
            way.

            - `asc`: From the lowest, or from A.
            - `desc`: From the highest, or from Z.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ComparisonView | Problem]
    """

    kwargs = _get_kwargs(
        process_id=process_id,
        sort=sort,
        order=order,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    process_id: str,
    *,
    client: AuthenticatedClient,
    sort: ComparisonColumn | Unset = UNSET,
    order: SortOrder | Unset = UNSET,
) -> ComparisonView | Problem | None:
    """Compare pre- and post-test, per team, teacher and class

     For everybody with a role in the district.

    Args:
        process_id (str):
        sort (ComparisonColumn | Unset): The columns by which rows of teachers or classes can be
            sorted.

            - `name`: The name of the teacher, or the title of the class.
            - `teacher`: The teacher's name.
            - `pre`: The pre-test's average over all tested.
            - `pre_student_count`: How many students have the pre-test.
            - `post`: The post-test's average over all tested.
            - `post_student_count`: How many students have the post-test.
            - `change`: The change between these averages, in percentage points.
            - `relative`: The change between these averages, relative to the pre-test.
            - `matched_pre`: The pre-test's average over students with both tests.
            - `matched_post`: The post-test's average over students with both tests.
            - `matched_change`: The change of students with both tests, in percentage points.
            - `matched_relative`: The change of students with both tests, relative to the pre-test.
            - `matched_student_count`: How many students have both tests.
        order (SortOrder | Unset): Which way a list is sorted; what is blank comes last either
            way.

            - `asc`: From the lowest, or from A.
            - `desc`: From the highest, or from Z.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ComparisonView | Problem
    """

    return sync_detailed(
        process_id=process_id,
        client=client,
        sort=sort,
        order=order,
    ).parsed


async def asyncio_detailed(
    process_id: str,
    *,
    client: AuthenticatedClient,
    sort: ComparisonColumn | Unset = UNSET,
    order: SortOrder | Unset = UNSET,
) -> Response[ComparisonView | Problem]:
    """Compare pre- and post-test, per team, teacher and class

     For everybody with a role in the district.

    Args:
        process_id (str):
        sort (ComparisonColumn | Unset): The columns by which rows of teachers or classes can be
            sorted.

            - `name`: The name of the teacher, or the title of the class.
            - `teacher`: The teacher's name.
            - `pre`: The pre-test's average over all tested.
            - `pre_student_count`: How many students have the pre-test.
            - `post`: The post-test's average over all tested.
            - `post_student_count`: How many students have the post-test.
            - `change`: The change between these averages, in percentage points.
            - `relative`: The change between these averages, relative to the pre-test.
            - `matched_pre`: The pre-test's average over students with both tests.
            - `matched_post`: The post-test's average over students with both tests.
            - `matched_change`: The change of students with both tests, in percentage points.
            - `matched_relative`: The change of students with both tests, relative to the pre-test.
            - `matched_student_count`: How many students have both tests.
        order (SortOrder | Unset): Which way a list is sorted; what is blank comes last either
            way.

            - `asc`: From the lowest, or from A.
            - `desc`: From the highest, or from Z.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ComparisonView | Problem]
    """

    kwargs = _get_kwargs(
        process_id=process_id,
        sort=sort,
        order=order,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    process_id: str,
    *,
    client: AuthenticatedClient,
    sort: ComparisonColumn | Unset = UNSET,
    order: SortOrder | Unset = UNSET,
) -> ComparisonView | Problem | None:
    """Compare pre- and post-test, per team, teacher and class

     For everybody with a role in the district.

    Args:
        process_id (str):
        sort (ComparisonColumn | Unset): The columns by which rows of teachers or classes can be
            sorted.

            - `name`: The name of the teacher, or the title of the class.
            - `teacher`: The teacher's name.
            - `pre`: The pre-test's average over all tested.
            - `pre_student_count`: How many students have the pre-test.
            - `post`: The post-test's average over all tested.
            - `post_student_count`: How many students have the post-test.
            - `change`: The change between these averages, in percentage points.
            - `relative`: The change between these averages, relative to the pre-test.
            - `matched_pre`: The pre-test's average over students with both tests.
            - `matched_post`: The post-test's average over students with both tests.
            - `matched_change`: The change of students with both tests, in percentage points.
            - `matched_relative`: The change of students with both tests, relative to the pre-test.
            - `matched_student_count`: How many students have both tests.
        order (SortOrder | Unset): Which way a list is sorted; what is blank comes last either
            way.

            - `asc`: From the lowest, or from A.
            - `desc`: From the highest, or from Z.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ComparisonView | Problem
    """

    return (
        await asyncio_detailed(
            process_id=process_id,
            client=client,
            sort=sort,
            order=order,
        )
    ).parsed
