"""A report as one self-contained HTML file: no scripts, no requests, for screen and print."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256

from markupsafe import Markup

from pmo_path.contract.advice import Advice
from pmo_path.contract.cohort import Cohort
from pmo_path.contract.plan import CareerPlan
from pmo_path.contract.report import Report
from pmo_path.reports.blocks import (
    SOURCE,
    Block,
    Chart,
    Contents,
    Document,
    Fields,
    Heading,
    Items,
    Line,
    Paragraph,
    Picture,
    References,
    Table,
    TimeLine,
    sections_after,
)
from pmo_path.reports.cohort_report import cohort_document
from pmo_path.reports.escaping import html as escape
from pmo_path.reports.html.stylesheet import STYLE
from pmo_path.reports.person_report import document
from pmo_path.reports.plan_report import plan_document
from pmo_path.reports.svg.bar_chart import chart_svg
from pmo_path.reports.svg.map_drawing import map_svg
from pmo_path.reports.svg.time_line import time_line_svg

SHORT = 13  # characters of a cell that is kept on one line
LINES = Markup("\n")


def render(advice: Advice, width: int = 80) -> str:
    """Return an advice as an HTML page; `width` is ignored."""
    return translate(document(advice))


def report(whole: Report, brief: bool = False) -> str:
    """Return a report as an HTML page."""
    return translate(document(whole.advice, whole.mentor, brief, whole.changes, whole.plan))


def summary(cohort: Cohort) -> str:
    """Return the summary of a cohort as an HTML page."""
    return translate(cohort_document(cohort))


def plan(whole: CareerPlan, width: int = 80) -> str:
    """Return a plan as an HTML page; `width` is ignored."""
    return translate(plan_document(whole))


def translate(blocks: Document) -> str:
    """Return a document as an HTML page.

    The blocks before the first section become the header, the last section the footer.
    """
    head, *main, foot = _sections(blocks)
    title = next((block.text for block in blocks if isinstance(block, Heading)), "")
    body = LINES.join((tag("header", head), tag("main", LINES.join(main)), tag("footer", foot)))
    style = tag("style", Markup(STYLE))
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(_policy(style + body))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{escape(title)}</title>
{style}
</head>
<body>
{body}
</body>
</html>
"""


def _policy(page: str) -> str:
    """Return the Content-Security-Policy that allows a page's own style sheets and nothing else."""
    sheets = re.findall(r"<style[^>]*>(.*?)</style>", page, re.DOTALL)
    hashes = " ".join(
        f"'sha256-{b64encode(sha256(sheet.encode()).digest()).decode()}'" for sheet in sheets
    )
    return f"default-src 'none'; style-src {hashes}; base-uri 'none'; form-action 'none'"


def tag(name: str, *inside: str, **attributes: str | None) -> Markup:
    """Return an element. Text is escaped unless it is Markup; attributes of None are left out."""
    given = {
        key.rstrip("_").replace("_", "-"): value
        for key, value in attributes.items()
        if value is not None
    }
    words = "".join(f' {key}="{escape(value)}"' for key, value in given.items())
    return Markup(f"<{name}{words}>{_all(*inside)}</{name}>")


def _all(*inside: str) -> Markup:
    return Markup("".join(map(escape, inside)))


def _sections(blocks: Document) -> Iterator[Markup]:
    """Yield the header, then each section, labelled by its heading."""
    part: list[Markup] = []
    heading: Heading | None = None
    number = 0
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            yield _section(part, heading, number)
            number += 1
            heading = block
            part = [tag("h2", block.text, id=f"section-{number}")]
        elif isinstance(block, Contents):
            part.append(_contents(block, sections_after(blocks, block), number + 1))
        else:
            part.append(_block(block))
    yield _section(part, heading, number)


def _section(part: list[Markup], heading: Heading | None, number: int) -> Markup:
    inside = LINES.join(part)
    if heading is None:
        return inside
    starts = "page" if heading.starts_page else None
    return tag("section", inside, aria_labelledby=f"section-{number}", class_=starts)


def _contents(block: Contents, titles: tuple[str, ...], first: int) -> Markup:
    """Return links to the sections that follow, the first of which has the number `first`."""
    if not titles:
        return Markup("")
    links = (
        tag("a", title, href=f"#section-{number}") for number, title in enumerate(titles, first)
    )
    return tag(
        "nav", tag("p", block.title, id="contents"), _list("ul", links), aria_labelledby="contents"
    )


def _block(block: Block) -> Markup:
    match block:
        case Heading():
            return tag(f"h{block.level}", block.text)
        case Paragraph():
            lines = [piece for line in block.lines for piece in (Markup("<br>"), _line(line))][1:]
            if block.tone == "quote":
                return tag("blockquote", tag("p", *lines))
            return tag("p", *lines, class_=None if block.tone == "plain" else block.tone)
        case Items():
            return _list(
                "ul", (_all(_line(item.line), *_under(item.under)) for item in block.items)
            )
        case Fields():
            pairs = (
                piece
                for name, value in block.pairs
                for piece in (tag("dt", name), tag("dd", *_value(value)))
            )
            return tag("dl", *pairs)
        case Table():
            return _table(block)
        case References():
            return _references(block)
        case Picture():
            return _picture(block)
        case Contents():
            return Markup("")  # `_sections` knows what follows it
        case Chart():
            return _figure(chart_svg(block, f"chart-{block.name}"), block.title)
        case TimeLine():
            return _figure(time_line_svg(block, f"time-{block.name}"), block.title)


def _figure(drawn: str, title: str) -> Markup:
    return tag("figure", Markup(drawn), tag("figcaption", title))


def _list(kind: str, items: Iterable[str]) -> Markup:
    return tag(kind, *(tag("li", item) for item in items))


def _under(lines: tuple[Line, ...]) -> Iterator[Markup]:
    if lines:
        yield _list("ul", map(_line, lines))


def _line(line: Line) -> Markup:
    lead = tag("strong", _linked(line.lead, line.address)) if line.lead else Markup("")
    if not line.text:
        return _all(lead, *_refs(line.refs))
    return _all(lead, Markup(": " if line.lead else ""), *_value(line))


def _value(line: Line) -> Iterator[str]:
    """Yield the parts of a line after its lead."""
    yield from (_linked(text, address) for text, address in line.pieces)
    yield from _refs(line.refs)


def _linked(text: str, address: str | None) -> str:
    """Return a link to an address, which is printed after it unless it is the text."""
    if not address:
        return text
    return tag("a", text, href=address, class_=None if text == address else "away")


def _refs(numbers: tuple[int, ...]) -> Iterator[Markup]:
    if numbers:
        links = [
            piece
            for number in numbers
            for piece in (Markup(", "), tag("a", str(number), href=f"#{SOURCE}-{number}"))
        ][1:]
        yield _all(Markup(" "), tag("span", "[", *links, "]", class_="refs"))


def _table(block: Table) -> Markup:
    heads = tag("thead", tag("tr", *(tag("th", head, scope="col") for head in block.heads)))
    rows = (tag("tr", *_cells(block, row)) for row in block.rows)
    return tag(
        "table",
        tag("caption", block.caption),
        heads,
        tag("tbody", *rows),
        class_="room" if block.room else None,
    )


def _cells(block: Table, row: tuple[Line, ...]) -> Iterator[Markup]:
    """Yield the cells of a row; a first cell with a lead becomes the row header."""
    for head, line in zip(block.heads, row, strict=True):
        if line is row[0] and line.lead:
            text = (tag("span", line.text, class_="under"),) if line.text else ()
            yield tag(
                "th",
                _linked(line.lead, line.address),
                *text,
                scope="row",
            )
        else:
            short = not block.room and len(line.text) <= SHORT
            yield tag("td", _line(line), data_head=head, class_="short" if short else None)


def _picture(block: Picture) -> Markup:
    """Return the map in a frame that scrolls if it is too wide."""
    drawn = Markup(map_svg(block.view, alone=False))
    frame = tag("div", drawn, class_="drawn", role="region", aria_label=block.title, tabindex="0")
    return tag("figure", frame, tag("figcaption", block.title))


def _references(block: References) -> Markup:
    """Return the numbered sources, each with the anchor of its refs."""
    items = (
        tag("li", _line(line), id=f"{SOURCE}-{number}")
        for number, line in enumerate(block.lines, 1)
    )
    return tag("ol", *items, class_="sources")
