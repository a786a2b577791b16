"""The composition root: which service gets which repository gets which client.

Everything is made at first use and kept for the life of the process; imports are inside the makers
so that a function loads only what it needs.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cached_property
from typing import Any

from chalicelib.clock import Clock, SystemClock
from chalicelib.processes import wiring as teamwork
from chalicelib.settings import Settings, settings

from . import (
    correcting,
    finishing,
    foundation,
    handing_out,
    learning,
    mailing,
    people,
    question_bank,
    reminding,
    reporting,
)
from .clients import Clients


class Services:
    """Every service of the stack, wired."""

    def __init__(
        self,
        settings: Settings,
        clients: Any = None,
        clock: Clock | None = None,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        """Wire for these settings; clients, clock and waiting default to the real ones."""
        self.settings = settings
        self.clients = clients or Clients()
        self.clock: Clock = clock or SystemClock()
        self.pause = pause

    table = cached_property(foundation.table)
    files = cached_property(foundation.files)
    findings_files = cached_property(foundation.findings_files)
    jobs = cached_property(foundation.jobs)
    waiting_jobs = cached_property(foundation.waiting_jobs)
    dead_letter_boxes = cached_property(foundation.dead_letter_boxes)
    dead_letters = cached_property(foundation.dead_letters)
    uploads = cached_property(foundation.uploads)

    districts = cached_property(people.districts)
    tokens = cached_property(people.tokens)
    sign_in = cached_property(people.sign_in)
    token_endpoint = cached_property(people.token_endpoint)
    user_pool = cached_property(people.user_pool)
    audit_trail = cached_property(people.audit_trail)
    accounts = cached_property(people.accounts)
    account_work = cached_property(people.account_work)
    every_account_work = cached_property(people.every_account_work)
    invitations = cached_property(people.invitations)
    rosters = cached_property(people.rosters)
    roster_import_items = cached_property(people.roster_import_items)
    roster_imports = cached_property(people.roster_imports)
    roster_findings = cached_property(people.roster_findings)
    roster_worker = cached_property(people.roster_worker)
    account_jobs = cached_property(people.account_jobs)
    roster_jobs = cached_property(people.roster_jobs)
    roster_uploads = cached_property(people.roster_uploads)

    standards = cached_property(learning.standards)
    standards_imports = cached_property(learning.standards_imports)
    assessments = cached_property(learning.assessments)
    assessment_search = cached_property(learning.assessment_search)
    answer_keys = cached_property(learning.answer_keys)
    building = cached_property(question_bank.building)
    item_imports = cached_property(question_bank.item_imports)
    attachments = cached_property(question_bank.attachments)
    unused_files = cached_property(question_bank.build_unused_files)
    item_import_jobs = cached_property(question_bank.item_import_jobs)
    item_import_uploads = cached_property(question_bank.item_import_uploads)
    attachment_jobs = cached_property(question_bank.attachment_jobs)
    attachment_uploads = cached_property(question_bank.attachment_uploads)
    trackers = cached_property(learning.trackers)
    removals = cached_property(learning.removals)
    tracker_lists = cached_property(learning.tracker_lists)
    tracker_following = cached_property(learning.tracker_following)
    tracker_batches = cached_property(learning.tracker_batches)
    sheets = cached_property(learning.sheets)
    response_files = cached_property(learning.response_files)
    mastery_grids = cached_property(learning.mastery_grids)
    tracker_jobs = cached_property(learning.tracker_jobs)
    standards_jobs = cached_property(learning.standards_jobs)
    standards_uploads = cached_property(learning.standards_uploads)

    corrections = cached_property(correcting.corrections)
    correction_work = cached_property(correcting.correction_work)
    renewal_work = cached_property(correcting.renewal_work)
    correction_jobs = cached_property(correcting.correction_jobs)
    sheet_jobs = cached_property(correcting.sheet_jobs)

    distribution_items = cached_property(handing_out.distribution_items)
    dispatch = cached_property(handing_out.dispatch)
    distributions = cached_property(handing_out.distributions)
    choosing = cached_property(handing_out.choosing)
    drafting = cached_property(handing_out.drafting)
    planner = cached_property(handing_out.planner)
    holdings = cached_property(handing_out.holdings)
    previews = cached_property(handing_out.previews)
    recall_marks = cached_property(handing_out.recall_marks)
    recalls = cached_property(handing_out.recalls)
    additions = cached_property(handing_out.additions)
    openings = cached_property(handing_out.openings)
    newcomers = cached_property(handing_out.newcomers)
    distribution_jobs = cached_property(handing_out.distribution_jobs)
    distribution_mails = cached_property(handing_out.distribution_mails)

    district_results = cached_property(reporting.district_results)
    item_figures = cached_property(reporting.item_figures)
    sheet_histories = cached_property(reporting.sheet_histories)
    distribution_students = cached_property(reporting.distribution_students)
    item_analyses = cached_property(reporting.item_analyses)

    teams = cached_property(teamwork.teams)
    team_work = cached_property(teamwork.team_work)
    process_items = cached_property(teamwork.process_items)
    library = cached_property(teamwork.library)
    processes = cached_property(teamwork.processes)
    attaching = cached_property(teamwork.attaching)
    activation_undoing = cached_property(teamwork.activation_undoing)
    activations = cached_property(teamwork.activations)
    receiving = cached_property(teamwork.receiving)
    sealing = cached_property(teamwork.sealing)
    row_following = cached_property(teamwork.row_following)
    process_pages = cached_property(teamwork.process_pages)
    class_goals = cached_property(teamwork.class_goals)
    process_figures = cached_property(teamwork.process_figures)
    papers = cached_property(teamwork.papers)
    reports = cached_property(teamwork.reports)
    printouts = cached_property(teamwork.printouts)
    printed_tests = cached_property(teamwork.build_printed_tests)

    directory = cached_property(teamwork.directory)
    report_queue = cached_property(teamwork.report_queue)
    printout_jobs = cached_property(teamwork.printout_jobs)
    printout_desks = cached_property(teamwork.printout_desks)
    work_lists = cached_property(finishing.work_lists)

    process_openings = cached_property(teamwork.process_openings)
    opening_work = cached_property(teamwork.opening_work)
    process_opener = cached_property(teamwork.process_opener)
    opening_jobs = cached_property(teamwork.opening_jobs)

    framing = cached_property(finishing.framing)
    locking = cached_property(finishing.locking)
    lock_work = cached_property(finishing.lock_work)
    process_reports = cached_property(finishing.process_reports)
    typesetter = cached_property(finishing.typesetter)
    locking_jobs = cached_property(finishing.locking_jobs)
    process_report_jobs = cached_property(finishing.process_report_jobs)
    process_desks = cached_property(finishing.process_desks)
    process_mails = cached_property(finishing.process_mails)

    reminder_items = cached_property(reminding.reminder_items)
    reminders = cached_property(reminding.reminders)
    reminder_work = cached_property(reminding.reminder_work)
    distribution_reminders = cached_property(reminding.distribution_reminders)
    process_reminders = cached_property(reminding.process_reminders)
    missing_activations = cached_property(reminding.missing_activations)
    reminder_jobs = cached_property(reminding.reminder_jobs)
    reminder_mails = cached_property(reminding.reminder_mails)

    mail_directory = cached_property(mailing.mail_directory)
    outbox = cached_property(mailing.outbox)
    mail_kinds = cached_property(mailing.mail_kinds)
    mail_queue = cached_property(mailing.mail_queue)
    mails = cached_property(mailing.mails)
    compose_mail = cached_property(mailing.compose_mail)
    postman = cached_property(mailing.postman)
    mail_choices = cached_property(mailing.mail_choices)
    undelivered_mails = cached_property(mailing.build_undelivered_mails)
    mail_feedback = cached_property(mailing.mail_feedback)


_current: list[Services] = []


def services() -> Services:
    """Return this process's services."""
    if not _current:
        _current.append(Services(settings()))
    return _current[0]


def use(these: Services | None) -> None:
    """Use these services from now on; `None` means the environment's. For tests and tools."""
    _current[:] = [these] if these else []
