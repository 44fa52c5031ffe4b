"""SHA-256, without what the standard library loads with it.

`hashlib` begins with OpenSSL, which takes as long as half an advice. CPython has a SHA-256 of its own
beside it, under the name that `hashlib` itself falls back to.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


def _own() -> Any:
    for name in ("_sha2", "_sha256"):  # from CPython 3.12, and before it
        try:
            return import_module(name).sha256
        except ImportError:
            continue
    return import_module("hashlib").sha256


sha256 = _own()
