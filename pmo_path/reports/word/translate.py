"""Translate a document to a Word document, which its reader may go on writing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document as WordDocument
from docx.shared import Emu, Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from pmo_path.reports.blocks import (
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
from pmo_path.reports.office_files import in_memory
from pmo_path.reports.page_room import lines_taken
from pmo_path.reports.svg.bar_chart import chart_svg
from pmo_path.reports.svg.map_drawing import map_sentences, map_svg
from pmo_path.reports.svg.png import png
from pmo_path.reports.svg.text_metrics import Face, text_width
from pmo_path.reports.svg.time_line import time_line_svg
from pmo_path.reports.word.elements import (
    add_bookmark,
    add_field,
    add_link,
    add_text,
    field_parts,
    runs_right_to_left,
    set_style,
    turn,
)
from pmo_path.reports.word.lines import add_line, add_value
from pmo_path.reports.word.styles import TEXT_WIDTH, styled_document
from pmo_path.reports.word.tables import add_table

_HEADINGS = {1: "Title", 2: "Heading 1", 3: "Heading 2"}
_TONES = {"plain": None, "answer": "Answer", "careful": "Careful", "note": "Note", "quote": "Quote"}
_NAME, _WIDEST_NAME = Face(9, 12, True), 170.0  # the name of a field, in points
_CHART_WIDTH = Mm(100)
# Of the first page, in points: a line as `page_room` counts them, and what is not of them.
_PAGE, _LINE, _CAPTION, _BELOW_PICTURE = 754.0, 11.2, 22.0, 62.0
_LETTERS = 115  # of a line of the table of contents
_LEAST_PICTURE, _HIGHEST_PICTURE = Mm(34), Mm(200)
_MOST_OF_FOOT = 70  # characters of the title that fit into the page footer
_MOST_TOGETHER = 800  # characters of paragraphs that are kept on one page with a form


def translate(blocks: Document, edition: str) -> WordDocument:
    """Return a document as a Word document; each footer has title, edition and page number."""
    writer = _Writer(styled_document(), blocks)
    for block in blocks:
        writer.add(block)
    title = next((block.text for block in blocks if isinstance(block, Heading)), "")
    writer.add_footer(title, edition)
    return writer.document


class _Writer:
    """Adds blocks to a Word document, in their order."""

    def __init__(self, document: WordDocument, blocks: Document) -> None:
        self.document = document
        self.blocks = blocks
        self.bookmarks = 0
        self.sections = 0
        self.form = False  # whether the section has a form to fill in

    def add(self, block: Block) -> None:
        match block:
            case Heading():
                self.add_heading(block)
            case Paragraph():
                self.add_lines(block.lines, _TONES[block.tone])
            case Items():
                self.add_items(block)
            case Fields():
                self.add_fields(block)
            case Table():
                add_table(self.document, block, hold=self.form and block.room)
            case References():
                self.add_references(block)
            case Picture():
                drawn = map_svg(block.view, alone=False)
                room = _room_for_picture(self.blocks, block)
                self.add_picture(block.title, drawn, map_sentences(block.view), TEXT_WIDTH, room)
            case Chart():
                told = "; ".join(bar.text for bar in block.bars)
                drawn = chart_svg(block, f"chart-{block.name}")
                self.add_picture(block.title, drawn, told, _CHART_WIDTH)
            case TimeLine():
                drawn = time_line_svg(block, f"time-{block.name}")
                self.add_picture(block.title, drawn, "; ".join(block.told), _CHART_WIDTH)
            case Contents():
                self.add_contents(block)

    def add_heading(self, heading: Heading) -> None:
        paragraph = self.new_paragraph(_HEADINGS[heading.level])
        add_text(paragraph, heading.text)
        if heading.level == 2:
            self.form = _has_form(self.blocks, heading)
            self.sections += 1
            self.add_bookmark(paragraph, _section_name(self.sections))
        if heading.starts_page:
            paragraph.paragraph_format.page_break_before = True

    def add_bookmark(self, paragraph: WordParagraph, name: str) -> None:
        self.bookmarks += 1
        add_bookmark(paragraph, name, self.bookmarks)

    def new_paragraph(self, style: str | None = None) -> WordParagraph:
        paragraph = self.document.add_paragraph()
        if style:
            set_style(paragraph, style)
        return paragraph

    def add_lines(
        self, lines: Sequence[Line], style: str | None, keep: bool = False
    ) -> WordParagraph:
        """Add a paragraph with each line on a line of its own, kept with the next where told."""
        paragraph = self.new_paragraph(style)
        for place, line in enumerate(lines):
            if place:
                paragraph.add_run().add_break()
            add_line(paragraph, line)
        if runs_right_to_left("".join(line.lead + line.text for line in lines)):
            turn(paragraph)
        if keep or self.form:
            paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def add_items(self, items: Items) -> None:
        for item in items.items:
            self.add_lines((item.line,), "List Bullet", bool(item.under))
            for line in item.under:
                self.add_lines((line,), "List Bullet 2")

    def add_references(self, references: References) -> None:
        """Add the numbered sources, each with the bookmark of its refs."""
        for number, line in enumerate(references.lines, 1):
            self.add_bookmark(self.add_lines((line,), "List Number"), f"source_{number}")

    def add_fields(self, fields: Fields) -> None:
        """Add names with aligned values beside them."""
        widths = (text_width(line.lead, _NAME.size, _NAME.bold) for line in fields.lines)
        names = Pt(min(max(widths, default=0) + _NAME.size, _WIDEST_NAME))
        for name, value in fields.pairs:
            paragraph = self.new_paragraph("Field")
            layout = paragraph.paragraph_format
            layout.left_indent, layout.first_line_indent = names, -names
            layout.tab_stops.add_tab_stop(names)
            add_text(paragraph, name, "Strong")
            paragraph.add_run("\t")
            add_value(paragraph, value)

    def add_picture(
        self, title: str, drawn: str, told: str, width: int, height: int = _HIGHEST_PICTURE
    ) -> None:
        """Add an SVG as PNG under its title, at most as high as told, with words for it."""
        add_text(self.new_paragraph("Caption"), title)
        shape = self.document.add_picture(in_memory(png(drawn)), width=Emu(width))
        if shape.height > height:
            shape.width = Emu(round(shape.width * height / shape.height))
            shape.height = Emu(height)
        about: Any = shape._inline.docPr
        about.set("title", title)
        about.set("descr", told)

    def add_contents(self, contents: Contents) -> None:
        """Add links to the sections that follow, as a table of contents that Word can renew.

        It has no page numbers: until Word has set the pages, any would be a guess.
        """
        titles = sections_after(self.blocks, contents)
        if not titles:
            return
        paragraph = self.new_paragraph("Contents")
        add_text(paragraph, f"{contents.title}: ", "Strong")
        begin, code, separate, end = field_parts(r'TOC \o "1-1" \n \h \z')
        for part in (begin, code, separate):
            paragraph.add_run()._r.append(part)
        for number, title in enumerate(titles, self.sections + 1):
            if number > self.sections + 1:
                paragraph.add_run(" · ")
            add_link(paragraph, title, f"#{_section_name(number)}")
        paragraph.add_run()._r.append(end)

    def add_footer(self, title: str, edition: str) -> None:
        short = f"{title[:_MOST_OF_FOOT].rstrip()}…" if len(title) > _MOST_OF_FOOT else title
        paragraph = self.document.sections[0].footer.paragraphs[0]
        add_text(paragraph, short)
        paragraph.add_run("\t")
        add_text(paragraph, edition)
        paragraph.add_run("\t")
        add_field(paragraph, "PAGE", "1")
        paragraph.add_run(" / ")
        add_field(paragraph, "NUMPAGES", "1")


def _room_for_picture(blocks: Document, picture: Picture) -> int:
    """Return how high a picture may be to stand on the first page; too high if there is no room."""
    place = blocks.index(picture)
    before, following = blocks[:place], blocks[place + 1 : place + 2]
    left = _PAGE - lines_taken(before) * _LINE - _CAPTION
    for contents in (block for block in before if isinstance(block, Contents)):
        letters = sum(len(title) + 3 for title in sections_after(blocks, contents))
        left -= _LINE * (3 + letters // _LETTERS)
    left -= _BELOW_PICTURE * (not any(getattr(block, "starts_page", False) for block in following))
    return Pt(left) if Pt(left) >= _LEAST_PICTURE else _HIGHEST_PICTURE


def _section_name(number: int) -> str:
    return f"_Toc{number:08}"


def _has_form(blocks: Document, heading: Heading) -> bool:
    """Whether the section of a heading has a form to fill in, and little text besides."""
    section = _section(blocks, heading)
    lines = (line for block in section if isinstance(block, Paragraph) for line in block.lines)
    short = sum(len(line.text) for line in lines) <= _MOST_TOGETHER
    return short and any(isinstance(block, Table) and block.room for block in section)


def _section(blocks: Document, heading: Heading) -> Sequence[Block]:
    start = next(place for place, block in enumerate(blocks) if block is heading) + 1
    ends = (
        place
        for place, block in enumerate(blocks)
        if place >= start and isinstance(block, Heading) and block.level == 2
    )
    return blocks[start : next(ends, len(blocks))]
