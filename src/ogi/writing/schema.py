"""The JSON Schema of a report, made from the editions of the form."""

from typing import Any

from ogi.form import State, editions

_TEXT: dict[str, Any] = {"type": "string"}
_TEXT_OR_NULL: dict[str, Any] = {"type": ["string", "null"]}
_NUMBER_OR_NULL: dict[str, Any] = {"type": ["number", "null"]}


def report_schema() -> dict[str, Any]:
    """Return the schema of what `report_json` returns and `ogi read --json` prints."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "政府信息公开工作年度报告",
        "description": "ogi read --json 每行一份；空白是null，不是0；小数按原样逐位写出。",
        "type": "object",
        "required": ["title", "organ", "year", "editions", "cells", "details", "sections"],
        "additionalProperties": False,
        "properties": {
            "file": {**_TEXT, "description": "读自哪个文件"},
            "title": _TEXT_OR_NULL,
            "organ": _TEXT_OR_NULL,
            "year": {"type": ["integer", "null"]},
            "editions": _editions(),
            "cells": _cells(),
            "details": _keyed("#/$defs/cell", _addresses()),
            "extras": _keyed("#/$defs/cell"),
            "labels": _keyed("#/$defs/paragraph"),
            "sections": {"type": "object", "additionalProperties": _TEXT_OR_NULL},
            "headings": {"type": "array", "items": {"$ref": "#/$defs/heading"}},
            "stray": {"type": "array", "items": {"$ref": "#/$defs/paragraph"}},
            "remarks": {"type": "array", "items": _TEXT},
            "reading": _reading(),
        },
        "$defs": {
            "place": _place(),
            "cell": _cell(),
            "doubt": _doubt(),
            "paragraph": _closed(text=_TEXT, place=_ref("place")),
            "heading": _closed(
                text=_TEXT, number=_TEXT, title=_TEXT, key=_TEXT_OR_NULL, place=_ref("place")
            ),
        },
    }


def _addresses() -> list[str]:
    return list(dict.fromkeys(address for form in editions() for address in form.addresses))


def _cells() -> dict[str, Any]:
    """Return the schema of the values: each address, what it is called, in which edition."""
    named: dict[str, dict[str, Any]] = {}
    for form in editions():
        for address in form.addresses:
            said = f"{form.labels[address]}（{form.year}年版）"
            known = named.setdefault(address, {**_NUMBER_OR_NULL, "description": said})
            if known["description"] != said:
                known["description"] += f"；{said}"
    return {"type": "object", "additionalProperties": False, "properties": named}


def _editions() -> dict[str, Any]:
    tables = {
        table: {"enum": [form.year for form in editions() if table in form.tables]}
        for table in dict.fromkeys(key for form in editions() for key in form.tables)
    }
    return {"type": "object", "additionalProperties": False, "properties": tables}


def _keyed(definition: str, keys: list[str] | None = None) -> dict[str, Any]:
    keyed: dict[str, Any] = {"type": "object", "additionalProperties": {"$ref": definition}}
    return {**keyed, "propertyNames": {"enum": keys}} if keys else keyed


def _closed(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": properties,
    }


def _ref(name: str) -> dict[str, Any]:
    return {"anyOf": [{"$ref": f"#/$defs/{name}"}, {"type": "null"}]}


def _place() -> dict[str, Any]:
    whole = {"type": "integer", "minimum": 1}
    names = ("page", "line", "table", "row", "column")
    box = {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 4}
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {**dict.fromkeys(names, whole), "box": box, "sheet": _TEXT},
    }


def _cell() -> dict[str, Any]:
    return _closed(
        value=_NUMBER_OR_NULL,
        text=_TEXT,
        state={"enum": [state.value for state in State]},
        place=_ref("place"),
        note=_TEXT_OR_NULL,
        doubts={"type": "array", "items": {"$ref": "#/$defs/doubt"}},
    )


def _doubt() -> dict[str, Any]:
    candidates = {"type": "array", "items": _TEXT}
    return _closed(kind=_TEXT, says=_TEXT, candidates=candidates, settled={"type": "boolean"})


def _reading() -> dict[str, Any]:
    doubts = {"type": "array", "items": _TEXT}
    return _closed(format=_TEXT, seconds={"type": "number"}, doubts=doubts)
