from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.sort_order import SortOrder
from ...models.student_comparison_column import StudentComparisonColumn
from ...types import UNSET, Response, Unset


def _get_kwargs(
    process_id: str,
    *,
    teacher_id: str | Unset = "",
    class_id: str | Unset = "",
    sort: StudentComparisonColumn | Unset = UNSET,
    order: SortOrder | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["teacher_id"] = teacher_id

    params["class_id"] = class_id

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
        "url": "/v1/processes/{process_id}/comparison/students.csv".format(
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

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

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
    client: AuthenticatedClient,
    teacher_id: str | Unset = "",
    class_id: str | Unset = "",
    sort: StudentComparisonColumn | Unset = UNSET,
    order: SortOrder | Unset = UNSET,
) -> Response[Problem | str]:
    """Students with both tests side by side as CSV

     For everybody with a role in the district.

    Args:
        process_id (str):
        teacher_id (str | Unset):  Default: ''.
        class_id (str | Unset):  Default: ''.
        sort (StudentComparisonColumn | Unset): The columns by which rows of students can be
            sorted, in the same words.

            - `name`: The student's name.
            - `class`: The class's title.
            - `teacher`: The teacher's name.
            - `pre`: The result of the pre-test.
            - `post`: The result of the post-test.
            - `change`: The change, in percentage points.
            - `relative`: The change, relative to the pre-test.
        order (SortOrder | Unset): Which way a list is sorted; what is blank comes last either
            way.

            - `asc`: From the lowest, or from A.
            - `desc`: From the highest, or from Z.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        process_id=process_id,
        teacher_id=teacher_id,
        class_id=class_id,
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
    teacher_id: str | Unset = "",
    class_id: str | Unset = "",
    sort: StudentComparisonColumn | Unset = UNSET,
    order: SortOrder | Unset = UNSET,
) -> Problem | str | None:
    """Students with both tests side by side as CSV

     For everybody with a role in the district.

    Args:
        process_id (str):
        teacher_id (str | Unset):  Default: ''.
        class_id (str | Unset):  Default: ''.
        sort (StudentComparisonColumn | Unset): The columns by which rows of students can be
            sorted, in the same words.

            - `name`: The student's name.
            - `class`: The class's title.
            - `teacher`: The teacher's name.
            - `pre`: The result of the pre-test.
            - `post`: The result of the post-test.
            - `change`: The change, in percentage points.
            - `relative`: The change, relative to the pre-test.
        order (SortOrder | Unset): Which way a list is sorted; what is blank comes last either
            way.

            - `asc`: From the lowest, or from A.
            - `desc`: From the highest, or from Z.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return sync_detailed(
        process_id=process_id,
        client=client,
        teacher_id=teacher_id,
        class_id=class_id,
        sort=sort,
        order=order,
    ).parsed


async def asyncio_detailed(
    process_id: str,
    *,
    client: AuthenticatedClient,
    teacher_id: str | Unset = "",
    class_id: str | Unset = "",
    sort: StudentComparisonColumn | Unset = UNSET,
    order: SortOrder | Unset = UNSET,
) -> Response[Problem | str]:
    """Students with both tests side by side as CSV

     For everybody with a role in the district.

    Args:
        process_id (str):
        teacher_id (str | Unset):  Default: ''.
        class_id (str | Unset):  Default: ''.
        sort (StudentComparisonColumn | Unset): The columns by which rows of students can be
            sorted, in the same words.

            - `name`: The student's name.
            - `class`: The class's title.
            - `teacher`: The teacher's name.
            - `pre`: The result of the pre-test.
            - `post`: The result of the post-test.
            - `change`: The change, in percentage points.
            - `relative`: The change, relative to the pre-test.
        order (SortOrder | Unset): Which way a list is sorted; what is blank comes last either
            way.

            - `asc`: From the lowest, or from A.
            - `desc`: From the highest, or from Z.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        process_id=process_id,
        teacher_id=teacher_id,
        class_id=class_id,
        sort=sort,
        order=order,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    process_id: str,
    *,
    client: AuthenticatedClient,
    teacher_id: str | Unset = "",
    class_id: str | Unset = "",
    sort: StudentComparisonColumn | Unset = UNSET,
    order: SortOrder | Unset = UNSET,
) -> Problem | str | None:
    """Students with both tests side by side as CSV

     For everybody with a role in the district.

    Args:
        process_id (str):
        teacher_id (str | Unset):  Default: ''.
        class_id (str | Unset):  Default: ''.
        sort (StudentComparisonColumn | Unset): The columns by which rows of students can be
            sorted, in the same words.

            - `name`: The student's name.
            - `class`: The class's title.
            - `teacher`: The teacher's name.
            - `pre`: The result of the pre-test.
            - `post`: The result of the post-test.
            - `change`: The change, in percentage points.
            - `relative`: The change, relative to the pre-test.
        order (SortOrder | Unset): Which way a list is sorted; what is blank comes last either
            way.

            - `asc`: From the lowest, or from A.
            - `desc`: From the highest, or from Z.

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
            teacher_id=teacher_id,
            class_id=class_id,
            sort=sort,
            order=order,
        )
    ).parsed
