"""The demo county: every state of a case, and every chain holds."""

from datetime import date

import pytest
from django.core.management import call_command
from django.utils import timezone

from ogi.casework.table import case_table
from ogisite.core.models import Appointment
from ogisite.demo.making import make_cases, make_people
from ogisite.intake.models import Case
from ogisite.intake.services.rebuilding import rebuild

# What no course of the county leads to; a handed-over case goes to another organ.
_NOT_MADE = {"new", "split", "handed_over", "amending", "amended", "checking", "signed"}


@pytest.mark.slow
@pytest.mark.parametrize("today", [date(2027, 2, 20)])
def test_the_county_has_cases_in_every_state_on_any_day(db: None, today: date) -> None:
    import time_machine

    with time_machine.travel(timezone.make_aware(timezone.datetime(*today.timetuple()[:3], 9))):
        people = make_people(today)
        assert len({one.password for one in people}) == len(people)
        made = list(make_cases(today))
    assert 180 <= len(made) <= 220
    assert {one.state for one in made} >= case_table().states.keys() - _NOT_MADE
    call_command("verify_ledger", verbosity=0)
    assert list(rebuild(write=False)) == []
    assert Appointment.objects.filter(role="supervisor").exists()
    replied = [one for one in made if one.replied_on]
    assert all(one.letters.filter(code__startswith="R").exists() for one in replied)
    assert Case.objects.exclude(number="").count() > 180
