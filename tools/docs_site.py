"""What MkDocs does not do for Chinese pages: search, columns of console output, line ends."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

_WIDE = "\u2018\u2019\u201c\u201d\u2026\u3001-\u303f\u3400-\u9fff\uff00-\uffef"
_LINE_END = re.compile(f"(?<=[{_WIDE}])\n(?=[{_WIDE}])")
_CONSOLE = re.compile("(<pre[ >].*?</pre>)", re.DOTALL)
_TAG = re.compile("(<[^>]*>)")
_SECTION = re.compile('<h([1-3]) id="([^"]*)">(.*?)</h[1-3]>', re.DOTALL)
_SILENT = re.compile("<(script|style|noscript).*?</\\1>", re.DOTALL)

_sections: list[dict[str, str]] = []


def on_pre_build(config: Any) -> None:
    """Begin a new index; MkDocs calls this."""
    _sections.clear()


def on_page_content(html: str, page: Any, **_: Any) -> str:
    """Note what a page says for the search, and set it for Chinese; MkDocs calls this."""
    if page.file.src_uri != "search.md":
        _sections.extend(sections(html, page.url, page.title))
    return "".join(
        columned(part) if part.startswith("<pre") else joined(part) for part in _CONSOLE.split(html)
    )


def on_post_page(output: str, page: Any, **_: Any) -> str:
    """Name the language of a page as browsers know it; MkDocs calls this."""
    return _named(output, "en" if page.url.startswith("en/") else "zh-CN")


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """Name the language of the page for what is not found; MkDocs calls this."""
    return _named(output_content, "zh-CN") if template_name == "404.html" else output_content


def _named(output: str, language: str) -> str:
    return re.sub('(<html[^>]*) lang="[^"]*"', rf'\1 lang="{language}"', output, count=1)


def on_post_build(config: Any) -> None:
    """Write the index of the search beside the pages; MkDocs calls this."""
    content = json.dumps(_sections, ensure_ascii=False, separators=(",", ":"))
    written = f"window.OGI_SECTIONS={content};\n"
    Path(config["site_dir"], "search_index.js").write_text(written, encoding="utf-8")


def joined(html: str) -> str:
    """Take out the line ends between Chinese characters, which browsers show as blanks.

    >>> joined("读取\\n报告\\nand more"), joined("说明。\\n“另一行”")
    ('读取报告\\nand more', '说明。“另一行”')
    """
    return _LINE_END.sub("", html)


def columned(html: str) -> str:
    """Give each character of console output its columns, whatever font there is.

    Those that some fonts draw wide and others narrow (“”—…) take one, as the command counts.

    >>> columned("<pre>年度 —</pre>")
    '<pre><i>年</i><i>度</i> <i class="narrow">—</i></pre>'
    """
    return "".join(
        part if part.startswith("<") else "".join(map(_column, part)) for part in _TAG.split(html)
    )


def _column(character: str) -> str:
    width = east_asian_width(character)
    if width == "A":
        return f'<i class="narrow">{character}</i>'
    return f"<i>{character}</i>" if width in "WF" else character


def sections(html: str, url: str, title: str) -> Iterator[dict[str, str]]:
    """Yield the parts of a page by their headings, as the search finds them.

    >>> [one["head"] for one in sections('<h1 id="a">甲</h1><p>乙</p>', "a.html", "甲")]
    ['甲']
    """
    parts = _SECTION.split(_SILENT.sub("", html))
    for at in range(1, len(parts), 4):
        anchor, head, body = parts[at + 1 : at + 4]
        yield {
            "url": f"{url}#{anchor}",
            "page": title,
            "head": _text(head),
            "text": _text(body),
        }


def _text(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", joined(html))).split())
