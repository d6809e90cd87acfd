"""The strict door (数据之门): every file of data comes in here, of the package or of a place.

A data file is YAML. Its shape is a type: a `Struct`, or a mapping or list of them. What the
type does not say is refused, all faults of a file at once, each a DataFault with file, line,
keys and a Chinese sentence: unknown keys (“是不是 X？”), missing keys, keys that stand twice,
wrong types, days that are none, YAML aliases and tags, names that stand nowhere. Only
`true` and `false` are yes and no; only 2026-01-31 is a day.

    from ogi.data import Reference, Struct, from_data, load, load_each

    class TopicName(Reference):                      # a text that must stand somewhere else
        what = "主题"

        @classmethod
        def known(cls) -> Iterable[str]:
            return topics()                          # any collection of the names

    class Scope(Struct):                             # frozen; the fields are the keys
        title: str
        since: date
        topic: TopicName                             # refused with its line when unknown
        cites: Citation | None = None                # any class with a classmethod from_data
        words: tuple[str, ...] = ()

        def faults(self):                            # only where a struct can be wrong in itself
            if not self.title:
                yield ("title",), "名称不能空着"      # keys from here, and a sentence

    @from_data                                       # instead of functools.cache
    def scopes() -> dict[str, Scope]:
        return load("checks/scopes.yaml", dict[str, Scope])   # ogi/checks/data/scopes.yaml

- The file is the domain object: prefer `Struct` with methods and properties over a second
  class and code that copies. A key that is no Python name: `msgspec.field(name="from")`.
- `load_each("letters/forms/*.yaml", Form)` reads a folder: the structs by name without suffix;
  `load_one(pattern, name, Form)` reads one of it, `names(pattern)` only lists them.
- A field that the key of the mapping (or the name of the file) stands for: `load(…, key="code")`.
- Two files that name each other: `known` returns `keys("casework/grounds.yaml", "grounds")`.
- A file that only a place has: `load("law/configured.yaml", Kind, default={})`.
- `read(text, kind, name)` reads a YAML or JSON text from outside by the same rules.
- What one file says of another goes into the types (`Reference`, also as the keys of a dict).
  Where that cannot be, `raise fault("form/2021.yaml", ("tables", 0, "key"), "…")` finds the line.
- `from_data` (and `some_from_data(4096)` for lru_cache) keeps results for each place. Whatever
  is made from data, directly or not, must use it and never functools.cache, and no constant of a
  module may be made from data at import.
- Data of a place: `with of_place(folder):`, or OGI_DATA for a process. The folder is laid out
  by the names given to `load` (workdays/2027.yaml). What a place may add stands in
  `places.ADDITIONS`: whole files, or entries beside those of the package; a file or an entry
  that the package has is refused, and so is a file that is not listed.
- `file_schema(kind, title)` is the JSON Schema of a file; docs/reference/schemas has them all.
- `gathered(readers, folder)` returns every fault of a place's folder that readers of data find.
- `locality().folder` is what a worker process must be given: `use_place(folder)` there.
"""

from ogi.data.composing import measure
from ogi.data.converting import convert
from ogi.data.converting import faults as faults_of
from ogi.data.gathering import gathered
from ogi.data.loading import fault, keys, load, load_each, load_one, names, read
from ogi.data.nearness import near
from ogi.data.places import Locality, from_data, locality, of_place, some_from_data, use_place
from ogi.data.schema import file_schema
from ogi.data.structs import Fault, Reference, Struct

__all__ = [
    "Fault",
    "Locality",
    "Reference",
    "Struct",
    "convert",
    "fault",
    "faults_of",
    "file_schema",
    "from_data",
    "gathered",
    "keys",
    "load",
    "load_each",
    "load_one",
    "locality",
    "measure",
    "names",
    "near",
    "of_place",
    "read",
    "some_from_data",
    "use_place",
]
