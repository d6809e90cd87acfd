"""Reports with a balanced table, and sentences that tell of it truly or with one figure changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from hypothesis import strategies as st

from ogi.checks import Witness, narrative
from ogi.checks.judge import judge
from ogi.findings import Finding
from ogi.form import AnnualReport, Cell, Paragraph, Section, State, edition

TABLES = ("proactive", "applications", "disputes")
KINDS = ("natural_person", "company", "legal_service_body")
OUTCOMES = {
    "granted": "granted",
    "partly_granted": "partly_granted",
    "refused": "refused.process_information",
    "unavailable": "unavailable.not_held",
    "declined": "declined.repeated",
    "otherwise": "otherwise.other",
}
RESULTS = ("upheld", "corrected", "pending")

# Each tells of the figures in braces; every one of them can be told wrong.
SENTENCES = (
    "我局共收到政府信息公开申请{received}件。",
    "{year}年，本机关共受理依申请公开{received}件，上年结转{carried_in}件。",
    "全年新收政府信息公开申请 {received} 件，其中自然人申请 {natural_person} 件、"
    "商业企业申请 {company} 件、法律服务机构申请 {legal_service_body} 件。",
    "依申请公开方面：上年结转{carried_in}件，本年新收{received}件，办结{closed}件，结转下年度继续办理{carried_out}件。",
    "答复政府信息公开申请{closed}件（其中上年结转{carried_in}件），{carried_out}件顺延至次年。",
    "本年度共接到{received}件政府信息公开申请，依法办结{closed}件，{carried_out}件结转下年度继续办理。",
    "全年办结政府信息公开申请{closed}件，其中予以公开{granted}件，部分公开{partly_granted}件，不予公开{refused}件，"
    "无法提供{unavailable}件，不予处理{declined}件，其他处理{otherwise}件。",
    "所办结的依申请公开中，{granted}件予以公开，{partly_granted}件部分公开，{refused}件不予公开。",
    "依申请公开辦理結果：因本機關不掌握無法提供{unavailable}件；屬於四類過程性信息不予公開{refused}件；重複申請{declined}件。",
    "因政府信息公开被申请行政复议{review}件，其中结果维持{upheld}件、结果纠正{corrected}件、尚未审结{pending}件。",
    "政府信息公开行政复议案件{review}件、行政诉讼案件{suits}件。",
    "年内涉及政府信息公开的行政诉讼{suits}件。",
    "制发行政规范性文件{issued}件，现行有效行政规范性文件{in_force}件。",
    "全年作出行政许可决定{licensing}件，作出行政处罚决定{penalties}件。",
)


@dataclass(frozen=True)
class Told:
    """A sentence, the figures of its report, and which of them the sentence tells."""

    sentence: str
    figures: Mapping[str, int]
    slots: tuple[str, ...]

    def text(self, **wrong: int) -> str:
        return self.sentence.format(**{**self.figures, **wrong})


@st.composite
def told(draw: st.DrawFn) -> Told:
    count = st.integers(min_value=0, max_value=400)
    figures = {name: draw(count) for name in OUTCOMES}
    figures["closed"] = sum(figures.values())
    figures["carried_in"] = draw(st.integers(min_value=0, max_value=figures["closed"]))
    figures["carried_out"] = draw(st.integers(min_value=0, max_value=20))
    figures["received"] = figures["closed"] + figures["carried_out"] - figures["carried_in"]
    first = draw(st.integers(min_value=0, max_value=figures["received"]))
    second = draw(st.integers(min_value=0, max_value=figures["received"] - first))
    figures |= {"natural_person": first, "company": second}
    figures["legal_service_body"] = figures["received"] - first - second
    figures |= {name: draw(count) for name in (*RESULTS, "suits")}
    figures["review"] = sum(figures[name] for name in RESULTS)
    figures |= {name: draw(count) for name in ("issued", "in_force", "licensing", "penalties")}
    figures["year"] = 2024
    sentence = draw(st.sampled_from(SENTENCES))
    slots = tuple(name for name in figures if f"{{{name}}}" in sentence and name != "year")
    return Told(sentence, figures, slots)


def report_on(figures: Mapping[str, int], text: str) -> AnnualReport:
    """Make the report whose tables hold these figures and whose overview is this text."""
    values = {
        "applications.received.total": figures["received"],
        "applications.carried_in.total": figures["carried_in"],
        "applications.closed.total": figures["closed"],
        "applications.carried_out.total": figures["carried_out"],
        "disputes.review.total": figures["review"],
        "disputes.direct_suit.total": figures["suits"] // 2,
        "disputes.suit_after_review.total": figures["suits"] - figures["suits"] // 2,
        "proactive.normative_documents.issued": figures["issued"],
        "proactive.normative_documents.in_force": figures["in_force"],
        "proactive.licensing.decisions": figures["licensing"],
        "proactive.penalties.decisions": figures["penalties"],
    }
    values |= {f"applications.{OUTCOMES[name]}.total": figures[name] for name in OUTCOMES}
    values |= {f"applications.received.{kind}": figures[kind] for kind in KINDS}
    values |= {f"disputes.review.{name}": figures[name] for name in RESULTS}
    # rows whose kinds no sentence tells are all of natural persons
    for row in ("carried_in", "closed", "carried_out", *OUTCOMES.values()):
        address = f"applications.{row}"
        values[f"{address}.natural_person"] = values[f"{address}.total"]
    for row in ("direct_suit", "suit_after_review"):
        values[f"disputes.{row}.upheld"] = values[f"disputes.{row}.total"]
    cells = {
        address: Cell(values.get(address, 0), str(values.get(address, 0)), State.PRINTED)
        for address in edition(2021).addresses
    }
    return AnnualReport(
        organ="青禾县水务局",
        year=2024,
        editions=dict.fromkeys(TABLES, 2021),
        cells=cells,
        sections={"overview": Section("overview", (Paragraph(text),))},
    )


def findings(report: AnnualReport) -> list[Finding]:
    """Return what the narrative rules find in a report."""
    witness = Witness(report)
    return [found for rule in narrative.RULES for found in judge(rule, witness).findings]
