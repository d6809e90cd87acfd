"""The processing fee (信息处理费): by the piece or by the page, with how it was counted."""

from ogi.fees.computation import Computation, FeeLine
from ogi.fees.lists import read_list
from ogi.fees.months import Chargeable, month_fees
from ogi.fees.rates import Band, Method, bands, rate_yuan
from ogi.fees.single import page_fee, piece_fee

__all__ = [
    "Band",
    "Chargeable",
    "Computation",
    "FeeLine",
    "Method",
    "bands",
    "month_fees",
    "page_fee",
    "piece_fee",
    "rate_yuan",
    "read_list",
]
