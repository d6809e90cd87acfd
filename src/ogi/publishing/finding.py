"""What a file carries that nobody sees (隐藏内容), and what to do about it."""

from dataclasses import dataclass
from enum import Enum


class Hidden(Enum):
    """The kinds of what is hidden in a file."""

    SHEET = "sheet"
    ROWS = "rows"
    COLUMNS = "columns"
    COMMENTS = "comments"
    CHANGES = "changes"
    PIVOT = "pivot"
    LINKS = "links"
    EMBEDDED = "embedded"
    MACROS = "macros"
    PROPERTIES = "properties"
    TEXT = "text"
    COVERED = "covered"
    UNREADABLE = "unreadable"

    @property
    def what_to_do(self) -> str:
        """What to do before the file goes out."""
        return _TO_DO[self]


_TO_DO = {
    Hidden.SHEET: "删去隐藏的工作表，或者另存为只有要公开的工作表的文件",
    Hidden.ROWS: "取消隐藏，删去不公开的行",
    Hidden.COLUMNS: "取消隐藏，删去不公开的列",
    Hidden.COMMENTS: "删去批注",
    Hidden.CHANGES: "接受或者拒绝全部修订，并关闭修订",
    Hidden.PIVOT: "把透视表复制成数值，删去原来的透视表",
    Hidden.LINKS: "断开到其他文件的链接",
    Hidden.EMBEDDED: "删去嵌入的文件，需要公开的另行提供",
    Hidden.MACROS: "另存为不含宏的文件",
    Hidden.PROPERTIES: "删去文件属性中的姓名、单位",
    Hidden.TEXT: "删去隐藏的文字",
    Hidden.COVERED: "只遮不删不是遮盖：在“遮盖”里重新处理，或者删去文字以后重新导出",
    Hidden.UNREADABLE: "换用能打开的文件，或者转为PDF",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is hidden: its kind, and what it is, by name."""

    kind: Hidden
    says: str

    def __str__(self) -> str:
        """Say what it is and what to do."""
        return f"{self.says}。{self.kind.what_to_do}"
