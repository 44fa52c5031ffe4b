"""Elements of a Word document that its library cannot write: links, fields, marks of direction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from pmo_path.core.text import inert

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
# Words of a script that runs from right to left, with what stands between them.
_TURNED = re.compile(f"([{_RIGHT_TO_LEFT}]+(?:[\\s\\d.,:;'\"()-]+[{_RIGHT_TO_LEFT}]+)*)")
_LETTER = re.compile(r"[^\W\d_]")
_UNSAFE = re.compile(r"[^A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]")


def set_style(paragraph: Paragraph, name: str) -> None:
    """Give a paragraph a style; the library would search all of them each time."""
    paragraph._p.style = _style_id(name)


def add_run(paragraph: Paragraph, text: str, style: str | None = None) -> Run:
    """Add a run of letters to a paragraph, as they stand."""
    run = paragraph.add_run(text)
    if style:
        run._r.style = _style_id(style)
    return run


def _style_id(name: str) -> str:
    return name.replace(" ", "")


def add_text(paragraph: Paragraph, text: str, style: str | None = None) -> list[Run]:
    """Add a text of a paragraph, its stretches from right to left marked as such."""
    runs = []
    for place, piece in enumerate(_TURNED.split(inert(text))):
        if piece:
            run = add_run(paragraph, piece, style)
            if place % 2:
                run.font.rtl = True
            runs.append(run)
    return runs


def runs_right_to_left(text: str) -> bool:
    """Whether all letters of a text belong to scripts that run from right to left."""
    letters = _LETTER.findall(text)
    return bool(letters) and all(map(_TURNED.fullmatch, letters))


def turn(paragraph: Paragraph) -> None:
    """Let a paragraph run from right to left."""
    properties = paragraph._p.get_or_add_pPr()
    later = ("w:adjustRightInd", "w:spacing", "w:ind", "w:jc", "w:rPr")
    properties.insert_element_before(OxmlElement("w:bidi"), *later)


def add_link(paragraph: Paragraph, text: str, address: str, style: str = "Hyperlink") -> list[Run]:
    """Add a text that links to an address, or to a bookmark that is given as `#name`."""
    link: Any = OxmlElement("w:hyperlink")
    if address.startswith("#"):
        link.set(qn("w:anchor"), address[1:])
    else:
        # Equal addresses are not looked for: the library would go through all there are.
        relations, kind = paragraph.part.rels, RELATIONSHIP_TYPE.HYPERLINK
        name = f"link{len(relations)}"
        relations.add_relationship(kind, _safe(address), name, is_external=True)
        link.set(qn("r:id"), name)
    link.set(qn("w:history"), "1")
    runs = add_text(paragraph, text, style)
    paragraph._p.append(link)
    link.extend(run._r for run in runs)
    return runs


def _safe(address: str) -> str:
    """Return an address as Word accepts it: all but ASCII, and what is special, as numbers."""
    return _UNSAFE.sub(lambda match: _numbered(match.group()), address)


def _numbered(letter: str) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.encode())


def add_bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Make a paragraph the target of links; each needs a number of its own."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    end.set(qn("w:id"), str(number))
    first = next(iter(paragraph._p.xpath("./w:r|./w:hyperlink")), None)
    if first is None:
        paragraph._p.append(start)
    else:
        first.addprevious(start)
    paragraph._p.append(end)


def add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    """Add a field that Word works out, with what is shown until then."""
    for part in field_parts(code):
        paragraph.add_run()._r.append(part)
        if part.get(qn("w:fldCharType")) == "separate":
            add_text(paragraph, shown)


def field_parts(code: str) -> Iterator[Any]:
    """Yield the four parts of a field, between the last two of which its result belongs."""
    for kind in ("begin", "", "separate", "end"):
        part: Any = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.set(qn("xml:space"), "preserve")
            part.text = f" {code} "
        yield part
