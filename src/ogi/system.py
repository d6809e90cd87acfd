"""What the operating system refuses, said in Chinese; its names, made fit to be shown."""

import errno

from ogi.expression import expression

_HELD = "没有权限，或者文件正被别的程序（WPS、Word、Excel）打开着：关上它再试"
_SAID = {
    errno.ENOENT: "没有这个文件或者目录",
    errno.EACCES: _HELD,
    errno.EPERM: _HELD,
    errno.EBUSY: _HELD,
    errno.ETXTBSY: _HELD,
    errno.EISDIR: "这是目录，不是文件",
    errno.ENOTDIR: "路径中间有一段是文件，不是目录",
    errno.EEXIST: "已经有同名的文件",
    errno.ENOTEMPTY: "目录不是空的",
    errno.ENOSPC: "磁盘满了",
    errno.EROFS: "磁盘只能读，不能写",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EINVAL: "文件名里有不能用的字符",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
    errno.EFBIG: "文件太大，写不下",
    errno.EIO: "磁盘读写出错",
    errno.ELOOP: "链接绕成了圈",
    errno.ENODEV: "没有这个设备",
    errno.ENXIO: "没有这个设备",
}


def said(error: OSError) -> str:
    """Return why the system refused, as an official would say it.

    >>> said(FileNotFoundError(errno.ENOENT, "No such file or directory"))
    '没有这个文件或者目录'
    """
    return _SAID.get(error.errno or 0) or f"系统的说法是：{error.strerror or error}"


UNSEEN = (  # controls, marks that turn or join text, halves of characters
    "\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
)
_STEERS = expression(f"[\x00-\x1f{UNSEEN}]")


def visible(text: object) -> str:
    r"""Return a name on one line, what would steer a terminal written out.

    >>> visible("甲\x1b[2J\n.docx")
    '甲\\x1b[2J\\n.docx'
    """
    return _STEERS.sub(lambda found: found[0].encode("unicode_escape").decode(), str(text))


def visible_lines(text: str) -> str:
    """Return a text as it may be printed: its lines stay, nothing in it steers a terminal."""
    if text.isprintable():
        return text
    return "\n".join("\t".join(map(visible, one.split("\t"))) for one in text.split("\n"))
