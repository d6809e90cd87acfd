import re
from importlib import import_module

from ogi.data import Locality, of_place
from ogi.form import editions
from promises.blocks import replace_block

PACKAGES = (
    "ogi",
    "ogi.casework",
    "ogi.checks",
    "ogi.clock",
    "ogi.counting",
    "ogi.data",
    "ogi.dataset",
    "ogi.docket",
    "ogi.fees",
    "ogi.form",
    "ogi.law",
    "ogi.letters",
    "ogi.reading",
    "ogi.rollup",
    "ogi.workdays",
    "ogi.writing",
)
MODULES = tuple(map(import_module, (*PACKAGES, "ogi.paper", "ogi.reading.document")))


def _form_keys() -> str:
    lines = ["| 键 | 格式原文 | 版本 |", "|---|---|---|"]
    labels: dict[tuple[str, str], list[int]] = {}
    for edition in editions():
        for table in edition.tables.values():
            columns = {c.key: c for row in table.rows for c in (*row.columns, *table.extra_columns)}
            own = [(f"{table.key}.{row.key}", row.label) for row in table.rows]
            own += [(f"{table.key}.*.{c.key}", c.label) for c in columns.values()]
            for entry in [(table.key, table.title), *own]:
                labels.setdefault(entry, []).append(edition.year)
    lines += (
        f"| `{key}` | {label} | {'、'.join(map(str, years))} |"
        for (key, label), years in sorted(labels.items(), key=lambda entry: entry[0])
    )
    return "\n".join(lines)


def test_every_key_of_the_form_stands_in_the_glossary(root, golden):
    path = root / "GLOSSARY.md"
    with of_place(Locality()):  # those of the package; a place may have more
        keys = _form_keys()
    golden(path, replace_block(path.read_text(encoding="utf-8"), "form keys", keys))


def test_every_class_named_in_the_glossary_exists(root):
    text = (root / "GLOSSARY.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([A-Z]\w+)`", text))
    known = {name for module in MODULES for name in (*dir(module), *getattr(module, "__all__", ()))}
    assert named - known == set()


def test_every_public_class_stands_in_the_glossary(root):
    text = (root / "GLOSSARY.md").read_text(encoding="utf-8")
    public = {
        name
        for module in MODULES
        for name in getattr(module, "__all__", ())
        if isinstance(getattr(module, name), type)
    }
    errors = {name for name in public if name.endswith("Error")}
    assert {name for name in public - errors if f"`{name}`" not in text} == set()
