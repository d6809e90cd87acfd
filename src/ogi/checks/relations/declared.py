"""A rule for every relation that an edition of the form declares."""

from collections.abc import Iterator
from functools import partial

from ogi.checks.relations.equations import judge_relation
from ogi.checks.rule import Rule
from ogi.checks.values import values
from ogi.data import from_data
from ogi.findings import Severity
from ogi.form import Relation, editions


@from_data
def relation_rules() -> tuple[Rule, ...]:
    """Return the rules, in the order of the form."""
    return tuple(_rules())


def _rules() -> Iterator[Rule]:
    declared: dict[str, list[Relation]] = {}
    for form in editions():
        for relation in form.relations():
            declared.setdefault(relation.code, []).append(relation)
    for code, relations in declared.items():
        last = relations[-1]
        yield Rule(
            code=code,
            severity=Severity.ERROR,
            explanation=_page(last),
            references=tuple(
                dict.fromkeys(one.cites.instrument.key for one in reversed(relations))
            ),
            test=partial(judge_relation, code),
            advice=last.advice,
        )


def _page(relation: Relation) -> str:
    page = values("relations")["pages"][relation.code]
    return (
        f"{relation.says}。\n\n{page['why']}\n\n正例：{page['kept']}\n反例：{page['broken']}\n"
        f"改法：{relation.advice}"
    )
