"""`ogisite demo`: fill an empty site with a county that does not exist."""

from collections import Counter
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.db import transaction
from django.utils.timezone import localdate

from ogi.casework.table import case_table
from ogisite.core.models import Organ, roles
from ogisite.demo.making import Made, make_cases, make_people

LETTER = "口令.txt"


class Command(BaseCommand):
    help = "在空的平台里建立演示县：机关、人员、两年的申请；口令打印出来，也存在平台的目录里"

    def handle(self, *args: Any, **options: Any) -> None:
        """Make everything, and print who can log in."""
        if Organ.objects.exists():
            raise CommandError("平台里已经有机关，没有建立演示县")
        with transaction.atomic():
            people, states = self._make(localdate())
        labels = case_table().states
        said = "、".join(f"{labels[key].label}{count}件" for key, count in sorted(states.items()))
        self.stdout.write(f"演示县建好了：{said}")
        path = settings.HOME / LETTER
        path.touch(0o600)
        path.write_text("".join(_line(one) for one in people), encoding="utf-8")
        self.stdout.write(f"每个人的用户名和口令在{path}")

    def _make(self, today: date) -> tuple[list[Made], Counter[str]]:
        """Make people and cases; how many there are in each state."""
        people, states = make_people(today), Counter[str]()
        for number, case in enumerate(make_cases(today), 1):
            states[case.state] += 1
            if number % 50 == 0:
                self.stdout.write(f"已建立{number}件申请")
        return people, states


def _line(one: Made) -> str:
    held = "、".join(roles()[role] for role in one.roles)
    return f"{one.organ.name}\t{one.person.name}\t{held}\t{one.person.login}\t{one.password}\n"
