"""The fee for a number of pieces or for the pages of one application."""

from datetime import date

from ogi.errors import UsageError
from ogi.fees.computation import Computation, computed, lines
from ogi.fees.rates import Method, excluded
from ogi.law import Law, cite

_USUAL = Law()


def piece_fee(pieces: int, on: date, *, before: int = 0) -> Computation:
    """Return the fee for so many pieces of one applicant in one calendar month (按件计收).

    `before` is how many pieces of that month were already counted.

    >>> piece_fee(45, date(2026, 9, 1)).total_yuan
    Decimal('5500')
    """
    _refuse_fewer_than_none(pieces, before)
    counted = lines(Method.BY_PIECE, before + 1, before + pieces, on)
    return computed(Method.BY_PIECE, counted, on)


def page_fee(
    pages: int,
    on: date,
    *,
    basis: str = "",
    already_public: bool = False,
    subject: str = "",
    law: Law = _USUAL,
) -> Computation:
    """Return the fee for the pages of one application (按量计收); those of several are not added.

    `basis` is the legal basis of the reply, such as `ogi-2019/36/0/1`. Pages that are supplied
    are charged; only a reply that tells the way to what is `already_public` costs nothing.

    >>> page_fee(250, date(2026, 9, 1)).total_yuan
    Decimal('4700')
    """
    _refuse_fewer_than_none(pages)
    rule = law.provision("page_fee_excluded", on)
    if already_public or excluded(rule.value, basis):
        why = f"依据{cite(basis)}答复的，不按量计收；" if basis else ""
        return computed(Method.BY_PAGE, (), on, subject, (f"{why}{rule.note}",))
    size = law.provision("page_size", on)
    counted = lines(Method.BY_PAGE, 1, pages, on)
    return computed(Method.BY_PAGE, counted, on, subject, (str(size.value),))


def _refuse_fewer_than_none(*numbers: int) -> None:
    for number in numbers:
        if number < 0:
            raise UsageError(f"cannot charge for {number} of anything")
