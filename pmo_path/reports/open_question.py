"""The question that would decide which route comes first, and what each answer leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from pmo_path.contract.advice import Advice, Decides, MissingFact
from pmo_path.messages.catalog import say
from pmo_path.messages.grammar import join
from pmo_path.messages.phrases import answer_words, value_words
from pmo_path.profile.facts import BY_KEY


class OpenQuestion(Struct, frozen=True):
    """An open question: a sentence that names it, what each answer leads to, and its fact."""

    text: str
    answers: tuple[str, ...] = ()
    fact: str = ""


def open_question(advice: Advice, phrases: Mapping[str, str], options: bool) -> OpenQuestion | None:
    """Return the question that would decide which route comes first; None where it is decided.

    `phrases` words each certification. With `options`, name the command-line option and
    its values too.
    """
    if len(advice.next_steps) > 1:
        return _decider(advice, phrases, options)
    return None if advice.first_routes else _by_level(advice, phrases, options)


def _decider(advice: Advice, phrases: Mapping[str, str], options: bool) -> OpenQuestion:
    """Return the question that decides a tie: the level, else the one with the most outcomes."""
    tied = set(advice.next_steps)
    best: tuple[MissingFact, list[Decides]] | None = None
    for missing in advice.missing_facts:
        settling = [
            answer
            for answer in missing.decides
            if answer.next_steps and set(answer.next_steps) < tied
        ]
        if missing.fact == "experience_level" and settling:
            best = missing, settling  # an ambiguous title is settled first
            break
        outcomes = len({answer.next_steps for answer in settling})
        if missing.fact != "holds" and outcomes > (
            len({answer.next_steps for answer in best[1]}) if best else 1
        ):
            best = missing, settling
    if best is None:
        return OpenQuestion(say("tie-open"))
    row = BY_KEY[best[0].fact]
    noun = f"{row.noun} ({row.options[-1]})" if options else row.noun
    return OpenQuestion(
        say("tie-decided-by", noun=noun),
        tuple(_outcomes(row.key, best[1], phrases, "and", options)),
        row.key,
    )


def _by_level(advice: Advice, phrases: Mapping[str, str], options: bool) -> OpenQuestion | None:
    """Return what each career level would lead to; None where the level is not a missing fact."""
    for missing in advice.missing_facts:
        if missing.fact == "experience_level":
            settling = [answer for answer in missing.decides if answer.next_steps]
            text = say(
                "by-level", option=f" ({BY_KEY[missing.fact].options[-1]})" if options else ""
            )
            outcomes = tuple(_outcomes(missing.fact, settling, phrases, "or", options))
            return OpenQuestion(text, outcomes, missing.fact)
    return None


def _outcomes(
    fact: str, answers: list[Decides], phrases: Mapping[str, str], word: str, options: bool
) -> Iterator[str]:
    """Yield what the answers lead to, those that lead to the same together."""
    coded = options or BY_KEY[fact].names == "level"
    alike: dict[tuple[str, ...], list[str]] = {}
    for answer in answers:
        words = (answer_words if coded else value_words)(fact, answer.answer)
        alike.setdefault(answer.next_steps, []).append(words)
    for next_steps, same in alike.items():
        names = join((phrases[step] for step in next_steps), word)
        yield say("decides", answer=join(same, "or"), names=names)
