"""Filling the texts of letters: a value that is not there is an error, never a blank."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby

from jinja2 import Environment, StrictUndefined, Template, TemplateSyntaxError, meta, nodes

from ogi.data import near
from ogi.law import Citation

# All that a text may do: print, choose, go through entries, compare, join. Nothing is called.
_USED = (
    *(nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.If, nodes.CondExpr),
    *(nodes.For, nodes.Getattr, nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand),
    *(nodes.And, nodes.Or, nodes.Not, nodes.Concat),
)
# What an entry of what is withheld has, and what a loop knows of itself.
_COLUMNS = ("what", "ground", "kind", "reason", "because")
_LOOP = ("index", "first", "last", "length")


@cache
def _environment() -> Environment:
    return Environment(undefined=StrictUndefined, autoescape=False)


@cache
def _template(text: str) -> Template:
    return _environment().from_string(text)


def fill(text: str, values: Mapping[str, object]) -> str:
    """Return a text with its values in place."""
    return _template(text).render(values)


def wrong_text(text: str, known: Collection[str], what: str = "这里没有“{}”") -> Iterator[str]:
    """Yield what is wrong with a text: it is no template, or prints what is not there.

    `what` says that a name is not known.
    """
    try:
        tree = _environment().parse(text)
    except TemplateSyntaxError as error:
        yield f"不合模板的写法：{error}"
        return
    written = [says for node in tree.find_all(nodes.Node) for says in _wrong(node)]
    yield from dict.fromkeys(written)
    if not written:  # jinja2 tells no names of what it cannot compile
        for one in sorted(meta.find_undeclared_variables(tree) - {*known}):
            yield what.format(one) + near(one, known)


def _wrong(node: nodes.Node) -> Iterator[str]:
    if not isinstance(node, _USED):
        yield f"模板里不用这样的写法（{type(node).__name__}）"
    elif isinstance(node, nodes.Getattr):
        of_loop = isinstance(node.node, nodes.Name) and node.node.name == "loop"
        if node.attr not in (allowed := _LOOP if of_loop else _COLUMNS):
            yield f"没有“{node.attr}”这一栏{near(node.attr, allowed)}"
    elif isinstance(node, nodes.Filter | nodes.Test):
        there = (*_environment().filters, *_environment().tests)
        if node.name not in there:
            yield f"没有“{node.name}”这种写法{near(node.name, there)}"


def basis_of(cites: Iterable[Citation]) -> str:
    """Say several citations, each instrument named once, its articles in order.

    >>> from ogi.law import cite
    >>> basis_of([cite("ogi-2019/36/0/3"), cite("ogi-2019/14")])
    '《中华人民共和国政府信息公开条例》第十四条、第三十六条第（三）项'
    """
    known = sorted(set(cites), key=lambda one: (one.instrument.key != "ogi-2019", one.levels))
    parts = []
    for instrument, group in groupby(known, key=lambda one: one.instrument):
        articles = [str(one).removeprefix(str(instrument)) for one in group]
        parts.append(f"{instrument}{'、'.join(article for article in articles if article)}")
    return "、".join(parts)
