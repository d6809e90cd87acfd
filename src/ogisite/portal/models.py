"""What the public's pages keep: an application that is being filled in."""

import uuid

from django.db import models

from ogisite.core.crypto import SealedField


class Filling(models.Model):
    """An application that somebody fills in (填写中的申请), encrypted, until a day.

    Once it was submitted, it is the case that it became, with the code of its receipt: a form
    that is sent twice shows the same receipt. `resume_index` is the index of the code by which
    it is taken up again elsewhere.
    """

    key = models.UUIDField("标识", default=uuid.uuid4, unique=True, editable=False)
    organ = models.ForeignKey("core.Organ", models.PROTECT, verbose_name="向哪个机关")
    content = SealedField("所填内容", blank=True)
    resume_index = models.CharField("续填码", max_length=64, blank=True, db_index=True)
    files = models.ManyToManyField("core.StoredFile", verbose_name="附件")
    case = models.ForeignKey("intake.Case", models.PROTECT, null=True, related_name="+")
    receipt_code = SealedField("回执查询码", blank=True)
    changed_at = models.DateTimeField("修改时间")
    expires_at = models.DateTimeField("保存至", db_index=True)

    class Meta:
        verbose_name = "填写中的申请"

    def __str__(self) -> str:
        return str(self.key)
