"""The page on what may follow what: a diagram and a table drawn from the table of a case."""

from collections.abc import Iterator
from html import escape

from ogi.casework import CaseTable, FieldSchema, Move, act_label, act_schemas, case_table

BOX_WIDTH, BOX_HEIGHT, COLUMN, ROW, MARGIN = 110, 34, 268, 70, 8
# Where each state stands: column, first row, last row.
PLACES = {
    "given_up": (0, 2, 6),
    "arrived": (1, 0, 1),
    "correcting": (1, 2, 2),
    "consulting": (1, 3, 4),
    "explaining": (1, 5, 5),
    "paying": (1, 6, 6),
    "new": (2, 0, 0),
    "received": (2, 1, 1),
    "handling": (2, 2, 6),
    "drafted": (2, 7, 7),
    "reviewed": (2, 8, 8),
    "cleared": (2, 9, 9),
    "signed": (2, 10, 10),
    "replied": (2, 11, 11),
    "delivered": (2, 12, 12),
    "archived": (2, 13, 13),
    "amending": (3, 0, 0),
    "amended": (3, 1, 1),
    "split": (3, 2, 2),
    "withdrawn": (3, 3, 4),
    "handed_over": (3, 5, 6),
    "checking": (1, 7, 8),
    "returned": (3, 7, 8),
}
# Acts that lead out of many states are drawn from one, and listed in the table from all.
DRAWN_FROM = {
    "withdrawn": ("handling",),
    "handed_over": ("handling",),
    "archived": ("delivered",),
    "reopened": (),
    "drafted": ("handling", "returned"),
    "correction_received": ("correcting",),
    **dict.fromkeys(
        ("correction_asked", "third_party_asked", "organ_asked", "reasons_asked", "fee_noticed"),
        ("handling",),
    ),
}
# Where the steps of an organ decide what comes next, the most usual way is drawn.
DRAWN_TO = {
    "drafted": ("drafted",),
    "reviewed": ("checking", "reviewed", "returned"),
    "legal_reviewed": ("reviewed",),
    "secrecy_reviewed": ("cleared", "returned"),
}


def casework_page() -> str:
    """The page, in Markdown."""
    table = case_table()
    return "\n\n".join(
        (
            "# 办理流程",
            "一件申请的办理由一个个行为组成：收到、登记、补正告知、征求意见……每个行为有它的日期、"
            "经手人和内容，只增不改。状态、期限和现在能办什么，都从行为推算。"
            "本页由 `src/ogi/casework/data/table.yaml` 生成。",
            "## 图",
            diagram(table),
            "撤回申请、移交在答复以前都可以，归档在办结以后；重新办理（复议决定或者裁判责令重新答复，"
            f"或者机关自行纠正）从{_states(table, table.moves['reopened'])}回到“办理中”。审核的步骤"
            "由本机关定（一审、双审、三审，有没有合法性审查、签发），图上画的是通常的；保密审查不能少。"
            "全部见下表。",
            "## 行为",
            "\n".join(_acts(table)),
            "## 登记时填什么",
            "必填的加重。台账文件是 `version` 和一列 `acts`，每项行为写明 `act` 和 `day`；"
            "JSON Schema 在 [ledger.schema.json](ledger.schema.json)，程序里用 `act_schemas()`。",
            "\n".join(_fields()),
            "## 还要具备的条件",
            "状态合适、由该办的人办，还要当天具备下列条件；不具备时，平台说出原因和依据。",
            "\n".join(_needs(table)),
            "",
        )
    )


def _acts(table: CaseTable) -> Iterator[str]:
    yield "| 行为 | 键 | 在什么状态 | 到什么状态 | 谁办 | 依据 |"
    yield "|---|---|---|---|---|---|"
    for move in table.moves.values():
        targets = "、".join(dict.fromkeys(_target(table, one) for one in move.to.values()))
        roles = "、".join(table.roles[role] for role in move.roles)
        yield (
            f"| {move.label} | `{move.act}` | {_states(table, move)} | {targets} "
            f"| {roles} | {move.cites} |"
        )


def _fields() -> Iterator[str]:
    yield "| 行为 | 栏目 |"
    yield "|---|---|"
    for act in act_schemas().values():
        named = (_field(one) for one in act.fields if one.name not in ("by", "note", "id"))
        yield f"| {act.label} | {'；'.join(named)} |"


def _field(one: FieldSchema) -> str:
    label = f"**{one.label}**" if one.required else one.label
    more = "、".join(one.choices.values() or (part.label for part in one.fields))
    return f"{label} `{one.name}`" + (f"（{more}）" if more else "")


def _needs(table: CaseTable) -> Iterator[str]:
    yield "| 行为 | 不具备时说 | 依据 |"
    yield "|---|---|---|"
    for move in table.moves.values():
        for key in move.needs:
            need = table.needs[key]
            yield f"| {move.label} | {_blanked(need.says)} | {need.cites} |"


def _blanked(says: str) -> str:
    for name, shown in _BLANKS:
        says = says.replace(name, shown)
    return says


_BLANKS = (("{day}", "某日"), ("{workdays}", "法定"), ("{who}", "某人"), ("{did}", "起草人"))


def _states(table: CaseTable, move: Move) -> str:
    return "、".join(table.states[one].label for one in move.sources)


def _target(table: CaseTable, key: str) -> str:
    return "不变" if key == "same" else table.states[key].label


def diagram(table: CaseTable) -> str:
    """The states and the acts between them, as SVG."""
    columns, rows = (max(place[at] for place in PLACES.values()) + 1 for at in (0, 2))
    width = (columns - 1) * COLUMN + BOX_WIDTH + 2 * MARGIN
    height = (rows - 1) * ROW + BOX_HEIGHT + 2 * MARGIN
    return (
        f'<svg class="flow" role="img" aria-label="办理流程图，各状态之间的行为见下表" '
        f'viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" '
        f'font-size="13" font-family="sans-serif">'
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" '
        'markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>'
        + "".join(_arrows(table))
        + "".join(_boxes(table))
        + "</svg>"
    )


def _boxes(table: CaseTable) -> Iterator[str]:
    for key, state in table.states.items():
        left, top, bottom = _edges(key)
        fill = "#e8e8e8" if state.over else "#fff5d6" if state.waits else "#ffffff"
        yield (
            f'<rect x="{left}" y="{top}" width="{BOX_WIDTH}" height="{bottom - top}" rx="4" '
            f'fill="{fill}" stroke="#333333"/>'
            f'<text x="{left + BOX_WIDTH / 2}" y="{(top + bottom) / 2 + 5}" fill="#111111" '
            f'text-anchor="middle">{escape(state.label)}</text>'
        )


def _edges(key: str) -> tuple[int, int, int]:
    """The left, the upper and the lower edge of a box."""
    column, first, last = PLACES[key]
    top = MARGIN + first * ROW
    return MARGIN + column * COLUMN, top, MARGIN + last * ROW + BOX_HEIGHT


def _ways(table: CaseTable) -> dict[tuple[str, str], list[str]]:
    """The acts that lead from a state to another, as far as they are drawn."""
    ways: dict[tuple[str, str], list[str]] = {}
    for source, act, target in table.edges():
        drawn = source in DRAWN_FROM.get(act, (source,)) and target in DRAWN_TO.get(act, (target,))
        if source != target and drawn:
            ways.setdefault((source, target), []).append(act_label(act).partition("，")[0])
    return ways


def _arrows(table: CaseTable) -> Iterator[str]:
    ways = _ways(table)
    for (source, target), acts in ways.items():
        down = PLACES[source][0] == PLACES[target][0]
        draw = _down if down else _across
        yield draw(source, target, list(dict.fromkeys(acts)), (target, source) in ways)


def _down(source: str, target: str, acts: list[str], both: bool) -> str:
    left, _, start = _edges(source)
    middle, end = left + BOX_WIDTH / 2, _edges(target)[1]
    return _line(middle, start, middle, end) + _words(
        middle + 6, (start + end) / 2 + 5, "、".join(acts), "start"
    )


def _across(source: str, target: str, acts: list[str], both: bool) -> str:
    """An arrow between columns, at the height of the lower of the two boxes."""
    one, other = _edges(source), _edges(target)
    top, bottom = max(one[1], other[1]), min(one[2], other[2])
    height = (top + bottom) / 2
    rightward = one[0] < other[0]
    if both:
        height += 10 if rightward else -8
    start = one[0] + (BOX_WIDTH if rightward else 0)
    end = other[0] + (0 if rightward else BOX_WIDTH)
    lead = height - 4 - 13 * (len(acts) - 1)
    if both and rightward:
        lead = height + 14
    return _line(start, height, end, height) + "".join(
        _words((start + end) / 2, lead + 13 * at, act, "middle") for at, act in enumerate(acts)
    )


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return (
        f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="#333333" marker-end="url(#tip)"/>'
    )


def _words(x: float, y: float, text: str, anchor: str) -> str:
    return (
        f'<text x="{x}" y="{y}" fill="#333333" font-size="11" text-anchor="{anchor}">'
        f"{escape(text)}</text>"
    )
