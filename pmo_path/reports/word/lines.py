"""Lines of a Word document: leads, links and the numbers of sources."""

from __future__ import annotations

from docx.text.paragraph import Paragraph

from pmo_path.reports.blocks import Line
from pmo_path.reports.word.elements import add_link, add_run, add_text


def add_line(paragraph: Paragraph, line: Line) -> None:
    """Add a line to a paragraph: its lead, its text and the numbers of its sources."""
    if line.lead:
        add_lead(paragraph, line)
        if line.text:
            add_text(paragraph, ":")
            paragraph.add_run(" ")
    add_value(paragraph, line)


def add_lead(paragraph: Paragraph, line: Line) -> None:
    """Add the lead of a line, which links where the line has an address."""
    if not line.address:
        add_text(paragraph, line.lead, "Strong")
        return
    for run in add_link(paragraph, line.lead, line.address):
        run.font.bold = run.font.cs_bold = True


def add_value(paragraph: Paragraph, line: Line) -> None:
    """Add a line after its lead; addresses are printed, as links cannot be followed on paper."""
    for text, address in line.pieces:
        if address:
            add_link(paragraph, text, address)
        else:
            _add_piece(paragraph, text)
    if line.address and line.address != line.text:
        paragraph.add_run(" ")
        add_link(paragraph, line.address, line.address, "Soft")
    if line.refs:
        add_run(paragraph, "\N{NO-BREAK SPACE}[", "Soft")
        for place, number in enumerate(line.refs):
            if place:
                add_run(paragraph, ", ", "Soft")
            add_link(paragraph, str(number), f"#source_{number}", "Soft")
        add_run(paragraph, "]", "Soft")


def _add_piece(paragraph: Paragraph, text: str) -> None:
    """Add a piece of a line, with the spaces at its ends."""
    begin, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if begin:
        paragraph.add_run(" ")
    add_text(paragraph, text)
    if end and text.strip():
        paragraph.add_run(" ")
