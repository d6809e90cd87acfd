"""Parties (当事人): who they are and how they are reached, encrypted.

A ledger names a party by its token (`甲1`, `乙1` …), so that a name can be taken out of the
site when its time is over, and the chain still holds.
"""

from django.db import models

from ogisite.core.crypto import SealedField, index_of


class Party(models.Model):
    """Somebody in a case: applicant, representative, third party, contact."""

    class Role(models.TextChoices):
        APPLICANT = "applicant", "申请人"
        REPRESENTATIVE = "representative", "代理人"
        THIRD_PARTY = "third_party", "第三方"
        CONTACT = "contact", "联系人"

    case = models.ForeignKey("intake.Case", models.PROTECT, related_name="parties")
    token = models.CharField("代称", max_length=10)
    role = models.CharField("身份", max_length=20, choices=Role)
    kind = models.CharField("类型", max_length=30, blank=True)
    name = SealedField("姓名或者名称")
    identity = SealedField("证件号码", blank=True)
    address = SealedField("通信地址", blank=True)
    phone = SealedField("联系电话", blank=True)
    email = SealedField("电子邮箱", blank=True)
    contact_name = SealedField("联系人姓名", blank=True)
    name_index = models.CharField(max_length=64, blank=True, db_index=True, editable=False)
    identity_index = models.CharField(max_length=64, blank=True, db_index=True, editable=False)

    class Meta:
        verbose_name = "当事人"
        constraints = [models.UniqueConstraint(fields=["case", "token"], name="one_party_a_token")]

    def __str__(self) -> str:
        return self.token

    def save(self, **options: object) -> None:
        """Save it with its indexes."""
        self.name_index, self.identity_index = index_of(self.name), index_of(self.identity)
        super().save(**options)  # type: ignore[arg-type]
