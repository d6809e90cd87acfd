"""The ledger (台账): chains of entries that nobody can change afterwards.

The database refuses UPDATE and DELETE of entries by triggers (see the migrations).
"""

import uuid

from django.db import models


class Chain(models.Model):
    """The entries of one case; `length` and `head` are those of the last one."""

    key = models.UUIDField("标识", default=uuid.uuid4, unique=True, editable=False)
    length = models.PositiveIntegerField("项数", default=0)
    head = models.CharField("末项指纹", max_length=64, blank=True)

    class Meta:
        verbose_name = "台账"

    def __str__(self) -> str:
        return str(self.key)


class Entry(models.Model):
    """One act of a ledger: what `ogi.casework` says of it, who recorded it, and when.

    `digest` is the SHA-256 of what this entry says together with the digest before it, so
    that none can be changed, left out or put in between (see `ogisite.core.ledger`).
    """

    chain = models.ForeignKey(Chain, models.PROTECT, related_name="entries")
    place = models.PositiveIntegerField("序号")
    version = models.PositiveSmallIntegerField("格式版本")
    act = models.CharField("行为", max_length=40)
    day = models.DateField("日期")
    data = models.JSONField("内容")
    recorded_at = models.DateTimeField("登记时间")
    recorded_by = models.ForeignKey(
        "core.Person", models.PROTECT, null=True, blank=True, related_name="entries"
    )
    digest = models.CharField("指纹", max_length=64)

    class Meta:
        verbose_name = "台账的一项"
        ordering = ["chain", "place"]
        constraints = [models.UniqueConstraint(fields=["chain", "place"], name="one_entry_a_place")]

    def __str__(self) -> str:
        return f"{self.place} {self.day} {self.act}"
