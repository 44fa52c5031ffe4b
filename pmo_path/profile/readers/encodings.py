"""The text of a table as programs save it: UTF-8, UTF-16 with a mark, or Windows-1252."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from pmo_path.core.documents import MAX_BYTES, decode
from pmo_path.core.errors import PmoPathError, unreadable
from pmo_path.profile.readers.jsonl import ReadLine
from pmo_path.profile.readers.notes import Note

_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")


def utf8_lines(readline: ReadLine, name: str) -> ReadLine:
    """Return `readline` for a table in UTF-8, whatever UTF it is in; other bytes stay as they are.

    Raises PmoPathError, on reading, where text that begins as UTF-16 is none.
    """
    first = readline(MAX_BYTES + 1)
    if not first.startswith(_MARKS):
        return _with_first(first, readline)
    decoder = codecs.getincrementaldecoder("utf-16")()
    kept, ended = "", False

    def read(limit: int) -> bytes:
        nonlocal first, kept, ended
        while "\n" not in kept and len(kept) < limit and not ended:
            piece, first = first or readline(limit), b""
            ended = not piece
            try:
                kept += decoder.decode(piece, final=ended)
            except UnicodeError:
                hint = "save it as UTF-8"
                raise unreadable(name, "not-text", "this is not valid UTF-16", hint) from None
        end = kept.find("\n") + 1 or len(kept)
        line, kept = kept[:end], kept[end:]
        return line.encode("utf-8", "surrogatepass")

    return read


def _with_first(first: bytes, readline: ReadLine) -> ReadLine:
    """Return `readline` with a first line that was read already."""
    kept = [first]
    return lambda limit: kept.pop() if kept else readline(limit)


class TextDecoder:
    """Decode the lines of one table, all in the same encoding.

    The first line that is not ASCII tells: what is not UTF-8 there is Windows-1252, and so is the
    whole table. A table of UTF-8 in which a line is not is not taken for it.
    """

    def __init__(self, tell: Callable[[Note], None]) -> None:
        self._tell = tell
        self._encoding = ""

    def text(self, raw: bytes, name: str) -> str:
        """Return a line as text. Raises a located PmoPathError where it is none."""
        if self._encoding == "utf-8" or raw.isascii():
            return decode(raw, name)
        if self._encoding:
            return self._western(raw, name)
        try:
            text = decode(raw, name)
        except PmoPathError as error:
            if error.code != "not-utf-8" or _CONTROL.search(raw):
                raise
            text = self._western(raw, name)
            self._encoding = "windows-1252"
            self._tell(Note("read-as-western", {"file": name}))
            return text
        self._encoding = "utf-8"
        return text

    def _western(self, raw: bytes, name: str) -> str:
        try:
            raw.decode()
        except UnicodeError:
            pass
        else:
            detail = "this line is UTF-8, and one before it is not"
            raise unreadable(name, "not-utf-8", detail, "save the whole file as UTF-8", (1, 1))
        try:
            return raw.decode("cp1252")
        except UnicodeError:
            decode(raw, name)  # raises, with the place
            raise
