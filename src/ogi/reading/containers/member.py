"""A document in a container, and what containers may take up while they are opened."""

from dataclasses import dataclass

from ogi.errors import LimitError, ReadingError
from ogi.reading.limits import SMALL, Limits, short, too_large


@dataclass(frozen=True, slots=True)
class Member:
    """A document found in a container, or the reason why it could not be taken out.

    `name` is the path down to it, joined with “/”. `kind` is its format, "" as long as
    it has not been told. `body` is true for the text of an e-mail: nobody wonders when
    that is no report.
    """

    name: str
    data: bytes = b""
    kind: str = ""
    error: ReadingError | None = None
    body: bool = False


class UsedUpError(LimitError):
    """The limits on a container are used up; what follows in it is left out."""


@dataclass(slots=True)
class Allowance:
    """What may still be unpacked from a container and from the containers within it."""

    limits: Limits
    unpacked: int = 0
    members: int = 0

    def grant(self, name: str, packed: int, size: int) -> None:
        """Count a member; raise LimitError where it is too large, UsedUpError at the end."""
        self.members += 1
        if self.members > self.limits.members:
            raise UsedUpError(
                f"里面的文件超过上限{self.limits.members:,}个，从“{short(name)}”起未作读取。分成几包后再读。"
            )
        if size > self.limits.bytes:
            raise too_large(size, self.limits)
        if size > max(SMALL, self.limits.ratio * max(1, packed)):
            raise LimitError(
                f"文件解压前{packed:,}字节、解压后{size:,}字节，超过{self.limits.ratio}倍的上限，"
                "疑为压缩炸弹，未作读取。核对文件来源。"
            )
        if self.unpacked + size > self.limits.unpacked_bytes:
            raise UsedUpError(
                f"里面的文件解压后共超过上限{self.limits.unpacked_bytes:,}字节，从“{short(name)}”起未作读取。"
                "分成几包后再读，或用 --max-unpacked-bytes 调高上限。"
            )
        self.unpacked += size
