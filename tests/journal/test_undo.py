"""Undo, redo and as-it-was, against a plain list of states that remembers everything."""

from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from advisor.journal import Debrief
from advisor.rules.columns import Field
from advisor.rules.profile import Profile
from tests.journal.journals import MORNING, in_memory, sheet

COMPANIES = ["Acme", "Birch", "Cedar"]
FIELDS = st.sampled_from([Field.INTEREST, Field.PAY])
VALUES = st.one_of(st.none(), st.integers(1, 5))


def what_stands(state):
    """Everything that undo and redo can change."""
    said = set(state.said)
    return (state.profile, said, state.upload, state.invites, state.pins, state.questions)


class History(RuleBasedStateMachine):
    """The journal beside two stacks of states: what undo and what redo goes back to."""

    def __init__(self):
        super().__init__()
        self.journal = in_memory()
        self.person = self.journal.people.current().id
        self.minute = 0
        self.done = [what_stands(self.state)]
        self.undone = []
        self.moments = {}

    @property
    def state(self):
        return self.journal.state(self.person)

    def then(self):
        self.minute += 1
        return MORNING + timedelta(minutes=self.minute)

    def acted(self, before):
        """An act came to be if the version moved; what it left is on the stack."""
        if self.state.version != before:
            self.done.append(what_stands(self.state))
            self.undone.clear()
        self.remember()

    def remember(self):
        self.moments[self.minute] = what_stands(self.state)

    def some_invite(self, number):
        invites = self.state.invites
        return invites[number % len(invites)].id if invites else None

    @rule(companies=st.lists(st.sampled_from(COMPANIES), max_size=4), interest=VALUES)
    def upload(self, companies, interest):
        before = self.state.version
        rows = [{"company": company, "interest": interest} for company in companies]
        self.journal.record.upload(self.state, sheet(*rows), at=self.then())
        self.acted(before)

    @rule(company=st.sampled_from(COMPANIES))
    def invite(self, company):
        before = self.state.version
        self.journal.record.invite(self.state, {Field.COMPANY: company}, at=self.then())
        self.acted(before)

    @precondition(lambda self: self.state.invites)
    @rule(number=st.integers(0, 9), key=FIELDS, value=VALUES)
    def edit(self, number, key, value):
        before = self.state.version
        self.journal.record.edit(self.state, self.some_invite(number), key, value, at=self.then())
        self.acted(before)

    @precondition(lambda self: self.state.invites)
    @rule(number=st.integers(0, 9), what=st.sampled_from(["removal", "override", "debrief"]))
    def mark(self, number, what):
        before = self.state.version
        about = {"removal": (), "override": ("accept",), "debrief": (Debrief(went_well="All"),)}
        record = getattr(self.journal.record, what)
        record(self.state, self.some_invite(number), *about[what], at=self.then())
        self.acted(before)

    @precondition(lambda self: self.state.questions)
    @rule(yes=st.booleans())
    def answer(self, yes):
        before = self.state.version
        question = self.state.questions[0]
        earlier = question.candidates[0] if yes else None
        self.journal.record.answer(self.state, question.invite, earlier, at=self.then())
        self.acted(before)

    @rule(months=st.integers(0, 3), order=st.permutations([1, 2, 3]))
    def situation(self, months, order):
        before = self.state.version
        self.journal.record.profile(self.state, Profile(runway_months=months), at=self.then())
        self.acted(before)
        before = self.state.version
        self.journal.record.pin(self.state, "mine", order, at=self.then())
        self.acted(before)

    @precondition(lambda self: len(self.done) > 1)
    @rule()
    def undo(self):
        self.journal.record.undo(self.state, at=self.then())
        self.undone.append(self.done.pop())
        self.remember()

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self):
        self.journal.record.redo(self.state, at=self.then())
        self.done.append(self.undone.pop())
        self.remember()

    @invariant()
    def what_stands_is_what_was_done_and_not_undone(self):
        assert what_stands(self.state) == self.done[-1]
        assert (self.state.last is None) == (len(self.done) == 1)
        assert (self.state.undone is None) == (not self.undone)

    @precondition(lambda self: self.moments)
    @rule(chosen=st.integers(0, 99))
    def it_was_then_what_it_was_then(self, chosen):
        minutes = sorted(self.moments)
        minute = minutes[chosen % len(minutes)]
        then = self.journal.state(self.person, at=MORNING + timedelta(minutes=minute))
        assert what_stands(then) == self.moments[minute]

    def teardown(self):
        assert self.journal.check().whole
        again = in_memory()
        (person,) = again.import_text(self.journal.export_text(names=True))
        assert what_stands(again.state(person.id)) == self.done[-1]


TestHistory = History.TestCase
TestHistory.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
