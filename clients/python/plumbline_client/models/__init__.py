"""Contains all the data models used in inputs/outputs"""

from .act_page import ActPage
from .act_view import ActView
from .activation_view import ActivationView
from .activation_view_links import ActivationViewLinks
from .activation_view_student_counts import ActivationViewStudentCounts
from .addition_view import AdditionView
from .addition_view_allowed_item import AdditionViewAllowedItem
from .addition_view_links import AdditionViewLinks
from .addition_view_notification_state import AdditionViewNotificationState
from .addition_view_option import AdditionViewOption
from .addition_view_state import AdditionViewState
from .answer_count_view import AnswerCountView
from .answer_table_view import AnswerTableView
from .approval_view import ApprovalView
from .asked_reminder_view import AskedReminderView
from .asked_reminders_view import AskedRemindersView
from .assessment_changes import AssessmentChanges
from .assessment_filters_view import AssessmentFiltersView
from .assessment_items import AssessmentItems
from .assessment_items_versions_type_0 import AssessmentItemsVersionsType0
from .assessment_kind import AssessmentKind
from .assessment_page import AssessmentPage
from .assessment_source import AssessmentSource
from .assessment_view import AssessmentView
from .assessment_view_allowed_item import AssessmentViewAllowedItem
from .assessment_view_links import AssessmentViewLinks
from .assessment_view_not_ready_reasons_item import AssessmentViewNotReadyReasonsItem
from .attached_test_view import AttachedTestView
from .attached_test_view_links import AttachedTestViewLinks
from .attachment_page import AttachmentPage
from .attachment_view import AttachmentView
from .attachment_view_allowed_item import AttachmentViewAllowedItem
from .attachment_view_links import AttachmentViewLinks
from .attachment_view_state import AttachmentViewState
from .automatic_view import AutomaticView
from .average_change_view import AverageChangeView
from .average_view import AverageView
from .bank_item import BankItem
from .bank_item_page import BankItemPage
from .bank_item_view import BankItemView
from .bank_item_view_allowed_item import BankItemViewAllowedItem
from .bank_items import BankItems
from .batch_class_page import BatchClassPage
from .batch_class_view import BatchClassView
from .batch_class_view_links import BatchClassViewLinks
from .batch_outcome import BatchOutcome
from .calculation import Calculation
from .calculation_method import CalculationMethod
from .change_counts import ChangeCounts
from .chart_bar_view import ChartBarView
from .chart_view import ChartView
from .class_comparison_view import ClassComparisonView
from .class_counts_view import ClassCountsView
from .class_goal_view import ClassGoalView
from .class_growth_view import ClassGrowthView
from .class_growth_view_withheld_figures import ClassGrowthViewWithheldFigures
from .class_page import ClassPage
from .class_result_page import ClassResultPage
from .class_result_view import ClassResultView
from .class_result_view_state import ClassResultViewState
from .class_row_view import ClassRowView
from .class_row_view_links import ClassRowViewLinks
from .class_student_view import ClassStudentView
from .class_teacher_view import ClassTeacherView
from .class_test_figures_view import ClassTestFiguresView
from .class_test_view import ClassTestView
from .class_view import ClassView
from .class_view_links import ClassViewLinks
from .colleague_view import ColleagueView
from .collection_view import CollectionView
from .collection_view_links import CollectionViewLinks
from .column_mapping import ColumnMapping
from .column_mapping_view import ColumnMappingView
from .column_role import ColumnRole
from .column_use import ColumnUse
from .column_use_view import ColumnUseView
from .column_view import ColumnView
from .comparison_column import ComparisonColumn
from .comparison_figures_view import ComparisonFiguresView
from .comparison_view import ComparisonView
from .comparison_view_links import ComparisonViewLinks
from .conflict_text_view import ConflictTextView
from .conflict_work_view import ConflictWorkView
from .conflict_work_view_links import ConflictWorkViewLinks
from .conflicts_work_view import ConflictsWorkView
from .copy_of_pre_test import CopyOfPreTest
from .correction_page import CorrectionPage
from .correction_row_view import CorrectionRowView
from .correction_row_view_links import CorrectionRowViewLinks
from .correction_row_view_state import CorrectionRowViewState
from .correction_view import CorrectionView
from .correction_view_links import CorrectionViewLinks
from .correction_view_state import CorrectionViewState
from .counted_assessment_view import CountedAssessmentView
from .course_page import CoursePage
from .course_view import CourseView
from .course_view_links import CourseViewLinks
from .cut_change_view import CutChangeView
from .dead_letter_queue import DeadLetterQueue
from .dead_letters_page import DeadLettersPage
from .dead_letters_view import DeadLettersView
from .described_standard_view import DescribedStandardView
from .distribution_changes import DistributionChanges
from .distribution_page import DistributionPage
from .distribution_preview_view import DistributionPreviewView
from .distribution_preview_view_option import DistributionPreviewViewOption
from .distribution_progress_view import DistributionProgressView
from .distribution_progress_view_allowed_item import DistributionProgressViewAllowedItem
from .distribution_progress_view_links import DistributionProgressViewLinks
from .distribution_progress_view_notification_state import (
    DistributionProgressViewNotificationState,
)
from .distribution_progress_view_option import DistributionProgressViewOption
from .distribution_progress_view_state import DistributionProgressViewState
from .distribution_repetition import DistributionRepetition
from .distribution_row_view import DistributionRowView
from .distribution_row_view_allowed_item import DistributionRowViewAllowedItem
from .distribution_row_view_links import DistributionRowViewLinks
from .distribution_row_view_notification_state import (
    DistributionRowViewNotificationState,
)
from .distribution_row_view_option import DistributionRowViewOption
from .distribution_row_view_state import DistributionRowViewState
from .distribution_view import DistributionView
from .distribution_view_allowed_item import DistributionViewAllowedItem
from .distribution_view_links import DistributionViewLinks
from .distribution_view_notification_state import DistributionViewNotificationState
from .distribution_view_option import DistributionViewOption
from .distribution_view_state import DistributionViewState
from .distribution_work_view import DistributionWorkView
from .distribution_work_view_links import DistributionWorkViewLinks
from .distributions_work_view import DistributionsWorkView
from .district_changes import DistrictChanges
from .district_changes_mastery_scales_type_0 import DistrictChangesMasteryScalesType0
from .district_view import DistrictView
from .district_view_level_colors import DistrictViewLevelColors
from .district_view_mastery_scales import DistrictViewMasteryScales
from .document import Document
from .document_view import DocumentView
from .download_roster_import_problems_severity import (
    DownloadRosterImportProblemsSeverity,
)
from .download_standards_import_problems_severity import (
    DownloadStandardsImportProblemsSeverity,
)
from .effect_size_view import EffectSizeView
from .email_counts_view import EmailCountsView
from .email_counts_view_counts import EmailCountsViewCounts
from .email_preference_view import EmailPreferenceView
from .email_state_view import EmailStateView
from .ended_view import EndedView
from .entered_cell import EnteredCell
from .evidence_status import EvidenceStatus
from .existing_assessment_view import ExistingAssessmentView
from .existing_assessment_view_source import ExistingAssessmentViewSource
from .file_problem_view import FileProblemView
from .file_problem_view_severity import FileProblemViewSeverity
from .filter_value_view import FilterValueView
from .finish_work_view import FinishWorkView
from .finish_work_view_links import FinishWorkViewLinks
from .finishes_work_view import FinishesWorkView
from .flag_view import FlagView
from .flag_view_code import FlagViewCode
from .framework_page import FrameworkPage
from .framework_view import FrameworkView
from .given_date_conflict import GivenDateConflict
from .goal_figures_view import GoalFiguresView
from .goal_impact_view import GoalImpactView
from .goal_outcome_view import GoalOutcomeView
from .goal_part import GoalPart
from .goal_preview_view import GoalPreviewView
from .goal_student_view import GoalStudentView
from .goal_view import GoalView
from .goal_view_allowed_item import GoalViewAllowedItem
from .goal_view_links import GoalViewLinks
from .goals_view import GoalsView
from .goals_view_links import GoalsViewLinks
from .grant_view import GrantView
from .growth_report_view import GrowthReportView
from .growth_report_view_links import GrowthReportViewLinks
from .growth_view import GrowthView
from .growth_view_withheld_figures import GrowthViewWithheldFigures
from .hold import Hold
from .hold_up_view import HoldUpView
from .import_problem_page import ImportProblemPage
from .import_problem_place_view import ImportProblemPlaceView
from .import_problem_view import ImportProblemView
from .import_problem_view_severity import ImportProblemViewSeverity
from .import_work_view import ImportWorkView
from .import_work_view_kind import ImportWorkViewKind
from .import_work_view_links import ImportWorkViewLinks
from .import_work_view_state import ImportWorkViewState
from .imported_item_view import ImportedItemView
from .imported_item_view_outcome import ImportedItemViewOutcome
from .imported_set import ImportedSet
from .imports_work_view import ImportsWorkView
from .invitation_view import InvitationView
from .item_analysis_report_view import ItemAnalysisReportView
from .item_analysis_view import ItemAnalysisView
from .item_analysis_view_kind import ItemAnalysisViewKind
from .item_change_view import ItemChangeView
from .item_change_view_field import ItemChangeViewField
from .item_fix import ItemFix
from .item_import_state import ItemImportState
from .item_import_view import ItemImportView
from .item_import_view_counts import ItemImportViewCounts
from .item_import_view_links import ItemImportViewLinks
from .item_kind import ItemKind
from .item_result_page import ItemResultPage
from .item_result_view import ItemResultView
from .item_result_view_kind import ItemResultViewKind
from .item_use_page import ItemUsePage
from .item_use_view import ItemUseView
from .items_view import ItemsView
from .items_view_links import ItemsViewLinks
from .items_view_versions import ItemsViewVersions
from .job_state import JobState
from .job_view import JobView
from .job_view_counts import JobViewCounts
from .job_view_kind import JobViewKind
from .job_view_links import JobViewLinks
from .kept_conflict import KeptConflict
from .key_file_view import KeyFileView
from .key_file_view_layout import KeyFileViewLayout
from .late_work_view import LateWorkView
from .late_work_view_links import LateWorkViewLinks
from .lates_work_view import LatesWorkView
from .left_out_body import LeftOutBody
from .left_out_trackers_view import LeftOutTrackersView
from .left_out_trackers_view_reason import LeftOutTrackersViewReason
from .letter_view import LetterView
from .letter_view_links import LetterViewLinks
from .level_color_view import LevelColorView
from .level_count_view import LevelCountView
from .level_moves_view import LevelMovesView
from .level_share_view import LevelShareView
from .levels_preview_view import LevelsPreviewView
from .library_averages_view import LibraryAveragesView
from .library_entry_view import LibraryEntryView
from .library_entry_view_links import LibraryEntryViewLinks
from .library_entry_view_pages import LibraryEntryViewPages
from .library_page import LibraryPage
from .library_page_view import LibraryPageView
from .library_page_view_fields import LibraryPageViewFields
from .library_page_view_rows_item import LibraryPageViewRowsItem
from .library_row_view import LibraryRowView
from .library_row_view_links import LibraryRowViewLinks
from .list_assessments_order import ListAssessmentsOrder
from .list_assessments_sort import ListAssessmentsSort
from .list_distributions_order import ListDistributionsOrder
from .list_distributions_sort import ListDistributionsSort
from .list_distributions_state import ListDistributionsState
from .list_missing_activations_state import ListMissingActivationsState
from .list_people_order import ListPeopleOrder
from .list_processes_state import ListProcessesState
from .list_receipts_state import ListReceiptsState
from .list_roster_import_problems_severity import ListRosterImportProblemsSeverity
from .list_standards_import_problems_severity import ListStandardsImportProblemsSeverity
from .lock_view import LockView
from .lock_view_links import LockViewLinks
from .mail_state import MailState
from .mail_topic import MailTopic
from .mastery_level_view import MasteryLevelView
from .mastery_preview_view import MasteryPreviewView
from .mastery_rules import MasteryRules
from .mastery_scale import MasteryScale
from .mastery_view import MasteryView
from .mastery_view_links import MasteryViewLinks
from .me_district_view import MeDistrictView
from .me_team_view import MeTeamView
from .me_view import MeView
from .me_view_links import MeViewLinks
from .mean_view import MeanView
from .membership import Membership
from .missing_activation_page import MissingActivationPage
from .missing_activation_view import MissingActivationView
from .missing_activation_view_links import MissingActivationViewLinks
from .missing_person_view import MissingPersonView
from .moment_view import MomentView
from .movement_view import MovementView
from .multiple_choice_item import MultipleChoiceItem
from .multiple_choice_item_view import MultipleChoiceItemView
from .multiple_choice_item_view_scoring import MultipleChoiceItemViewScoring
from .named_view import NamedView
from .new_activation import NewActivation
from .new_addition import NewAddition
from .new_assessment import NewAssessment
from .new_attachment import NewAttachment
from .new_copy import NewCopy
from .new_correction import NewCorrection
from .new_correction_versions import NewCorrectionVersions
from .new_distribution import NewDistribution
from .new_email_preference import NewEmailPreference
from .new_form_fix import NewFormFix
from .new_goal import NewGoal
from .new_item_import import NewItemImport
from .new_level import NewLevel
from .new_levels import NewLevels
from .new_lock import NewLock
from .new_printed_test import NewPrintedTest
from .new_process import NewProcess
from .new_process_reminders import NewProcessReminders
from .new_recall import NewRecall
from .new_roster_import import NewRosterImport
from .new_standards_import import NewStandardsImport
from .new_start import NewStart
from .new_start_occurrence_type_0 import NewStartOccurrenceType0
from .new_start_option import NewStartOption
from .new_team import NewTeam
from .new_test_reminder import NewTestReminder
from .new_tracker import NewTracker
from .new_tracker_assessment import NewTrackerAssessment
from .new_tracker_batch import NewTrackerBatch
from .new_tracker_batch_view import NewTrackerBatchView
from .new_tracker_batch_view_links import NewTrackerBatchViewLinks
from .not_counted_assessment_view import NotCountedAssessmentView
from .not_counted_reason import NotCountedReason
from .numeric_item import NumericItem
from .numeric_item_view import NumericItemView
from .numeric_item_view_scoring import NumericItemViewScoring
from .oldest_conflict import OldestConflict
from .opening_class_counts_view import OpeningClassCountsView
from .opens_process_body import OpensProcessBody
from .opens_process_view import OpensProcessView
from .other_sitting_view import OtherSittingView
from .own_class_page import OwnClassPage
from .own_class_view import OwnClassView
from .own_test_view import OwnTestView
from .page_changes import PageChanges
from .page_conflict_view import PageConflictView
from .page_field_view import PageFieldView
from .page_name import PageName
from .page_texts_view import PageTextsView
from .page_texts_view_fields import PageTextsViewFields
from .page_texts_view_links import PageTextsViewLinks
from .page_texts_view_rows_item import PageTextsViewRowsItem
from .page_view import PageView
from .page_view_allowed_item import PageViewAllowedItem
from .page_view_fields import PageViewFields
from .page_view_links import PageViewLinks
from .paper_part import PaperPart
from .paper_size import PaperSize
from .person_page import PersonPage
from .person_view import PersonView
from .person_view_allowed_item import PersonViewAllowedItem
from .person_view_links import PersonViewLinks
from .points_item import PointsItem
from .points_item_view import PointsItemView
from .points_item_view_scoring import PointsItemViewScoring
from .post_test import PostTest
from .pre_test import PreTest
from .previewed_recipient_view import PreviewedRecipientView
from .previewed_schedule_view import PreviewedScheduleView
from .previewed_school_view import PreviewedSchoolView
from .previewed_tracker_view import PreviewedTrackerView
from .printed_item import PrintedItem
from .printed_item_view import PrintedItemView
from .printed_test_view import PrintedTestView
from .printed_test_view_links import PrintedTestViewLinks
from .printout_state import PrintoutState
from .printout_view import PrintoutView
from .printout_view_links import PrintoutViewLinks
from .problem import Problem
from .problem_code import ProblemCode
from .problem_place import ProblemPlace
from .problem_worths import ProblemWorths
from .process_changes import ProcessChanges
from .process_class_view import ProcessClassView
from .process_class_view_links import ProcessClassViewLinks
from .process_impact_view import ProcessImpactView
from .process_level_view import ProcessLevelView
from .process_opening_state import ProcessOpeningState
from .process_page import ProcessPage
from .process_person_view import ProcessPersonView
from .process_row_view import ProcessRowView
from .process_row_view_allowed_item import ProcessRowViewAllowedItem
from .process_row_view_links import ProcessRowViewLinks
from .process_row_view_parts_in_progress_item import ProcessRowViewPartsInProgressItem
from .process_state import ProcessState
from .process_step import ProcessStep
from .process_test import ProcessTest
from .process_test_view import ProcessTestView
from .process_view import ProcessView
from .process_view_allowed_item import ProcessViewAllowedItem
from .process_view_links import ProcessViewLinks
from .process_view_pages import ProcessViewPages
from .process_view_parts_in_progress_item import ProcessViewPartsInProgressItem
from .question_view import QuestionView
from .question_view_change import QuestionViewChange
from .question_view_kind import QuestionViewKind
from .question_view_scoring import QuestionViewScoring
from .read_mastery_order import ReadMasteryOrder
from .read_openapi_response_200 import ReadOpenapiResponse200
from .read_pages import ReadPages
from .recall_view import RecallView
from .receipt_page import ReceiptPage
from .receipt_view import ReceiptView
from .receipt_view_links import ReceiptViewLinks
from .receipt_view_reason import ReceiptViewReason
from .receipt_view_state import ReceiptViewState
from .remedy import Remedy
from .reminder_class_view import ReminderClassView
from .reminder_receipt_page import ReminderReceiptPage
from .reminder_receipt_view import ReminderReceiptView
from .reminder_state import ReminderState
from .reminder_view import ReminderView
from .reminder_view_links import ReminderViewLinks
from .removed_assessment_view import RemovedAssessmentView
from .removed_assessment_view_links import RemovedAssessmentViewLinks
from .report_delivery import ReportDelivery
from .report_link_view import ReportLinkView
from .report_state_view import ReportStateView
from .report_state_view_links import ReportStateViewLinks
from .report_state_view_state import ReportStateViewState
from .response_file_layout import ResponseFileLayout
from .response_file_view import ResponseFileView
from .response_preview_view import ResponsePreviewView
from .result_progress import ResultProgress
from .result_status import ResultStatus
from .results_view import ResultsView
from .results_view_links import ResultsViewLinks
from .results_view_state import ResultsViewState
from .retired_standard_view import RetiredStandardView
from .returned_letters_view import ReturnedLettersView
from .right import Right
from .role import Role
from .role_view import RoleView
from .role_view_role import RoleViewRole
from .roster_change import RosterChange
from .roster_change_examples import RosterChangeExamples
from .roster_change_view import RosterChangeView
from .roster_change_view_kind import RosterChangeViewKind
from .roster_doubt import RosterDoubt
from .roster_import_application import RosterImportApplication
from .roster_import_page import RosterImportPage
from .roster_import_row_view import RosterImportRowView
from .roster_import_row_view_allowed_item import RosterImportRowViewAllowedItem
from .roster_import_row_view_links import RosterImportRowViewLinks
from .roster_import_state import RosterImportState
from .roster_import_view import RosterImportView
from .roster_import_view_allowed_item import RosterImportViewAllowedItem
from .roster_import_view_links import RosterImportViewLinks
from .roster_loss_view import RosterLossView
from .roster_record import RosterRecord
from .roster_report import RosterReport
from .roster_report_changes import RosterReportChanges
from .roster_report_counts_type_0 import RosterReportCountsType0
from .roster_report_dropped_cells import RosterReportDroppedCells
from .roster_report_dropped_files import RosterReportDroppedFiles
from .roster_report_modes import RosterReportModes
from .roster_report_problem_counts import RosterReportProblemCounts
from .roster_report_rows_type_0 import RosterReportRowsType0
from .roster_report_verdict import RosterReportVerdict
from .roster_school_page import RosterSchoolPage
from .roster_school_view import RosterSchoolView
from .roster_view import RosterView
from .roster_view_counts import RosterViewCounts
from .school_comparison_view import SchoolComparisonView
from .school_goal_view import SchoolGoalView
from .school_growth_view import SchoolGrowthView
from .school_growth_view_withheld_figures import SchoolGrowthViewWithheldFigures
from .school_level_moves_view import SchoolLevelMovesView
from .school_match_page import SchoolMatchPage
from .school_match_view import SchoolMatchView
from .school_page import SchoolPage
from .school_progress_view import SchoolProgressView
from .school_result_page import SchoolResultPage
from .school_result_view import SchoolResultView
from .school_test_figures_view import SchoolTestFiguresView
from .school_view import SchoolView
from .school_view_links import SchoolViewLinks
from .score_body import ScoreBody
from .score_conflict import ScoreConflict
from .scoring import Scoring
from .selection_body import SelectionBody
from .selection_view import SelectionView
from .sent_key import SentKey
from .sent_key_layout import SentKeyLayout
from .sent_response_file import SentResponseFile
from .sent_response_file_layout import SentResponseFileLayout
from .share_view import ShareView
from .sheet_changes import SheetChanges
from .sheet_counts_view import SheetCountsView
from .sheet_history_page import SheetHistoryPage
from .sheet_history_view import SheetHistoryView
from .sheet_history_view_action import SheetHistoryViewAction
from .sheet_item_view import SheetItemView
from .sheet_page import SheetPage
from .sheet_row_view import SheetRowView
from .sheet_row_view_links import SheetRowViewLinks
from .sheet_student_counts_view import SheetStudentCountsView
from .sheet_student_view import SheetStudentView
from .sheet_view import SheetView
from .sheet_view_allowed_item import SheetViewAllowedItem
from .sheet_view_links import SheetViewLinks
from .sheet_work_view import SheetWorkView
from .sheet_work_view_links import SheetWorkViewLinks
from .sheet_work_view_source import SheetWorkViewSource
from .sheets_work_view import SheetsWorkView
from .short_text_item import ShortTextItem
from .short_text_item_view import ShortTextItemView
from .short_text_item_view_scoring import ShortTextItemViewScoring
from .side_by_side_view import SideBySideView
from .sign_in_view import SignInView
from .signed_out_view import SignedOutView
from .single_choice_item import SingleChoiceItem
from .single_choice_item_view import SingleChoiceItemView
from .single_choice_item_view_scoring import SingleChoiceItemViewScoring
from .skipped_class_reason import SkippedClassReason
from .skipped_class_view import SkippedClassView
from .sort_order import SortOrder
from .standard_evidence_view import StandardEvidenceView
from .standard_level_moves_view import StandardLevelMovesView
from .standard_mastery_view import StandardMasteryView
from .standard_result_page import StandardResultPage
from .standard_result_view import StandardResultView
from .standard_row_view import StandardRowView
from .standard_shift_view import StandardShiftView
from .standards_diff import StandardsDiff
from .standards_import_application import StandardsImportApplication
from .standards_import_page import StandardsImportPage
from .standards_import_row_view import StandardsImportRowView
from .standards_import_row_view_allowed_item import StandardsImportRowViewAllowedItem
from .standards_import_row_view_framework_type_0 import (
    StandardsImportRowViewFrameworkType0,
)
from .standards_import_row_view_links import StandardsImportRowViewLinks
from .standards_import_row_view_verdict_type_0 import StandardsImportRowViewVerdictType0
from .standards_import_state import StandardsImportState
from .standards_import_view import StandardsImportView
from .standards_import_view_allowed_item import StandardsImportViewAllowedItem
from .standards_import_view_counts import StandardsImportViewCounts
from .standards_import_view_framework_type_0 import StandardsImportViewFrameworkType0
from .standards_import_view_links import StandardsImportViewLinks
from .standards_import_view_problem_counts import StandardsImportViewProblemCounts
from .standards_import_view_verdict_type_0 import StandardsImportViewVerdictType0
from .standards_set_page import StandardsSetPage
from .standards_set_row_view import StandardsSetRowView
from .standards_set_row_view_links import StandardsSetRowViewLinks
from .standards_set_view import StandardsSetView
from .statistic_view import StatisticView
from .strategy_body import StrategyBody
from .strategy_view import StrategyView
from .student_board_page import StudentBoardPage
from .student_board_view import StudentBoardView
from .student_board_view_links import StudentBoardViewLinks
from .student_body import StudentBody
from .student_class_view import StudentClassView
from .student_comparison_column import StudentComparisonColumn
from .student_comparison_page import StudentComparisonPage
from .student_comparison_view import StudentComparisonView
from .student_conflict import StudentConflict
from .student_counts_view import StudentCountsView
from .student_identifier import StudentIdentifier
from .student_mastery_view import StudentMasteryView
from .student_presence import StudentPresence
from .student_result_view import StudentResultView
from .student_score_view import StudentScoreView
from .student_standard_view import StudentStandardView
from .suggested_test_view import SuggestedTestView
from .suggested_test_view_links import SuggestedTestViewLinks
from .teacher_comparison_view import TeacherComparisonView
from .teacher_goal_view import TeacherGoalView
from .teacher_growth_view import TeacherGrowthView
from .teacher_growth_view_withheld_figures import TeacherGrowthViewWithheldFigures
from .teacher_result_page import TeacherResultPage
from .teacher_result_view import TeacherResultView
from .teacher_test_figures_view import TeacherTestFiguresView
from .team_changes import TeamChanges
from .team_level_view import TeamLevelView
from .team_opening_page import TeamOpeningPage
from .team_opening_view import TeamOpeningView
from .team_opening_view_links import TeamOpeningViewLinks
from .team_opening_view_reason import TeamOpeningViewReason
from .team_page import TeamPage
from .team_role import TeamRole
from .team_row_view import TeamRowView
from .team_row_view_links import TeamRowViewLinks
from .team_view import TeamView
from .team_view_allowed_item import TeamViewAllowedItem
from .team_view_links import TeamViewLinks
from .term_view import TermView
from .test_figures_view import TestFiguresView
from .test_impact_view import TestImpactView
from .test_origin import TestOrigin
from .test_progress_view import TestProgressView
from .test_to_remind_of import TestToRemindOf
from .test_work_view import TestWorkView
from .test_work_view_links import TestWorkViewLinks
from .tests_work_view import TestsWorkView
from .text_conflict import TextConflict
from .thing_kind import ThingKind
from .touched_student_view import TouchedStudentView
from .tracker_assessment_view import TrackerAssessmentView
from .tracker_assessment_view_links import TrackerAssessmentViewLinks
from .tracker_batch_view import TrackerBatchView
from .tracker_batch_view_links import TrackerBatchViewLinks
from .tracker_changes import TrackerChanges
from .tracker_counts_view import TrackerCountsView
from .tracker_match_page import TrackerMatchPage
from .tracker_match_view import TrackerMatchView
from .tracker_match_view_reason import TrackerMatchViewReason
from .tracker_page import TrackerPage
from .tracker_role import TrackerRole
from .tracker_row_view import TrackerRowView
from .tracker_row_view_links import TrackerRowViewLinks
from .tracker_student_page import TrackerStudentPage
from .tracker_student_view import TrackerStudentView
from .tracker_view import TrackerView
from .tracker_view_allowed_item import TrackerViewAllowedItem
from .tracker_view_links import TrackerViewLinks
from .true_false_item import TrueFalseItem
from .true_false_item_view import TrueFalseItemView
from .true_false_item_view_scoring import TrueFalseItemViewScoring
from .unconfirmed_admin_reason import UnconfirmedAdminReason
from .unconfirmed_admin_view import UnconfirmedAdminView
from .undelivered_email_page import UndeliveredEmailPage
from .undelivered_email_view import UndeliveredEmailView
from .undelivered_email_view_kind import UndeliveredEmailViewKind
from .undelivered_email_view_links import UndeliveredEmailViewLinks
from .unpaired_reason import UnpairedReason
from .unpaired_students_view import UnpairedStudentsView
from .unsaved_text import UnsavedText
from .unscalable_points import UnscalablePoints
from .upload_view import UploadView
from .upload_view_fields import UploadViewFields
from .visibility import Visibility
from .waiting_job_page import WaitingJobPage
from .waiting_job_view import WaitingJobView
from .waiting_job_view_links import WaitingJobViewLinks
from .waiting_state import WaitingState
from .withheld_figure_view import WithheldFigureView
from .withheld_reason import WithheldReason
from .work_view import WorkView
from .work_view_links import WorkViewLinks

__all__ = (
    "ActivationView",
    "ActivationViewLinks",
    "ActivationViewStudentCounts",
    "ActPage",
    "ActView",
    "AdditionView",
    "AdditionViewAllowedItem",
    "AdditionViewLinks",
    "AdditionViewNotificationState",
    "AdditionViewOption",
    "AdditionViewState",
    "AnswerCountView",
    "AnswerTableView",
    "ApprovalView",
    "AskedRemindersView",
    "AskedReminderView",
    "AssessmentChanges",
    "AssessmentFiltersView",
    "AssessmentItems",
    "AssessmentItemsVersionsType0",
    "AssessmentKind",
    "AssessmentPage",
    "AssessmentSource",
    "AssessmentView",
    "AssessmentViewAllowedItem",
    "AssessmentViewLinks",
    "AssessmentViewNotReadyReasonsItem",
    "AttachedTestView",
    "AttachedTestViewLinks",
    "AttachmentPage",
    "AttachmentView",
    "AttachmentViewAllowedItem",
    "AttachmentViewLinks",
    "AttachmentViewState",
    "AutomaticView",
    "AverageChangeView",
    "AverageView",
    "BankItem",
    "BankItemPage",
    "BankItems",
    "BankItemView",
    "BankItemViewAllowedItem",
    "BatchClassPage",
    "BatchClassView",
    "BatchClassViewLinks",
    "BatchOutcome",
    "Calculation",
    "CalculationMethod",
    "ChangeCounts",
    "ChartBarView",
    "ChartView",
    "ClassComparisonView",
    "ClassCountsView",
    "ClassGoalView",
    "ClassGrowthView",
    "ClassGrowthViewWithheldFigures",
    "ClassPage",
    "ClassResultPage",
    "ClassResultView",
    "ClassResultViewState",
    "ClassRowView",
    "ClassRowViewLinks",
    "ClassStudentView",
    "ClassTeacherView",
    "ClassTestFiguresView",
    "ClassTestView",
    "ClassView",
    "ClassViewLinks",
    "ColleagueView",
    "CollectionView",
    "CollectionViewLinks",
    "ColumnMapping",
    "ColumnMappingView",
    "ColumnRole",
    "ColumnUse",
    "ColumnUseView",
    "ColumnView",
    "ComparisonColumn",
    "ComparisonFiguresView",
    "ComparisonView",
    "ComparisonViewLinks",
    "ConflictsWorkView",
    "ConflictTextView",
    "ConflictWorkView",
    "ConflictWorkViewLinks",
    "CopyOfPreTest",
    "CorrectionPage",
    "CorrectionRowView",
    "CorrectionRowViewLinks",
    "CorrectionRowViewState",
    "CorrectionView",
    "CorrectionViewLinks",
    "CorrectionViewState",
    "CountedAssessmentView",
    "CoursePage",
    "CourseView",
    "CourseViewLinks",
    "CutChangeView",
    "DeadLetterQueue",
    "DeadLettersPage",
    "DeadLettersView",
    "DescribedStandardView",
    "DistributionChanges",
    "DistributionPage",
    "DistributionPreviewView",
    "DistributionPreviewViewOption",
    "DistributionProgressView",
    "DistributionProgressViewAllowedItem",
    "DistributionProgressViewLinks",
    "DistributionProgressViewNotificationState",
    "DistributionProgressViewOption",
    "DistributionProgressViewState",
    "DistributionRepetition",
    "DistributionRowView",
    "DistributionRowViewAllowedItem",
    "DistributionRowViewLinks",
    "DistributionRowViewNotificationState",
    "DistributionRowViewOption",
    "DistributionRowViewState",
    "DistributionsWorkView",
    "DistributionView",
    "DistributionViewAllowedItem",
    "DistributionViewLinks",
    "DistributionViewNotificationState",
    "DistributionViewOption",
    "DistributionViewState",
    "DistributionWorkView",
    "DistributionWorkViewLinks",
    "DistrictChanges",
    "DistrictChangesMasteryScalesType0",
    "DistrictView",
    "DistrictViewLevelColors",
    "DistrictViewMasteryScales",
    "Document",
    "DocumentView",
    "DownloadRosterImportProblemsSeverity",
    "DownloadStandardsImportProblemsSeverity",
    "EffectSizeView",
    "EmailCountsView",
    "EmailCountsViewCounts",
    "EmailPreferenceView",
    "EmailStateView",
    "EndedView",
    "EnteredCell",
    "EvidenceStatus",
    "ExistingAssessmentView",
    "ExistingAssessmentViewSource",
    "FileProblemView",
    "FileProblemViewSeverity",
    "FilterValueView",
    "FinishesWorkView",
    "FinishWorkView",
    "FinishWorkViewLinks",
    "FlagView",
    "FlagViewCode",
    "FrameworkPage",
    "FrameworkView",
    "GivenDateConflict",
    "GoalFiguresView",
    "GoalImpactView",
    "GoalOutcomeView",
    "GoalPart",
    "GoalPreviewView",
    "GoalStudentView",
    "GoalsView",
    "GoalsViewLinks",
    "GoalView",
    "GoalViewAllowedItem",
    "GoalViewLinks",
    "GrantView",
    "GrowthReportView",
    "GrowthReportViewLinks",
    "GrowthView",
    "GrowthViewWithheldFigures",
    "Hold",
    "HoldUpView",
    "ImportedItemView",
    "ImportedItemViewOutcome",
    "ImportedSet",
    "ImportProblemPage",
    "ImportProblemPlaceView",
    "ImportProblemView",
    "ImportProblemViewSeverity",
    "ImportsWorkView",
    "ImportWorkView",
    "ImportWorkViewKind",
    "ImportWorkViewLinks",
    "ImportWorkViewState",
    "InvitationView",
    "ItemAnalysisReportView",
    "ItemAnalysisView",
    "ItemAnalysisViewKind",
    "ItemChangeView",
    "ItemChangeViewField",
    "ItemFix",
    "ItemImportState",
    "ItemImportView",
    "ItemImportViewCounts",
    "ItemImportViewLinks",
    "ItemKind",
    "ItemResultPage",
    "ItemResultView",
    "ItemResultViewKind",
    "ItemsView",
    "ItemsViewLinks",
    "ItemsViewVersions",
    "ItemUsePage",
    "ItemUseView",
    "JobState",
    "JobView",
    "JobViewCounts",
    "JobViewKind",
    "JobViewLinks",
    "KeptConflict",
    "KeyFileView",
    "KeyFileViewLayout",
    "LatesWorkView",
    "LateWorkView",
    "LateWorkViewLinks",
    "LeftOutBody",
    "LeftOutTrackersView",
    "LeftOutTrackersViewReason",
    "LetterView",
    "LetterViewLinks",
    "LevelColorView",
    "LevelCountView",
    "LevelMovesView",
    "LevelShareView",
    "LevelsPreviewView",
    "LibraryAveragesView",
    "LibraryEntryView",
    "LibraryEntryViewLinks",
    "LibraryEntryViewPages",
    "LibraryPage",
    "LibraryPageView",
    "LibraryPageViewFields",
    "LibraryPageViewRowsItem",
    "LibraryRowView",
    "LibraryRowViewLinks",
    "ListAssessmentsOrder",
    "ListAssessmentsSort",
    "ListDistributionsOrder",
    "ListDistributionsSort",
    "ListDistributionsState",
    "ListMissingActivationsState",
    "ListPeopleOrder",
    "ListProcessesState",
    "ListReceiptsState",
    "ListRosterImportProblemsSeverity",
    "ListStandardsImportProblemsSeverity",
    "LockView",
    "LockViewLinks",
    "MailState",
    "MailTopic",
    "MasteryLevelView",
    "MasteryPreviewView",
    "MasteryRules",
    "MasteryScale",
    "MasteryView",
    "MasteryViewLinks",
    "MeanView",
    "MeDistrictView",
    "Membership",
    "MeTeamView",
    "MeView",
    "MeViewLinks",
    "MissingActivationPage",
    "MissingActivationView",
    "MissingActivationViewLinks",
    "MissingPersonView",
    "MomentView",
    "MovementView",
    "MultipleChoiceItem",
    "MultipleChoiceItemView",
    "MultipleChoiceItemViewScoring",
    "NamedView",
    "NewActivation",
    "NewAddition",
    "NewAssessment",
    "NewAttachment",
    "NewCopy",
    "NewCorrection",
    "NewCorrectionVersions",
    "NewDistribution",
    "NewEmailPreference",
    "NewFormFix",
    "NewGoal",
    "NewItemImport",
    "NewLevel",
    "NewLevels",
    "NewLock",
    "NewPrintedTest",
    "NewProcess",
    "NewProcessReminders",
    "NewRecall",
    "NewRosterImport",
    "NewStandardsImport",
    "NewStart",
    "NewStartOccurrenceType0",
    "NewStartOption",
    "NewTeam",
    "NewTestReminder",
    "NewTracker",
    "NewTrackerAssessment",
    "NewTrackerBatch",
    "NewTrackerBatchView",
    "NewTrackerBatchViewLinks",
    "NotCountedAssessmentView",
    "NotCountedReason",
    "NumericItem",
    "NumericItemView",
    "NumericItemViewScoring",
    "OldestConflict",
    "OpeningClassCountsView",
    "OpensProcessBody",
    "OpensProcessView",
    "OtherSittingView",
    "OwnClassPage",
    "OwnClassView",
    "OwnTestView",
    "PageChanges",
    "PageConflictView",
    "PageFieldView",
    "PageName",
    "PageTextsView",
    "PageTextsViewFields",
    "PageTextsViewLinks",
    "PageTextsViewRowsItem",
    "PageView",
    "PageViewAllowedItem",
    "PageViewFields",
    "PageViewLinks",
    "PaperPart",
    "PaperSize",
    "PersonPage",
    "PersonView",
    "PersonViewAllowedItem",
    "PersonViewLinks",
    "PointsItem",
    "PointsItemView",
    "PointsItemViewScoring",
    "PostTest",
    "PreTest",
    "PreviewedRecipientView",
    "PreviewedScheduleView",
    "PreviewedSchoolView",
    "PreviewedTrackerView",
    "PrintedItem",
    "PrintedItemView",
    "PrintedTestView",
    "PrintedTestViewLinks",
    "PrintoutState",
    "PrintoutView",
    "PrintoutViewLinks",
    "Problem",
    "ProblemCode",
    "ProblemPlace",
    "ProblemWorths",
    "ProcessChanges",
    "ProcessClassView",
    "ProcessClassViewLinks",
    "ProcessImpactView",
    "ProcessLevelView",
    "ProcessOpeningState",
    "ProcessPage",
    "ProcessPersonView",
    "ProcessRowView",
    "ProcessRowViewAllowedItem",
    "ProcessRowViewLinks",
    "ProcessRowViewPartsInProgressItem",
    "ProcessState",
    "ProcessStep",
    "ProcessTest",
    "ProcessTestView",
    "ProcessView",
    "ProcessViewAllowedItem",
    "ProcessViewLinks",
    "ProcessViewPages",
    "ProcessViewPartsInProgressItem",
    "QuestionView",
    "QuestionViewChange",
    "QuestionViewKind",
    "QuestionViewScoring",
    "ReadMasteryOrder",
    "ReadOpenapiResponse200",
    "ReadPages",
    "RecallView",
    "ReceiptPage",
    "ReceiptView",
    "ReceiptViewLinks",
    "ReceiptViewReason",
    "ReceiptViewState",
    "Remedy",
    "ReminderClassView",
    "ReminderReceiptPage",
    "ReminderReceiptView",
    "ReminderState",
    "ReminderView",
    "ReminderViewLinks",
    "RemovedAssessmentView",
    "RemovedAssessmentViewLinks",
    "ReportDelivery",
    "ReportLinkView",
    "ReportStateView",
    "ReportStateViewLinks",
    "ReportStateViewState",
    "ResponseFileLayout",
    "ResponseFileView",
    "ResponsePreviewView",
    "ResultProgress",
    "ResultStatus",
    "ResultsView",
    "ResultsViewLinks",
    "ResultsViewState",
    "RetiredStandardView",
    "ReturnedLettersView",
    "Right",
    "Role",
    "RoleView",
    "RoleViewRole",
    "RosterChange",
    "RosterChangeExamples",
    "RosterChangeView",
    "RosterChangeViewKind",
    "RosterDoubt",
    "RosterImportApplication",
    "RosterImportPage",
    "RosterImportRowView",
    "RosterImportRowViewAllowedItem",
    "RosterImportRowViewLinks",
    "RosterImportState",
    "RosterImportView",
    "RosterImportViewAllowedItem",
    "RosterImportViewLinks",
    "RosterLossView",
    "RosterRecord",
    "RosterReport",
    "RosterReportChanges",
    "RosterReportCountsType0",
    "RosterReportDroppedCells",
    "RosterReportDroppedFiles",
    "RosterReportModes",
    "RosterReportProblemCounts",
    "RosterReportRowsType0",
    "RosterReportVerdict",
    "RosterSchoolPage",
    "RosterSchoolView",
    "RosterView",
    "RosterViewCounts",
    "SchoolComparisonView",
    "SchoolGoalView",
    "SchoolGrowthView",
    "SchoolGrowthViewWithheldFigures",
    "SchoolLevelMovesView",
    "SchoolMatchPage",
    "SchoolMatchView",
    "SchoolPage",
    "SchoolProgressView",
    "SchoolResultPage",
    "SchoolResultView",
    "SchoolTestFiguresView",
    "SchoolView",
    "SchoolViewLinks",
    "ScoreBody",
    "ScoreConflict",
    "Scoring",
    "SelectionBody",
    "SelectionView",
    "SentKey",
    "SentKeyLayout",
    "SentResponseFile",
    "SentResponseFileLayout",
    "ShareView",
    "SheetChanges",
    "SheetCountsView",
    "SheetHistoryPage",
    "SheetHistoryView",
    "SheetHistoryViewAction",
    "SheetItemView",
    "SheetPage",
    "SheetRowView",
    "SheetRowViewLinks",
    "SheetStudentCountsView",
    "SheetStudentView",
    "SheetsWorkView",
    "SheetView",
    "SheetViewAllowedItem",
    "SheetViewLinks",
    "SheetWorkView",
    "SheetWorkViewLinks",
    "SheetWorkViewSource",
    "ShortTextItem",
    "ShortTextItemView",
    "ShortTextItemViewScoring",
    "SideBySideView",
    "SignedOutView",
    "SignInView",
    "SingleChoiceItem",
    "SingleChoiceItemView",
    "SingleChoiceItemViewScoring",
    "SkippedClassReason",
    "SkippedClassView",
    "SortOrder",
    "StandardEvidenceView",
    "StandardLevelMovesView",
    "StandardMasteryView",
    "StandardResultPage",
    "StandardResultView",
    "StandardRowView",
    "StandardsDiff",
    "StandardShiftView",
    "StandardsImportApplication",
    "StandardsImportPage",
    "StandardsImportRowView",
    "StandardsImportRowViewAllowedItem",
    "StandardsImportRowViewFrameworkType0",
    "StandardsImportRowViewLinks",
    "StandardsImportRowViewVerdictType0",
    "StandardsImportState",
    "StandardsImportView",
    "StandardsImportViewAllowedItem",
    "StandardsImportViewCounts",
    "StandardsImportViewFrameworkType0",
    "StandardsImportViewLinks",
    "StandardsImportViewProblemCounts",
    "StandardsImportViewVerdictType0",
    "StandardsSetPage",
    "StandardsSetRowView",
    "StandardsSetRowViewLinks",
    "StandardsSetView",
    "StatisticView",
    "StrategyBody",
    "StrategyView",
    "StudentBoardPage",
    "StudentBoardView",
    "StudentBoardViewLinks",
    "StudentBody",
    "StudentClassView",
    "StudentComparisonColumn",
    "StudentComparisonPage",
    "StudentComparisonView",
    "StudentConflict",
    "StudentCountsView",
    "StudentIdentifier",
    "StudentMasteryView",
    "StudentPresence",
    "StudentResultView",
    "StudentScoreView",
    "StudentStandardView",
    "SuggestedTestView",
    "SuggestedTestViewLinks",
    "TeacherComparisonView",
    "TeacherGoalView",
    "TeacherGrowthView",
    "TeacherGrowthViewWithheldFigures",
    "TeacherResultPage",
    "TeacherResultView",
    "TeacherTestFiguresView",
    "TeamChanges",
    "TeamLevelView",
    "TeamOpeningPage",
    "TeamOpeningView",
    "TeamOpeningViewLinks",
    "TeamOpeningViewReason",
    "TeamPage",
    "TeamRole",
    "TeamRowView",
    "TeamRowViewLinks",
    "TeamView",
    "TeamViewAllowedItem",
    "TeamViewLinks",
    "TermView",
    "TestFiguresView",
    "TestImpactView",
    "TestOrigin",
    "TestProgressView",
    "TestsWorkView",
    "TestToRemindOf",
    "TestWorkView",
    "TestWorkViewLinks",
    "TextConflict",
    "ThingKind",
    "TouchedStudentView",
    "TrackerAssessmentView",
    "TrackerAssessmentViewLinks",
    "TrackerBatchView",
    "TrackerBatchViewLinks",
    "TrackerChanges",
    "TrackerCountsView",
    "TrackerMatchPage",
    "TrackerMatchView",
    "TrackerMatchViewReason",
    "TrackerPage",
    "TrackerRole",
    "TrackerRowView",
    "TrackerRowViewLinks",
    "TrackerStudentPage",
    "TrackerStudentView",
    "TrackerView",
    "TrackerViewAllowedItem",
    "TrackerViewLinks",
    "TrueFalseItem",
    "TrueFalseItemView",
    "TrueFalseItemViewScoring",
    "UnconfirmedAdminReason",
    "UnconfirmedAdminView",
    "UndeliveredEmailPage",
    "UndeliveredEmailView",
    "UndeliveredEmailViewKind",
    "UndeliveredEmailViewLinks",
    "UnpairedReason",
    "UnpairedStudentsView",
    "UnsavedText",
    "UnscalablePoints",
    "UploadView",
    "UploadViewFields",
    "Visibility",
    "WaitingJobPage",
    "WaitingJobView",
    "WaitingJobViewLinks",
    "WaitingState",
    "WithheldFigureView",
    "WithheldReason",
    "WorkView",
    "WorkViewLinks",
)
