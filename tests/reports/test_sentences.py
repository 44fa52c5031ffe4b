"""No sentence stands twice in what one person reads, but for the named exceptions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from goldens import PEOPLE
from strategies import shipped
from written import advised

from pmo_path.contract.advice import Advice
from pmo_path.contract.report import Mentor, Report
from pmo_path.messages.en.advice import SENTENCES
from pmo_path.messages.phrases import headline
from pmo_path.reports import markdown, text, text_short

WIDE = 100_000  # columns: no sentence is wrapped
MIN_WORDS = 4  # fewer are a label

# What may stand again, by code, with the reason.
AGAIN = {
    "ask": "whom to ask stands wherever something is not known",
    "not-published": "the same, for each step",
    "gap-unknown": "an entry requirement stands at each certification that has it",
    "gap-not-met": "the same",
    "would-change": "the same change may do for certifications of different levels",
    "not_launched": "the same day may be too early for what lies outside our routes",
    "unknown-status": "the same",
    "entry-not-asked": "each step has its line on entry",
    "entry-none-known": "the same",
    "other-level": "it stands again where advice against a certification comes first",
    "placed": "a kind of PMO is told for every route of its own",
    "made-for": "a level is told for every route of its own",
    "made-for-maybe": "the same",
    "made-for-aim": "the same",
}


def pattern(code: str) -> str:
    """Return an expression for the sentence of a code, whatever its values."""
    return re.sub(r"\\\{\w+\\\}", ".*", re.escape(SENTENCES[code]))


MAY_STAND_AGAIN = re.compile(f"(.*: )?({'|'.join(map(pattern, AGAIN))})")


def sentences(page: str) -> Iterator[str]:
    """Yield the sentences of a page, without signs of lists and numbers of sources."""
    page = re.sub(r"```.*?```", "", page, flags=re.S)
    for line in page.splitlines():
        if line.startswith(("|", "#")):
            continue
        plain = re.sub(r"\[[\d, ]+\]|\[([^]]*)\]\(<[^>]*>\)|[*\\]", r"\1", line)
        plain = re.sub(r"^\s*(- |\d+\. )?", "", plain)
        for sentence in re.split(r"(?<=[.?])\s+(?=[A-Z])", plain.strip()):
            if sentence.endswith((".", "?")) and len(sentence.split()) >= MIN_WORDS:
                yield sentence


def twice(page: str, essence: str = "") -> list[str]:
    """Return the sentences that stand more than once, apart from exceptions and the essence.

    A label before a sentence does not make it another.
    """
    again = set(sentences(essence))
    told = [
        sentence
        for sentence in sentences(page)
        if not MAY_STAND_AGAIN.fullmatch(sentence) and sentence not in again
    ]
    counted = Counter(re.sub(r"^[^:.]*: ", "", sentence) for sentence in told)
    return [sentence for sentence, count in counted.items() if count > 1]


@pytest.fixture(params=PEOPLE)
def advice(request: pytest.FixtureRequest) -> Advice:
    person = request.param
    return advised(person, shipped())


def test_no_sentence_stands_twice_in_the_full_form(advice: Advice) -> None:
    assert twice(text.render(advice, WIDE)) == []


def test_no_sentence_but_the_answer_stands_twice_in_the_short_form(advice: Advice) -> None:
    assert twice(text_short.render(advice, WIDE), headline(advice)) == []


def test_no_sentence_stands_twice_in_the_report(advice: Advice) -> None:
    assert twice(markdown.report(Report(advice=advice, mentor=Mentor()))) == []


def test_a_sentence_that_stands_twice_is_found() -> None:
    page = "- A: It lapsed on 1 May 2026. Ask us.\n   1. It lapsed on 1 May 2026. [3, 4]\n"
    assert twice(page) == ["It lapsed on 1 May 2026."]
