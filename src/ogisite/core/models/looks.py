"""Who looked at whose personal data, when and why (查看个人信息的记录)."""

from django.db import models


class Look(models.Model):
    """One look at personal data that is else masked."""

    person = models.ForeignKey("core.Person", models.PROTECT, related_name="looks")
    chain = models.ForeignKey("core.Chain", models.PROTECT, related_name="looks")
    what = models.CharField("查看的内容", max_length=100)
    reason = models.CharField("理由", max_length=200)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "查看个人信息的记录"
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.person} {self.what}"
