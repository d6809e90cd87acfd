"""What templates need beside Django's own: icons, days in words, tags of states."""

from datetime import date

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from ogi.law import Citation
from ogisite.core.icons import ICONS

register = template.Library()

_WEEKDAYS = "一二三四五六日"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

# Icon and class of each state of a case (ui 3.5); waiting for others is grey, never red.
_STATES = {
    "new": ("envelope", "act"),
    "arrived": ("envelope", "act"),
    "received": ("pen", "act"),
    "handling": ("half", "act"),
    "correcting": ("pause", ""),
    "consulting": ("pause", ""),
    "explaining": ("pause", ""),
    "paying": ("pause", ""),
    "drafted": ("half", "act"),
    "returned": ("back", "warn"),
    "checking": ("half", "act"),
    "reviewed": ("half", "act"),
    "cleared": ("half", "act"),
    "signed": ("half", "act"),
    "replied": ("plane", "act"),
    "delivered": ("check", "ok"),
    "given_up": ("minus", "line"),
    "withdrawn": ("minus", "line"),
    "split": ("minus", "line"),
    "handed_over": ("minus", "line"),
    "archived": ("check", "ok"),
    "amending": ("half", "act"),
    "amended": ("check", "ok"),
}


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """Draw an icon; one that stands alone has a label."""
    drawing = mark_safe(ICONS[name])
    if label:
        return format_html(
            '<svg class="i" viewBox="0 0 16 16" role="img" aria-label="{}">{}</svg>', label, drawing
        )
    return format_html(
        '<svg class="i" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{}</svg>', drawing
    )


@register.simple_tag
def state_tag(state: str, label: str) -> SafeString:
    """Draw the tag of a state: shape, word and colour."""
    name, kind = _STATES[state]
    return format_html(
        '<span class="tag{}">{}{}</span>', f" tag--{kind}" if kind else "", icon(name), label
    )


@register.filter
def long_day(day: date | None) -> str:
    """Write a day as in letters: 2026年11月4日（星期三）."""
    if day is None:
        return ""
    if get_language() == "en":
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year} ({_DAYS[day.weekday()]})"
    return f"{day.year}年{day.month}月{day.day}日（星期{_WEEKDAYS[day.weekday()]}）"


@register.filter
def short_day(day: date | None) -> str:
    """Write a day of the year that is meant: 11月4日."""
    if day and get_language() == "en":
        return f"{day.day} {_MONTHS[day.month - 1]}"
    return f"{day.month}月{day.day}日" if day else ""


@register.filter
def weekday(day: date) -> str:
    """Write the day of the week: 星期三."""
    return f"星期{_WEEKDAYS[day.weekday()]}"


@register.filter
def law(cites: Citation | None) -> SafeString:
    """Write where the law says so."""
    return format_html('<span class="law">{}</span>', cites) if cites else mark_safe("")
