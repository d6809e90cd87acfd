"""Cases (申请): an application and what is kept for finding it.

What the ledger says prevails: the fields under *projections* follow from it, are written by
the same service in the same transaction, and `ogisite rebuild` finds no difference.
"""

from django.db import models

from ogi.casework import ApplicantClass, Channel
from ogi.casework.table import case_table


class Case(models.Model):
    """An application for information (政府信息公开申请) at one organ."""

    chain = models.OneToOneField("core.Chain", models.PROTECT, related_name="case")
    organ = models.ForeignKey("core.Organ", models.PROTECT, related_name="cases")
    # A second submission of the same form is the same case.
    submission = models.UUIDField("提交标识", unique=True, null=True, editable=False)
    code_index = models.CharField(
        "查询码", max_length=64, blank=True, db_index=True, editable=False
    )
    wanted_way = models.CharField("获取方式", max_length=20, blank=True)
    created_at = models.DateTimeField("录入时间")

    # projections
    number = models.CharField("编号", max_length=40, blank=True)
    subject = models.TextField("申请内容", blank=True)
    applicant = models.CharField("申请人（遮盖）", max_length=80, blank=True)
    applicant_kind = models.CharField("申请人类型", max_length=30, blank=True)
    channel = models.CharField("渠道", max_length=20)
    arrived_on = models.DateField("到件")
    received_on = models.DateField("收到申请之日", null=True)
    state = models.CharField("状态", max_length=20)
    is_over = models.BooleanField("已结", default=False)
    is_waiting = models.BooleanField("在等别人", default=False)
    wait_until = models.DateField("等到", null=True)
    due_on = models.DateField("答复期限", null=True)
    replied_on = models.DateField("答复之日", null=True)
    handler = models.ForeignKey(
        "core.Person", models.PROTECT, null=True, related_name="handled", verbose_name="承办人"
    )

    class Meta:
        verbose_name = "申请"
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "number"],
                condition=~models.Q(number=""),
                name="one_case_a_number",
            )
        ]
        indexes = [
            models.Index(fields=["organ", "-arrived_on", "-id"], name="case_newest"),
            models.Index(
                fields=["organ", "due_on", "id"],
                condition=models.Q(is_over=False),
                name="case_open_due",
            ),
            models.Index(fields=["organ", "state", "-arrived_on", "-id"], name="case_state"),
            models.Index(fields=["handler", "is_over", "due_on"], name="case_handler"),
        ]

    def __str__(self) -> str:
        return self.number or f"收件{self.pk}"

    @property
    def name(self) -> str:
        """Its number, or what it is called before it has one."""
        return self.number or f"收件{self.pk}"

    @property
    def state_label(self) -> str:
        """The state in words."""
        return case_table().states[self.state].label

    @property
    def channel_label(self) -> str:
        """The channel in words."""
        return Channel(self.channel).label if self.channel else ""

    @property
    def applicant_kind_label(self) -> str:
        """The class of the applicant in words."""
        return ApplicantClass(self.applicant_kind).label if self.applicant_kind else ""
