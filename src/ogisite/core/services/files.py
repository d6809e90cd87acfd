"""Taking files in (收文件): what they are is told from their content, never from their name."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from django.conf import settings
from django.core.files import File
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import ProtectedError

from ogisite.core.file_types import told_type
from ogisite.core.models import StoredFile

_CHUNK = 1024 * 1024


class FileRefusedError(Exception):
    """A file is not taken; `says` tells in Chinese what is wrong with it and what to do."""

    def __init__(self, says: str) -> None:
        """Keep what is said."""
        super().__init__(says)
        self.says = says


@dataclass(frozen=True, slots=True)
class Accepted:
    """A file that was taken: what is stored, and the name by which it is shown."""

    file: StoredFile
    name: str


def accept(upload: File[bytes]) -> Accepted:
    """Store what somebody sent; raises FileRefusedError for what is not taken."""
    name = shown_file_name(upload.name or "")
    size = upload.size or 0
    if not size:
        raise FileRefusedError(f"“{name}”是空的，没有内容。换一个文件再传")
    if size > settings.UPLOAD_LIMIT:
        raise FileRefusedError(
            f"“{name}”有{size_in_words(size)}，单个文件不超过{size_in_words(settings.UPLOAD_LIMIT)}。"
            "压缩图片、分成几个文件，或者邮寄、当面提交"
        )
    found = told_type(_opened(upload))
    if isinstance(found, str):
        raise FileRefusedError(f"“{name}”{found}")
    return Accepted(_stored(upload, found.media_type), f"{_stem(name)}.{found.endings[0]}")


def store(content: bytes, media_type: str) -> StoredFile:
    """Store what the site itself made."""
    return _stored(ContentFile(content), media_type)


def forget(file: StoredFile) -> None:
    """Delete a content that nothing holds any more; one that a case or a letter holds stays."""
    storage, path = file.content.storage, file.content.name or ""
    try:
        with transaction.atomic():
            file.delete()
    except ProtectedError:
        return
    transaction.on_commit(lambda: storage.delete(path))


def shown_file_name(name: str) -> str:
    """Return a file's name without folders and without what cannot be seen."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(one for one in last if one.isprintable()).strip(" .")
    return plain[-100:] or "文件"


def size_in_words(size: int) -> str:
    """Write how big a file is.

    >>> size_in_words(1_468_006)
    '1.4 MB'
    """
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f}".removesuffix(".0") + " MB"


def _stem(name: str) -> str:
    return name.rsplit(".", 1)[0] or "文件"


def _opened(upload: File[bytes]) -> IO[bytes]:
    upload.seek(0)
    return upload.file if upload.file is not None else upload


def _stored(content: File[bytes], media_type: str) -> StoredFile:
    """Store a content once, however often it comes."""
    digest = hashlib.sha256()
    for chunk in _chunks(content):
        digest.update(chunk)
    key = digest.hexdigest()
    if known := StoredFile.objects.filter(digest=key).first():
        return known
    made = StoredFile(digest=key, media_type=media_type, size=content.size or 0)
    storage, path = made.content.storage, f"{key[:2]}/{key[2:]}"
    if not storage.exists(path):
        content.seek(0)
        path = storage.save(path, content)
    made.content.name = path
    with transaction.atomic():
        found, _ = StoredFile.objects.get_or_create(
            digest=key,
            defaults={"media_type": media_type, "size": made.size, "content": path},
        )
    return found


def _chunks(content: File[bytes]) -> Iterator[bytes]:
    content.seek(0)
    while chunk := content.read(_CHUNK):
        yield chunk
