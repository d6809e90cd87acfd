"""Everything this library raises.

OgiError
├── UsageError                   the caller asked for something that cannot be
│   └── UnknownRuleError         there is no rule with that code
├── DataFileError                a data file under ogi/**/data is wrong
│   └── UnknownYearError         no holiday notice is on file for that year
├── BlankCellError               a cell that a rule needs has no value
├── SettingsError                a settings file, or a file of accepted findings, is wrong
├── DatasetError                 a dataset cannot be made or opened
│   ├── BusyError                another run is making it
│   ├── DiskFullError            there is no room left for it
│   └── ClusterError             the cluster that should do the work is not there
├── OutputError                  a result could not be written
└── ReadingError                 a document could not be read at all
    ├── UnsupportedFormatError   its format is none that can be read here
    │   └── ForeignFormatError   its format is none that reports come in
    ├── NotAnAnnualReportError   it was read, and it is something else
    ├── EncryptedError           it needs a password
    ├── NoTextError              it holds pictures of pages and no text
    ├── MissingPartError         what it takes to read it is not installed
    ├── LedgerError              it is a ledger that does not say what it should
    ├── DamagedError             its bytes contradict its format
    └── LimitError               it is larger than the limits allow

Faults found *in* a report are never raised; they are returned, as `Finding`s.

A ReadingError carries a Chinese sentence for the official who owns the file
(`str(error)`), a DatasetError and an OutputError one for whoever runs the command; the
others speak English to the programmer who called.
"""

from collections.abc import Hashable
from dataclasses import dataclass


class OgiError(Exception):
    """The root of everything this library raises."""


class UsageError(OgiError):
    """The caller asked for something that cannot be."""


class UnknownRuleError(UsageError):
    """There is no rule with that code."""


@dataclass(frozen=True, slots=True)
class DataFault:
    """One fault of a data file: where it stands, and a Chinese sentence for who keeps the file.

    `line` counts from 1, 0 where there is none; `keys` lead to the place inside the file.
    """

    file: str
    line: int
    keys: tuple[Hashable, ...]
    says: str

    def __str__(self) -> str:
        where = self.file + (f" 第{self.line}行" if self.line else "")
        keys = " ".join(
            f"第{one + 1}个" if isinstance(one, int) and one < 1900 else str(one)
            for one in self.keys
        )
        return f"{where}：{keys + '：' if keys else ''}{self.says}"


class SettingsError(OgiError):
    """A settings file or a file of accepted findings is wrong; says so in Chinese."""


class DataFileError(OgiError):
    """A data file, of the library or of a place, is wrong; `faults` say where and how."""

    def __init__(self, message: str = "", *, faults: tuple[DataFault, ...] = ()) -> None:
        super().__init__(message or "\n".join(map(str, faults)))
        self.faults = faults


class UnknownYearError(DataFileError):
    """No notice on the holidays of that year is on file, so its working days are not known.

    `year` is the year; `says` is a Chinese sentence for the official who asked.
    """

    def __init__(self, year: int) -> None:
        super().__init__(
            f"no holiday notice is on file for {year}, so its working days are not known. "
            f"Add src/ogi/workdays/data/{year}.yaml from the State Council's notice; until then "
            "no deadline that reaches into that year can be stated, unless a provisional one is "
            "asked for."
        )
        self.year = year
        self.says = (
            f"{year}年的节假日安排尚未收录，算不出这一年的工作日；"
            f"收录国务院办公厅的放假通知后再算，或者要求暂按周一至周五、除去法定节日推算"
        )


class BlankCellError(OgiError):
    """A cell that a rule needs has no value.

    `address` is the cell's address; the register turns the error into the third
    verdict (无从判断).
    """

    def __init__(self, address: str) -> None:
        super().__init__(f"cell {address} has no value; blank is not zero")
        self.address = address


class DatasetError(OgiError):
    """A dataset cannot be made or opened; the message is for whoever collects, in Chinese."""


class BusyError(DatasetError):
    """Another run is making the dataset."""


class DiskFullError(DatasetError):
    """There is no room left for the dataset; what was finished until then is kept."""


class ClusterError(DatasetError):
    """The cluster that should do the work cannot be reached, or has lost it."""


class OutputError(OgiError):
    """A result could not be written; the message names the file and says why, in Chinese."""


class ReadingError(OgiError):
    """A document could not be read at all; the message is for its owner, in Chinese."""


class UnsupportedFormatError(ReadingError):
    """The format of the document is none that can be read here."""


class ForeignFormatError(UnsupportedFormatError):
    """The format is none that reports come in (a film, a program, a presentation)."""


class NotAnAnnualReportError(ReadingError):
    """The document was read, and it is not an annual report."""


class EncryptedError(ReadingError):
    """The document needs a password."""


class NoTextError(ReadingError):
    """The document holds pictures of pages and no text."""


class MissingPartError(ReadingError):
    """What it takes to read or write the format is not installed; the message names it."""


class LedgerError(ReadingError):
    """A ledger does not say what it should; `faults` are Chinese sentences, one for each."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("；".join(faults))
        self.faults = faults


class DamagedError(ReadingError):
    """The bytes of the document contradict its format."""


class LimitError(ReadingError):
    """The document is larger than the limits allow."""
