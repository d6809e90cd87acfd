"""Organs (行政机关), their place in the tree, and what became of them."""

from django.db import models
from msgspec import convert

from ogi.clock import Jurisdiction
from ogi.law import OrganRules
from ogi.letters import OrganProfile, organ_from


class Organ(models.Model):
    """An organ (行政机关) that answers applications, publishes and reports.

    `parent` is where it stands in the tree; `is_competent` marks the competent department
    (主管部门) of the tree below its parent. What letters need to know of it (review body,
    court, number pattern) is in `particulars`, under the names of `ogi.letters.OrganProfile`.
    """

    name = models.CharField("名称", max_length=100, unique=True)
    kind = models.CharField("类别", max_length=40)
    code = models.CharField("机关代字", max_length=20, blank=True)
    unified_code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="below", verbose_name="上级"
    )
    is_competent = models.BooleanField("政府信息公开工作主管部门", default=False)
    address = models.CharField("办公地址", max_length=200, blank=True)
    office_hours = models.CharField("办公时间", max_length=100, blank=True)
    phone = models.CharField("联系电话", max_length=60, blank=True)
    fax = models.CharField("传真", max_length=60, blank=True)
    email = models.CharField("电子邮箱", max_length=100, blank=True)
    particulars = models.JSONField("文书所需", default=dict, blank=True)
    rules = models.JSONField("审核步骤", default=dict, blank=True)
    signs_with_code = models.BooleanField("签发要用动态口令", default=False)
    opened_on = models.DateField("成立之日", null=True, blank=True)
    closed_on = models.DateField("撤销之日", null=True, blank=True)

    class Meta:
        verbose_name = "机关"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def profile(self) -> OrganProfile:
        """What letters need to know of it."""
        contact = "，".join(one for one in (self.address, self.phone) if one)
        known = {"name": self.name, "kind": self.kind, "code": self.code, "contact": contact}
        return organ_from({**known, **self.particulars})

    @property
    def jurisdiction(self) -> Jurisdiction:
        """The calendar, the law, and how it works within them."""
        return Jurisdiction(rules=convert(self.rules, OrganRules))


class OrganChange(models.Model):
    """What became of an organ (机构沿革): renamed, merged, split, duties moved; with its day."""

    class Kind(models.TextChoices):
        RENAMED = "renamed", "更名"
        MERGED = "merged", "合并"
        SPLIT = "split", "分立"
        DUTIES_MOVED = "duties_moved", "职责划转"

    kind = models.CharField("变更", max_length=20, choices=Kind)
    on = models.DateField("自何日起", db_column="changed_on")
    before = models.ForeignKey(Organ, models.PROTECT, related_name="later", verbose_name="原机关")
    after = models.ForeignKey(Organ, models.PROTECT, related_name="earlier", verbose_name="现机关")
    basis = models.CharField("依据", max_length=200, blank=True)

    class Meta:
        verbose_name = "机构沿革"
        ordering = ["on"]

    def __str__(self) -> str:
        return f"{self.on} {self.before}{self.get_kind_display()}：{self.after}"
