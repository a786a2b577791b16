"""HTTP for data teams."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field, StrictFloat, StrictInt

from chalicelib.frozen_models import StrictModel
from chalicelib.paging import Page
from chalicelib.searching import has_words
from chalicelib.web.id_names import NO_LINKS, LinksTo, SchoolName
from chalicelib.web.policy import ADMINS, STAFF
from chalicelib.web.representation import Body, Reference, Representation, Title, Version
from chalicelib.web.routes import Request, Routes

from .levels import DEFAULT, Levels
from .levels_input import SentBand, read_levels
from .model import MOST_PEOPLE, Colleague, Team, TeamRole
from .ports import GoalImpact
from .preview import Preview, ProcessEffect
from .visible_teams import ShownTeam

if TYPE_CHECKING:
    from .wiring import TeamsWiring

routes = Routes("Data teams")

Name = Annotated[Title, Field(max_length=100)]


class NewLevel(Body):
    """A level: its name, its lowest percent, and a color (one of ours by default)."""

    name: str
    """The level's name. Example: `Meets`"""
    lower: str | StrictInt | StrictFloat
    """The least percent that is in the level. Example: `70`"""
    color: str | None = None
    """The level's color, as a hexadecimal RGB value; without it one of ours. Example: `#2E7D32`"""


class NewLevels(Body):
    """All levels of a team."""

    levels: list[NewLevel]
    """All levels, the lowest first, without a gap: the first begins at 0."""
    meets: int
    """The level, from 1, that is enough. Example: `3`"""

    def read(self, where: str = "") -> Levels:
        """Read them. Raises `Invalid` with every wrong place."""
        given = [SentBand(each.name, each.lower, each.color) for each in self.levels]
        return read_levels(given, self.meets, where)


class NewTeam(Body):
    """A team: of a school, or (district administrators) of the whole district."""

    name: Name
    """The team's name. Example: `Grade 3 Math`"""
    school: Reference | None = Field(default=None, validation_alias="school_id")
    """The team's school; without it, for district administrators, a team of the whole district.

    Example: `S-104`
    """
    leaders: Annotated[tuple[Reference, ...], Field(min_length=1, max_length=MOST_PEOPLE)] = Field(
        validation_alias="leader_ids"
    )
    """The ids of the team's leaders. Example: `["T-311"]`"""
    members: Annotated[tuple[Reference, ...], Field(max_length=MOST_PEOPLE)] = Field(
        default=(), validation_alias="member_ids"
    )
    """The ids of the other members of the team. Example: `["T-312"]`"""
    levels: NewLevels | None = None
    """The team's levels; without them Far Below, Below, Meets and Exceeds."""


class TeamChanges(Body):
    """The team's new name."""

    name: Name
    """The team's new name. Example: `Grade 3 Math`"""


class Membership(Body):
    """Whether the person leads the team."""

    leader: bool = False
    """Whether the person leads the team."""


class TeamListQuery(StrictModel):
    """Which teams to list."""

    school: Reference | None = Field(default=None, validation_alias="school_id")
    """Only teams of this school, by its id. Example: `S-104`"""
    text: str = ""
    """Only teams with this text in their name or in a name of their people. Example: `grade 3`"""
    mine: bool = False
    """Lists only teams that you belong to, also as an administrator."""
    retired: bool = False
    """Lists retired teams instead of the others."""

    def wants(self, team: Team) -> bool:
        """Return whether a team is asked for."""
        names = [name for each in team.people for name in (each.name, each.legal)]
        text = " ".join([team.name, *names])
        return (
            team.retired == self.retired
            and self.school in (None, team.school)
            and has_words(text, self.text)
        )


class ColleagueView(Representation):
    """Somebody of a team, by the name they had when they came."""

    id: str
    """The person's id in the roster. Example: `T-311`"""
    name: str
    """The person's name when they came into the team. Example: `Ana Ruiz`"""


class TeamLevelView(Representation):
    """A mastery level of a team."""

    level: int
    """The level's number, from 1, the lowest. Example: `3`"""
    name: str
    """The level's name. Example: `Mastery`"""
    lower: str
    """The percent at which the level begins, as a decimal. Example: `70`"""
    color: str
    """The level's color, as a hexadecimal RGB value. Example: `#2E7D32`"""
    ink: str = Field(serialization_alias="ink_color")
    """The color of text on it that can be read: black or white. Example: `#ffffff`"""
    span: str = Field(serialization_alias="range_text")
    """The percents of the level, in words. Example: `70 to 84`"""
    meets: bool
    """Whether the level is enough."""


class TeamView(Representation):
    """A data team."""

    id: str
    """The data team's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    name: str
    """The team's name. Example: `Grade 3 Math`"""
    school: str | None = Field(serialization_alias="school_id")
    """The team's school; null for a team of the whole district. Example: `S-104`"""
    school_name: SchoolName = None
    leaders: list[ColleagueView]
    """The team's leaders."""
    members: list[ColleagueView]
    """The other members of the team."""
    levels: list[TeamLevelView]
    """The team's levels, the lowest first."""
    meets: int
    """The level, from 1, that is enough. Example: `3`"""
    retired: bool
    """Whether the team is retired. Then nothing new is begun in it."""
    created: str = Field(serialization_alias="created_at")
    """When it was made. Example: `2026-09-14T17:00:00Z`"""
    role: TeamRole
    """Your role in the team."""
    allowed: tuple[str, ...]
    """The actions that you can take.

    - `rename`: Give it another name.
    - `change_members`: Say who is in it.
    - `change_leaders`: Say who leads it.
    - `change_levels`: Change its levels.
    - `start_process`: Start a Mastery Process.
    - `leave`: Leave it.
    - `retire`: Retire it.
    - `bring_back`: Bring it back.
    """
    notes: tuple[str, ...]
    """Other effects of the change, in sentences.

    Example: `["2 open processes were recalculated."]`
    """
    links: dict[str, str]
    """Where to go on.

    - `self`: This team.
    - `processes`: Its Mastery Processes.
    - `levels`: Where they are set, with `PUT`. This answer has their values.
    """
    version: Version

    @classmethod
    def of(cls, subject: ShownTeam) -> TeamView:
        """Render a team as one person sees it."""
        team = subject.team
        here = f"/v1/teams/{team.id}"
        return cls.take(
            team,
            school=team.school or None,
            leaders=_people(team.leaders),
            members=_people(team.members),
            levels=_levels(team.levels),
            meets=team.levels.meets,
            role=subject.role,
            allowed=subject.allowed,
            notes=subject.notes,
            links={"self": here, "processes": f"{here}/processes", "levels": f"{here}/levels"},
        )


class TeamRowView(Representation):
    """A data team in a list."""

    id: str
    """The data team's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    name: str
    """The team's name. Example: `Grade 3 Math`"""
    school: str | None = Field(serialization_alias="school_id")
    """The team's school; null for a team of the whole district. Example: `S-104`"""
    school_name: SchoolName = None
    leaders: list[ColleagueView]
    """The team's leaders."""
    people: int = Field(serialization_alias="person_count")
    """How many people belong to it. Example: `5`"""
    retired: bool
    """Whether the team is retired."""
    role: TeamRole
    """Your role in the team."""
    links: Annotated[
        dict[str, str],
        LinksTo.of(self="/v1/teams/{id}", processes="/v1/teams/{id}/processes"),
    ] = NO_LINKS
    """Where to go on: the team, and its Mastery Processes."""

    @classmethod
    def of(cls, subject: ShownTeam) -> TeamRowView:
        team = subject.team
        return cls.take(
            team,
            school=team.school or None,
            leaders=_people(team.leaders),
            people=len(team.people),
            role=subject.role,
        )


class TestImpactView(Representation):
    """The effect on the students of one test."""

    n: int = Field(serialization_alias="student_count")
    """How many students are tested. Example: `104`"""
    up: int
    """How many would be at a higher level, or newly meet where the number of levels changes.

    Example: `7`
    """
    down: int
    """How many would be at a lower level, or no longer meet where the number of levels changes.

    Example: `0`
    """
    unchanged: int
    """How many would stay where they are. Example: `97`"""
    before: tuple[int, ...]
    """How many are at each level now, the lowest first. Example: `[10, 30, 64]`"""
    after: tuple[int, ...]
    """How many would be at each level, the lowest first. Example: `[8, 25, 71]`"""
    met_before: int
    """How many meet now. Example: `64`"""
    met_after: int
    """How many would meet. Example: `71`"""
    by_level: bool
    """Whether `up` and `down` are between levels. If false, they are across the line of the level
    that meets.
    """


class GoalImpactView(Representation):
    """A goal that a teacher set, with numbers that would change."""

    class_id: str
    """The class's id in the roster. Example: `C-3B`"""
    title: str
    """The class's title. Example: `Math 3, period 2`"""
    teacher_name: str
    """The teacher's name. Example: `Ana Ruiz`"""
    tested: int
    """How many students have the pre-test. Example: `24`"""
    met_before: int
    """How many of them meet now. Example: `10`"""
    target_before: int
    """How many are to meet now. Example: `14`"""
    met_after: int
    """How many would meet. Example: `8`"""
    target_after: int
    """How many would be to meet. Example: `11`"""

    @classmethod
    def of(cls, subject: GoalImpact) -> GoalImpactView:
        """Render what happens to a goal."""
        return cls.take(subject, class_id=subject.school_class)


class ProcessImpactView(Representation):
    """The effect on one open process, on its pre-test and on its post-test."""

    process_id: str
    """The Mastery Process's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    name: str
    """The process's name. Example: `Fractions, fall 2026`"""
    pre: TestImpactView
    """The effect on the pre-test."""
    post: TestImpactView
    """The effect on the post-test."""
    set_goals: int = Field(serialization_alias="set_goal_count")
    """How many goals of classes teachers have set. Example: `4`"""
    changed_goals: int = Field(serialization_alias="changed_goal_count")
    """The number of these with numbers that would change. Example: `2`"""
    goals: list[GoalImpactView] = Field(serialization_alias="changed_goals")
    """Those of them whose class you may see."""

    @classmethod
    def of(cls, subject: ProcessEffect) -> ProcessImpactView:
        """Render what happens in a process."""
        return cls.take(
            subject,
            process_id=subject.process,
            pre=TestImpactView.of(subject.pre),
            post=TestImpactView.of(subject.post),
            goals=[GoalImpactView.of(goal) for goal in subject.goals],
        )


class LevelsPreviewView(Representation):
    """The effect of other levels. Nothing is changed."""

    levels: list[TeamLevelView]
    """The levels as they would be."""
    meets: int
    """The level, from 1, that would be enough. Example: `3`"""
    processes: list[ProcessImpactView]
    """The effect on each open process."""
    locked: int = Field(serialization_alias="locked_count")
    """How many finished processes stay as they are. Example: `2`"""
    message: str
    """The same in words. Example: `7 students would move up.`"""

    @classmethod
    def of(cls, subject: Preview) -> LevelsPreviewView:
        return cls(
            levels=_levels(subject.levels),
            meets=subject.levels.meets,
            processes=[ProcessImpactView.of(each) for each in subject.effects],
            locked=subject.locked,
            message=subject.message,
        )


def _people(people: tuple[Colleague, ...]) -> list[ColleagueView]:
    return [ColleagueView(id=each.id, name=each.name) for each in people]


def _levels(levels: Levels) -> list[TeamLevelView]:
    return [TeamLevelView(**each) for each in levels.describe()]


@routes.get(
    "/v1/teams",
    policy=STAFF,
    query=TeamListQuery,
    answer=TeamRowView,
    listed=True,
    summary="List your data teams, or (administrators) those of your schools",
)
def list_teams(request: Request[TeamsWiring]) -> Page[ShownTeam]:
    asked, (limit, after) = (
        request.query or TeamListQuery(),
        request.window,
    )
    teams, caller = request.services.teams, request.caller
    if asked.mine or not caller.roles & ADMINS.roles:
        return teams.mine(caller, asked.wants, limit, after)
    return teams.every(caller, asked.wants, limit, after)


@routes.post(
    "/v1/teams",
    policy=ADMINS,
    body=NewTeam,
    answer=TeamView,
    location="/v1/teams/{id}",
    summary="Make a data team",
)
def create_team(request: Request[TeamsWiring]) -> ShownTeam:
    """Make a team.

    A school's administrators make teams of their school, district administrators also teams of the
    whole district.
    """
    body: NewTeam = request.body
    levels = body.levels.read("/levels") if body.levels else DEFAULT
    return request.services.teams.create(
        request.act, body.name, body.school or "", body.leaders, body.members, levels
    )


@routes.get("/v1/teams/{team_id}", policy=STAFF, answer=TeamView, summary="See a data team")
def read_team(request: Request[TeamsWiring], team_id: str) -> ShownTeam:
    return request.services.teams.read(request.caller, team_id)


@routes.patch(
    "/v1/teams/{team_id}",
    policy=STAFF,
    body=TeamChanges,
    answer=TeamView,
    summary="Rename a data team",
)
def change_team(request: Request[TeamsWiring], team_id: str) -> ShownTeam:
    return request.services.teams.rename(request.act, team_id, request.version, request.body.name)


@routes.post(
    "/v1/teams/{team_id}/retirement",
    policy=ADMINS,
    answer=TeamView,
    status=200,
    conditional=True,
    summary="Retire a data team: it starts nothing new",
)
def retire_team(request: Request[TeamsWiring], team_id: str) -> ShownTeam:
    return request.services.teams.retire(request.act, team_id, request.version)


@routes.delete(
    "/v1/teams/{team_id}/retirement",
    policy=ADMINS,
    answer=TeamView,
    summary="Bring a retired data team back",
)
def restore_team(request: Request[TeamsWiring], team_id: str) -> ShownTeam:
    return request.services.teams.bring_back(request.act, team_id, request.version)


@routes.put(
    "/v1/teams/{team_id}/members/{person_id}",
    policy=STAFF,
    body=Membership,
    answer=TeamView,
    summary="Have a colleague in a data team, as a leader or as a member",
)
def put_team_member(request: Request[TeamsWiring], team_id: str, person_id: str) -> ShownTeam:
    """Add somebody, or say whether they lead."""
    leader = request.body.leader
    return request.services.teams.put_person(
        request.act, team_id, request.version, person_id, leader=leader
    )


@routes.delete(
    "/v1/teams/{team_id}/members/{person_id}",
    policy=STAFF,
    answer=TeamView,
    summary="Take a colleague (or yourself) off a data team",
)
def remove_team_member(request: Request[TeamsWiring], team_id: str, person_id: str) -> ShownTeam:
    return request.services.teams.remove_person(request.act, team_id, request.version, person_id)


@routes.put(
    "/v1/teams/{team_id}/levels",
    policy=STAFF,
    body=NewLevels,
    answer=TeamView,
    summary="Set the names, lower bounds and colors of a data team's mastery levels",
)
def set_team_levels(request: Request[TeamsWiring], team_id: str) -> ShownTeam:
    """Set levels.

    Open processes are calculated again, finished ones never. Preview it first.
    """
    levels = request.body.read()
    return request.services.teams.set_levels(request.act, team_id, request.version, levels)


@routes.post(
    "/v1/teams/{team_id}/levels/preview",
    policy=STAFF,
    body=NewLevels,
    answer=LevelsPreviewView,
    status=200,
    only_reads=True,
    summary="See what other levels would do to the open Mastery Processes",
)
def preview_team_levels(request: Request[TeamsWiring], team_id: str) -> Preview:
    return request.services.teams.preview(request.caller, team_id, request.body.read())
