"""Which interview invites are worth going to, in hours of your own time: the front door."""

from advisor.decision.assess import Assessment, assess, rank
from advisor.decision.comparison import leads, side_by_side
from advisor.decision.curves import value_curves
from advisor.decision.known import Known, beside_priorities, know
from advisor.decision.plan import Fit, Plan, decide, fit, plan
from advisor.decision.row_advice import advise_rows
from advisor.decision.sweep import over_runway, turning_months
from advisor.decision.windows import free_windows
from advisor.decision.worth import hours_if_met
from advisor.intake.batches.invites import Batch, BatchReader
from advisor.intake.batches.key import SheetKey
from advisor.intake.batches.sheet import LongSheet, find_table_key, open_long_sheet
from advisor.intake.batches.tally import Tally
from advisor.intake.choices import ChoiceError, Choices
from advisor.intake.invites import read_invites
from advisor.intake.memory import Memory, marks_of, memory_of
from advisor.intake.pay_currency import currency_problems
from advisor.intake.problems import Level, Problem, UnreadableSheet
from advisor.intake.ratings import Ratings, with_ratings
from advisor.intake.reading import Question, Reading, SetAside
from advisor.intake.replay import bare_choices, fitting
from advisor.intake.report import ReportLine, report
from advisor.intake.stages import Stage
from advisor.rules.advice import ROW_ADVICE
from advisor.rules.hosting import Hosting
from advisor.rules.profile import Profile, ProfileError, read_profile
from advisor.rules.verdict import Verdict

__all__ = [
    "ROW_ADVICE",
    "Assessment",
    "Batch",
    "BatchReader",
    "ChoiceError",
    "Choices",
    "Fit",
    "Hosting",
    "Known",
    "Level",
    "LongSheet",
    "Memory",
    "Plan",
    "Problem",
    "Profile",
    "ProfileError",
    "Question",
    "Ratings",
    "Reading",
    "ReportLine",
    "SetAside",
    "SheetKey",
    "Stage",
    "Tally",
    "UnreadableSheet",
    "Verdict",
    "advise_rows",
    "assess",
    "bare_choices",
    "beside_priorities",
    "currency_problems",
    "decide",
    "find_table_key",
    "fit",
    "fitting",
    "free_windows",
    "hours_if_met",
    "know",
    "leads",
    "marks_of",
    "memory_of",
    "open_long_sheet",
    "over_runway",
    "plan",
    "rank",
    "read_invites",
    "read_profile",
    "report",
    "side_by_side",
    "turning_months",
    "value_curves",
    "with_ratings",
]
