"""How an organ works within the law (本机关的规矩): what becomes of a draft, and by whom."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from ogi.data import Fault, Struct, from_data, load, near

Step = Literal["reviewed", "legal_reviewed", "secrecy_reviewed", "signed"]
Doing = Literal["drafted", "reviewed", "legal_reviewed", "secrecy_reviewed", "signed"]


class OrganRules(Struct, frozen=True, kw_only=True):
    """The steps that a draft takes (审核步骤), who keeps apart, and how numbers look.

    `steps` are acts in their order; one may occur twice (双审). Information is not disclosed
    without a secrecy review (Art. 17), so that there is one; a signature is the last.
    `apart` are pairs of acts of one draft that one person does not both do. `numbers` are
    patterns by act (registered, replied), such as `{year}-{serial}`.
    """

    steps: tuple[Step, ...] = ("reviewed", "secrecy_reviewed", "signed")
    apart: tuple[tuple[Doing, Doing], ...] = (
        ("drafted", "reviewed"),
        ("drafted", "legal_reviewed"),
        ("drafted", "secrecy_reviewed"),
        ("reviewed", "reviewed"),
    )
    numbers: Mapping[Literal["registered", "replied"], str] = msgspec.field(default_factory=dict)

    def faults(self) -> Iterator[Fault]:
        """Yield what the law does not let an organ do."""
        if "secrecy_reviewed" not in self.steps:
            yield ("steps",), "没有保密审查：公开前应当依法审查（条例第十七条）"
        if "signed" in self.steps[:-1]:
            yield ("steps",), "签发应当是最后一步"
        for key, pattern in self.numbers.items():
            for name in re.findall(r"\{(.*?)\}", pattern):
                if name not in _IN_NUMBERS:
                    says = f"编号里只能写{{year}}和{{serial}}，没有“{name}”"
                    yield ("numbers", key), says + near(name, _IN_NUMBERS)
            if "{serial}" not in pattern:
                yield ("numbers", key), "编号里没有{serial}，各件的编号会一样"


_IN_NUMBERS = ("year", "serial")


@from_data
def organ_rules() -> OrganRules:
    """Return how the organ of the place works, or what is usual where its data do not say."""
    return load("law/organ_rules.yaml", OrganRules, default=OrganRules())
