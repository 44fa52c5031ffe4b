"""Office files in memory: ZIP archives of which the same parts always give the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_STAMP = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP archive can tell
_EVERYWHERE = 3  # the system that made a part, which would tell Windows from others


def in_memory(data: bytes = b"") -> BytesIO:
    """Return a stream of bytes, for libraries that read or write only such."""
    return BytesIO(data)


def office_file(
    save: Callable[[IO[bytes]], object], parts: Mapping[str, bytes] | None = None
) -> bytes:
    """Return what a library saves, with its parts at a fixed time, and some of them replaced."""
    saved, packed = in_memory(), in_memory()
    save(saved)
    with ZipFile(saved) as source, ZipFile(packed, "w") as target:
        for name in source.namelist():
            part = ZipInfo(name, _STAMP)
            part.compress_type, part.create_system = ZIP_DEFLATED, _EVERYWHERE
            target.writestr(part, (parts or {}).get(name) or source.read(name))
    return packed.getvalue()
