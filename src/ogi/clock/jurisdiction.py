"""Where an organ stands: the working days of the place, and the law as it applies it."""

from dataclasses import dataclass, field

from ogi.law import Law, OrganRules, organ_rules
from ogi.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """The working days and the provisions (适用的工作日和规定) that a clock goes by, and how the
    organ works within them.
    """

    calendar: WorkCalendar = field(default_factory=WorkCalendar)
    law: Law = field(default_factory=Law)
    rules: OrganRules = field(default_factory=organ_rules)
