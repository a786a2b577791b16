"""HTTP for the district and the signed-in person."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field

from chalicelib.acts import Role
from chalicelib.scales.calculation import Calculation
from chalicelib.scales.palette import shades
from chalicelib.scales.scale import MasteryScale
from chalicelib.web.addresses import write_segment
from chalicelib.web.id_names import NamedView, NameOf
from chalicelib.web.policy import ADMINS, DISTRICT_ADMINS, PUBLIC, STAFF
from chalicelib.web.representation import Body, Representation, Version
from chalicelib.web.routes import Request, Routes

from .model import (
    District,
    Levels,
    Locale,
    Name,
    PaperSize,
    Percent,
    ReportDelivery,
    TimeZone,
)
from .rights import Right
from .service import FIRST_ADMIN
from .sign_in_entry import SignIn

if TYPE_CHECKING:
    from chalicelib.settings import Settings
    from chalicelib.web.edge import EdgeServices

    from .accounts.service import SignedOut
    from .current_person import Myself
    from .invitations import Invitation
    from .wiring import DistrictsWiring

routes = Routes("District")


class LevelColorView(Representation):
    """The color of a mastery level, and of text on it."""

    color: str
    """A hexadecimal RGB value: warm below mastery, else blue. Example: `#1f6396`"""
    ink_color: str
    """The color of text on it that can be read: black or white. Example: `#ffffff`"""


@cache
def _colors(levels: int, meets: int) -> list[LevelColorView]:
    return [LevelColorView(color=color, ink_color=ink) for color, ink in shades(levels, meets)]


class DistrictView(Representation):
    """The district's settings."""

    id: str
    """The district's id, chosen when the stack was deployed. Example: `juniper-flats`"""
    name: str
    """The district's name, as reports and emails say it. Example: `Juniper Flats USD`"""
    time_zone: str
    """The IANA time zone in which the district's times and days are. Example: `America/Chicago`"""
    locale: str
    """The language of the district, as a BCP 47 tag. Example: `en-US`"""
    mastery_levels: int = Field(serialization_alias="mastery_level_count")
    """The default number of mastery levels of new trackers and assessments, 2 to 6.

    Example: `4`
    """
    mastery_scales: dict[int, MasteryScale]
    """The mastery scale for each number of levels.

    - `2`: The scale of two levels.
    - `3`: The scale of three levels.
    - `4`: The scale of four levels.
    - `5`: The scale of five levels.
    - `6`: The scale of six levels.
    """
    level_colors: dict[int, list[LevelColorView]]
    """The colors of the levels for each number of levels, the lowest level first.

    - `2`: The colors of two levels.
    - `3`: The colors of three levels.
    - `4`: The colors of four levels.
    - `5`: The colors of five levels.
    - `6`: The colors of six levels.
    """
    calculation: Calculation
    """How several results on a standard become one mastery, in trackers without a setting of their
    own.
    """
    roster_drop_threshold: int
    """The percent of classes, people or enrollments that an import may drop before an admin must
    confirm it.

    Example: `10`
    """
    roster_join_by_sign_in_name: bool
    """Whether records of the roster with one sign-in name and the same name are taken for one
    person.
    """
    notify_teachers: bool
    """Whether a new distribution suggests to email teachers upon delivery."""
    paper: PaperSize
    """The paper that reports and printouts are made for."""
    report_delivery: ReportDelivery
    """Whether the report of a finished Mastery Process comes with the email to administrators, or
    as a link that needs sign-in.
    """
    version: Version

    @classmethod
    def of(cls, subject: District) -> DistrictView:
        """Render the settings, with the scale of every number of levels."""
        scales = subject.scales()
        colors = {many: _colors(scale.levels, scale.meets) for many, scale in scales.items()}
        return cls.take(subject, mastery_scales=scales, level_colors=colors)


def _of_its_levels(scales: dict[int, MasteryScale | None]) -> dict[int, MasteryScale | None]:
    for levels, scale in scales.items():
        if scale is not None and scale.levels != levels:
            msg = f"The scale of {levels} levels names {scale.levels}: give it {levels} names."
            raise ValueError(msg)
    return scales


class DistrictChanges(Body):
    """Settings to change. Leave out what stays."""

    name: Name | None = None
    """The district's new name. Example: `Juniper Flats USD`"""
    time_zone: TimeZone | None = None
    """The new IANA time zone. Scheduled distributions keep their local time. Example:
    `America/Chicago`
    """
    locale: Locale | None = None
    """The new language, as a BCP 47 tag. Example: `en-US`"""
    mastery_levels: Levels | None = Field(default=None, validation_alias="mastery_level_count")
    """How many mastery levels new trackers and assessments have, 2 to 6. Example: `4`"""
    mastery_scales: (
        Annotated[dict[Levels, MasteryScale | None], AfterValidator(_of_its_levels)] | None
    ) = None
    """Scales to replace, by their number of levels. Null brings the product's own scale back.

    - `2`: The scale of two levels.
    - `3`: The scale of three levels.
    - `4`: The scale of four levels.
    - `5`: The scale of five levels.
    - `6`: The scale of six levels.
    """
    calculation: Calculation | None = None
    """How several results on a standard become one mastery, in trackers without a setting of their
    own.
    """
    roster_drop_threshold: Percent | None = None
    """The percent of classes, people or enrollments that an import may drop before an admin must
    confirm it.

    Example: `10`
    """
    roster_join_by_sign_in_name: bool | None = None
    """Whether records of the roster with one sign-in name and the same name are taken for one
    person.
    """
    notify_teachers: bool | None = None
    """Whether a new distribution suggests to email teachers upon delivery."""
    paper: PaperSize | None = None
    """The paper that reports and printouts are made for."""
    report_delivery: ReportDelivery | None = None
    """How administrators get the report of a finished Mastery Process."""


class MeDistrictView(Representation):
    """The district of the signed-in person."""

    id: str
    """The district's id: which stack this is."""
    name: str
    """The district's name."""
    time_zone: str
    """The IANA time zone in which all its times are."""
    locale: str
    """The language and region of its texts, as `en-US`."""


class MeTeamView(Representation):
    """A data team that the signed-in person belongs to."""

    id: str
    """The team's id."""
    name: str
    """The name of the team."""


class MeView(Representation):
    """The signed-in person: where, as what, in which data teams, and what they may do."""

    person: str = Field(serialization_alias="person_id")
    """The person's id."""
    username: str
    """The name they signed in with."""
    given: str = Field(serialization_alias="given_name")
    """The given name, as shown."""
    family: str = Field(serialization_alias="family_name")
    """The family name, as shown."""
    name: str
    """Their name."""
    email: str
    """Where email goes; empty if the roster has no address."""
    roles: list[Role]
    """Their present roles in the roster."""
    school_ids: list[str]
    """The schools that they administer. For people who administer none, the schools where they
    teach.
    """
    schools: Annotated[
        tuple[NamedView, ...],
        NameOf("school", "school_ids"),
    ] = ()
    """The same schools with their names."""
    district: MeDistrictView
    """The district, with its time zone."""
    today: str
    """The day it is in the district, as `2026-11-19`."""
    rights: list[Right]
    """The operations that they can use, by name. A single thing lists its own actions
    (`allowed`).
    """
    teams: list[MeTeamView]
    """The data teams they belong to, by name; those retired are left out."""
    led_teams: list[MeTeamView]
    """The teams among them that they lead."""
    links: dict[str, str]
    """Where to go on.

    - `district`: The settings.
    - `work`: Your open work.
    - `teams`: Your data teams.
    - `processes`: The Mastery Processes of your data teams.
    - `trackers`: Your trackers, if you teach.
    - `email_preference`: Whether you want email, if the roster has you.
    """

    @classmethod
    def of(cls, subject: Myself) -> MeView:
        """Render a person, sets in a fixed order."""
        known = subject.sign_in
        return cls(
            person=known.person,
            username=known.username,
            given=known.given,
            family=known.family,
            email=known.email,
            name=known.name,
            roles=sorted(known.roles),
            school_ids=sorted(known.schools),
            district=MeDistrictView.of(subject.district),
            today=subject.today,
            rights=list(subject.rights),
            teams=[MeTeamView.of(team) for team in subject.teams],
            led_teams=[MeTeamView.of(team) for team in subject.teams if team.leads],
            links=_links_of(known),
        )


def _links_of(known: SignIn) -> dict[str, str]:
    """Get where this person can go on: only teachers have trackers, only the roster's get mail."""
    links = {
        "district": "/v1/district",
        "work": "/v1/me/work",
        "teams": "/v1/teams?mine=true",
        "processes": "/v1/processes?mine=true",
    }
    if Role.TEACHER in known.roles:
        links["trackers"] = "/v1/trackers"
    if known.person != FIRST_ADMIN:
        preference = f"/v1/people/{write_segment(known.person)}/email-preference"
        links["email_preference"] = preference
    return links


@routes.get(
    "/v1/district", policy=STAFF, answer=DistrictView, summary="Read the district's settings"
)
def read_district(request: Request[DistrictsWiring]) -> District:
    """Read the settings.

    Apps need `time_zone` to show local times, and `mastery_scales` to name levels.
    """
    return request.services.districts.read(request.caller.district)


@routes.patch(
    "/v1/district",
    policy=DISTRICT_ADMINS,
    body=DistrictChanges,
    answer=DistrictView,
    summary="Change the district's settings",
)
def change_district(request: Request[DistrictsWiring]) -> District:
    """Change some settings.

    Send only what changes. Assessments with results keep the cut scores of that time.
    """
    given: DistrictChanges = request.body
    changes = {name: value for name, value in given if value is not None}
    return request.services.districts.change(request.act, request.version, changes)


class InvitationView(Representation):
    """A person who was sent a first password."""

    id: str
    """The person's id in the roster. Example: `T-311`"""
    username: str
    """The name the person signs in with. Example: `ana.ruiz@example.org`"""
    again: bool = Field(serialization_alias="resent")
    """Whether the person was invited before. A new first password replaces the earlier one."""
    replaced: bool = Field(serialization_alias="other_account_replaced")
    """Whether somebody else had an account with this sign-in name. It is replaced: the earlier
    password and the earlier sign-ins open nothing.
    """


@routes.post(
    "/v1/people/{person_id}/invitation",
    policy=DISTRICT_ADMINS,
    answer=InvitationView,
    status=200,
    summary="Send a person of the roster their first password",
)
def invite_person(request: Request[DistrictsWiring], person_id: str) -> Invitation:
    """Invite somebody to sign in.

    The person gets an email with a first password and chooses a new one at the first sign-in.
    Invite again when it was lost.
    """
    return request.services.invitations.invite(request.act, person_id)


class SignedOutView(Representation):
    """Somebody was signed out everywhere.

    Earlier sign-ins are refused within a minute; a new one opens everything again.
    """

    person: str = Field(serialization_alias="person_id")
    """The person's id in the roster. Example: `T-311`"""
    at: str = Field(serialization_alias="signed_out_at")
    """Sign-ins up to this instant open nothing any longer. Example: `2026-09-14T17:00:00Z`"""


@routes.post(
    "/v1/me/sign-out",
    policy=STAFF,
    answer=SignedOutView,
    status=200,
    summary="Sign out everywhere: end every sign-in of one's own",
)
def sign_out(request: Request[DistrictsWiring]) -> SignedOut:
    """End one's own sign-ins.

    All present tokens are refused within a minute, on every device. Signing in again opens
    everything as before.
    """
    return request.services.accounts.sign_myself_out(request.act)


@routes.post(
    "/v1/people/{person_id}/sign-out",
    policy=ADMINS,
    answer=SignedOutView,
    status=200,
    summary="Sign somebody of the staff out everywhere",
)
def sign_person_out(request: Request[DistrictsWiring], person_id: str) -> SignedOut:
    """End somebody's sign-ins.

    For a lost device, or for somebody who leaves. All present tokens are refused within a minute.
    """
    return request.services.accounts.sign_out(request.act, person_id)


@routes.get("/v1/me", policy=STAFF, answer=MeView, summary="Who am I, and what may I do?")
def read_me(request: Request[DistrictsWiring]) -> Myself:
    """Say who is signed in.

    The first call of every app: who signed in, with which roles and rights, at which schools, in
    which district, and which data teams they lead.
    """
    return request.services.districts.myself(request.caller)


class SignInView(Representation):
    """How a program signs people in: OAuth 2, authorization code with PKCE (S256), no secret.

    Every request to the sign-in pages names the client, and a callback that the stack knows.
    """

    authorization_url: str
    """Where a browser begins to sign in (OAuth 2 authorization endpoint).

    Example: `https://sign-in.example.org/oauth2/authorize`
    """
    token_url: str
    """Where a program gets and refreshes tokens (OAuth 2 token endpoint).

    Example: `https://sign-in.example.org/oauth2/token`
    """
    sign_out_url: str
    """Where a browser ends its sign-in. Example: `https://sign-in.example.org/logout`"""
    client_id: str
    """The OAuth 2 client of the district's apps. It has no secret.

    Example: `4q1v0l2m3n4o5p6q7r8s9t0u1v`
    """
    scope: str
    """The scope to ask for. Example: `openid`"""

    @classmethod
    def of(cls, subject: Settings) -> SignInView:
        """Name the user pool's pages: their paths are Cognito's."""
        pages = subject.sign_in_url
        return cls(
            authorization_url=f"{pages}/oauth2/authorize",
            token_url=f"{pages}/oauth2/token",
            sign_out_url=f"{pages}/logout",
            client_id=subject.user_pool_client,
            scope="openid",
        )


@routes.get(
    "/v1/sign-in", policy=PUBLIC, answer=SignInView, summary="Find out how to sign people in"
)
def read_sign_in(request: Request[EdgeServices]) -> Settings:
    """Say where the sign-in pages are; needs no sign-in.

    An app sends people to `authorization_url` with a PKCE challenge and exchanges the code at
    `token_url`.
    """
    return request.services.settings
