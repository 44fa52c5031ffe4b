"""The base of the values that are read from YAML, or printed as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_type_hints

from msgspec import Struct
from msgspec.structs import fields

if TYPE_CHECKING:
    from pydantic_core import CoreSchema


class Record(Struct, frozen=True, rename=lambda name: name.rstrip("_")):
    """A frozen value whose fields lose a trailing underscore outside Python: `from_` is `from`."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Record], handler: Any) -> CoreSchema:
        """Return how pydantic validates and describes a record: as a mapping without other keys."""
        from pydantic_core import core_schema

        hints = get_type_hints(source, include_extras=True)
        names = {field.encode_name: field.name for field in fields(source)}
        shape = core_schema.typed_dict_schema(
            {
                field.encode_name: core_schema.typed_dict_field(
                    handler.generate_schema(hints[field.name]), required=field.required
                )
                for field in fields(source)
            },
            extra_behavior="forbid",
        )

        def make(values: dict[str, Any]) -> Record:
            return source(**{names[key]: value for key, value in values.items()})

        return core_schema.no_info_after_validator_function(
            make, shape, ref=f"{source.__module__}.{source.__qualname__}"
        )
