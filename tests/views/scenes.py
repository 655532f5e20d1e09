"""Scenes for the tests of the picture: a few invites, judged, ready to draw."""

from dataclasses import replace

from advisor import Profile
from advisor.rules.advice import Advice
from advisor.rules.columns import Field
from advisor.views.scene import Scene
from advisor.views.sentences import sentences
from tests.views.answers import make_answer

KNOWN = {
    Field.INTERVIEW_HOURS: 1.0,
    Field.TRAVEL_HOURS: 1.0,
    Field.PREP_HOURS_NEEDED: 4.0,
    Field.PREP_HOURS_WILLING: 6.0,
    Field.INTEREST: 3.0,
    Field.UNKNOWN_SHARE: 0.4,
    Field.CLOSENESS: 0.6,
    Field.OFFER_CHANCE: 0.3,
    Field.PAY_COVER: 1.0,
    Field.NEW_CONTACTS: 2.0,
    Field.OTHER_OPENINGS: 1.0,
}
HALDEN = {**KNOWN, Field.COMPANY: "Halden", Field.ROLE: "Data lead", Field.FIRST_CHOICE: 1.0}
BIRCH = {**KNOWN, Field.COMPANY: "Birch"}
COBALT = {**KNOWN, Field.COMPANY: "Cobalt", Field.PREP_HOURS_WILLING: 1.5}
SUNRISE = {**KNOWN, Field.COMPANY: "Sunrise", Field.DEALBREAKER: "commission only"}
BARE = {Field.COMPANY: "Bare", Field.PREP_HOURS_WILLING: 6.0}
LUMEN = {**KNOWN, Field.COMPANY: "Lumen", Field.TRAVEL_HOURS: 30.0}

MARCH = Profile(months_since_external_interview=14, runway_months=2.5)


def make_scene(*rows, profile=MARCH, before=None, opened=None):
    """A scene of these rows; their numbers start at 2."""
    answer = make_answer(*rows, profile=profile)
    scene = scene_of(answer.invites, answer.assessment, profile)
    return replace(scene, decisions=answer.decisions, before=before or {}, opened=opened)


def scene_of(invites, found, profile):
    """The scene of an assessment, decided as advised; no invite is open and nothing has changed."""
    return Scene(
        invites=invites,
        advice=found.advice,
        motives=found.hours,
        levels=found.levels,
        decisions=found.advice[Advice.DECISION].astype(str),
        whys=sentences(invites, found.advice, found.hours, found.levels),
        before={},
        opened=None,
        toss_up=profile.toss_up_hours,
    )
