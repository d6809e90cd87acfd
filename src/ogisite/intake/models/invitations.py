"""Invitations (一次性链接): by which a third party or another organ answers without an account."""

from django.db import models


class Invitation(models.Model):
    """A link for one answer. Only a keyed hash of its token is kept.

    `party` is the token of a third party or the name of an organ, as the ledger names it;
    `kind` the act that asks (`third_party_asked`, `organ_asked`).
    """

    case = models.ForeignKey("intake.Case", models.PROTECT, related_name="invitations")
    kind = models.CharField("征求意见", max_length=40)
    party = models.CharField("当事人", max_length=100)
    token_index = models.CharField("链接", max_length=64, unique=True, editable=False)
    made_by = models.ForeignKey("core.Person", models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField("生成时间")
    expires_at = models.DateTimeField("有效至")
    used_at = models.DateTimeField("使用时间", null=True)

    class Meta:
        verbose_name = "一次性链接"
        ordering = ["case", "made_at"]

    def __str__(self) -> str:
        return f"{self.case} {self.party}"
