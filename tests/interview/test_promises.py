"""The interview promises: few questions, none for nothing, an end, and any answer taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from statistics import mean, median
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from msgspec.structs import replace
from strategies import TITLES, shipped
from tried import tried

from pmo_path.cli.saved_interview import read_state, state_data
from pmo_path.core.documents import read_document
from pmo_path.core.json_text import indented_json
from pmo_path.core.scalars import Range
from pmo_path.engine.decision import decide
from pmo_path.engine.relevance import is_settled
from pmo_path.interview.presentation import answer_label, question
from pmo_path.interview.question_selection import Questionnaire
from pmo_path.interview.state import Answer, State, fact_to_ask, fold, next_state
from pmo_path.interview.status import still_possible
from pmo_path.model.on_day import on_day
from pmo_path.profile.fact_row import Row
from pmo_path.profile.facts import BY_KEY, FACTS
from pmo_path.profile.profile import Held, Profile, with_facts

DAY = date(2026, 11, 22)


class Remembering(Questionnaire, frozen=True):
    """Works out each question once: made-up interviews come to the same places again and again."""

    next_question = cache(Questionnaire.next_question)
    at_most = cache(Questionnaire.at_most)


ASKED = Remembering(on_day(shipped(), DAY))
NUMBERS = tuple(
    Range(value, value) for value in (0.0, 0.5, 1.0, 2.0, 2.5, 3.0, 4.0, 5.0, 9.0, 10.0, 12.0, 35.0)
)


def chosen(row: Row) -> st.SearchStrategy[Any]:
    """Return every answer to a fact with values: one, or several in the order of the row."""
    if not row.many:
        return st.sampled_from(row.values)
    some = st.lists(st.sampled_from(row.values), min_size=0 if row.may_be_none else 1, unique=True)
    return some.map(lambda values: tuple(value for value in row.values if value in values))


# Every way in which a person may answer a question, apart from how the interview tries answers.
ANSWERS: dict[str, st.SearchStrategy[Any]] = {
    "role": st.sampled_from((*TITLES, "PMO lead", "head of PMO", "PMO administrator")),
    "holds": st.lists(
        st.sampled_from(sorted(shipped().certifications)), unique=True, max_size=4
    ).map(lambda some: tuple(map(Held, sorted(some)))),
    "reads": st.sampled_from((("en",), ("nl",), ("en", "nl"))),
    "country": st.sampled_from(("NL", "BE", "US", "GB", "DE")),
}
ANSWERS |= {
    row.key: st.sampled_from(NUMBERS) for row in FACTS if row.kind == "number" and row.question
}
ANSWERS |= {row.key: chosen(row) for row in FACTS if row.values and row.question}
# Asked with another: whether PMOs are managed with the level, the level aimed for with the goal,
# and how many people somebody leads only after a title that this settles.
ASKABLE = tuple(key for key in ANSWERS if key not in ("pmos_managed", "people_led", "target_level"))


@st.composite
def half_way(draw: st.DrawFn) -> tuple[Profile, frozenset[str]]:
    """What is known of a person in the middle of an interview, and the questions put so far, some
    not answered.
    """
    closed = draw(st.frozensets(st.sampled_from(ASKABLE)))
    said = {fact: draw(ANSWERS[fact]) for fact in sorted(closed) if draw(st.integers(0, 3))}
    return Profile(**said), closed


@st.composite
def completed(draw: st.DrawFn, profile: Profile, closed: frozenset[str]) -> Profile:
    """The same person once more questions are answered, or said not to be known."""
    rest = [
        fact
        for fact in ASKABLE
        if fact not in closed and not is_settled(ASKED.day, profile, BY_KEY[fact])
    ]
    if profile.role is not None or "role" in closed or "experience_level" in closed:
        rest = [fact for fact in rest if fact != "role"]
    said = {fact: draw(ANSWERS[fact]) for fact in rest if draw(st.integers(0, 4))}
    if len(meant := candidate_levels(profile)) == 1 or said.get("experience_level") not in meant:
        said.pop("experience_level", None)
    return with_facts(profile, said)


def candidate_levels(profile: Profile) -> tuple[str, ...]:
    from pmo_path.engine.career_level import candidate_levels

    return candidate_levels(shipped(), profile)


# --- no question too few, none too many ----------------------------------------------


@settings(max_examples=tried(150))
@given(st.data())
def test_where_it_stops_nothing_open_changes_which_routes_come_first(data: st.DataObject) -> None:
    profile, closed = data.draw(half_way())
    if ASKED.next_question(profile, closed) is None:
        later = data.draw(completed(profile, closed))
        assert ASKED.outcome(later) == ASKED.outcome(profile), later


@settings(max_examples=tried(150))
@given(half_way())
def test_every_question_can_change_which_routes_come_first(
    state: tuple[Profile, frozenset[str]],
) -> None:
    profile, closed = state
    row = ASKED.next_question(profile, closed)
    if row is None:
        return
    fact = "experience_level" if row.key in ("role", "people_led") else row.key
    alone = {
        ASKED.outcome(with_facts(profile, {fact: value})) for value in ASKED.answers(profile, fact)
    }
    if alone == {ASKED.outcome(profile)}:
        assert ASKED.deciding(profile, closed) == fact
        assert ASKED.deciding(profile, closed | {fact}) is None


@settings(max_examples=tried(300))
@given(st.data())
def test_a_fact_that_the_decision_does_not_hang_on_changes_nothing_alone(
    data: st.DataObject,
) -> None:
    profile, _ = data.draw(half_way())
    hangs_on = ASKED.open(profile, frozenset())
    for fact in ASKABLE:
        row = BY_KEY[fact]
        if (
            fact in hangs_on
            or is_settled(ASKED.day, profile, row)
            or fact in ("role", "years_in_pmo")
        ):
            continue
        if fact == "experience_level":  # the title has settled it
            continue
        assert ASKED.outcome(
            with_facts(profile, {fact: data.draw(ANSWERS[fact])})
        ) == ASKED.outcome(profile), fact


@settings(max_examples=tried(200), phases=(Phase.generate,))
@given(st.data())
def test_what_is_no_longer_possible_is_never_advised(data: st.DataObject) -> None:
    profile, closed = data.draw(half_way())
    decision = decide(ASKED.day, profile)
    left = still_possible(decision, closed)
    later = decide(ASKED.day, data.draw(completed(profile, closed)))
    assert {step for one in later.ranked for step in one.plan.steps} <= left


def test_years_alone_rule_nothing_out_while_a_title_may_still_tell_another_level() -> None:
    """Twelve years are read as manager or director; a title may come to say that the work is an
    administrator's.
    """
    years = Profile(years_in_pmo=Range(12.0, 12.0), goals=("frameworks",))
    left = still_possible(decide(ASKED.day, years), frozenset({"years_in_pmo", "goals"}))
    titled = decide(ASKED.day, replace(years, role="project administrator"))
    assert "hop-administrators" in {step for one in titled.ranked for step in one.plan.steps}
    assert "hop-administrators" in left


def test_some_years_however_few_are_not_tried_as_none() -> None:
    """Who has none is new to project support; who has half a year may already work at the next
    level.
    """
    tried = ASKED.answers(Profile(), "years_in_pmo")
    none, few = Range(0.0, 0.0), Range(0.5, 0.5)
    assert {none, few} <= set(tried)
    assert len({ASKED.outcome(Profile(years_in_pmo=years)) for years in (none, few)}) == 2


# --- the fold ------------------------------------------------------------------------


class Interviews(RuleBasedStateMachine):
    """A person who answers, goes back, asks why, leaves and comes back."""

    def __init__(self) -> None:
        super().__init__()
        self.state = State()
        self.at_most = ASKED.at_most(Profile())

    @property
    def question(self) -> str | None:
        row = fact_to_ask(ASKED, self.state)
        return row.key if row else None

    @precondition(lambda self: self.question is not None)
    @rule(data=st.data(), known=st.integers(0, 3))
    def answer(self, data: st.DataObject, known: int) -> None:
        fact = self.question
        assert fact is not None
        value = None
        if fact == "experience_level":
            value = (
                data.draw(st.sampled_from(candidate_levels(self.state.profile))) if known else None
            )
        elif known:
            value = data.draw(ANSWERS[fact])
        before = self.state
        self.state = next_state(ASKED, before, Answer(fact, value))
        assert self.state.answers[: len(before.answers) + 1] == (
            *before.answers,
            Answer(fact, value),
        )
        kept = {one.fact for one in self.state.answers}
        assert {one.fact for one in before.taken_back} <= kept | set(self.state.dropped)
        assert not kept & set(self.state.dropped)
        assert not self.state.taken_back
        assert self.question not in kept, "asked twice"

        undone = next_state(ASKED, self.state, "back")
        if not before.taken_back:
            assert undone.answers == before.answers
            assert fact_to_ask(ASKED, undone) == fact_to_ask(ASKED, before)
            assert undone.before(fact) == Answer(fact, value)
            assert next_state(ASKED, undone, Answer(fact, value)) == self.state

    @rule()
    def back(self) -> None:
        before = self.state
        self.state = next_state(ASKED, before, "back")
        assert len(self.state.answers) == max(0, len(before.answers) - 1)

    @rule(command=st.sampled_from(("why", "so far", "quit", "resume")))
    def look(self, command: Any) -> None:
        before = self.state
        self.state = next_state(ASKED, before, command)
        assert (self.state.answers, self.state.taken_back) == (before.answers, before.taken_back)
        assert self.state.left == (command == "quit")

    @invariant()
    def saved_and_read_it_is_the_same(self) -> None:
        document = read_document(indented_json(state_data(self.state)).encode(), "saved")
        read, unfit = read_state(document, shipped().names)
        assert not unfit
        assert (read.given, read.answers, read.taken_back) == (
            self.state.given,
            self.state.answers,
            self.state.taken_back,
        )

    @invariant()
    def fewer_questions_remain_after_each_answer(self) -> None:
        assert ASKED.at_most(self.state.profile, self.state.closed) <= 13 - len(self.state.answers)
        if self.question is not None:
            assert ASKED.at_most(self.state.profile, self.state.closed) >= 1


TestInterviews = Interviews.TestCase
TestInterviews.settings = settings(max_examples=tried(25), stateful_step_count=12)


@settings(max_examples=tried(60))
@given(st.data())
def test_the_order_of_the_same_answers_makes_no_difference(data: st.DataObject) -> None:
    facts = data.draw(st.lists(st.sampled_from(ASKABLE), unique=True, min_size=2))
    answers = [Answer(fact, data.draw(st.none() | ANSWERS[fact])) for fact in facts]
    one, other = (
        fold(ASKED, State(), order) for order in (answers, data.draw(st.permutations(answers)))
    )
    assert one.profile == other.profile
    assert fact_to_ask(ASKED, one) == fact_to_ask(ASKED, other)


def test_what_no_longer_counts_is_dropped_and_named() -> None:
    ambiguous = fold(
        ASKED, State(), [Answer("role", "PMO lead"), Answer("experience_level", "analyst")]
    )
    first = fold(ASKED, ambiguous, [Answer("goals", ("basics",)), "back", "back", "back"])
    changed = next_state(ASKED, first, Answer("role", "head of PMO"))
    assert changed.dropped == ("experience_level",)
    assert changed.answers == (Answer("role", "head of PMO"), Answer("goals", ("basics",)))


@pytest.mark.parametrize("fact", ["name", "budget", "hours_per_week", "needed_by"])
def test_it_never_asks_for_what_is_private_or_not_read(fact: str) -> None:
    assert BY_KEY[fact].question is None


# --- how many questions --------------------------------------------------------------

# Titles that settle the level, and one with a follow-up; `verification/prove.py` goes through all
# kinds of title.
KINDS_OF_TITLE = ("project administrator", "PMO analyst", "PMO manager")
LED = "PMO lead"  # analyst or manager: the people led are asked for before the level


LEFT_OUT = frozenset({"works_with", "country"})


@cache
def lengths(title: str) -> Counter[int]:
    """How many questions are put on every path of the interview that begins with a title.

    A path is one for all answers that nothing can tell apart; of lists, those that name one item or
    none, and "don't know" everywhere. Employer and country, which only order, are left out: they
    would make a hundred paths of one; `Interviews` asks them.
    """

    def walk(profile: Profile, closed: frozenset[str]) -> Iterator[int]:
        row = ASKED.next_question(profile, closed)
        rest = ASKED.at_most(profile, closed)
        assert rest >= (row is not None)
        if row is None:
            yield len(closed) - len(LEFT_OUT)
            return
        for value in (*ASKED.answers(profile, row.key), None):
            said = profile if value is None else with_facts(profile, {row.key: value})
            assert ASKED.at_most(said, closed | {row.key}) < rest, (
                "fewer remain after each question"
            )
            yield from walk(said, closed | {row.key})

    return Counter(walk(Profile(role=title), frozenset({"role"}) | LEFT_OUT))


@pytest.mark.parametrize(
    ("fact", "answer", "words"),
    [
        ("pmo_types", ("tactical", "coe"), "tactical and centre of excellence"),
        ("goals", ("basics", "frameworks"), "the practical basics of PMO work and ideas"),
        ("experience_level", "manager", "managing one PMO and its people"),
        ("role", "Lead: PMO", "Lead: PMO"),
    ],
)
def test_an_answer_is_told_by_its_label_and_what_was_typed_is_whole(
    fact: str, answer: Any, words: str
) -> None:
    assert answer_label(question(ASKED, State(), BY_KEY[fact]), answer) == words


@pytest.mark.slow
@pytest.mark.parametrize("title", KINDS_OF_TITLE)
def test_no_path_of_the_interview_is_longer_than_nine_questions(title: str | None) -> None:
    """Nine where the years of PMO work decide: what lies below a manager's level is only for who is
    new to PMO work.
    """
    assert max(lengths(title)) <= 9


@pytest.mark.slow
def test_no_path_of_a_title_that_hangs_on_who_is_led_is_longer_than_ten_questions() -> None:
    assert max(lengths(LED)) == 10


@pytest.mark.slow
def test_half_of_all_paths_have_six_questions_or_fewer() -> None:
    paths = sorted(sum((lengths(title) for title in KINDS_OF_TITLE), Counter()).elements())
    print(
        f"{len(paths)} paths: median {median(paths)}, mean {mean(paths):.1f}, "
        f"at most {max(paths)} questions"
    )
    assert median(paths) <= 6
