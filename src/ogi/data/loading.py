"""Data files by name: of the package and of the place, read, joined and converted."""

from collections.abc import Hashable, Mapping
from fnmatch import fnmatch
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from yaml.nodes import MappingNode, Node

from ogi.data.composing import Misplaced, compose, line_of, plain
from ogi.data.converting import convert
from ogi.data.nearness import near
from ogi.data.places import PACKAGE, addition, locality
from ogi.data.structs import Faulty
from ogi.errors import DataFault, DataFileError

T = TypeVar("T")


def load(name: str, kind: type[T], key: str = "", default: T | None = None) -> T:
    """Return a data file as its type, with what the place adds; raises DataFileError.

    `name` is `package/file.yaml`: `law/instruments.yaml` stands in ogi/law/data, and under
    that name in the folder of a place. `key` is the field of each struct of a mapping that
    the key of the mapping fills (`outcomes/code`: of the mapping `outcomes`);
    `default` stands for a file that only places have.
    """
    if default is not None and locality().file(name) is None:
        return default
    locality().kinds[name], locality().given[name] = kind, key
    return _typed(_joined(name), kind, key)


def load_each(pattern: str, kind: type[T], key: str = "") -> dict[str, T]:
    """Return the files of a kind, such as `workdays/*.yaml`, by name without suffix, in order.

    `key` is the field of the struct that the name of its file fills.
    """
    found: dict[str, T] = {}
    faults: list[DataFault] = []
    for name in names(pattern):
        try:
            found[name] = load_one(pattern, name, kind, key)
        except DataFileError as error:
            faults += error.faults
            if not error.faults:
                raise
    if faults:
        raise DataFileError(faults=tuple(dict.fromkeys(faults)))
    return found


def load_one(pattern: str, name: str, kind: type[T], key: str = "") -> T:
    """Return one file of a kind by its name without suffix."""
    name_of_file = pattern.replace("*", name)
    locality().kinds[name_of_file], locality().given[name_of_file] = kind, key
    return _typed(_joined(name_of_file), kind, given={key: name} if key else {})


def names(pattern: str) -> list[str]:
    """Return the names without suffix of the files of a kind, without reading them."""
    own = {one for one in locality().files if _is(one, pattern)}
    return sorted(Path(one).stem for one in {*_package_names(pattern), *own})


def keys(name: str, *path: Hashable) -> list[str]:
    """Return the keys of a mapping in a data file, without reading the rest of it.

    With this two files can name each other.
    """
    try:
        found = plain(_joined(name))
    except Misplaced as error:
        raise _refused(error.node, str(error)) from error
    for key in path:
        found = found.get(key) if isinstance(found, dict) else None
    return [str(key) for key in found] if isinstance(found, dict) else []


def read(text: str | bytes, kind: type[T], name: str) -> T:
    """Return a YAML or JSON text from outside as its type; `name` is what faults call it."""
    return _typed(compose(text, name), kind)


def fault(name: str, keys: tuple[Hashable, ...], says: str) -> DataFileError:
    """Return the error that a data file is wrong at a path of keys, to be raised."""
    file, line = line_of(_joined(name), keys)
    return DataFileError(faults=(DataFault(file, line, keys, says),))


def _typed(
    node: Node, kind: type[T], key: str = "", given: Mapping[str, str] = MappingProxyType({})
) -> T:
    try:
        value = plain(node)
        *way, field = key.split("/")
        inner = value
        for step in way:
            inner = inner.get(step) if isinstance(inner, dict) else None
        if field and isinstance(inner, dict):
            for name, entry in inner.items():
                _give(entry, {field: name})
        _give(value, given)
        return convert(value, kind)
    except Misplaced as error:
        mark = error.node.start_mark
        found = DataFault(mark.name, mark.line + 1, (), str(error))
        raise DataFileError(faults=(found,)) from error
    except Faulty as error:
        faults = [DataFault(*line_of(node, keys), keys, says) for keys, says in error.faults]
        raise DataFileError(faults=tuple(faults)) from error


def _give(entry: object, fields: Mapping[str, Hashable]) -> None:
    """Fill fields that a file may not write itself, because a name stands for them."""
    if not isinstance(entry, dict):
        return
    for field, value in fields.items():
        if field in entry:
            raise Faulty((((field,), f"不能写“{field}”，它就是这里的名称"),))
        entry[field] = value


def _joined(name: str) -> Node:
    path, own = _package_file(name), locality().file(name)
    if own is None and path is None:
        raise DataFileError(f"no data file {name}")
    if path is None or own is None:
        return _node(path) if own is None else _node(own, trusted=False)
    allowed = addition(name)
    if not isinstance(allowed, tuple):
        says = "系统里已经有这个文件，本地不能替换"
        raise DataFileError(faults=(DataFault(str(own), 0, (), says),))
    return _added(_node(path), _node(own, trusted=False), allowed)


def _added(base: Node, more: Node, allowed: tuple[str, ...]) -> Node:
    """Return the tree of the package's file with the entries of the place's beside its own."""
    if not allowed:
        return _beside(base, more)
    if not isinstance(base, MappingNode) or not isinstance(more, MappingNode):
        raise _refused(more, f"这里应当是 {'、'.join(allowed)}")
    there = {key.value: at for at, (key, _) in enumerate(base.value)}
    for key, value in more.value:
        if key.value not in allowed:
            says = f"本地只能补充 {'、'.join(allowed)}，不能写“{key.value}”"
            raise _refused(key, says + near(key.value, allowed))
        mine, standing = base.value[there[key.value]]
        base.value[there[key.value]] = (mine, _beside(standing, value))
    return base


def _beside(base: Node, more: Node) -> Node:
    if not isinstance(base, MappingNode) or not isinstance(more, MappingNode):
        raise _refused(more, "这里应当是一组“键: 值”")
    taken = {key.value for key, _ in base.value}
    for key, _ in more.value:
        if key.value in taken:
            raise _refused(key, f"系统里已经有“{key.value}”，本地不能改，只能另加")
    base.value.extend(more.value)
    return base


def _refused(node: Node, says: str) -> DataFileError:
    mark = node.start_mark
    return DataFileError(faults=(DataFault(mark.name, mark.line + 1, (), says),))


def _node(path: Path | None, *, trusted: bool = True) -> Node:
    assert path is not None
    name = path.relative_to(PACKAGE.parent).as_posix() if trusted else str(path)
    try:
        text = locality().content(path)
    except OSError as error:
        raise DataFileError(faults=(DataFault(name, 0, (), "文件打不开"),)) from error
    return compose(text, name, trusted=trusted)


def _package_file(name: str) -> Path | None:
    """Return where the package has a file: `a/b/c.yaml` is a/b/data/c.yaml or a/data/b/c.yaml."""
    parts = name.split("/")
    for at in range(len(parts) - 1, 0, -1):
        path = PACKAGE.joinpath(*parts[:at], "data", *parts[at:])
        if path.is_file():
            return path
    return None


def _package_names(pattern: str) -> set[str]:
    parts = pattern.split("/")
    found = set()
    for at in range(len(parts) - 1, 0, -1):
        folder = PACKAGE.joinpath(*parts[:at], "data", *parts[at:-1])
        if folder.is_dir():
            head = "/".join(parts[:-1])
            found |= {f"{head}/{one.name}" for one in folder.glob(parts[-1])}
    return found


def _is(name: str, pattern: str) -> bool:
    return name.count("/") == pattern.count("/") and fnmatch(name, pattern)
