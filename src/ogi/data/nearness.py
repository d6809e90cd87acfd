"""Words that were likely meant."""

from collections.abc import Iterable


def near(word: object, known: Iterable[object]) -> str:
    """Return “；是不是 X？” where one of the known words looks like this one."""
    from difflib import get_close_matches

    close = get_close_matches(str(word), [str(one) for one in known], n=1, cutoff=0.6)
    return f"；是不是“{close[0]}”？" if close else ""
