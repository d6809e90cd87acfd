from conftest import ROOT

ORGAN = ROOT / "samples" / "letters" / "organ.yaml"
LEDGER = ROOT / "samples" / "letters" / "draft-plan.yaml"


def test_a_letter_is_shown_as_text(ogi):
    result = ogi("letter", "R09", LEDGER, "--organ", ORGAN, "--on", "2026-09-24")
    assert result.exit_code == 0
    assert result.stdout.startswith("云川县自然资源局")
    assert "先向云川县人民政府申请行政复议" in result.stdout


def test_a_letter_is_written_in_the_format_of_its_suffix(ogi):
    for kind, begins in (("docx", b"PK"), ("html", b"<!"), ("txt", "云川县".encode())):
        out = ogi.folder / f"reply.{kind}"
        result = ogi("letter", "R09", LEDGER, "--organ", ORGAN, "--on", "2026-09-24", "-o", out)
        assert result.exit_code == 0, result.stderr
        assert out.read_bytes().startswith(begins)
        assert result.stdout.strip() == str(out)


def test_a_letter_that_lacks_an_element_says_so_and_writes_nothing(ogi):
    out = ogi.folder / "reply.docx"
    result = ogi("letter", "R12", LEDGER, "--organ", ORGAN, "--on", "2026-09-24", "-o", out)
    assert result.exit_code == 1
    assert "缺少　检索情况" in result.stdout
    assert "不符　台账记载的办理结果" in result.stdout
    assert not out.exists()


def test_facts_may_stand_on_the_command_line(ogi):
    fact = "理由=需要查阅的档案较多"
    result = ogi(
        "letter",
        "P04",
        LEDGER,
        "--organ",
        ORGAN,
        "--on",
        "2026-09-23",
        "--fact",
        fact,
        "--fact",
        "批准延长的负责人=何敏",
        "--explain",
    )
    assert "因需要查阅的档案较多" in result.stdout
    assert "第40个　延长的工作日，期限届满" in result.stdout
    assert "第三十三条第二款" in result.stdout


def test_the_letters_are_listed_with_what_they_need(ogi):
    listed = ogi("letter", "--list").stdout
    assert "P01　政府信息公开申请登记回执" in listed
    assert len(listed.splitlines()) == 39
    needs = ogi("letter", "--list", "R02").stdout
    assert "提供的文件清单或者获取信息的方式、途径和时间" in needs
    assert "不予公开" not in needs


def test_a_wrong_call_is_refused_with_what_to_do(ogi):
    organ = ogi.write("organ.yaml", "名称: 云川县测试局\n类别: 学校\n")
    broken = ogi.write("broken.yaml", "acts: [{act: arrived}]")
    slip = ogi.write("slip.yaml", LEDGER.read_text(encoding="utf-8").replace("  R09:", "  R9:"))
    torn = ogi.write("torn.yaml", "acts: [")
    for words, said in (
        (("letter",), "--list"),
        (("letter", "Q99", LEDGER, "--organ", ORGAN), "没有文书Q99"),
        (("letter", "R09", "none.yaml", "--organ", ORGAN), "打不开"),
        (("letter", "R09", LEDGER, "--organ", organ), "类别“学校”应当是以下之一"),
        (("letter", "R09", broken, "--organ", ORGAN), "收到申请"),
        (("letter", "R09", torn, "--organ", ORGAN), "不合YAML的写法"),
        (("letter", "R09", LEDGER, "--organ", ORGAN, "--fact", "理由"), "应当写成"),
        (("letter", "R09", slip, "--organ", ORGAN), "letters下面没有文书R9，是不是R"),
        (("letter", "R09", LEDGER, "--organ", ORGAN, "--on", "2026-09-24", "-o", "a.odt"), "a.odt"),
    ):
        result = ogi(*words)
        assert result.exit_code == 2, words
        assert said in result.stderr, result.stderr
        assert "Traceback" not in result.stderr


def test_several_entries_of_a_fact_are_given_one_by_one(ogi):
    ledger = ogi.write("ledger.yaml", _until_reply(LEDGER.read_text(encoding="utf-8")))
    words = ("letter", "R12", ledger, "--organ", ORGAN, "--on", "2026-09-21")
    one = ogi(*words, "--fact", "检索情况=查了办公系统")
    assert "1.查了办公系统" in one.stdout
    assert "2." not in one.stdout
    two = ogi(*words, "--fact", "检索情况=查了办公系统", "--fact", "检索情况=查了档案室")
    assert "1.查了办公系统\n　　2.查了档案室" in two.stdout


def test_a_slip_to_sign_for_the_letter_may_be_added(ogi):
    words = ("letter", "R09", LEDGER, "--organ", ORGAN, "--on", "2026-09-24")
    assert "送达回证" not in ogi(*words).stdout
    assert "受送达人签名或者盖章" in ogi(*words, "--receipt").stdout


def _until_reply(text: str) -> str:
    """A ledger up to its reply."""
    return text.split("  - act: replied")[0]
