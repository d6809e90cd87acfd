from ogisite.core.models.attempts import Attempt
from ogisite.core.models.chains import Chain, Entry
from ogisite.core.models.changes import Change
from ogisite.core.models.files import StoredFile
from ogisite.core.models.looks import Look
from ogisite.core.models.organs import Organ, OrganChange
from ogisite.core.models.people import Appointment, Person, roles
from ogisite.core.models.series import Series

__all__ = [
    "Appointment",
    "Attempt",
    "Chain",
    "Change",
    "Entry",
    "Look",
    "Organ",
    "OrganChange",
    "Person",
    "Series",
    "StoredFile",
    "roles",
]
