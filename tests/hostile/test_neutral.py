"""Hostile names and texts are only text, whatever prints or writes them.

Every writer and every command stands here; one that is new and does not fails the last tests.
"""

import ast
import json
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from zipfile import ZipFile

import pytest
from cli.conftest import Ogi
from cli.documents import WRONG, report_text
from dataset.made import collect

from hostile.judging import JUDGES, MARK, package, page, record, screen, table
from ogi.checks import check
from ogi.cli import many, query
from ogi.cli.application import COMMANDS
from ogi.cli.screen import Screen
from ogi.findings import Acceptance
from ogi.form import Paragraph, Section, edition
from ogi.formats import WRITTEN
from ogi.paper import Grid, GridBox, Heading, Line, Paper
from ogi.reading import read_bytes
from ogi.writing import KINDS, print_paper, write_report
from ogi.writing.characters import clean
from ogi.writing.findings.audit import Audit
from ogi.writing.findings.index import index_page
from ogi.writing.findings.writers import WRITERS
from ogi.writing.page import check_page
from ogi.writing.plain_table import table_csv, table_xlsx
from ogi.writing.template import form_workbook

SOURCES = Path(__file__).parents[2] / "src" / "ogi"
TEXTS = {
    "title of a terminal": f"\x1b]0;{MARK}\x07\x1b[2J甲",
    "link of a terminal": f"\x1b]8;;http://{MARK}\x1b\\甲\x1b]8;;\x1b\\",
    "eight-bit controls": f"\x9b2J\x9d0;{MARK}\x9c\x7f\x85",
    "script": f"</title></style><script>{MARK}()</script>",
    "picture": f"<img src=x onerror={MARK}()>\"' onload={MARK}() x='",
    "comment": f"--><!--{MARK}]]><![CDATA[",
    "formula": f"=cmd|' /C {MARK}'!A0",
    "sum": f"+1+cmd|' /C {MARK}'!A0",
    "difference": f'-2-HYPERLINK("http://{MARK}")',
    "function": f"@SUM({MARK})",
    "formula after a blank": f" \t={MARK}()",
    "wide formula": f"＝{MARK}()",
    "formula after a return": f"\r={MARK}()\r\n+{MARK}()",
    "link": f"[{MARK}](javascript:{MARK}())",
    "picture of Markdown": f"![x](http://{MARK}/x.png)",
    "address": f"<http://{MARK}/>",
    "reference": f"[{MARK}]: javascript:{MARK}()",
    "heading": f"# {MARK}",
    "list": f"- {MARK}\n1. {MARK}\n> {MARK}",
    "emphasis": f"**{MARK}** _{MARK}_ `{MARK}` ~~{MARK}~~",
    "entity": f"&lt;script&gt;{MARK}&#60;b&#62;&colon;",
    "escape": f"\\[{MARK}\\](x) \\",
    "turned round": f"\u202e{MARK}\u202c\u2066fdp.\u2069",
    "nothing": f"\x00{MARK}\x00",
    "lines": f"{MARK}\n0个错误；54条规则成立\u2028\u2029\x0b\x0c{MARK}",
    "half a character": f"\ud800{MARK}\udfff",
    "template": f"{{{{ 7*7 }}}}{{% {MARK} %}}${{{MARK}}}",
    "markup of a console": f"[red]{MARK}[/red][link=http://{MARK}]x[/link]:smile:",
    "typesetting": f'#import "{MARK}"; $x$ #{MARK} \\u{{7}}',
    "very long": MARK * 2_000,
}
LINE = {key: text for key, text in TEXTS.items() if "\n" not in text and "|" not in text}
hostile = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)


def paper_of(text):
    """A paper that is hostile wherever a text can stand."""
    boxes = (
        GridBox(text, 0, 0, scope="col"),
        GridBox(text, 0, 1, scope="col"),
        GridBox(text, 1, 0, scope="row"),
        GridBox(text, 1, 1, hint=text),
    )
    grid = Grid(boxes, 2, 2, head=1, caption=text)
    blocks = (Heading(text), Line(text), Line(text, strong=True), grid, Heading(text, 2))
    return Paper(text, blocks, notes=(text,))


def report_of(text):
    """A report that is hostile wherever a text can stand, and findings that are."""
    read = read_bytes(report_text(WRONG).encode(), "a.md")
    paragraph = Paragraph(text)
    report = replace(
        read,
        title=text,
        organ=text,
        sections={key: Section(key, (paragraph,)) for key in ("overview", "problems", "other")},
        labels=dict.fromkeys(read.labels, paragraph),
        stray=(paragraph,),
        remarks=(text,),
        source=replace(read.source, name=text),
    )
    verdicts = tuple(replace(one, reason=text) for one in check(report))
    return report, tuple(
        replace(one, findings=tuple(_spoilt(each, text) for each in one.findings))
        for one in verdicts
    )


def _spoilt(finding, text):
    accepted = Acceptance(reason=text, by=text, on=None) if finding.code[0] == "N" else None
    return replace(
        finding, message=text, value=text, source=text, advice=text, id=text, accepted=accepted
    )


def audits_of(text):
    report, verdicts = report_of(text)
    return [Audit(text, report, verdicts, page="a.html"), Audit(text, trouble=text)]


SLOW = ("pdf",)  # a second each: these are tried with all texts one below the other
QUICK = [one for one in KINDS if one not in SLOW]


@hostile
@pytest.mark.parametrize("kind", QUICK)
def test_a_paper_holds_only_text(kind, text):
    assert MARK in JUDGES[kind](print_paper(paper_of(text), kind))


@pytest.mark.parametrize("kind", SLOW)
def test_a_paper_with_all_of_them_holds_only_text(kind):
    blocks = tuple(block for text in TEXTS.values() for block in paper_of(text[:300]).blocks)
    paper = Paper("题", blocks, notes=tuple(text[:300] for text in TEXTS.values()))
    assert JUDGES[kind](print_paper(paper, kind)).count(MARK) > len(TEXTS)


@hostile
@pytest.mark.parametrize("kind", [one for one in WRITTEN if one not in SLOW])
def test_a_report_holds_only_text(kind, text):
    assert MARK in JUDGES[kind](write_report(report_of(text)[0], kind))


@pytest.mark.parametrize("text", LINE.values(), ids=LINE)
def test_what_is_made_inert_in_markdown_is_read_as_it_was(text):
    report = read_bytes(report_text(WRONG).encode(), "a.md")
    told = Section("problems", (Paragraph(f"公开的{text}不够。"), Paragraph(f"{text}不够。")))
    report = replace(report, sections={**report.sections, "problems": told})
    again = read_bytes(write_report(report, "md"), "a.md")
    wanted = clean(" ".join(" ".join(line.text.split()) for line in told.paragraphs))
    assert again.sections["problems"].text.split() == wanted.split()


@hostile
@pytest.mark.parametrize("suffix", WRITERS)
def test_findings_hold_only_text(suffix, text):
    assert MARK in JUDGES[suffix[1:]](WRITERS[suffix](audits_of(text)))


@hostile
def test_pages_hold_only_text(text):
    report, verdicts = report_of(text)
    assert MARK in page(check_page(report, verdicts).encode("utf-8"))
    assert MARK in page(index_page(audits_of(text)))


@hostile
def test_tables_hold_only_text(text):
    assert MARK in table(table_csv([text], [[text]]))
    assert MARK in package(table_xlsx([text], [[text]]))
    package(form_workbook(edition(2021)))


@hostile
@pytest.mark.parametrize("width", [None, 80])
def test_a_screen_shows_only_text(text, width, capsys):
    from ogi.cli.paper import show_paper
    from ogi.cli.report import show_head, show_report
    from ogi.cli.verdicts import show_checked

    shown = Screen(width)
    report, verdicts = report_of(text)
    show_paper(paper_of(text), shown)
    show_head(report, text, shown)
    show_report(report, shown)
    show_checked(report, verdicts, text, ("error", "warning", "note"), True, shown)
    many.show_totals(audits_of(text), ("error", "warning", "note"), shown)
    assert MARK in screen(capsys.readouterr().out)


NARRATIVE = "\n\n".join(text[:3000] for text in LINE.values()).encode("utf-8", "replace").decode()
ORGAN = f"=青溪{MARK}[x](javascript:{MARK})\x1b]0;{MARK}\x07<script>{MARK}</script>局"
FILE = f"=\x1b]0;{MARK}\x07\u202e[x](javascript:{MARK})<img src=x onerror={MARK}()>.md"
ADDRESS = "applications.received.total"
LEDGER = """
acts:
  - {act: received, on: 2026-09-18, channel: online}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Reports that are hostile by name, organ and text, in files and in an archive."""
    folder = tmp_path_factory.mktemp("hostile")
    text = report_text(WRONG).replace("云岭县林业局", ORGAN)
    text = text.replace("公开的时效还不够", NARRATIVE + "\n\n公开的时效还不够")
    (folder / "in").mkdir()
    (folder / "in" / FILE.replace("/", "")).write_text(text, "utf-8", "replace")
    (folder / "in" / f"<b>{MARK}.pdf").write_bytes(b"%PDF-1.7\nx")
    with ZipFile(folder / "in" / "a.zip", "w") as archive:
        archive.writestr(FILE.replace("/", "") + ".md", text.replace("2023", "2022").encode())
        archive.writestr(f"\x1b[2J\n{MARK}.pdf", b"%PDF-1.7\nx")
    truth = {"cells": {ADDRESS: 4}}
    case = folder / "cases" / f"\x1b[2J{MARK}"
    case.mkdir(parents=True)
    (case / "source.md").write_text(text)
    (case / "truth.json").write_text(json.dumps(truth))
    collect(folder / "in", folder / "dataset")
    return folder


def _report(folder):
    return folder / "in" / FILE.replace("/", "")


def _calls(folder, out):
    """Yield the words of a call, and what it writes, for every command and kind of file."""
    report, reports = _report(folder), folder / "in"
    register = folder / "register.csv"
    register.write_text(f"机构名称,上级\n{ORGAN},甲\n=1+{MARK}<b>,甲\n", "utf-8", "replace")
    yield ("read", reports), ()
    yield ("read", reports, "--json"), ()
    yield ("check", reports, "--verbose"), ()
    yield ("check", reports, "--json"), ()
    yield ("check", reports, "--html", out), ("*.html",)
    files = tuple(f"all{suffix}" for suffix in WRITERS)
    yield ("check", reports, *(word for one in files for word in ("-o", out / one))), files
    for kind in WRITTEN:
        yield ("write", reports, "-o", out / kind, "--to", kind), (f"{kind}/*.{kind}",)
    for kind in ("html", "md", "xlsx"):  # the paper is the same for all kinds
        yield ("diff", report, report, "--all", "-o", out / f"d.{kind}"), (f"d.{kind}",)
    yield ("diff", report, report, "--all"), ()
    yield ("diff", report, report, "--json", "--all"), ()
    merged = ("merge", reports, "--organ", ORGAN, "--year", 2023, "--register", register)
    for kind in ("html", "md", "json"):
        files = (f"m.{kind}", f"m-说明.{'docx' if kind == 'json' else kind}", "m-来源.xlsx")
        yield (*merged, "-o", out / f"m.{kind}"), files
    yield merged, ()
    yield (*merged, "--json"), ()
    yield ("collect", reports, "-o", out / "set"), ("set/failures/*.parquet",)
    asked = f"select *, '{ORGAN}' as \"=1+{MARK}\" from {{}}"
    for name in ("reports", "sections", "findings", "failures"):
        yield ("query", folder / "dataset", asked.format(name)), ()
        yield ("query", folder / "dataset", asked.format(name), "--json"), ()
        for suffix in query._SUFFIXES:
            to = out / f"{name}{suffix}"
            yield ("query", folder / "dataset", asked.format(name), "-o", to), (to.name,)
    yield ("evaluate", folder / "cases", "--faults"), ()
    yield ("evaluate", folder / "cases", "--json", "--faults"), ()
    for word in (f"{MARK}{ORGAN}", f"{MARK}.{ORGAN}"):
        yield ("explain", word), ()
        yield ("form", word), ()
        yield ("calendar", word), ()
        yield ("calendar", "2026", "--region", word), ()
        yield ("query", folder / word.replace("/", ""), "select 1"), ()
    yield ("form", "-o", out / "f.xlsx"), ("f.xlsx",)
    yield from _case_calls(folder, out)


def _case_calls(folder, out):
    spoilt = json.dumps(ORGAN)
    ledger = (SOURCES.parents[1] / "samples/letters/draft-plan.yaml").read_text()
    (folder / f"{MARK}\x1b[2J.yaml").write_text(
        ledger.replace("林青禾", spoilt).replace("规划报批", spoilt).replace("周闻", spoilt)
    )
    organ = (SOURCES.parents[1] / "samples/letters/organ.yaml").read_text()
    (folder / "organ.yaml").write_text(organ.replace("云川县自然资源局\n", f"{spoilt}\n"))
    (folder / "bad.yaml").write_text(f"acts:\n- {{act: {spoilt}, day: 2026-09-01}}\n")
    (folder / "list.yaml").write_text(
        f"- {{编号: {spoilt}, 申请人: {spoilt}, 收到日期: 2026-09-18, 件数: 45}}\n"
    )
    for name in (f"{MARK}\x1b[2J.yaml", "bad.yaml"):
        yield ("due", folder / name, "--on", "2026-09-24", "--explain"), ()
        yield ("due", folder / name, "--on", "2026-09-24", "--json"), ()
        letter = ("letter", "R09", folder / name, "--organ", folder / "organ.yaml")
        letter = (*letter, "--on", "2026-09-24")
        yield (*letter, "--explain"), ()
        for kind in ("docx", "html", "md") if name != "bad.yaml" else ():
            yield (*letter, "-o", out / f"l.{kind}"), (f"l.{kind}",)
    for name in ("list.yaml", "bad.yaml"):
        yield ("fee", folder / name, "--explain"), ()
        yield ("fee", folder / name, "--json"), ()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_prints_and_writes_only_text(command, folder, tmp_path):
    called = said = 0
    for words, files in _calls(folder, tmp_path):
        if words[0] != command:
            continue
        called += 1
        result = Ogi(folder)(*words)
        printed = screen(result.stdout) + screen(result.stderr)
        said += MARK in printed
        assert result.exit_code in (0, 1, 2), result.exception
        assert "意外" not in printed, (words, printed)
        if "--json" in words and result.exit_code != 2:
            record(result.stdout.encode())
        for pattern in files:
            found = list(tmp_path.glob(pattern))
            assert found, (words, printed)
            for one in found:
                said += MARK in JUDGES[one.suffix[1:]](one.read_bytes())
    assert called
    assert said


def test_nothing_prints_but_through_the_screen():
    """A print of its own would show a terminal what it was not meant to see."""
    own = {"cli/screen.py", "cli/console.py", "cli/batch.py", "cli/progress.py"}
    for path in SOURCES.rglob("*.py"):
        name = path.relative_to(SOURCES).as_posix()
        if name not in own:
            text = path.read_text(encoding="utf-8")
            for way in ("click.echo", "click.secho", "stdout.write", "stderr.write", " print("):
                assert way not in text, (name, way)


JUDGED = {
    *("print_text", "print_markdown", "print_docx", "print_html", "print_pdf", "print_xlsx"),
    *("print_json", "print_paper", "write_report", "check_page", "index_page", "form_workbook"),
    *("findings_csv", "findings_xlsx", "findings_junit", "findings_sarif"),
    *("table_csv", "table_xlsx"),
    "packed",  # the parts of an archive, made by who calls it
}


def test_every_writer_is_judged():
    made = set()
    for path in (SOURCES / "writing").rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                whole = ast.unparse(node.returns) == "bytes" if node.returns else False
                made |= {node.name} if whole or node.name.endswith(("_page", "_html")) else set()
    assert made == JUDGED
    assert {one.removeprefix(".") for one in (*KINDS, *WRITERS, *query._SUFFIXES)} <= set(JUDGES)


def test_every_command_that_writes_is_called_with_each_of_its_outputs(folder, tmp_path):
    called = {str(words[0]) for words, _ in _calls(folder, tmp_path)}
    assert called == set(COMMANDS)
    for path in (SOURCES / "cli").glob("*.py"):
        if "write_out(" in path.read_text(encoding="utf-8"):
            assert path.stem in _WRITING, path
    assert all(import_module(f"ogi.cli.{one}") for one in _WRITING)


_WRITING = {
    "output",
    "check",
    "form",
    "letter",
    "many",
    "merge",
    "paper",
    "pictures",
    "query",
    "write",
}
