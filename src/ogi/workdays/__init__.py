"""Working days (工作日): the calendar that the State Council fixes each year, as data."""

from ogi.workdays.calendar import CalendarDay, WorkCalendar
from ogi.workdays.regions import Region, every_region, load_region, region
from ogi.workdays.yearly import Notice, notices

__all__ = [
    "CalendarDay",
    "Notice",
    "Region",
    "WorkCalendar",
    "every_region",
    "load_region",
    "notices",
    "region",
]
