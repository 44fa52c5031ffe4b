"""Change the XML of a sheet before it is read, where the reader would lose what people see.

In well-formed XML no `<` stands inside a tag, so these patterns hold for every sheet; in a text
between tags, where one might match by chance, it has no `<`.
"""

from __future__ import annotations

import re

from pmo_path.profile.readers.cells import NO_VALUE

# Cells and rows that hold nothing: spreadsheets leave a million of them behind a list.
_EMPTY_CELL = re.compile(rb"<(?:\w+:)?c\b[^<>]*(?:/>|(?<!/)></(?:\w+:)?c>)")
_EMPTY_ROW = re.compile(rb"<(?:\w+:)?row\b[^<>]*(?:/>|(?<!/)>\s*</(?:\w+:)?row>)")
# Where one does not say its place, it stands after the one before.
_WITHOUT_PLACE = re.compile(rb"<(?:\w+:)?(?:c|row)\b(?![^<>]*\sr=)")

# A formula whose value is not in the file, and a cell that shows an error: the reader would give
# either as an empty cell, and what is empty is not said.
_NO_VALUE = re.compile(
    rb"<((?:\w+:)?)c\b([^<>]*)>\s*<\1f\b(?:[^<>]*/>|[^<>]*>[^<]*</\1f>)\s*"
    rb"(?:<\1v\s*/>|<\1v>\s*</\1v>)?\s*</\1c>"
)
_TYPE = re.compile(rb"""\st=["'][^"']*["']""")
_ERROR = re.compile(rb"""(<(?:\w+:)?c\b[^<>]*\st=)(["'])e\2""")
# The same of OpenDocument, where a cell that shows an error holds an empty text.
_ODS_FORMULA = re.compile(rb"<table:table-cell\b[^<>]*\stable:formula=[^<>]*>")
_ODS_TEXT = re.compile(rb"""\soffice:string-value=(?:"[^"]*"|'[^']*')""")
_ODS_ERROR = re.compile(rb"""\scalcext:value-type=["']error["']""")


def lean_ods(xml: bytes) -> bytes:
    """Return the content of a spreadsheet with text in formulas that show an error or no value."""
    return _ODS_FORMULA.sub(lambda cell: _shown(cell[0]), xml)


def _shown(tag: bytes) -> bytes:
    if _ODS_ERROR.search(tag):
        text, tag = b"#VALUE!", _ODS_TEXT.sub(b"", tag)
    elif b"office:value-type=" in tag:
        return tag
    else:
        text, tag = NO_VALUE.encode(), tag.replace(b"<table:table-cell", _ODS_STRING, 1)
    return tag.replace(
        b"<table:table-cell", b'<table:table-cell office:string-value="%s"' % text, 1
    )


_ODS_STRING = b'<table:table-cell office:value-type="string"'


def lean(xml: bytes) -> bytes:
    """Return a part of Excel without empty cells, and with text where none or an error shows."""
    if b"sheetData" not in xml:
        return xml
    if not _WITHOUT_PLACE.search(xml):
        xml = _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", xml))
    xml = _NO_VALUE.sub(
        lambda cell: (
            b'<%sc%s t="str"><%sv>%s</%sv></%sc>'
            % (cell[1], _TYPE.sub(b"", cell[2]), cell[1], NO_VALUE.encode(), cell[1], cell[1])
        ),
        xml,
    )
    return _ERROR.sub(rb"\1\2str\2", xml)
