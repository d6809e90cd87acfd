"""Serving a file (下载): always as an attachment, never as a page, kept by no cache."""

from django.http import FileResponse

from ogisite.core.models import StoredFile


def download(file: StoredFile, name: str) -> FileResponse:
    """Return a file as an attachment; whether it may be seen is settled before."""
    answer = FileResponse(
        file.content.open("rb"), as_attachment=True, filename=name, content_type=file.media_type
    )
    answer["Cache-Control"] = "private, no-store"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
