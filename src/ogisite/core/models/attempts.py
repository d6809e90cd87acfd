"""What was tried from where (尝试), for limits on how often; addresses only as a keyed index."""

from django.db import models


class Attempt(models.Model):
    """One try of a kind, from an address, at a time."""

    kind = models.CharField("种类", max_length=20)
    source = models.CharField("来处", max_length=64)
    at = models.DateTimeField("时间")

    class Meta:
        verbose_name = "尝试"
        indexes = [models.Index(fields=["kind", "source", "at"], name="attempts_of_source")]

    def __str__(self) -> str:
        return f"{self.kind} {self.at}"
