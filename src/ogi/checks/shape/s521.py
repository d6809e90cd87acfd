"""S521: labels are those of the form."""

from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, rule
from ogi.checks.shape.words import bare, listed, quoted
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.data import from_data
from ogi.findings import Severity
from ogi.form import Edition, Paragraph, editions

MOST = 8


@rule(
    "S521",
    Severity.WARNING,
    cites="form:附件",
    advice="表中的行名、列名照格式原文改正。",
)
def labels_are_those_of_the_form(report: Witness) -> Iterator[Found | CannotSay]:
    """表中的行名和列名应照格式原文。

    行名漏字、错字、改字，读者会误以为统计的是别的事项。空格、标点、括号和全角半角之别不计较；
    格式原文之后另加说明的也不计较；只印出一部分的作备注。

    正例：“2.其他法律行政法规禁止公开”。
    反例：“2.其他法律行政止公开”。
    改法：照格式原文改正。
    """
    if not report.labels:
        yield CannotSay("没有读到表中的行名和列名")
        return
    altered = [
        (address, label, form)
        for address, label in report.labels.items()
        if (form := report.weigh(_form_label(address, report)))
        and not _same(address, label.text, form)
    ]
    if len(altered) > MOST:
        names = listed([quoted(label.text) for _, label, _ in altered], 4)
        yield Found(
            f"行名、列名与格式不同：{names}",
            places=tuple(label.place for _, label, _ in altered),
        )
        return
    for address, label, form in altered:
        yield _altered(address, label, form)
    yield from _column_not_seen(report)


def _column_not_seen(report: Witness) -> Iterator[Found]:
    """Yield the one column of a table whose label is not there, while all others are."""
    for key in report.editions:
        form = report.edition(key)
        columns = form.tables[key].rows[0].columns if form and key == "applications" else ()
        unseen = [each for each in columns if f"{key}.*.{each.key}" not in report.labels]
        if len(unseen) == 1 and len(columns) > MOST - 2:
            yield Found(
                f"没有见到列名“{unseen[0].label}”，其余各列的列名都有：这一列的列名可能改了字",
                expected=unseen[0].label,
                places=(),
            )


def _altered(address: str, label: Paragraph, form: str) -> Found:
    for other in editions():
        if bare(_label_in(other, address) or "") == bare(label.text):
            return Found(
                f"印作{quoted(label.text)}，是{other.year}年版的名称，这张表应印“{form}”",
                value=label.text,
                expected=form,
                places=(label.place,),
            )
    part = bool(bare(label.text)) and bare(label.text) in bare(form)
    return Found(
        f"印作{quoted(label.text, 40)}，格式是“{form}”",
        value=label.text,
        expected=form,
        places=(label.place,),
        severity=Severity.NOTE if part else None,
    )


def _same(address: str, printed: str, form: str) -> bool:
    known = (form, *values("labels")["same"].get(address, ()))
    return any(bare(each) in bare(printed) for each in known)


def _form_label(address: str, report: Witness) -> str | None:
    form = report.edition(address.partition(".")[0])
    return _label_in(form, address) if form else None


@from_data
def _label_in(form: Edition, address: str) -> str | None:
    key, _, rest = address.partition(".")
    table = form.tables[key]
    if rest.startswith("*."):
        columns = (column for row in table.rows for column in row.columns)
        return next((column.label for column in columns if column.key == rest[2:]), None)
    return next((row.label for row in table.rows if row.key == rest), None)
