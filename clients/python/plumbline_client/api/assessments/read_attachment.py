from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.attachment_view import AttachmentView
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    assessment_id: str,
    attachment_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/assessments/{assessment_id}/attachments/{attachment_id}".format(
            assessment_id=quote(str(assessment_id), safe=""),
            attachment_id=quote(str(attachment_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AttachmentView | Problem | None:
    if response.status_code == 200:
        response_200 = AttachmentView.from_dict(response.json())

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
) -> Response[AttachmentView | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    assessment_id: str,
    attachment_id: str,
    *,
    client: AuthenticatedClient,
) -> Response[AttachmentView | Problem]:
    """Get a link to download an attachment

     Each call returns a new link to the file. For everybody with a role in the district.

    Args:
        assessment_id (str):
        attachment_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AttachmentView | Problem]
    """

    kwargs = _get_kwargs(
        assessment_id=assessment_id,
        attachment_id=attachment_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    assessment_id: str,
    attachment_id: str,
    *,
    client: AuthenticatedClient,
) -> AttachmentView | Problem | None:
    """Get a link to download an attachment

     Each call returns a new link to the file. For everybody with a role in the district.

    Args:
        assessment_id (str):
        attachment_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AttachmentView | Problem
    """

    return sync_detailed(
        assessment_id=assessment_id,
        attachment_id=attachment_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    assessment_id: str,
    attachment_id: str,
    *,
    client: AuthenticatedClient,
) -> Response[AttachmentView | Problem]:
    """Get a link to download an attachment

     Each call returns a new link to the file. For everybody with a role in the district.

    Args:
        assessment_id (str):
        attachment_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AttachmentView | Problem]
    """

    kwargs = _get_kwargs(
        assessment_id=assessment_id,
        attachment_id=attachment_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    assessment_id: str,
    attachment_id: str,
    *,
    client: AuthenticatedClient,
) -> AttachmentView | Problem | None:
    """Get a link to download an attachment

     Each call returns a new link to the file. For everybody with a role in the district.

    Args:
        assessment_id (str):
        attachment_id (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AttachmentView | Problem
    """

    return (
        await asyncio_detailed(
            assessment_id=assessment_id,
            attachment_id=attachment_id,
            client=client,
        )
    ).parsed
