"""What a district is, and what is known of a person who signs in."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from chalicelib.acts import Caller, Role
from chalicelib.clock import zones


def _known_zone(name: str) -> str:
    if name not in zones():
        msg = "There is no such time zone. Write it like America/Chicago."
        raise ValueError(msg)
    return name


Name = Annotated[str, Field(min_length=1, max_length=200)]
TimeZone = Annotated[str, AfterValidator(_known_zone)]
Locale = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z][A-Za-z]{1,7})?$")]
Levels = Annotated[int, Field(ge=2, le=6)]
"""How many mastery levels a tracker or an assessment has."""
Percent = Annotated[int, Field(ge=0, le=100)]


class District(BaseModel):
    """The tenant and its settings."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    id: str
    name: Name
    time_zone: str
    locale: Locale = "en-US"
    mastery_levels: Levels = 3
    """What a new tracker or assessment has unless it says otherwise."""
    roster_drop_threshold: Percent = 10
    """Percent of a kind that a roster import may drop without an admin's confirmation."""
    notify_teachers: bool = True
    """Whether a new distribution's notification box is ticked."""
    version: int = 0


class SignIn(BaseModel):
    """What the authorizer needs to know of a person, by sign-in name.

    Two may exist for one name: the operators' (made when the stack was deployed, so that the
    first admin can get in before any roster) and the roster's. They add up.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    username: str
    person: str
    given: str
    family: str
    email: str = ""
    roles: frozenset[Role] = frozenset()
    schools: frozenset[str] = frozenset()
    enabled: bool = True

    @property
    def name(self) -> str:
        """What this person is called."""
        return f"{self.given} {self.family}".strip()

    def caller(self, district: str) -> Caller:
        """Give the caller that this sign-in makes."""
        return Caller(
            district, self.person, self.roles, self.schools, self.username, name=self.name
        )

    def joined(self, other: SignIn) -> SignIn:
        """Add another sign-in's roles and schools to this one, which keeps its identity."""
        return self.model_copy(
            update={"roles": self.roles | other.roles, "schools": self.schools | other.schools}
        )
