"""Masking (遮盖) of personal data on screen: one ＊ for each character that is hidden."""

_MASK = "＊"
_ENDS_OF_NUMBER = 3


def masked_name(name: str) -> str:
    """Return a name of a person with its first character.

    >>> masked_name("赵某某")
    '赵＊＊'
    """
    name = name.strip()
    return name[:1] + _MASK * (len(name) - 1)


def masked_number(number: str) -> str:
    """Return a number with its ends; a short one wholly hidden.

    >>> masked_number("110101199001011234")
    '110＊＊＊＊＊＊＊＊＊＊＊＊234'
    """
    hidden = len(number) - 2 * _ENDS_OF_NUMBER
    if hidden < _ENDS_OF_NUMBER:
        return _MASK * len(number)
    return f"{number[:_ENDS_OF_NUMBER]}{_MASK * hidden}{number[-_ENDS_OF_NUMBER:]}"
