"""What is said of a cell whose reading should be confirmed."""

from collections.abc import Iterable

from ogi.form import Doubt

_SAYS = {
    "fused": "这一行各格的数字连在一起印成“{print}”",
    "missing": "这一行印的数比格少：“{print}”，看不出空的是哪一格",
    "split": "这一行印的数比格多：“{print}”",
    "offset": "这一行有空格，数字在哪一列没有别的行可以对照",
    "blank_inside": "这一行中间有空格，印的数又恰好与格数相同，看不出空的是不是一格",
    "head": "表头的列名缺、多、重复或者认不出来，与这一行的格对不上：“{print}”",
    "reordered": "表头的列名印得不清楚，按最相近的列名读，次序与格式不同",
    "broken": "这一行下面另印有“{print}”，可能是换到下一行的半个数",
    "unlabelled": "这一行没有印行名，按先后次序放在此处",
    "label": "行名与格式不符或残缺，按最相近的一行读",
    "rival": "这一行数没有行名，放在此处或“{print}”都说得通",
    "habit": "有几种拆法，格式的关系不能决定；按通常情形取一种（{print}）",
    "spaced": "一格之内数字中间有空：“{print}”",
    "worded": "这一格的数是用汉字写的：“{print}”",
    "noise": "印的不是数：“{print}”",
    "blank_breaks": "这一行有空白格，按现在的位置不符合格式的关系，可能错了位",
    "blank_first": "这一行前面的格空白、后面的格有数，可能整行错了位",
    "blank_last": "这一行前面的格有数、最后的格空白，可能少了一格，后面的数向前错了位",
    "joined": "这一行的数分在几处印：“{print}”",
    "glued": "这一行的数与前后文字连成一片印出，没有关系可以核对：“{print}”",
    "loose": "这一行一格一行印出，按先后排不符合格式的关系，可能有空白格没有印出来",
    "below": "这个数单独印成一行，与别的行不同，或者上面的行名残缺、另有文字，可能不是这一行的数",
    "twice": "同一行印了两次，数不相同：“{print}”",
    "again": "同一张表印了两次，这一格的数不同，另一处{print}",
}
_SETTLED = "；只有现在的读法符合格式的关系"


def doubt(
    kind: str, printed: str = "", candidates: Iterable[str] = (), *, settled: bool = False
) -> Doubt:
    """Return the doubt of a kind, in words for the person who confirms it."""
    says = _SAYS[kind].replace("{print}", printed) + (_SETTLED if settled else "")
    return Doubt(kind, says, tuple(dict.fromkeys(candidates)), settled)
