"""The JSON Schema of a data file, from the type that it is read as."""

from typing import Any

import msgspec

from ogi.data.structs import Reference

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def file_schema(kind: Any, title: str, given: str = "") -> dict[str, Any]:
    """Return the schema of a file; `given` is the field that no file writes.

    It is that of `key` in `load`: `outcomes/code` is the field `code` of each entry.
    """
    (shape,), parts = msgspec.json.schema_components((kind,), schema_hook=_of_our_own)
    field = given.rpartition("/")[2]
    for part in parts.values() if field else ():
        if field in part.get("properties", {}):
            del part["properties"][field]
            part["required"] = [one for one in part.get("required", ()) if one != field]
    return {"$schema": _DRAFT, "title": title, **shape, "$defs": parts}


def _of_our_own(kind: type) -> dict[str, Any]:
    """Return the schema of a text with a meaning: a name that must stand somewhere, a citation."""
    if issubclass(kind, Reference):
        return {"type": "string", "description": kind.what}
    return {"type": "string"}
