"""HTML: clean markup, and markup pasted from an office program into a site's page."""

from collections.abc import Callable
from html import escape

from tools.samples.declaration import Sample
from tools.samples.grid import Box
from tools.samples.story import Grid, Head, Text, Title, story


def body_html(sample: Sample, paragraph: Callable[[str], str], cell: Callable[[Box], str]) -> str:
    """The report as HTML; the callers say what a paragraph and a cell look like."""
    parts = []
    for item in story(sample):
        match item:
            case Title(text):
                parts.append(f"<h1>{escape(text)}</h1>")
            case Head(text, level):
                parts.append(f"<h{level}>{escape(text)}</h{level}>")
            case Text(text):
                parts.append(paragraph(text))
            case Grid():
                rows = ("".join(cell(box) for box in line.boxes) for line in item.lines)
                body = "\n".join(f"<tr>{row}</tr>" for row in rows)
                parts.append(f'<table class="{item.table.key}">\n{body}\n</table>')
    return "\n".join(parts)


def spans(box: Box) -> str:
    down = f' rowspan="{box.rowspan}"' if box.rowspan > 1 else ""
    return down + (f' colspan="{box.colspan}"' if box.colspan > 1 else "")


def plain_cell(box: Box) -> str:
    return f"<td{spans(box)}>{escape(box.text) or '&nbsp;'}</td>"


def plain_html(sample: Sample) -> bytes:
    """A page in UTF-8 whose tables are marked up as tables."""
    body = body_html(sample, lambda text: f"<p>{escape(text)}</p>", plain_cell)
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(sample.title)}</title>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    ).encode()


def pasted_html(sample: Sample) -> bytes:
    """A site's page in GB18030: menus around it, a span for each run of characters."""
    body = body_html(sample, _pasted_paragraph, _pasted_cell)
    body = body.replace("<h1>", '<p class="MsoNormal" align="center"><b>').replace(
        "</h1>", "</b></p>"
    )
    for level in "23":
        body = body.replace(
            f"<h{level}>", '<p class="MsoNormal"><b><span style="font-family:黑体">'
        )
        body = body.replace(f"</h{level}>", "</span></b><o:p></o:p></p>")
    return (_PAGE % {"title": sample.title, "organ": sample.organ, "body": body}).encode("gb18030")


def _pasted_paragraph(text: str) -> str:
    return f'<p class="MsoNormal" style="text-indent:32.0000pt">{_runs(text)}<o:p></o:p></p>'


def _pasted_cell(box: Box) -> str:
    content = _runs(box.text) if box.text else '<font face="仿宋"><o:p>&nbsp;</o:p></font>'
    return (
        f'<td{spans(box)} width="{box.colspan * 62}" valign="center" style="padding:0.0pt 5.4pt;'
        f'border:1.0000pt solid windowtext"><p class="MsoNormal" align="center">{content}</p></td>'
    )


def _runs(text: str) -> str:
    pieces = [text[at : at + 9] for at in range(0, len(text), 9)]
    style = "mso-spacerun:'yes';font-family:仿宋_GB2312;font-size:12.0000pt"
    return "".join(
        f'<span style="{style}"><font face="仿宋">{escape(p)}</font></span>' for p in pieces
    )


_PAGE = """<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>%(title)s_%(organ)s</title>
<script>var pageNo = 1, total = 12;</script>
<style>td { padding: 2px; }</style>
</head>
<body>
<div class="header"><ul><li>首页</li><li>政务公开</li><li>办事服务</li><li>互动交流</li></ul></div>
<div class="crumbs">当前位置：首页 &gt; 政务公开 &gt; 政府信息公开年报</div>
<table class="info">
<tr><td>名称</td><td>%(title)s</td><td>索引号</td><td>014-0301/2024-00007</td></tr>
<tr><td>发布机构</td><td>%(organ)s</td><td>公开日期</td><td>2024-01-22</td></tr></table>
<div id="zoom" class="TRS_Editor">
%(body)s
</div>
<div class="share">分享到： 微信 打印本页 关闭窗口 浏览次数：318</div>
<div class="footer">主办：%(organ)s　网站标识码：0000000000</div>
</body>
</html>
"""
