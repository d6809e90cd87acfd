"""The organ that writes a letter (答复主体): its name, and the bodies that review what it did."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from ogi.data import read
from ogi.errors import DataFileError, ReadingError
from ogi.letters.forms import letter_forms
from ogi.letters.remedy_data import organ_kinds

_NAMES = {
    "名称": "name",
    "类别": "kind",
    "机关代字": "code",
    "联系方式": "contact",
    "本级人民政府": "government",
    "上一级人民政府": "upper_government",
    "上一级主管部门": "superior",
    "所在地人民政府": "local_government",
    "基层人民法院": "basic_court",
    "中级人民法院": "intermediate_court",
    "互联网复议渠道": "review_online",
    "缴费方式": "payment",
    "文号格式": "number_pattern",
    "文种代字": "marks",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganProfile:
    """What letters need to know of an organ; an empty name is not made up.

    `kind` is one of the kinds of remedies.yaml. `government` is that of its own level, or
    the one that set it up; `superior` the department above. `marks` replaces the mark in the
    number of a letter (公复, 公补 …), by the letter's code; `number_pattern` the whole number.
    """

    name: str
    kind: str
    code: str = ""
    contact: str = ""
    government: str = ""
    upper_government: str = ""
    superior: str = ""
    local_government: str = ""
    basic_court: str = ""
    intermediate_court: str = ""
    review_online: str = ""
    payment: str = ""
    number_pattern: str = ""
    marks: Mapping[str, str] = field(default_factory=dict)


def load_organ(path: Path) -> OrganProfile:
    """Return the organ that a YAML file describes; raises ReadingError."""
    try:
        data = read(path.read_text(encoding="utf-8"), dict[str, Any], path.name)
    except DataFileError as error:
        says = "；".join(str(one) for one in error.faults)
        raise ReadingError(f"机关信息读不了，应当是YAML文件：{says}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ReadingError(f"机关信息打不开，或者不是UTF-8文字：{error}") from error
    return organ_from(data)


def organ_from(data: Any) -> OrganProfile:
    """Return an organ from plain values with Chinese or English keys; raises ReadingError."""
    if not isinstance(data, Mapping):
        raise ReadingError("机关信息应当写明名称、类别等各栏")
    known = {_NAMES.get(str(key), str(key)): value for key, value in data.items()}
    allowed = [one.name for one in fields(OrganProfile)]
    if unknown := [key for key in known if key not in allowed]:
        raise ReadingError(f"机关信息没有“{unknown[0]}”这一栏；可以写{'、'.join(_NAMES)}")
    if not known.get("name"):
        raise ReadingError("机关信息没有写名称（name）")
    kinds = organ_kinds()
    by_label = {label: key for key, label in kinds.items()}
    kind = by_label.get(str(known.get("kind", "")), str(known.get("kind", "")))
    if kind not in kinds:
        choices = "、".join(f"{key}（{label}）" for key, label in kinds.items())
        raise ReadingError(f"机关信息的类别“{kind}”应当是以下之一：{choices}")
    marks = known.pop("marks", None) or {}
    if odd := [key for key, value in known.items() if isinstance(value, list | Mapping)]:
        raise ReadingError(f"机关信息的“{odd[0]}”应当是一段文字")
    if not isinstance(marks, Mapping):
        raise ReadingError("机关信息的marks应当逐项写明")
    _check_numbers(str(known.get("number_pattern") or ""), marks)
    texts: dict[str, Any] = {key: str(value) for key, value in known.items() if value is not None}
    texts["kind"] = kind
    return OrganProfile(**texts, marks=dict(marks))


def _check_numbers(pattern: str, marks: Any) -> None:
    """Refuse a pattern of numbers that cannot be filled, and marks of letters that are none."""
    try:
        pattern.format(code="", mark="", year="", serial="")
    except (LookupError, ValueError) as error:
        says = "文号格式只能用{code}、{mark}、{year}、{serial}"
        raise ReadingError(f"机关信息的{says}，写的是{pattern}") from error
    if pattern and "{serial}" not in pattern:
        raise ReadingError(f"机关信息的文号格式没有{{serial}}，各份文书会同号：{pattern}")
    unknown = (
        [key for key in marks if key not in letter_forms()] if isinstance(marks, dict) else [marks]
    )
    if unknown:
        raise ReadingError(f"机关信息的文种代字没有“{unknown[0]}”这份文书，写成 P02: 公补 的样子")
