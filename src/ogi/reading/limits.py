"""How large a document may be before it is refused."""

from dataclasses import dataclass

from ogi.apart import Budget
from ogi.errors import LimitError


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on a document; whoever calls may raise them.

    bytes          size of the file, and of each document in a container (ZIP, e-mail)
    pages          pages of a PDF
    unpacked_bytes size of all parts of a zipped format (DOCX, XLSX) together, and of all
                   that is unpacked from a container, containers within it included
    ratio          how many times larger than packed a part may be unpacked
    cells          cells of all tables together
    members        documents in a container, containers within it included
    depth          how deep containers may stand within containers
    scans          pages that are recognised from a picture; the others are left out, and said
    pixels         pixels of a picture
    seconds        time for a document, since it last got somewhere
    memory         bytes of memory for a document
    """

    bytes: int = 50_000_000
    pages: int = 200
    unpacked_bytes: int = 200_000_000
    ratio: int = 200
    cells: int = 200_000
    members: int = 10_000
    depth: int = 4
    scans: int = 60
    pixels: int = 80_000_000
    seconds: int = 60
    memory: int = 1_500_000_000

    @property
    def budget(self) -> Budget:
        """What the work on a document may take, where it is done in a process apart."""
        return Budget(self.seconds, self.memory)


DEFAULT_LIMITS = Limits()
SMALL = 1_000_000  # parts of a packed file smaller than this may be packed as well as they like


def too_large(size: int, limits: Limits) -> LimitError:
    """Return the error for a file of so many bytes."""
    return LimitError(
        f"文件有{size:,}字节，超过上限{limits.bytes:,}字节。可以拆分文件，或用 --max-bytes 调高上限"
    )


def short(name: str) -> str:
    """Return a name fit for a message: printable, and not too long."""
    name = "".join(character for character in name if character.isprintable())
    return name if len(name) <= 60 else name[:57] + "…"
