"""The place that a word of the command line names: a region on file, or a file of its own."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ogi.workdays import Region


def region_of(word: str) -> "str | Region":
    """Return the region that a word names; refuse what is none."""
    from ogi.errors import DataFileError, UsageError
    from ogi.workdays import load_region, region

    if not word:
        return ""
    path = Path(word)
    try:
        return (
            load_region(path.read_text(encoding="utf-8"), word) if path.is_file() else region(word)
        )
    except UsageError as error:
        raise click.UsageError(f"没有收录地区{word}，也没有这个文件") from error
    except DataFileError as error:
        raise click.UsageError(str(error)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"{word} 打不开，或者不是文字文件") from error
