"""JSON held against the schemas that the program prints."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import jsonschema
from program import call


@cache
def schema(kind: str) -> dict[str, Any]:
    """Return the schema that the program prints."""
    done = call("catalogue", "schema", kind)
    assert (done.code, done.err) == (0, "")
    data: dict[str, Any] = json.loads(done.out)
    return data


def valid(text: str, kind: str) -> Any:
    """Return JSON text as data, held against the printed schema of its kind."""
    data = json.loads(text)
    jsonschema.Draft202012Validator(schema(kind)).validate(data)
    return data
