"""Take in and register applications for ever; each line names one that is confirmed."""

import sys

import django

django.setup()

from django.utils import timezone  # noqa: E402 - the settings come first

from ogi.casework import Channel  # noqa: E402
from ogisite.core.models import Appointment, Organ, Person  # noqa: E402
from ogisite.core.services.files import store  # noqa: E402
from ogisite.intake.models import Attachment  # noqa: E402
from ogisite.intake.services.arrivals import Arrival, PartyData, receive, register  # noqa: E402


def clerk() -> tuple[Organ, Person]:
    """Return an organ and its registrar, made anew where there is none."""
    person = Person.objects.filter(login="clerk").first()
    if person:
        return Organ.objects.get(appointments__person=person), person
    organ = Organ.objects.create(name="桐岭县教育局", kind="department")
    person = Person.objects.create_user("clerk", "李敏", "geheim-geheim")
    Appointment.objects.create(person=person, organ=organ, role="registrar")
    return organ, person


def main() -> None:
    """Write until somebody ends it."""
    organ, person = clerk()
    while True:
        at, day = timezone.now(), timezone.localdate()
        applicant = PartyData("natural_person", "赵某某", phone="1")
        arrival = Arrival(Channel.IN_PERSON, day, [applicant], ["补偿方案"])
        case = receive(organ, arrival, at=at, by=person).case
        register(case, day, by=person, at=at)
        file = store(str(case.chain.key).encode(), "text/plain")
        Attachment.objects.create(case=case, file=file, kind="answer", name="来函", added_at=at)
        sys.stdout.write(f"{case.chain.key}\n")
        sys.stdout.flush()


main()
