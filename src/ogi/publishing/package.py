"""A package of office parts (DOCX, XLSX), read within bounds."""

import zipfile
from collections.abc import Iterator
from functools import cached_property

from lxml import etree

_LARGEST = 64 * 1024**2


class UnreadableError(Exception):
    """A file cannot be looked through; the message says why, in Chinese."""


class Package:
    """The parts of a package, each parsed when it is asked for."""

    def __init__(self, opened: zipfile.ZipFile) -> None:
        """Keep the open package."""
        self._opened = opened

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of its parts."""
        return frozenset(self._opened.namelist())

    def within(self, *folders: str) -> list[str]:
        """Return the names of the parts in folders, in their order."""
        return sorted(name for name in self.names if name.startswith(folders))

    def tree(self, name: str) -> etree._Element | None:
        """Return a part as a tree; None where there is none."""
        if name not in self.names:
            return None
        if self._opened.getinfo(name).file_size > _LARGEST:
            raise UnreadableError(f"“{name}”太大，没有检查完")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(self._opened.read(name), parser)
        except (etree.XMLSyntaxError, zipfile.BadZipFile, RuntimeError) as error:
            raise UnreadableError(f"“{name}”读不了，没有检查完") from error

    def links(self, folder: str) -> Iterator[tuple[str, str]]:
        """Yield what parts link to outside the file: the kind of link, and where to."""
        for name in self.within(folder):
            if not name.endswith(".rels"):
                continue
            found = self.tree(name)
            for one in () if found is None else found:
                if one.get("TargetMode") == "External":
                    yield str(one.get("Type", "")).rsplit("/", 1)[-1], str(one.get("Target", ""))


def local(element: etree._Element) -> str:
    """Return the name of an element without its space; "" for what is none."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, name: str) -> str:
    """Return an attribute whatever its space."""
    return next(
        (str(one) for key, one in element.attrib.items() if etree.QName(key).localname == name), ""
    )


def is_local_address(target: str) -> bool:
    """Tell whether a link goes to a file or a machine inside, not to a page.

    >>> is_local_address("file:///D:/台账.xlsx")
    True
    """
    return not target.lower().startswith(("http://", "https://", "mailto:", "#"))
