"""Chinese numerals (中文数字) of whole numbers, read and written."""

_DIGITS = "零一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_GREAT = {"万": 10_000, "亿": 100_000_000}
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)} | {"〇": 0, "两": 2}
_PLACES = ("", "十", "百", "千")


def whole_number(numeral: str) -> int:
    """Return the value of a numeral; raises ValueError where it is none.

    >>> whole_number("一千零二十四"), whole_number("二〇二四"), whole_number("二百五")
    (1024, 2024, 250)
    """
    if numeral and all(letter in _VALUES for letter in numeral):
        return int("".join(str(_VALUES[letter]) for letter in numeral))
    value, rest = 0, numeral
    for great, factor in reversed(_GREAT.items()):
        head, found, tail = rest.partition(great)
        if found and len(tail) == 1 and _VALUES.get(tail):  # 一万二 is 12,000
            return value + whole_number(head) * factor + _VALUES[tail] * factor // 10
        if found:
            value += whole_number(head) * factor
            rest = tail.lstrip("零〇")
    return value + (_below_ten_thousand(rest) if rest or not value else 0)


def _below_ten_thousand(numeral: str) -> int:
    value, last, before = 0, 10_000, ""
    for letter in numeral:
        digit, unit = _VALUES.get(before), _UNITS.get(letter)
        if unit is None and (digit or letter not in _VALUES or (before and not value)):
            raise _no_numeral(numeral)
        if unit:
            alone = unit == _UNITS["十"] and digit is None
            if unit >= last or not (digit or alone):
                raise _no_numeral(numeral)
            value, last = value + (digit or 1) * unit, unit
        before = letter
    digit = _VALUES.get(before)
    if digit == 0 or not numeral:
        raise _no_numeral(numeral)
    colloquial = numeral[-2:-1] in ("百", "千")  # 二百五 is 250
    return value + (digit or 0) * (last // 10 if colloquial else 1)


def _no_numeral(text: str) -> ValueError:
    return ValueError(f"{text!r} is no Chinese numeral")


def chinese_numeral(number: int) -> str:
    """Return a number below 100,000,000 as a Chinese numeral, as 十二, 三十六, 一百零一.

    >>> chinese_numeral(36), chinese_numeral(1024)
    ('三十六', '一千零二十四')
    """
    written = _written(number)
    return written.removeprefix("一") if written.startswith("一十") else written


def _written(number: int) -> str:
    if number >= _GREAT["万"]:
        high, low = divmod(number, _GREAT["万"])
        gap = "零" if 0 < low < 1000 else ""
        return _written(high) + "万" + gap + (_written(low) if low else "")
    text = ""
    for place, digit in reversed(list(enumerate(map(int, reversed(str(number)))))):
        if digit:
            text += _DIGITS[digit] + _PLACES[place]
        elif text and not text.endswith("零"):
            text += "零"
    return text.rstrip("零") or "零"
