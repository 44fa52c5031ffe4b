"""Complete an answer about a job title: which known one is meant, where it is not known."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from pmo_path.core.text import printable
from pmo_path.engine.job_titles import near_roles, read_title
from pmo_path.interview.state import Answer, Event
from pmo_path.messages.catalog import talk
from pmo_path.model.catalogue import Catalogue


class Teller(Protocol):
    """A front that can tell, and let choose."""

    def tell(self, text: str) -> None:
        """Show a paragraph."""

    def choose(self, text: str, options: list[str]) -> int | None:
        """Return the index of the option chosen, or None to go back."""


def known_title(
    catalogue: Catalogue, front: Teller, answer: Answer, keep: Callable[[Answer], None]
) -> Event:
    """Return the answer with an unknown job title replaced by the similar one that is picked.

    The answer is unchanged where no title is similar or none fits, so that the level is asked next;
    it is "resume" where the person goes back.
    """
    close = None if answer.value is None else _title_matches(catalogue, answer.value)
    if close is None:
        return answer
    unknown = talk("title-unknown", title=printable(answer.value))
    if not close:
        front.tell(unknown)
        return answer
    keep(answer)
    chosen = front.choose(f"{unknown} {talk('title-close')}", [*close, talk("title-none")])
    if chosen is None:
        return "resume"
    return Answer(answer.fact, close[chosen]) if chosen < len(close) else answer


def _title_matches(catalogue: Catalogue, title: str) -> list[str] | None:
    """Return known job titles similar to an unknown one; None where the title is known."""
    if read_title(catalogue, title):
        return None
    typed = title.casefold().strip()
    known = [
        name for role in catalogue.roles.values() for name in (*role.titles_en, *role.titles_nl)
    ]
    begun = [name for name in known if typed in name.casefold()]
    close = (catalogue.roles[role] for role in near_roles(catalogue, title))
    return list(dict.fromkeys([*begun[:3], *[role.title for role in close]]))
