"""Running numbers (编号), without gaps and without doubles."""

from django.db import models


class Series(models.Model):
    """The last number given of a kind, in an organ and a year."""

    organ = models.ForeignKey("core.Organ", models.PROTECT)
    kind = models.CharField("种类", max_length=40)
    year = models.PositiveSmallIntegerField("年度")
    last = models.PositiveIntegerField("最后一号", default=0)

    class Meta:
        verbose_name = "编号"
        constraints = [models.UniqueConstraint(fields=["organ", "kind", "year"], name="one_series")]

    def __str__(self) -> str:
        return f"{self.organ} {self.kind} {self.year}：{self.last}"
