from ogisite.intake.models.attachments import Attachment
from ogisite.intake.models.cases import Case
from ogisite.intake.models.invitations import Invitation
from ogisite.intake.models.letters import Draft, IssuedLetter, SubmittedDraft
from ogisite.intake.models.parties import Party

__all__ = ["Attachment", "Case", "Draft", "Invitation", "IssuedLetter", "Party", "SubmittedDraft"]
