"""S521: labels are those of the form."""

from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, rule
from ogi.checks.shape.words import bare, listed, quoted
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.findings import Severity
from ogi.form import Paragraph

MOST = 8


@rule(
    "S521",
    Severity.WARNING,
    cites=("form-2021:附件", "form-2019:附件"),
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
        (label, form)
        for address, label in report.labels.items()
        if (form := _form_label(address, report)) and not _same(address, label.text, form)
    ]
    if len(altered) > MOST:
        names = listed([quoted(label.text) for label, _ in altered], 4)
        yield Found(
            f"行名、列名与格式不同：{names}",
            places=tuple(label.place for label, _ in altered),
        )
        return
    for label, form in altered:
        yield _altered(label, form)


def _altered(label: Paragraph, form: str) -> Found:
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
    table, _, rest = address.partition(".")
    form = report.edition(table)
    if form is None:
        return None
    if rest.startswith("*."):
        columns = (c for row in form.tables[table].rows for c in row.columns)
        return next((c.label for c in columns if c.key == rest[2:]), None)
    return next((row.label for row in form.tables[table].rows if row.key == rest), None)
