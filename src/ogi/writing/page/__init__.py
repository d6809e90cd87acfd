"""One self-contained HTML page of a report and what a check says of it."""

from ogi.writing.page.render import check_page

__all__ = ["check_page"]
