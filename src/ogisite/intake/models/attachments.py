"""Papers of a case (材料): what came with the application, and what is supplied with the reply."""

from django.db import models


class Attachment(models.Model):
    """A file in a case, under a name; the content is kept once for all.

    `goes_out` is chosen for what is supplied with the reply; `letter` is the one with which it
    went out, once it was signed.
    """

    class Kind(models.TextChoices):
        APPLICATION = "application", "申请材料"
        IDENTITY = "identity", "身份证明"
        ANSWER = "answer", "往来材料"
        SUPPLIED = "supplied", "拟提供的信息"

    case = models.ForeignKey("intake.Case", models.PROTECT, related_name="attachments")
    file = models.ForeignKey("core.StoredFile", models.PROTECT, related_name="attachments")
    kind = models.CharField("种类", max_length=20, choices=Kind)
    name = models.CharField("名称", max_length=200)
    findings = models.JSONField("发布前检查", default=list)
    goes_out = models.BooleanField("随答复书提供", default=False)
    letter = models.ForeignKey(
        "intake.IssuedLetter", models.PROTECT, null=True, related_name="attachments"
    )
    added_by = models.ForeignKey("core.Person", models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField("加入时间")

    class Meta:
        verbose_name = "材料"
        ordering = ["case", "added_at", "id"]

    def __str__(self) -> str:
        return self.name
