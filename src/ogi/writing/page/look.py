"""What every page shares: the templates' environment and the style sheet within the page."""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ogi.findings import Severity
from ogi.writing.characters import clean
from ogi.writing.wording import size_name

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def environment() -> "Environment":
    """Return the environment of the templates: everything escaped, nothing undefined."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("ogi.writing", "templates"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["size_name"] = size_name
    made.globals["grade"] = {one.value: one.label for one in Severity}
    return made


def _shown(value: Any) -> Any:
    """Return what a page shows: a text without what steers, anything else as it is."""
    return clean(value) if type(value) is str else value


@cache
def style() -> Any:
    """Return the style sheet as markup."""
    from markupsafe import Markup

    folder = files("ogi.writing") / "templates"
    return Markup((folder / "page.css").read_text(encoding="utf-8"))  # our own file


@cache
def style_hash() -> str:
    """Return the hash by which the page's own policy admits its style sheet."""
    return base64.b64encode(hashlib.sha256(style().encode()).digest()).decode("ascii")
