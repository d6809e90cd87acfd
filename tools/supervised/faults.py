"""The faults that are planted, one function each, with the rules that may speak of it."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from tools.samples.declaration import Sample
from tools.supervised.drawing import TEXTS, Drawn

Fault = Callable[[Drawn, random.Random], Sample]


@dataclass(frozen=True)
class Plant:
    """A fault that can be planted: what it is, who makes it, and which rules may name it."""

    kind: str
    make: Fault
    codes: frozenset[str]


_PLANTS: dict[str, Plant] = {}


def _plants(kind: str, *codes: str) -> Callable[[Fault], Fault]:
    def register(make: Fault) -> Fault:
        assert kind not in _PLANTS
        _PLANTS[kind] = Plant(kind, make, frozenset(codes))
        return make

    return register


PLANTS: Mapping[str, Plant] = MappingProxyType(_PLANTS)


@_plants("总计多一", "R303", "R302")
def _total(drawn: Drawn, chance: random.Random) -> Sample:
    """The total of a result is one more than its parts."""
    address = "applications.unavailable.needs_creation.total"
    return drawn.with_cells({address: drawn.value(address) + 1}).told(results="")


@_plants("办理结果之和不等于总计", "R302", "R301")
def _closed(drawn: Drawn, chance: random.Random) -> Sample:
    """An application more was closed by a person, and in all, than the results add up to."""
    cells = [f"applications.closed.{column}" for column in ("natural_person", "total")]
    return _raised(drawn, cells).told(applications="", results="")


@_plants("结转对不上", "R301")
def _carried(drawn: Drawn, chance: random.Random) -> Sample:
    """More is carried into the next year than is left."""
    cells = [f"applications.carried_out.{column}" for column in ("company", "total")]
    return _raised(drawn, cells, 2).told(applications="")


@_plants("文中收到数不符", "N201", "N208", "N216")
def _received(drawn: Drawn, chance: random.Random) -> Sample:
    return _other(drawn, "received", 10).told(
        applications="全年收到政府信息公开申请{received}件，均依法办理。"
    )


@_plants("文中办结数不符", "N202")
def _answered(drawn: Drawn, chance: random.Random) -> Sample:
    return _other(drawn, "closed", 9).told(
        applications="本年收到政府信息公开申请{received}件，办结{closed}件。", results=""
    )


@_plants("文中办理结果不符", "N205", "N209")
def _granted(drawn: Drawn, chance: random.Random) -> Sample:
    told = drawn.value("applications.granted.total") + 3
    return drawn.told(results=f"其中予以公开{told}件，其余依法分类答复。")


@_plants("文中各项相加不等于总数", "N208")
def _parts(drawn: Drawn, chance: random.Random) -> Sample:
    return drawn.told(
        publishing="全年主动公开政府信息{a+b+c}条，其中动态{a}条、公告{b}条、解读{d}1条。"
    )


@_plants("文中文件数不符", "N212")
def _documents(drawn: Drawn, chance: random.Random) -> Sample:
    return _other(drawn, "in_force", 4).told(
        documents="年末现行有效的行政规范性文件共{in_force}件，已全部公布。"
    )


@_plants("文中复议数不符", "N210")
def _reviews(drawn: Drawn, chance: random.Random) -> Sample:
    return _other(drawn, "review", 2).told()


@_plants("文中申请人类别不符", "N206")
def _persons(drawn: Drawn, chance: random.Random) -> Sample:
    return drawn.told(
        applications=f"收到的政府信息公开申请中，自然人申请{_people(drawn) + 5}件。", results=""
    )


@_plants("百分比不符", "N207")
def _share(drawn: Drawn, chance: random.Random) -> Sample:
    received = drawn.value("applications.received.total")
    wrong = (round(100 * _people(drawn) / received) + 40) % 100 + 0.3 if received else 40.3
    says = f"收到政府信息公开申请{{received}}件，其中自然人{_people(drawn)}件，占{wrong}%。"
    return drawn.told(applications=says)


@_plants("标题年份错", "S511")
def _title(drawn: Drawn, chance: random.Random) -> Sample:
    year = TEXTS["year"]
    sample = drawn.told(preamble=TEXTS["preamble"][0])
    return replace(sample, title=sample.title.replace(str(year), str(year - 1)))


@_plants("统计期限错", "S562")
def _period(drawn: Drawn, chance: random.Random) -> Sample:
    return drawn.told(
        preamble=TEXTS["preamble"][0].replace(
            "{year}年1月1日至{year}年", "{year}年3月1日至{year}年"
        )
    )


@_plants("制发与废止填反", "N212", "P605", "P611")
def _swapped(drawn: Drawn, chance: random.Random) -> Sample:
    row = "proactive.normative_documents"
    issued, repealed = drawn.value(f"{row}.issued"), drawn.value(f"{row}.repealed")
    if issued == repealed:
        issued += 1
    figures = drawn.figures | {"issued": issued, "repealed": repealed}
    swapped = {f"{row}.issued": repealed, f"{row}.repealed": issued}
    return replace(drawn.with_cells({**swapped}), figures=figures).told()


@_plants("复议结果与总计错列", "R401", "N210")
def _slid(drawn: Drawn, chance: random.Random) -> Sample:
    slid = {"upheld": 7, "corrected": 1, "other": 0, "pending": 0, "total": 2}
    cells = {f"disputes.review.{key}": value for key, value in slid.items()}
    return drawn.with_cells({**cells}).told(disputes="")


@_plants("缺第五部分", "S501", "S503", "S571")
def _missing(drawn: Drawn, chance: random.Random) -> Sample:
    sample = drawn.told()
    text = {key: lines for key, lines in sample.text.items() if key != "problems"}
    return replace(sample, text=text, headings={**sample.headings, "problems": ""})


@_plants("编号重复", "S503")
def _number(drawn: Drawn, chance: random.Random) -> Sample:
    return replace(drawn.told(), headings={"other": "五、其他需要报告的事项"})


@_plants("个人手机号码", "S591")
def _phone(drawn: Drawn, chance: random.Random) -> Sample:
    return drawn.told(fees="本年度未收取信息处理费。申请人刘某（13900001111）对办理表示满意。")


@_plants("公民身份号码", "S590")
def _identity(drawn: Drawn, chance: random.Random) -> Sample:
    number = "11010119900307" + "1" + "11"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    rest = sum(int(digit) * by for digit, by in zip(number, weights, strict=True)) % 11
    return drawn.told(
        fees=f"本年度未收取信息处理费。申请人的身份证号{number}{'10X98765432'[rest]}已登记在台账。"
    )


@_plants("别的机关的名称", "S513")
def _another(drawn: Drawn, chance: random.Random) -> Sample:
    organ = str(drawn.sample.organ)
    named = "星湖县" + organ[3:]
    return drawn.told(preamble=TEXTS["preamble"][1].replace("{organ}", named))


@_plants("空着没填", "S505")
def _open(drawn: Drawn, chance: random.Random) -> Sample:
    return drawn.told(publishing="全年主动公开政府信息____条。")


@_plants("分项缺号", "S580")
def _gap(drawn: Drawn, chance: random.Random) -> Sample:
    return drawn.told(
        problems="存在的主要问题：一是政策解读的形式比较单一；三是部分栏目更新不够及时。改进情况：增加图解和问答，实行栏目更新提醒。"
    )


@_plants("格空着", "S530")
def _blank(drawn: Drawn, chance: random.Random) -> Sample:
    return drawn.with_cells({"proactive.coercion.decisions": ""}).told()


@_plants("格里填斜线", "S531")
def _slash(drawn: Drawn, chance: random.Random) -> Sample:
    return drawn.with_cells({"proactive.penalties.decisions": "/"}).told()


@_plants("金额以元计", "P604")
def _yuan(drawn: Drawn, chance: random.Random) -> Sample:
    return drawn.with_cells({"proactive.charges.amount": "582365元"}).told()


@_plants("仍写上年年份", "S560", "N201")
def _stale(drawn: Drawn, chance: random.Random) -> Sample:
    year = TEXTS["year"] - 1
    return drawn.told(management=f"{year}年，本机关组织业务培训3次，完善信息发布审核制度。")


@_plants("依据失效", "S564")
def _basis(drawn: Drawn, chance: random.Random) -> Sample:
    return drawn.told(
        preamble="本报告按照国办公开办函〔2019〕60号规定的格式编制，统计期限为{year}年1月1日至{year}年12月31日。"
    )


@_plants("没有报告收费", "S540")
def _fee(drawn: Drawn, chance: random.Random) -> Sample:
    return drawn.told(fees="没有其他需要报告的事项。")


@_plants("收费前后不一", "N215")
def _fees(drawn: Drawn, chance: random.Random) -> Sample:
    return drawn.told(fees="本年度发出收费通知0件，收取信息处理费260元。")


@_plants("行名改动", "S521", "S532")
def _label(drawn: Drawn, chance: random.Random) -> Sample:
    labels = {"applications.received": "一、本年收到政府信息公开申请总数"}
    return replace(drawn.told(), labels=labels)


@_plants("只有问题没有改进", "S571")
def _unmended(drawn: Drawn, chance: random.Random) -> Sample:
    return drawn.told(
        problems="存在的主要问题：一是政策解读的形式比较单一，群众看不懂；"
        "二是部分栏目更新不够及时，有的半年没有新内容。"
    )


@_plants("件数是负数", "P602", "R303", "R302", "R301")
def _negative(drawn: Drawn, chance: random.Random) -> Sample:
    return drawn.with_cells({"proactive.coercion.decisions": -2}).told()


@_plants("同一个数两种写法", "N213", "N201")
def _twice(drawn: Drawn, chance: random.Random) -> Sample:
    return drawn.told(
        publishing="全年主动公开政府信息{a+b+c}条。", platform="2024年共主动公开政府信息{d}9条。"
    )


def _people(drawn: Drawn) -> int:
    return drawn.value("applications.received.natural_person")


def _raised(drawn: Drawn, addresses: list[str], by: int = 1) -> Drawn:
    return drawn.with_cells({address: drawn.value(address) + by for address in addresses})


def _other(drawn: Drawn, name: str, more: int) -> Drawn:
    """Return the report with one figure of its text told too high."""
    figure = drawn.figures[name]
    assert isinstance(figure, int)
    return replace(drawn, figures={**drawn.figures, name: figure + more})
