"""Every fault of the folder of a place: of all its files, not only of what was needed."""

from collections.abc import Callable, Iterable
from pathlib import Path

from ogi.data.places import Locality, addition, files_of, misplaced, of_place
from ogi.errors import DataFault, DataFileError
from ogi.expression import expression

_QUOTED = expression("“(.+?)”")


def gathered(readers: Iterable[Callable[[], object]], folder: Path) -> tuple[DataFault, ...]:
    """Return every fault of the folder of a place that these readers of data find.

    What is wrong keeps what refers to it from being read: it is read again without. That a
    name is not there which a file left out may have given is no fault.
    """
    files, readers = files_of(folder), tuple(readers)
    found = dict.fromkeys(misplaced(files))
    left_out = ""
    files = {name: path for name, path in files.items() if addition(name) is not None}
    while files:
        with of_place(Locality(folder, files)):
            told = [one for read in readers for one in _faults(read)]
        found |= dict.fromkeys(one for one in told if not _is_named_in(left_out, one))
        wrong = {one.file for one in found}
        dropped = [name for name, path in files.items() if str(path) in wrong]
        if not dropped:
            break
        left_out += "".join(files[name].read_text("utf-8", "replace") for name in dropped)
        files = {name: path for name, path in files.items() if name not in dropped}
    return tuple(found)


def _faults(read: Callable[[], object]) -> tuple[DataFault, ...]:
    try:
        read()
    except DataFileError as error:
        return error.faults
    return ()


def _is_named_in(left_out: str, fault: DataFault) -> bool:
    quoted = _QUOTED.search(fault.says)
    return quoted is not None and quoted[1] in left_out
