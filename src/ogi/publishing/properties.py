"""Names in the properties of a file (文件属性): of people and of their organ."""

from collections.abc import Iterator

from ogi.publishing.finding import Finding, Hidden
from ogi.publishing.package import Package, local

_NAMED = {
    "creator": "作者",
    "lastModifiedBy": "最后修改者",
    "Manager": "主管",
    "Company": "单位",
}
# What programs write where nobody gave a name.
_NOBODY = frozenset(
    (
        "administrator",
        "admin",
        "user",
        "openpyxl",
        "python-docx",
        "xlsxwriter",
        "microsoft office user",
        "un-named",
        "lenovo",
        "windows 用户",
        "windows用户",
        "wps office",
        "ogi",
    )
)


def is_a_name(text: str) -> bool:
    """Tell whether a property gives somebody's name.

    >>> is_a_name("python-docx"), is_a_name("周某")
    (False, True)
    """
    return bool(text.strip()) and text.strip().lower() not in _NOBODY


def names_in_properties(package: Package) -> Iterator[Finding]:
    """Yield the names in the properties of an office file."""
    said: dict[str, str] = {}
    for part in ("docProps/core.xml", "docProps/app.xml"):
        found = package.tree(part)
        for one in () if found is None else found:
            if (name := _NAMED.get(local(one))) and is_a_name(one.text or ""):
                said[name] = (one.text or "").strip()
    if said:
        listed = "、".join(f"{name}“{value}”" for name, value in said.items())
        yield Finding(Hidden.PROPERTIES, f"文件属性含{listed}")
    custom = package.tree("docProps/custom.xml")
    if custom is not None and len(custom):
        names = "、".join(f"“{one.get('name', '')}”" for one in custom)
        yield Finding(Hidden.PROPERTIES, f"文件属性含自定义的{names}")
