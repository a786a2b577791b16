"""Whole cycles of a data team, in any order, against a plain model of the rules.

People do everything that they do in a year, rightly and wrongly. Messages come late, twice and in
any order. Each answer must be the one that the model gives. After each act the process must show
what the model computes from the entries.
"""

from __future__ import annotations

import random
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from tests.exactly_once import cycle_answers as answers
from tests.exactly_once import cycle_district as district
from tests.exactly_once.cycle_district import EVERYBODY, TEACHERS, TEAM, TESTS, ask, board
from tests.exactly_once.cycle_papers import PAGES
from tests.exactly_once.cycle_year import RIGHT, Year
from tests.exactly_once.district import our_table
from tests.exactly_once.stack import BATCH

WHO = st.sampled_from([RIGHT] * 5 + list(EVERYBODY))
PROCESS = st.integers(0, 2)
CLASS = st.sampled_from(["c1", "c2", "c3", "c1", "c2", "c3", "c4", "c5"])
TEST = st.sampled_from(["pre", "pre", "post"])
SEED = st.integers(0, 10_000)
STALE = st.sampled_from([False] * 5 + [True])
HOW = st.sampled_from(["same", "copy", *TESTS])
"""How the post-test comes: the pre-test again, a copy of it, or one that is there."""
STEPS = st.sampled_from([0, 1, 2, 3, 4, 4, 4, 5])
"""How far a team has come when everybody begins to do as they like; the fifth is the lock."""
SAID = st.sampled_from(["", "Fractions", "Word problems", "Number line"])


class Cycles(Year):
    """Everybody at work."""

    @initialize(seed=SEED, levels=st.integers(0, 1), steps=STEPS, how=HOW)
    def a_year_begins(self, seed: int, levels: int, steps: int, how: str) -> None:
        self._begins(seed)
        self.levels(RIGHT, levels, stale=False)
        self.begin(RIGHT, "TEST")
        for step in range(steps):
            self.the_cycle_goes_on(0, seed + step, how)

    @rule(process=PROCESS, seed=SEED, how=HOW)
    def the_cycle_goes_on(self, process: int, seed: int, how: str) -> None:
        """The team does what comes next; without it hardly any process would grow old."""
        its = self.model.processes[self._name(process)]
        if its.state == "named":
            self.attach(RIGHT, process, "pre", "TEST", stale=False)
        elif "pre" not in its.begun or (its.post and "post" not in its.begun):
            self.everybody_activates(process, seed)
            if seed % 2:
                self.correct(sorted(self.model.keys).index(its.post or its.pre), seed % 8, process)
        elif its.state == "pre_test":
            for n, name in enumerate(("c1", "c2", "c3")):
                self.set_goal(RIGHT, process, name, seed + n, stale=False)
            self.attach(RIGHT, process, "post", how, stale=False)
        elif its.state == "post_test":
            self.save(RIGHT, process, "reflect", 0, "Number line", "", both=False)
            self.lock(RIGHT, process, stale=False, without_post=False, sure=True)
        elif its.state == "locking":
            self.something_comes("jobs", 0)
        else:
            self.begin(RIGHT, "OTHERTEST")

    # -- the process as a whole

    @rule(who=WHO, pre=st.sampled_from(["", *TESTS]))
    def begin(self, who: str, pre: str) -> None:
        if len(self.names) == 3:
            return
        who = self._who(who)
        title = f"Unit {len(self.names)}"
        body = {"name": title} | ({"pre_test": {"assessment_id": pre}} if pre else {})
        reply = ask(self.stack, who, "POST", f"/v1/teams/{TEAM}/processes", body)
        name = reply.body["id"] if reply.status == 201 else f"none {self.acts}"
        self._agree(reply, self.model.begin(who, name, title, pre))
        self.names += [name] if reply.status == 201 else []
        self._look(len(self.names) - 1)

    @rule(who=WHO, process=PROCESS, name=st.sampled_from(["Unit A", "Unit B"]), stale=STALE)
    def rename(self, who: str, process: int, name: str, *, stale: bool) -> None:
        who, its = self._who(who), self._name(process)
        reply = self._ask(who, "PATCH", its, "", {"name": name}, stale=stale)
        self._agree(reply, self.model.rename(who, its, name, stale=stale))
        self._look(process)

    @rule(who=WHO, process=PROCESS, test=st.sampled_from(["pre", "post", "post"]), stale=STALE,
          how=HOW)  # fmt: skip
    def attach(self, who: str, process: int, test: str, how: str, *, stale: bool) -> None:
        who, its = self._who(who), self._name(process)
        how = "TEST" if test == "pre" and how in ("same", "copy") else how
        present = self.model.processes[its]
        special: dict[str, Any] = {"same": {"same": True}, "copy": {"copy": {"title": "After"}}}
        body = special.get(how, {"assessment_id": how})
        reply = self._ask(who, "PUT", its, f"/{test}-test", body, stale=stale)
        refused = self.model.may_attach(who, its, test, stale=stale)
        self._agree(reply, refused)
        if not refused:
            how = "same" if test == "post" and how == present.pre else how
            given = reply.body[f"{test}_test"]["assessment_id"]
            self.creators.setdefault(given, who)
            how = how if how in ("same", "copy") else "chosen"
            self.model.attach(its, test, given, how)
        self._look(process)

    @rule(who=WHO, process=PROCESS, stale=STALE, sure=st.integers(0, 3))
    def discard(self, who: str, process: int, sure: int, *, stale: bool) -> None:
        if sure:
            return
        who, its = self._who(who), self._name(process)
        reply = self._ask(who, "DELETE", its, "", stale=stale)
        self._agree(reply, self.model.discard(who, its, stale=stale))
        self._look(process)

    @rule(who=WHO, process=PROCESS, stale=STALE, without_post=st.booleans(), sure=st.booleans())
    def lock(self, who: str, process: int, *, stale: bool, without_post: bool, sure: bool) -> None:
        if not sure:
            return
        who, its = self._who(who), self._name(process)
        body = {"without_post_test": without_post}
        reply = self._ask(who, "POST", its, "/lock", body, stale=stale)
        refused = self.model.lock(who, its, stale=stale, without_post=without_post)
        self._agree(reply, refused)
        self._look(process)

    @rule(who=WHO, process=PROCESS)
    def print_it(self, who: str, process: int) -> None:
        who, its = self._who(who), self._name(process)
        reply = ask(self.stack, who, "POST", f"/v1/processes/{its}/printouts")
        self._agree(reply, self.model.find_refusal(who, its, "print"))

    # -- classes and their results

    @rule(who=st.sampled_from([RIGHT] * 6 + list(TEACHERS)), process=PROCESS, test=TEST, name=CLASS)
    def activate(self, who: str, process: int, test: str, name: str) -> None:
        teachers = self.model.teachers[name]
        who, its = teachers[self.acts % len(teachers)] if who == RIGHT else who, self._name(process)
        body = {"test": test, "class_id": name}
        reply = ask(self.stack, who, "POST", f"/v1/processes/{its}/activations", body)
        refused = self.model.activate(who, its, test, name)
        self._agree(reply, refused)
        if not refused:
            given = self.model.processes[its].test(test)
            self.holding.setdefault((who, name), set()).add(given)
        self._look(process)

    @rule(process=PROCESS, seed=SEED)
    def everybody_activates(self, process: int, seed: int) -> None:
        """As in a good week: all classes have the test, and most results are entered."""
        for name in ("c1", "c2", "c3"):
            test = "post" if self.model.processes[self._name(process)].post else "pre"
            self.activate(RIGHT, process, test, name)
            its = self.model.processes[self._name(process)]
            self._enter(seed, its.test(test), name)
        self._look(process)

    @rule(which=SEED, seed=SEED, process=PROCESS)
    def enter(self, which: int, seed: int, process: int) -> None:
        held = sorted({(name, test) for (_, name), some in self.holding.items() for test in some})
        name, test = held[which % len(held)]
        self._enter(seed, test, name)
        self._look(process)

    def _enter(self, seed: int, test: str, name: str) -> None:
        holders = [who for (who, of), some in self.holding.items() if of == name and test in some]
        if not holders:
            return
        most = self.model.keys[test].worth[3]
        papers = answers.papers(random.Random(seed), self.model.classes[name], most)
        path = f"/v1/trackers/{board(holders[0], name)}/sheets/{test}"
        version = district.version_of(ask(self.stack, holders[0], "GET", path))
        body = {"students": [answers.write_paper(who, paper) for who, paper in papers.items()]}
        reply = ask(self.stack, holders[0], "PATCH", path, body, version)
        if self.model.rescales(name, test) and any(each.answers[3] for each in papers.values()):
            self._agree(reply, "assessment_changed_meanwhile")  # the points meant the former worth
            self.model.score_again(name, test)
            version = district.version_of(ask(self.stack, holders[0], "GET", path))
            reply = ask(self.stack, holders[0], "PATCH", path, body, version)
        self._agree(reply, "")
        self.model.enter(name, test, papers)

    @rule(test=SEED, fix=st.integers(0, 7), process=PROCESS)
    def correct(self, test: int, fix: int, process: int) -> None:
        """Somebody finds that a key was wrong."""
        asked = sorted(self.model.keys)[test % len(self.model.keys)]
        if not any(asked in (its.pre, its.post) for its in self.model.processes.values()):
            return
        who = self.creators[asked]
        path = f"/v1/assessments/{asked}"
        seen = ask(self.stack, who, "GET", path)
        if seen.status == 404:
            return  # a second sitting that was exchanged
        after, body = answers.fix_key(self.model.keys[asked], fix)
        reply = ask(self.stack, who, "POST", f"{path}/corrections", {"items": [body]},
                    district.version_of(seen))  # fmt: skip
        refused = self._correction_refused(asked)
        self._agree(reply, refused)
        if not refused:
            self.model.keys[asked] = after
            self.model.correcting.add(asked)
            self.revisions[asked] += 1
        self._look(process)

    def _correction_refused(self, asked: str) -> str:
        if asked in self.model.correcting:
            return "correction_running"
        sheets = self.model.sheets.items()
        begun = any(sheet.begun for (_, test), sheet in sheets if test == asked)
        return "" if begun else "not_scored_yet"

    @rule(student=st.sampled_from(sorted({s for some in district.CLASSES.values() for s in some})),
          name=CLASS, process=PROCESS)  # fmt: skip
    def change_class(self, student: str, name: str, process: int) -> None:
        """The roster says so: somebody comes into a class, or leaves it."""
        here = self.model.classes[name]
        here.remove(student) if student in here else here.append(student)
        our_table(self.stack.cloud).put_all([district.class_put(name, here)])
        self._look(process)

    # -- what the team writes

    @rule(who=WHO, process=PROCESS, page=st.sampled_from(sorted(PAGES)), back=st.integers(0, 2),
          one=SAID, two=SAID, both=st.booleans())  # fmt: skip
    def save(
        self, who: str, process: int, page: str, back: int, one: str, two: str, *, both: bool
    ) -> None:
        who, its = self._who(who, "leader", "member"), self._name(process)
        base = max(0, self.model.processes[its].pages[page].version - back)
        texts = dict(zip(PAGES[page], (one, two), strict=True))
        texts = texts if both else {PAGES[page][back % 2]: one}
        path = f"/v1/processes/{its}/pages/{page}"
        reply = ask(self.stack, who, "PATCH", path, texts, base)
        self._agree(reply, self.model.save(who, its, page, base, texts))
        self._look(process)

    @rule(process=PROCESS, page=st.sampled_from(sorted(PAGES)), one=SAID, two=SAID)
    def two_save_at_once(self, process: int, page: str, one: str, two: str) -> None:
        """The second has not seen what the first wrote."""
        its = self.model.processes[self._name(process)].pages[page]
        seen = its.version
        self.save(RIGHT, process, page, 0, one, two, both=True)
        self.save(RIGHT, process, page, its.version - seen, two, "", both=False)

    @rule(who=WHO, process=PROCESS, name=CLASS, seed=SEED, stale=STALE)
    def set_goal(self, who: str, process: int, name: str, seed: int, *, stale: bool) -> None:
        its = self._name(process)
        row = self.model.processes[its].classes.get(name)
        who = row.teacher if who == RIGHT and row else self._who(who)
        goal = answers.goal(random.Random(seed), self.model.classes[name])
        version = row.goal_version if row else 0
        seen = max(version - 1, 0) if stale else version
        stale = seen != version
        reply = ask(self.stack, who, "PUT", f"/v1/processes/{its}/goals/{name}", goal, seen)
        self._agree(reply, self.model.set_goal(who, its, name, goal, stale=stale))
        self._look(process)

    # -- the team

    @rule(who=WHO, which=st.integers(0, len(answers.LEVELS) - 1), stale=STALE)
    def levels(self, who: str, which: int, *, stale: bool) -> None:
        who, bands = self._who(who), answers.LEVELS[which]
        given = [{"name": f"Level {n}", "lower": str(float(bound))}
                 for n, bound in enumerate(bands.begin, 1)]  # fmt: skip
        body = {"levels": given, "meets": bands.meets}
        version = self.model.team_version - stale
        reply = ask(self.stack, who, "PUT", f"/v1/teams/{TEAM}/levels", body, version)
        self._agree(reply, self.model.set_levels(who, bands, stale=stale))
        self._look(which)

    @rule(who=WHO, person=st.sampled_from(TEACHERS), leader=st.booleans(), remove=st.booleans())
    def people(self, who: str, person: str, *, leader: bool, remove: bool) -> None:
        who, version = self._who(who), self.model.team_version
        path = f"/v1/teams/{TEAM}/members/{person}"
        if remove:
            reply = ask(self.stack, who, "DELETE", path, version=version)
            self._agree(reply, self.model.remove_person(who, person))
        else:
            reply = ask(self.stack, who, "PUT", path, {"leader": leader}, version)
            self._agree(reply, self.model.put_person(who, person, leader=leader))
        self._look(len(person))

    # -- the machinery

    @rule(queue=st.sampled_from(["jobs", "jobs", "jobs", *BATCH]), minutes=st.integers(0, 4))
    def something_comes(self, queue: str, minutes: int) -> None:
        """A message, perhaps for the second time; or first the clock, which brings some again."""
        self._comes(queue, minutes)
        self._look(minutes)


Cycles.TestCase.settings = settings(
    max_examples=20,
    stateful_step_count=40,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
TestCycles = Cycles.TestCase
