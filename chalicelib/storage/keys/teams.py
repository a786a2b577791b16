"""Data teams, and the Mastery Processes they run: one partition each, opened by one query."""

from __future__ import annotations

from .shape import Key, join


def team(district: str, team: str) -> Key:
    """Return a data team; pointers to its processes and tests lie with it.

    >>> team("gb", "01J")
    Key(pk='gb#TEAM#01J', sk='TEAM')
    """
    return Key(join(district, "TEAM", team), "TEAM")


def teams(district: str) -> str:
    """Return the partition of the index `lists` with the teams of a district, by name.

    >>> teams("gb")
    'gb#TEAMS'
    """
    return join(district, "TEAMS")


def team_process(district: str, team: str, process: str) -> Key:
    """Return the pointer from a team to one of its processes.

    >>> team_process("gb", "01J", "01K")
    Key(pk='gb#TEAM#01J', sk='PROCESS#01K')
    """
    return Key(join(district, "TEAM", team), join("PROCESS", process))


def team_test(district: str, team: str, assessment: str, process: str) -> Key:
    """Return the mark that a process shares an assessment with the members of its team.

    >>> team_test("gb", "01J", "01A", "01K")
    Key(pk='gb#TEAM#01J', sk='TEST#01A#01K')
    """
    return Key(join(district, "TEAM", team), join("TEST", assessment, process))


def person_team(district: str, person: str, team: str) -> Key:
    """Return the pointer from a person to a team they belong to.

    >>> person_team("gb", "usr-1", "01J")
    Key(pk='gb#PERSON#usr-1#TEAMS', sk='01J')
    """
    return Key(join(district, "PERSON", person, "TEAMS"), join(team))


def process(district: str, process: str) -> Key:
    """Return a Mastery Process: its facts and its state.

    >>> process("gb", "01K")
    Key(pk='gb#PROCESS#01K', sk='HEAD')
    """
    return Key(join(district, "PROCESS", process), "HEAD")


def processes(district: str) -> str:
    """Return the partition of the index `lists` with all processes of a district, by state.

    >>> processes("gb")
    'gb#PROCESSES'
    """
    return join(district, "PROCESSES")


def process_schools(district: str, process: str) -> Key:
    """Return the schools of a process of before 0.4, whose head does not say them.

    >>> process_schools("gb", "01K")
    Key(pk='gb#PROCESSSCHOOLS', sk='01K')
    """
    return Key(join(district, "PROCESSSCHOOLS"), join(process))


def process_page(district: str, process: str, page: str) -> Key:
    """Return a shared page of a process.

    >>> process_page("gb", "01K", "analyze")
    Key(pk='gb#PROCESS#01K', sk='PAGE#analyze')
    """
    return Key(join(district, "PROCESS", process), join("PAGE", page))


def process_aside(district: str, process: str, page: str, aside: str) -> Key:
    """Return a text that came too late for its page and is kept beside it.

    >>> process_aside("gb", "01K", "analyze", "01L")
    Key(pk='gb#PROCESS#01K', sk='ASIDE#analyze#01L')
    """
    return Key(join(district, "PROCESS", process), join("ASIDE", page, aside))


def process_class(district: str, process: str, school_class: str) -> Key:
    """Return a class in a process, with its students' totals on both tests.

    >>> process_class("gb", "01K", "cls-1")
    Key(pk='gb#PROCESS#01K', sk='CLASS#cls-1')
    """
    return Key(join(district, "PROCESS", process), join("CLASS", school_class))


def process_goal(district: str, process: str, school_class: str) -> Key:
    """Return the goal that a teacher set for a class.

    >>> process_goal("gb", "01K", "cls-1")
    Key(pk='gb#PROCESS#01K', sk='GOAL#cls-1')
    """
    return Key(join(district, "PROCESS", process), join("GOAL", school_class))


def process_report(district: str, process: str) -> Key:
    """Return the facts about a locked process's report.

    >>> process_report("gb", "01K")
    Key(pk='gb#PROCESS#01K', sk='REPORT')
    """
    return Key(join(district, "PROCESS", process), "REPORT")


def library_entry(district: str, locked: str, process: str) -> Key:
    """Return a locked process in the library, by when it was locked.

    >>> library_entry("gb", "2027-05-20T15:00:00.000Z", "01K")
    Key(pk='gb#LIBRARY', sk='2027-05-20T15:00:00.000Z#01K')
    """
    return Key(join(district, "LIBRARY"), join(locked, process))


def printout(district: str, printout: str) -> Key:
    """Return a printout of a process's template.

    >>> printout("gb", "01J")
    Key(pk='gb#PRINTOUT#01J', sk='PRINTOUT')
    """
    return Key(join(district, "PRINTOUT", printout), "PRINTOUT")
