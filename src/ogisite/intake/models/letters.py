"""Letters (文书) of a case: the draft that is worked on, and those that were issued."""

from django.db import models

from ogisite.core.crypto import SealedField


class Draft(models.Model):
    """The draft of a reply (答复书稿): the result of each item, and facts for the letter.

    `version` counts the changes: who saves from an older one is shown both texts. `digest` is
    that of the text as it was sent to review: another text asks for another review.
    """

    case = models.OneToOneField("intake.Case", models.PROTECT, related_name="draft")
    results = models.JSONField("处理结果", default=list)
    facts = models.JSONField("文书事实", default=dict)
    version = models.PositiveIntegerField("稿次", default=1)
    digest = models.CharField("送审稿指纹", max_length=64, blank=True)
    changed_by = models.ForeignKey("core.Person", models.PROTECT, related_name="+")
    changed_at = models.DateTimeField("修改时间")

    class Meta:
        verbose_name = "答复书稿"

    def __str__(self) -> str:
        return f"{self.case} 第{self.version}稿"


class SubmittedDraft(models.Model):
    """A draft as it was sent to review (送审稿); its parties stand in the text as marks.

    `letter` is what was made of it at signing.
    """

    case = models.ForeignKey("intake.Case", models.PROTECT, related_name="submissions")
    entry = models.OneToOneField("core.Entry", models.PROTECT, related_name="submission")
    version = models.PositiveIntegerField("稿次")
    digest = models.CharField("指纹", max_length=64)
    title = models.CharField("标题", max_length=100)
    paragraphs = models.JSONField("文字")
    letter = models.OneToOneField(
        "intake.IssuedLetter", models.PROTECT, null=True, related_name="+"
    )
    by = models.ForeignKey("core.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField("送审时间")

    class Meta:
        verbose_name = "送审稿"
        ordering = ["case", "at", "id"]

    def __str__(self) -> str:
        return f"{self.case} 第{self.version}稿"


class IssuedLetter(models.Model):
    """A letter as it went out: it is never made anew, only served."""

    case = models.ForeignKey("intake.Case", models.PROTECT, related_name="letters")
    code = models.CharField("文书", max_length=10)
    title = models.CharField("标题", max_length=100)
    number = models.CharField("文号", max_length=80, blank=True)
    party = models.CharField("当事人", max_length=10, blank=True)
    entry = models.ForeignKey("core.Entry", models.PROTECT, null=True, related_name="letters")
    day = models.DateField("日期")
    content = SealedField("文字")
    docx = models.ForeignKey("core.StoredFile", models.PROTECT, related_name="+")
    made_by = models.ForeignKey("core.Person", models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField("出具时间")

    class Meta:
        verbose_name = "文书"
        ordering = ["case", "made_at", "id"]

    def __str__(self) -> str:
        return f"{self.title} {self.number}"
