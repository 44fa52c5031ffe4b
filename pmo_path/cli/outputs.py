"""Choose the output format and write answers in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pmo_path.core.errors import BadValueError, usage_error
from pmo_path.system import output, terminal

if TYPE_CHECKING:
    from pmo_path.reports import Answer

AnswerRenderer = Callable[[Any, int], str | bytes]  # renders an answer as text of at most a width
JsonForm = Callable[[Any], Any]  # returns what is printed of an answer as JSON


def output_format(
    format: str | None,
    as_json: bool,
    target: Path | None,
    otherwise: str | None,
    *answers: Answer,
) -> str:
    """Return the output format: by option, else by the suffix of `target`, else `otherwise`.

    Raises a usage error for an unknown format, for none, for one that renders none of the answers,
    and for binary output to a terminal.
    """
    from pmo_path.core.suggest import did_you_mean
    from pmo_path.messages.grammar import join
    from pmo_path.reports import FORMATS, SUFFIXES, formats_of

    known = formats_of(*answers)
    suffix = target.suffix.lower() if target else ""
    name = option_format(format, as_json) or SUFFIXES.get(suffix) or otherwise
    if name is None:
        endings = join((FORMATS[form].suffixes[0] for form in known), "or")
        raise usage_error(
            "-o: the name of the file tells no format",
            f"give --format, or a name that ends in {endings}",
            "no-format",
        )
    if name not in FORMATS:
        raise usage_error("--format: there is no such format", did_you_mean(name, known))
    if name not in known and "advice" in FORMATS[name].renders:
        raise usage_error(
            f"--format: a report is one of {', '.join(known)}",
            f"`pmo-path advise` gives {name}",
        )
    if name not in known:
        raise usage_error(
            f"{name} is for the summary of many people",
            "give `pmo-path report` several profiles, or choose another format",
            "format-of-many",
        )
    if FORMATS[name].binary and target is None and output.on_terminal():
        raise usage_error(
            f"{name} is not for a terminal",
            "give -o FILE, or send it to another program",
            "terminal",
        )
    return name


def option_format(format: str | None, as_json: bool) -> str | None:
    """Return the format that the options name, if any. Raises a usage error where they name two."""
    if not as_json:
        return format
    if format not in (None, "json"):
        raise usage_error(f"--json and --format {format} are two formats", "give one of them")
    return "json"


def json_form(
    format: str, select: Sequence[str] | None, *kinds: str, slim: bool = False
) -> JsonForm:
    """Return the function that makes an answer of some kinds slim, and takes what is selected.

    Raises a usage error for a member that no such answer has, or for a format other than JSON; of
    several kinds the function does, where an answer can have none of the members.
    """
    if format != "json" and (slim or select):
        raise usage_error(f"{'--slim' if slim else '--select'} is about JSON", "add --json")
    if not select:
        return _slimmed if slim else _whole
    from pmo_path.contract.selection import member_paths, refuse_unlike, selected
    from pmo_path.core.json_text import json_data

    form = _slimmed if slim else json_data
    with as_usage_error("--select"):
        paths = member_paths(select, *(f"{kind}-slim" if slim else kind for kind in kinds))
    if len(kinds) == 1:
        return lambda answer: selected(form(answer), paths)

    def chosen(answer: Any) -> Any:
        data = form(answer)
        with as_usage_error("--select"):
            refuse_unlike(select, data["kind"])
        return selected(data, paths)

    return chosen


def _whole(answer: Any) -> Any:
    return answer


def _slimmed(advice: Any) -> Any:
    from pmo_path.contract.slim import slim

    return slim(advice)


@contextmanager
def as_usage_error(option: str) -> Iterator[None]:
    """Raise a BadValueError of the block as a usage error about an option."""
    try:
        yield
    except BadValueError as bad:
        raise usage_error(f"{option}: {bad.detail}", bad.hint, bad.code) from None


def write_advice(
    advice: Any,
    format: str,
    target: Path | None = None,
    force: bool = False,
    *,
    full: bool = False,
    plain: bool = False,
    options: bool = True,
    form: JsonForm | None = None,
) -> None:
    """Write an advice in a format; as text, all of it if `full`, else what fits on a screen.

    Text names the command-line options with which to tell more, unless told not to. JSON is what
    `form` returns of the advice.
    """
    from pmo_path.reports import format_notes, renderer

    render: Any = renderer(format, full)
    if format == "text":
        render = partial(render, options=options)
    shape = form if format == "json" and form else _whole
    _write(render(shape(advice), output.width()), format, target, force, plain)
    for note in format_notes(format, advice):
        output.tell(note)


def answer_format(format: str | None, as_json: bool, target: Path | None) -> str:
    """Return the format of an answer: by option, else by the suffix of `target`, else text."""
    from pmo_path.reports import MAP_FORMATS, SUFFIXES, by_suffix

    suffixes = SUFFIXES | by_suffix(MAP_FORMATS)
    by_name = suffixes.get(target.suffix.lower()) if target else None
    return option_format(format, as_json) or by_name or "text"


def write_answer(
    answer: Any,
    render: AnswerRenderer | Mapping[str, AnswerRenderer],
    format: str | None,
    as_json: bool,
    target: Path | None = None,
    force: bool = False,
    plain: bool = False,
    form: JsonForm | None = None,
) -> None:
    """Write an answer other than an advice, as JSON or in a format of `render`.

    JSON is what `form` returns of the answer. A single renderer is for text. The format is that of
    `answer_format`. Raises a usage error for one that the answer does not have.
    """
    from pmo_path.core.json_text import indented_json

    known: dict[str, AnswerRenderer] = {
        **({"text": render} if callable(render) else render),
        "json": lambda value, width: indented_json(form(value) if form else value),
    }
    name = answer_format(format, as_json, target)
    if name not in known:
        raise usage_error(
            f"{'--format' if format else '-o'}: this answer cannot be written as {name}",
            f"known: {', '.join(sorted(known))}",
        )
    _write(known[name](answer, output.width()), name, target, force, plain)


def _write(result: str | bytes, format: str, target: Path | None, force: bool, plain: bool) -> None:
    if format == "text" and target is None:
        assert isinstance(result, str)
        result = shown(result, plain)
    output.write(result, target, force)


def shown(text: str, plain: bool = False) -> str:
    """Return a text for standard output: with emphasis and links on a terminal, unless `plain`."""
    if plain or not (output.on_terminal() and terminal.has_cursor()):
        return text
    from pmo_path.cli.emphasis import emphasised  # lazy: it loads rich

    return emphasised(text)
