"""Which interview invites are worth going to, in hours of your own time: the front door."""

from advisor.decision.assess import Assessment, assess
from advisor.decision.comparison import leads, side_by_side
from advisor.decision.curves import value_curves
from advisor.decision.plan import Plan, decide, plan
from advisor.decision.sweep import over_runway, turning_months
from advisor.decision.windows import free_windows
from advisor.intake.choices import ChoiceError, Choices
from advisor.intake.invites import read_invites
from advisor.intake.pay_currency import currency_problems
from advisor.intake.problems import Level, Problem, UnreadableSheet
from advisor.intake.ratings import Ratings, with_ratings
from advisor.intake.reading import Question, Reading, SetAside
from advisor.intake.report import ReportLine, report
from advisor.rules.hosting import Hosting
from advisor.rules.profile import Profile, ProfileError, read_profile
from advisor.rules.verdict import Verdict

__all__ = [
    "Assessment",
    "ChoiceError",
    "Choices",
    "Hosting",
    "Level",
    "Plan",
    "Problem",
    "Profile",
    "ProfileError",
    "Question",
    "Ratings",
    "Reading",
    "ReportLine",
    "SetAside",
    "UnreadableSheet",
    "Verdict",
    "assess",
    "currency_problems",
    "decide",
    "free_windows",
    "leads",
    "over_runway",
    "plan",
    "read_invites",
    "read_profile",
    "report",
    "side_by_side",
    "turning_months",
    "value_curves",
    "with_ratings",
]
