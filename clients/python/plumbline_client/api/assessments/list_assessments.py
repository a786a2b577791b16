from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.assessment_kind import AssessmentKind
from ...models.assessment_page import AssessmentPage
from ...models.list_assessments_order import ListAssessmentsOrder
from ...models.list_assessments_sort import ListAssessmentsSort
from ...models.problem import Problem
from ...models.visibility import Visibility
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    text: str | Unset = UNSET,
    subject: str | Unset = UNSET,
    grade: str | Unset = UNSET,
    standards_set_id: str | Unset = UNSET,
    standard: str | Unset = UNSET,
    kind: AssessmentKind | Unset = UNSET,
    created_by_id: str | Unset = UNSET,
    team_id: str | Unset = UNSET,
    approved: bool | Unset = UNSET,
    visibility: Visibility | Unset = UNSET,
    sort: ListAssessmentsSort | Unset = ListAssessmentsSort.CHANGED_AT,
    order: ListAssessmentsOrder | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["text"] = text

    params["subject"] = subject

    params["grade"] = grade

    params["standards_set_id"] = standards_set_id

    params["standard"] = standard

    json_kind: str | Unset = UNSET
    if not isinstance(kind, Unset):
        json_kind = kind.value

    params["kind"] = json_kind

    params["created_by_id"] = created_by_id

    params["team_id"] = team_id

    params["approved"] = approved

    json_visibility: str | Unset = UNSET
    if not isinstance(visibility, Unset):
        json_visibility = visibility.value

    params["visibility"] = json_visibility

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort.value

    params["sort"] = json_sort

    json_order: str | Unset = UNSET
    if not isinstance(order, Unset):
        json_order = order.value

    params["order"] = json_order

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/assessments",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AssessmentPage | Problem | None:
    if response.status_code == 200:
        response_200 = AssessmentPage.from_dict(response.json())

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
) -> Response[AssessmentPage | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    text: str | Unset = UNSET,
    subject: str | Unset = UNSET,
    grade: str | Unset = UNSET,
    standards_set_id: str | Unset = UNSET,
    standard: str | Unset = UNSET,
    kind: AssessmentKind | Unset = UNSET,
    created_by_id: str | Unset = UNSET,
    team_id: str | Unset = UNSET,
    approved: bool | Unset = UNSET,
    visibility: Visibility | Unset = UNSET,
    sort: ListAssessmentsSort | Unset = ListAssessmentsSort.CHANGED_AT,
    order: ListAssessmentsOrder | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[AssessmentPage | Problem]:
    """List and search assessments

     Your assessments, and those that your school, the district or the community shares. A test that only
    a data team shares is opened from its Mastery Process. Filters narrow together; `GET /v1/assessment-
    filters` has the values that occur. For everybody with a role in the district.

    Args:
        text (str | Unset):
        subject (str | Unset):
        grade (str | Unset):
        standards_set_id (str | Unset):
        standard (str | Unset):
        kind (AssessmentKind | Unset): Made of items, or of a document with an answer key.

            - `item`: Made of items that ask something.
            - `document`: An attached document with an answer key.
        created_by_id (str | Unset):
        team_id (str | Unset):
        approved (bool | Unset):
        visibility (Visibility | Unset): The people who can see an assessment.

            - `private`: Only its creator sees it.
            - `school`: The staff of the creator's schools and the district's administrators see it.
            - `district`: Everybody in the district sees it. Only then can it be distributed.
            - `community`: Everybody in the district sees it, and it is meant for others, too.
        sort (ListAssessmentsSort | Unset):  Default: ListAssessmentsSort.CHANGED_AT.
        order (ListAssessmentsOrder | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AssessmentPage | Problem]
    """

    kwargs = _get_kwargs(
        text=text,
        subject=subject,
        grade=grade,
        standards_set_id=standards_set_id,
        standard=standard,
        kind=kind,
        created_by_id=created_by_id,
        team_id=team_id,
        approved=approved,
        visibility=visibility,
        sort=sort,
        order=order,
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
    text: str | Unset = UNSET,
    subject: str | Unset = UNSET,
    grade: str | Unset = UNSET,
    standards_set_id: str | Unset = UNSET,
    standard: str | Unset = UNSET,
    kind: AssessmentKind | Unset = UNSET,
    created_by_id: str | Unset = UNSET,
    team_id: str | Unset = UNSET,
    approved: bool | Unset = UNSET,
    visibility: Visibility | Unset = UNSET,
    sort: ListAssessmentsSort | Unset = ListAssessmentsSort.CHANGED_AT,
    order: ListAssessmentsOrder | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> AssessmentPage | Problem | None:
    """List and search assessments

     Your assessments, and those that your school, the district or the community shares. A test that only
    a data team shares is opened from its Mastery Process. Filters narrow together; `GET /v1/assessment-
    filters` has the values that occur. For everybody with a role in the district.

    Args:
        text (str | Unset):
        subject (str | Unset):
        grade (str | Unset):
        standards_set_id (str | Unset):
        standard (str | Unset):
        kind (AssessmentKind | Unset): Made of items, or of a document with an answer key.

            - `item`: Made of items that ask something.
            - `document`: An attached document with an answer key.
        created_by_id (str | Unset):
        team_id (str | Unset):
        approved (bool | Unset):
        visibility (Visibility | Unset): The people who can see an assessment.

            - `private`: Only its creator sees it.
            - `school`: The staff of the creator's schools and the district's administrators see it.
            - `district`: Everybody in the district sees it. Only then can it be distributed.
            - `community`: Everybody in the district sees it, and it is meant for others, too.
        sort (ListAssessmentsSort | Unset):  Default: ListAssessmentsSort.CHANGED_AT.
        order (ListAssessmentsOrder | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AssessmentPage | Problem
    """

    return sync_detailed(
        client=client,
        text=text,
        subject=subject,
        grade=grade,
        standards_set_id=standards_set_id,
        standard=standard,
        kind=kind,
        created_by_id=created_by_id,
        team_id=team_id,
        approved=approved,
        visibility=visibility,
        sort=sort,
        order=order,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    text: str | Unset = UNSET,
    subject: str | Unset = UNSET,
    grade: str | Unset = UNSET,
    standards_set_id: str | Unset = UNSET,
    standard: str | Unset = UNSET,
    kind: AssessmentKind | Unset = UNSET,
    created_by_id: str | Unset = UNSET,
    team_id: str | Unset = UNSET,
    approved: bool | Unset = UNSET,
    visibility: Visibility | Unset = UNSET,
    sort: ListAssessmentsSort | Unset = ListAssessmentsSort.CHANGED_AT,
    order: ListAssessmentsOrder | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> Response[AssessmentPage | Problem]:
    """List and search assessments

     Your assessments, and those that your school, the district or the community shares. A test that only
    a data team shares is opened from its Mastery Process. Filters narrow together; `GET /v1/assessment-
    filters` has the values that occur. For everybody with a role in the district.

    Args:
        text (str | Unset):
        subject (str | Unset):
        grade (str | Unset):
        standards_set_id (str | Unset):
        standard (str | Unset):
        kind (AssessmentKind | Unset): Made of items, or of a document with an answer key.

            - `item`: Made of items that ask something.
            - `document`: An attached document with an answer key.
        created_by_id (str | Unset):
        team_id (str | Unset):
        approved (bool | Unset):
        visibility (Visibility | Unset): The people who can see an assessment.

            - `private`: Only its creator sees it.
            - `school`: The staff of the creator's schools and the district's administrators see it.
            - `district`: Everybody in the district sees it. Only then can it be distributed.
            - `community`: Everybody in the district sees it, and it is meant for others, too.
        sort (ListAssessmentsSort | Unset):  Default: ListAssessmentsSort.CHANGED_AT.
        order (ListAssessmentsOrder | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AssessmentPage | Problem]
    """

    kwargs = _get_kwargs(
        text=text,
        subject=subject,
        grade=grade,
        standards_set_id=standards_set_id,
        standard=standard,
        kind=kind,
        created_by_id=created_by_id,
        team_id=team_id,
        approved=approved,
        visibility=visibility,
        sort=sort,
        order=order,
        limit=limit,
        cursor=cursor,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    text: str | Unset = UNSET,
    subject: str | Unset = UNSET,
    grade: str | Unset = UNSET,
    standards_set_id: str | Unset = UNSET,
    standard: str | Unset = UNSET,
    kind: AssessmentKind | Unset = UNSET,
    created_by_id: str | Unset = UNSET,
    team_id: str | Unset = UNSET,
    approved: bool | Unset = UNSET,
    visibility: Visibility | Unset = UNSET,
    sort: ListAssessmentsSort | Unset = ListAssessmentsSort.CHANGED_AT,
    order: ListAssessmentsOrder | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> AssessmentPage | Problem | None:
    """List and search assessments

     Your assessments, and those that your school, the district or the community shares. A test that only
    a data team shares is opened from its Mastery Process. Filters narrow together; `GET /v1/assessment-
    filters` has the values that occur. For everybody with a role in the district.

    Args:
        text (str | Unset):
        subject (str | Unset):
        grade (str | Unset):
        standards_set_id (str | Unset):
        standard (str | Unset):
        kind (AssessmentKind | Unset): Made of items, or of a document with an answer key.

            - `item`: Made of items that ask something.
            - `document`: An attached document with an answer key.
        created_by_id (str | Unset):
        team_id (str | Unset):
        approved (bool | Unset):
        visibility (Visibility | Unset): The people who can see an assessment.

            - `private`: Only its creator sees it.
            - `school`: The staff of the creator's schools and the district's administrators see it.
            - `district`: Everybody in the district sees it. Only then can it be distributed.
            - `community`: Everybody in the district sees it, and it is meant for others, too.
        sort (ListAssessmentsSort | Unset):  Default: ListAssessmentsSort.CHANGED_AT.
        order (ListAssessmentsOrder | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AssessmentPage | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            text=text,
            subject=subject,
            grade=grade,
            standards_set_id=standards_set_id,
            standard=standard,
            kind=kind,
            created_by_id=created_by_id,
            team_id=team_id,
            approved=approved,
            visibility=visibility,
            sort=sort,
            order=order,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
