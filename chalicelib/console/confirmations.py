"""Sentences that confirm an act, by the code that an address carries."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "distributed": "The assessment is being distributed.",
        "scheduled": "The distribution is scheduled.",
        "saved": "Your changes are saved.",
        "copied": "This is your copy of the assessment.",
        "canceled": "The distribution is canceled.",
        "recalled": "The assessment is being recalled from these trackers.",
        "restored": "The assessment is being restored to these trackers.",
        "retried": "Plumbline is trying the failed trackers again.",
        "added": "The trackers are being added.",
        "reminded": "Teachers whose classes have not started get an email, at most one a day.",
        "teams_reminded": "Teachers who have not started get an email for each test, "
        "at most one a day.",
        "approved": "The assessment is marked District Approved.",
        "unapproved": "The assessment is no longer marked District Approved.",
        "deleted": "The assessment is deleted.",
        "begun": "The draft is created. Add its items now.",
        "item_saved": "The item is saved.",
        "item_up": "The item is moved up.",
        "item_down": "The item is moved down.",
        "item_document": "The document is saved.",
        "item_remove": "The item is removed.",
        "file_removed": "The file is removed.",
        "bank_added": "The items are added at the end of the list.",
        "key_set": "The key is set.",
        "corrected": "The correction is saved. Every class is being rescored.",
        "renamed": "The assessment is renamed.",
        "process_renamed": "The Mastery Process is renamed.",
        "process_discarded": "The Mastery Process is discarded.",
        "attached_pre": "The Pre-Test is attached. Everybody in the data team can activate it now.",
        "attached_post": "The Post-Test is attached. Everybody in the data team can activate it "
        "now.",
        "activation_undone": "The activation is undone. The class no longer has the test.",
        "activated": "The test is activated for this class. Give it, then enter the results.",
        "again": "This class has the test already. Your changes are saved.",
        "sheet_saved": "The results are saved.",
        "sheet_saved_locked": "The results are saved. A Mastery Process in which they counted is "
        "finished and locked by now: it keeps what was entered before.",
        "sheet_saved_present": "The results are saved. Students with answers are marked present.",
        "goal_set": "The Smart Goal is saved.",
        "cleared": "The text beside the page is removed.",
        "team_made": "The data team is made.",
        "team_renamed": "The data team has its new name.",
        "team_leader": "They are now a team leader.",
        "team_member": "They are now a member of the data team.",
        "team_taken_out": "They are removed from the data team.",
        "team_left": "You left the data team.",
        "team_retired": "The data team is retired.",
        "team_brought_back": "The data team is back.",
        "team_levels": "The mastery levels are saved. Open Mastery Processes use them now. Goals "
        "do, too: where the numbers changed, the goal says so.",
        "process_begun": "The Mastery Process is started.",
        "district_saved": "The settings are saved. They hold from now on.",
        "invited": "The invitation is sent: an email with a first password.",
        "invited_anew": "The invitation is sent: an email with a first password. Somebody else had "
        "this sign-in name before. Their account is replaced, and they cannot sign in with it.",
        "invited_again": "The invitation is sent once more, with a new first password.",
        "signed_out": "They are signed out everywhere, within a minute.",
        "email_again": "The email is sent again.",
        "job_tried": "Plumbline is trying it now.",
        "letters_back": "The messages are sent back. Plumbline is trying them now.",
        "letters_left": "Nothing could be sent back.",
        "mail_on": "Emails are on. If the address was blocked, Plumbline writes to it again.",
        "mail_off": "Emails are off.",
        "tracker_made": "The tracker is made.",
        "tracker_saved": "The settings are saved.",
        "tracker_standards": "The standards are saved.",
        "tracker_added": "The assessment is added to the tracker.",
        "tracker_removed": "The assessment is removed. Nothing was entered.",
        "tracker_taken_out": "The assessment is removed. Its results are kept, and you can bring "
        "it back below.",
        "tracker_brought_back": "The assessment is back. Its results count again.",
        "tracker_shared": "They can work on this tracker now.",
        "tracker_unshared": "They are removed from this tracker.",
        "tracker_left": "You no longer work on that tracker.",
        "tracker_archived": "The tracker is archived.",
        "roster_applying": "The import is being applied.",
        "roster_discarded": "The import is discarded. The roster did not change.",
        "standards_applying": "The import is being applied.",
        "standards_discarded": "The import is discarded. The standards did not change.",
        "roster_back": "The earlier roster is compared with the one in force. Then apply it.",
        "tracker_unarchived": "The tracker is in use again.",
    }
)


def sentence(code: str) -> str:
    """Return the sentence of a code; nothing for a code that is not ours."""
    return SENTENCES.get(code, "")
