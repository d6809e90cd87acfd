"""Giving running numbers (编号)."""

from ogisite.core.models import Organ, Series


def next_number(organ: Organ, kind: str, year: int) -> int:
    """Return the next number of a kind in an organ and a year.

    It holds in the transaction of the caller: what is rolled back leaves no gap, and two at
    once wait for one another.
    """
    Series.objects.get_or_create(organ=organ, kind=kind, year=year)
    series = Series.objects.select_for_update().get(organ=organ, kind=kind, year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return series.last
