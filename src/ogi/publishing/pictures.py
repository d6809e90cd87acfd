"""What a picture carries unseen: where it was taken, and by whom."""

import io
from collections.abc import Iterator

from PIL import Image, UnidentifiedImageError

from ogi.publishing.finding import Finding, Hidden
from ogi.publishing.package import UnreadableError
from ogi.publishing.properties import is_a_name

_PLACE, _ARTIST = 34853, 315


def hidden_in_picture(content: bytes) -> Iterator[Finding]:
    """Yield what the properties of a picture tell."""
    try:
        with Image.open(io.BytesIO(content)) as picture:
            told = picture.getexif()
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise UnreadableError("图片打不开，没有检查完") from error
    if told.get_ifd(_PLACE):
        yield Finding(Hidden.PROPERTIES, "图片属性含拍摄地点")
    if is_a_name(str(told.get(_ARTIST, ""))):
        yield Finding(Hidden.PROPERTIES, f"图片属性含作者“{told[_ARTIST]}”")
