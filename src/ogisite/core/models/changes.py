"""What administrators changed (变更记录): who, what, of which organ, when."""

from django.db import models


class Change(models.Model):
    """One change of people, roles or particulars of an organ; none is changed or deleted."""

    organ = models.ForeignKey("core.Organ", models.PROTECT, related_name="changes")
    by = models.ForeignKey("core.Person", models.PROTECT, related_name="changes")
    at = models.DateTimeField("时间")
    what = models.TextField("变更")

    class Meta:
        verbose_name = "变更记录"
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.by} {self.what}"

    def save(self, **options: object) -> None:
        """Write it once."""
        if self.pk:
            raise TypeError("a change that was recorded is never written again")
        super().save(**options)  # type: ignore[arg-type]

    def delete(self, *args: object, **options: object) -> tuple[int, dict[str, int]]:
        """Refuse: what was recorded stays."""
        raise TypeError("a change that was recorded is never deleted")
