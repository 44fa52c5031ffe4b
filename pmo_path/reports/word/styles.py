"""The page and the styles of every Word document, which a person can change in Word."""

from __future__ import annotations

from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from msgspec import Struct

FONT = "Arial"  # on Windows and macOS; elsewhere fonts of the same widths take its place
WIDTH, HEIGHT = Mm(210), Mm(297)
SIDE, TOP, BOTTOM = Mm(16), Mm(14), Mm(17)
TEXT_WIDTH = WIDTH - 2 * SIDE  # in EMU, as all lengths of a Word document here
INK, SOFT, RULE, ACCENT = "1D2430", "4A5464", "C3CAD5", "0B5A7A"
WARN, WARN_BAND = "8A3B00", "FFF4E8"
TABLE, FORM = "Report Table", "Report Form"
_THEME = tuple(qn(f"w:{name}") for name in ("asciiTheme", "hAnsiTheme", "cstheme"))


class Look(Struct, frozen=True):
    """How a style looks: sizes and spaces in points, colours as hexadecimal RGB."""

    size: float
    bold: bool = False
    colour: str = INK
    before: float = 0
    after: float = 5
    keep_next: bool = False
    bar: str = ""  # the colour of a bar at the left
    fill: str = ""


_PARAGRAPHS = {
    "Normal": Look(9),
    "Title": Look(17, bold=True, after=8, keep_next=True),
    "Heading 1": Look(11.5, bold=True, before=13, after=5, keep_next=True),
    "Heading 2": Look(9.5, bold=True, before=8, after=4, keep_next=True),
    "List Bullet": Look(9, after=3),
    "List Bullet 2": Look(9, after=3),
    "List Number": Look(7.5, after=2),
    "Caption": Look(8, colour=SOFT, before=6, after=4, keep_next=True),
    "Quote": Look(9, bar=RULE),
    "Footer": Look(8, colour=SOFT, after=0),
    "Answer": Look(13, bold=True, before=4, after=8, bar=ACCENT),
    "Careful": Look(9, colour=WARN, before=4, after=8, bar=WARN, fill=WARN_BAND),
    "Note": Look(8.5, colour=SOFT),
    "Field": Look(9, after=3),
    "Contents": Look(8.5, before=6, after=8),
    "Table Text": Look(8.5, after=0),
}
_LETTERS = {"Hyperlink": (ACCENT, None), "Soft": (SOFT, 7.5)}  # colour, and size if another


def styled_document() -> WordDocument:
    """Return an empty document with our page and styles."""
    document = Document()
    _without_ballast(document)
    styles: Any = document.styles
    _plain_fonts(document)
    for name, look in _PARAGRAPHS.items():
        if name not in styles:
            styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
        _set_paragraphs(styles[name], look)
    for name, (colour, size) in _LETTERS.items():
        style = styles.add_style(name, WD_STYLE_TYPE.CHARACTER, builtin=name == "Hyperlink")
        _set_letters(style, colour, size)
        style.font.underline = name == "Hyperlink"
    rows, grid = ("bottom", "insideH"), ("top", "left", "bottom", "right", "insideH", "insideV")
    styles.element.append(_table_style(TABLE, _borders(*rows), (40, 0, 140)))
    styles.element.append(_table_style(FORM, _borders(*grid), (70, 90, 90)))
    _set_page(document)
    return document


def _without_ballast(document: WordDocument) -> None:
    """Take out of the library's template what no report uses, and what is of an old Word."""
    for part in (document.part, document.part.package):
        for key, relation in list(part.rels.items()):
            if relation.reltype.endswith(("/stylesWithEffects", "/customXml", "/thumbnail")):
                del part.rels[key]
    styles = document.styles.element
    for style in list(styles.style_lst):
        if style.get(qn("w:type")) == "table" and style.name_val != "Normal Table":
            styles.remove(style)
    settings = document.settings.element
    for name in ("w:savePreviewPicture", "w:proofState", "w:rsids"):
        for element in settings.findall(qn(name)):
            settings.remove(element)
    for element in settings.iter(qn("w:compatSetting")):
        if element.get(qn("w:name")) == "compatibilityMode":
            element.set(qn("w:val"), "15")
    for element in settings.iter(qn("w:zoom")):  # a bare `bestFit` is no valid zoom
        element.attrib.clear()
        element.set(qn("w:percent"), "100")


def _plain_fonts(document: WordDocument) -> None:
    """Set our font and British English everywhere; letters of other scripts fall back in Word."""
    styles = document.styles.element
    for fonts in styles.iter(qn("w:rFonts")):
        for name in _THEME:
            fonts.attrib.pop(name, None)
        for name in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(qn(name), FONT)
    settings = document.settings.element
    for language in (*styles.iter(qn("w:lang")), *settings.iter(qn("w:themeFontLang"))):
        language.set(qn("w:val"), "en-GB")


def _set_paragraphs(style: Any, look: Look) -> None:
    _set_letters(style, look.colour, look.size)
    style.font.bold, style.font.italic = look.bold, False
    _switch(style.element.get_or_add_rPr(), "w:bCs", look.bold)
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(look.before), Pt(look.after)
    layout.line_spacing, layout.keep_with_next = 1.1, look.keep_next
    properties = style.element.get_or_add_pPr()
    for name in ("w:pBdr", "w:shd", "w:contextualSpacing"):
        for element in properties.findall(qn(name)):
            properties.remove(element)
    if look.bar:
        bar = f'<w:left w:val="single" w:sz="18" w:space="7" w:color="{look.bar}"/>'
        _put(properties, parse_xml(f"<w:pBdr {nsdecls('w')}>{bar}</w:pBdr>"))
        layout.left_indent = Pt(9)
    if look.fill:
        fill = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{look.fill}"/>'
        _put(properties, parse_xml(fill))


def _put(properties: Any, element: Any) -> None:
    """Put an element of a paragraph's properties where the schema wants it."""
    later = "shd tabs suppressAutoHyphens bidi spacing ind contextualSpacing jc outlineLvl rPr"
    names = [f"w:{name}" for name in later.split()]
    properties.insert_element_before(element, *names[element.tag == qn("w:shd") :])


def _set_letters(style: Any, colour: str, size: float | None) -> None:
    style.font.color.rgb = RGBColor.from_string(colour)
    if size is not None:
        style.font.size = Pt(size)
        properties = style.element.get_or_add_rPr()
        for element in properties.findall(qn("w:szCs")):
            properties.remove(element)
        same = OxmlElement("w:szCs")  # the size of Arabic and Hebrew
        same.set(qn("w:val"), str(round(size * 2)))
        properties.find(qn("w:sz")).addnext(same)


def _switch(properties: Any, name: str, value: bool) -> None:
    """Switch a property of complex scripts on or off, beside its twin of other scripts."""
    for element in properties.findall(qn(name)):
        properties.remove(element)
    element = OxmlElement(name)
    element.set(qn("w:val"), "1" if value else "0")
    properties.find(qn(name.removesuffix("Cs"))).addnext(element)


def _table_style(name: str, borders: str, inside: tuple[int, int, int]) -> Any:
    """Return a style of tables; `inside` is the room above and below, left and right of cells."""
    high, left, right = inside
    head = f'w:val="single" w:sz="10" w:space="0" w:color="{RULE}"'
    return parse_xml(
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1"'
        f' w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>"
        f'<w:top w:w="{high}" w:type="dxa"/><w:left w:w="{left}" w:type="dxa"/>'
        f'<w:bottom w:w="{high}" w:type="dxa"/><w:right w:w="{right}" w:type="dxa"/>'
        '</w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f"<w:bottom {head}/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )


def _borders(*sides: str) -> str:
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{RULE}"'
    return "".join(f"<w:{side} {line}/>" for side in sides)


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = WIDTH, HEIGHT
    section.left_margin = section.right_margin = SIDE
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    section.header_distance, section.footer_distance = Mm(7), Mm(8)
    stops: Any = document.styles["Footer"].paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(TEXT_WIDTH - Mm(12), WD_TAB_ALIGNMENT.RIGHT)
    stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
