"""Which character a font means: radicals become ideographs, nothing else changes.

Fonts draw 一 and the radical ⼀ with one glyph, and producers often name the radical.
Full-width digits and punctuation stay as printed.
"""

import unicodedata

UNKNOWN = "\ufffd"

# Radicals that Unicode does not fold by itself (its EquivalentUnifiedIdeograph property).
_RADICALS = (
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿"
    "⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲"
)
_IDEOGRAPHS = (
    "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹"
    "艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀"
)
_FOLDED = (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00))
_HYPHEN_AT_LINE_END = 0x02
_NOT_CHARACTERS = (0, 0xFFFE, 0xFFFF)


def _table() -> dict[int, str]:
    table = {code: unicodedata.normalize("NFKC", chr(code)) for code in _FOLDED}
    table.update({ord(r): i for r, i in zip(_RADICALS, _IDEOGRAPHS, strict=True)})
    table[_HYPHEN_AT_LINE_END] = "-"
    table.update(dict.fromkeys(_NOT_CHARACTERS, UNKNOWN))
    table[0xA0] = table[0x3000] = table[0x200B] = table[0xFEFF] = table[0xAD] = " "
    return table


_MEANT = _table()


def meant(text: str) -> str:
    """Return the text with each radical replaced by the ideograph it stands for.

    >>> meant("⼀般公⺠１")
    '一般公民１'
    """
    return text.translate(_MEANT)
