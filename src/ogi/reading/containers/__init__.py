"""Files that hold other files: ZIP archives, e-mail, compressed documents."""

from ogi.reading.containers.member import Member
from ogi.reading.containers.opening import documents_in, is_container

__all__ = ["Member", "documents_in", "is_container"]
