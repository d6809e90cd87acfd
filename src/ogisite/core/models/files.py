"""Files, kept once for each content, and served through rights only."""

from django.db import models


class StoredFile(models.Model):
    """A content: its SHA-256, its type as told from the content itself, its size in bytes."""

    digest = models.CharField("指纹", max_length=64, unique=True)
    media_type = models.CharField("类型", max_length=100)
    size = models.PositiveBigIntegerField("字节数")
    pages = models.PositiveIntegerField("页数", null=True, blank=True)
    content = models.FileField("内容", max_length=120)

    class Meta:
        verbose_name = "文件"

    def __str__(self) -> str:
        return self.digest[:12]
