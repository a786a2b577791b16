"""Are the charts of a mail small enough to come along?"""

from __future__ import annotations

from chalicelib.mail.payload import LARGEST_PICTURE
from chalicelib.processes.reporting.charts import MOST_GROUPS, levels_chart
from chalicelib.processes.reporting.measurements import MeasuredProcess, measure_process
from chalicelib.processes.reporting.papers import to_print
from chalicelib.processes.reporting.report_builder import levels_to_carry
from tests.rules.test_discretion import process
from tests.support.world import World


def team(teachers: int, name: str) -> MeasuredProcess:
    """Return the figures of a team in which everybody has such a name, and a number."""
    named = {f"{name}{n:02}": {f"c{n}": (30, 40 + n, 50 + 2 * n)} for n in range(teachers)}
    return measure_process(process(**named))


def test_the_chart_of_the_largest_team_that_is_drawn_comes_along(world: World) -> None:
    setter, figures = world.services.typesetter, team(MOST_GROUPS - 1, "Rosa Alvarez ")
    drawn = levels_to_carry(setter, figures)
    assert 200_000 < len(drawn) <= LARGEST_PICTURE
    assert drawn == setter.png(to_print(levels_chart(figures)))


def test_a_chart_that_no_mail_carries_is_of_the_team_alone(world: World) -> None:
    setter, figures = world.services.typesetter, team(MOST_GROUPS - 1, "鬱龘灣廳籲 " * 14)
    assert len(setter.png(to_print(levels_chart(figures)))) > LARGEST_PICTURE
    assert levels_to_carry(setter, figures) == setter.png(to_print(levels_chart(figures, most=1)))
