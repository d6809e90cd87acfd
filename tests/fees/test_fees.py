"""The processing fee: amounts, months, and the listing of the notice."""

from datetime import date
from decimal import Decimal
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workdays.cases import named

from ogi.errors import ReadingError, UsageError
from ogi.fees import (
    Chargeable,
    Method,
    bands,
    month_fees,
    page_fee,
    piece_fee,
    rate_yuan,
    read_list,
)
from ogi.law import Law, cite

ON = date(2026, 9, 18)
SAME = settings(derandomize=True, max_examples=150, deadline=None)


def single(case):
    if "pieces" in case:
        return piece_fee(case["pieces"], ON, before=case.get("before", 0))
    return page_fee(
        case["pages"],
        ON,
        basis=case.get("basis", ""),
        already_public=case.get("already_public", False),
    )


@pytest.mark.parametrize(("name", "case"), named("fees/amounts"))
def test_a_fee_is_so_much(name, case):
    made = single(case)
    assert made.total_yuan == case["yuan"]
    assert made.cites == cite(case["cites"])


def chargeables(case):
    for id_, applicant, day, pieces, *pages in case["applications"]:
        yield Chargeable(id_, applicant, day, pieces, *pages)


@pytest.mark.parametrize(("name", "case"), named("fees/months"))
def test_applications_are_charged_by_applicant_and_month(name, case):
    made = month_fees(chargeables(case), Law(case.get("configured", {})))
    assert {one.subject: one.total_yuan for one in made} == case["fees"]
    named_ids = {
        f"{line.first}-{line.last}": "、".join(dict.fromkeys(line.ids))
        for line in made[0].lines
        if line.ids
    }
    assert named_ids == case.get("ids", named_ids)


def test_the_notice_lists_how_it_was_counted():
    assert list(piece_fee(45, ON).listing()) == [
        "按件计收，依据《政府信息公开信息处理费管理办法》第四条",
        "第1至10件，10件，不收费",
        "第11至30件，20件，每件100元，计2000元",
        "第31至40件，10件，每件200元，计2000元",
        "第41至45件，5件，每件300元，计1500元",
        "合计5500元",
    ]


def test_the_notice_names_the_applications_and_the_month():
    made = month_fees([Chargeable("17", "王某", ON, 10), Chargeable("18", "王某", ON, 1)])
    head, *lines = made[0].listing()
    assert head.startswith("王某2026年9月：按件计收")
    assert lines == [
        "第1至10件，10件，不收费（17）",
        "第11件，1件，每件100元，计100元（18）",
        "合计100元",
    ]


def test_a_reply_that_only_tells_the_way_costs_nothing_and_says_why():
    made = page_fee(250, ON, basis="ogi-2019/36/0/1", subject="17")
    assert made.lines == ()
    assert "第三十六条第（一）项答复的，不按量计收" in made.notes[0]
    assert not page_fee(250, ON, already_public=True).lines
    assert page_fee(250, ON, basis="ogi-2019/36/0/2").total_yuan == Decimal(4700)
    with pytest.raises(UsageError, match="no place may change it"):
        Law({"page_fee_excluded": ()})


def test_what_is_practice_is_noted():
    assert page_fee(1, ON).notes == ("A4及以下幅面的单面为1页",)
    own = [Chargeable("1", "王某", ON), Chargeable("2", "王某", ON, pages=1)]
    assert "默认计入" in month_fees(own)[0].notes[0]
    assert month_fees(own[:1])[0].notes == ()


def test_pages_alone_make_no_fee_by_the_piece():
    made = month_fees([Chargeable("1", "王某", ON, pages=31)])
    assert [one.method for one in made] == [Method.BY_PAGE]
    assert made[0].total_yuan == 10


def test_tiers_of_pieces_go_on_without_end():
    rates = [band.rate_yuan for band in islice(bands(Method.BY_PIECE, ON), 8)]
    assert rates == [0, 100, 200, 300, 400, 500, 600, 700]
    assert rate_yuan(Method.BY_PIECE, 1001, ON) == 9900


def test_the_last_tier_of_pages_has_no_end():
    *_, last = bands(Method.BY_PAGE, ON)
    assert (last.first, last.last, last.rate_yuan) == (201, None, 40)
    assert rate_yuan(Method.BY_PAGE, 10**6, ON) == 40


def test_before_the_measures_there_was_no_fee():
    with pytest.raises(UsageError, match="2021-01-01"):
        piece_fee(45, date(2020, 12, 31))


@pytest.mark.parametrize(
    "ask",
    [
        lambda: piece_fee(-1, ON),
        lambda: piece_fee(1, ON, before=-1),
        lambda: page_fee(-1, ON),
        lambda: rate_yuan(Method.BY_PIECE, 0, ON),
        lambda: Chargeable("1", "王某", ON, pieces=0),
        lambda: month_fees([Chargeable("1", "王某", ON, pages=-1)]),
    ],
)
def test_what_cannot_be_charged_is_refused(ask):
    with pytest.raises(UsageError):
        ask()


@SAME
@given(st.integers(1, 300))
def test_the_fee_is_the_sum_of_the_rates(number):
    for method, made in (
        (Method.BY_PIECE, piece_fee(number, ON)),
        (Method.BY_PAGE, page_fee(number, ON)),
    ):
        rates = sum(rate_yuan(method, rank, ON) for rank in range(1, number + 1))
        assert made.total_yuan == rates
        assert sum(line.number for line in made.lines) == number
        assert isinstance(made.total_yuan, Decimal)


@SAME
@given(st.integers(0, 150), st.integers(0, 150))
def test_a_month_charged_in_two_parts_costs_the_same(first, second):
    parts = piece_fee(first, ON).total_yuan + piece_fee(second, ON, before=first).total_yuan
    assert parts == piece_fee(first + second, ON).total_yuan


@SAME
@given(st.integers(0, 500))
def test_one_more_never_costs_less(number):
    assert piece_fee(number + 1, ON).total_yuan >= piece_fee(number, ON).total_yuan
    assert page_fee(number + 1, ON).total_yuan >= page_fee(number, ON).total_yuan


@SAME
@given(st.permutations(range(15)))
def test_the_order_of_recording_does_not_matter(order):
    made = [Chargeable(f"{n:02}", "王李"[n % 2], date(2026, 9, n + 1), 1 + n % 3) for n in order]
    assert month_fees(made) == month_fees(sorted(made, key=lambda one: one.id))


LIST = """
- {编号: 2026-0001, 申请人: 王某, 收到日期: 2026-09-01}
- {编号: 2026-0002, 申请人: 王某, 收到日期: 2026-09-02, 件数: 12}
- {id: 2026-0003, applicant: 李某, received_on: 2026-09-03, pages: 120, basis: ogi-2019/36/0/2}
"""


def test_a_list_is_written_in_chinese_or_english():
    first, second, third = read_list(LIST)
    assert first == Chargeable("2026-0001", "王某", date(2026, 9, 1))
    assert second.pieces == 12
    assert (third.pages, third.basis) == (120, "ogi-2019/36/0/2")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "清单 第1行：文件是空的"),
        ("a: 1", "应当是一个清单"),
        ("[", "这里不是正确的 YAML"),
        ("- {编号: 1}\n- {编号: 2, 编号: 3}", "清单 第2行：“编号”在这里写了两次"),
        ("- {编号: 1}\n- {收到日期: 2026-02-30}", "清单 第2行：没有 2026-02-30 这一天"),
        ("- 王某", "第1项没有写明编号、申请人、收到日期"),
        ("- {编号: 1, 收到日期: 2026-09-01}", "第1项没有申请人"),
        ("- {编号: 1, 申请人: '', 收到日期: 2026-09-01}", "第1项没有申请人"),
        ("- {编号: 1, 申请人: 王某, 收到日期: 九月}", "收到日期九月不是日期"),
        ("- {编号: 1, 申请人: 王某, 收到日期: 2026-09-01 10:00:00}", "不是日期"),
        ("- {编号: 1, 申请人: 王某, 收到日期: 2026-09-01, 件数: 0}", "件数0应当是不小于1的整数"),
        ("- {编号: 1, 申请人: 王某, 收到日期: 2026-09-01, 页数: -1}", "页数-1应当是不小于0的整数"),
        ("- {编号: 1, 申请人: 王某, 收到日期: 2026-09-01, 页数: 1.5}", "页数1.5应当是"),
        ("- {编号: 1, 申请人: 王某, 收到日期: 2026-09-01, 页码: 3}", "“页码”不认识"),
        (LIST + LIST, "编号2026-0001出现了两次"),
    ],
)
def test_a_wrong_list_is_refused_in_chinese(text, says):
    with pytest.raises(ReadingError, match=says):
        read_list(text)
