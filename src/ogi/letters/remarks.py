"""What the clerk is told of a letter that is issued (说明): it stands beside it, not in it."""

from collections.abc import Iterator

from ogi.casework import key_of
from ogi.casework.items import items_of
from ogi.casework.labels import act_label
from ogi.docket.words import long_day
from ogi.letters.matter import Matter


def remarks(matter: Matter) -> Iterator[str]:
    """Yield, in Chinese, what a letter does not say and the clerk should know."""
    act, on = matter.act, matter.on
    sends = not matter.form.settled and matter.form.records != "registered"
    if act is not None and act.on != on and sends:
        label = act_label(key_of(act))
        yield f"台账记载{label}之日是{long_day(act.on)}，落款日期是{long_day(on)}，核对哪一个对"
    if matter.form.records != "replied":
        return
    due = matter.before(on).clock.due
    if due and on > due:
        yield f"答复期限{long_day(due)}已届满，这份答复逾期"
    items = items_of(matter.now.progress.acts)
    if act is None and len(items) > 1 and not matter.form.composite:
        yield f"台账还没有登记答复，这份文书对全部{len(items)}项申请事项答复同一个结果"
