"""Datasets (数据集): a directory tree of documents as tables, to be asked in SQL.

What it takes (pyarrow, duckdb) comes with the extra `dataset`.
"""

from importlib.util import find_spec

from ogi.errors import MissingPartError
from ogi.parts import how_to_install

if not (find_spec("pyarrow") and find_spec("duckdb")):
    raise MissingPartError(f"没有安装数据集的部件。先安装：{how_to_install('dataset')}")

from ogi.dataset.collecting import Summary, collect
from ogi.dataset.engines import Dask, Engine, Here, Local, engine_named
from ogi.dataset.questions import open_dataset
from ogi.dataset.schema import TABLES
from ogi.dataset.tree import Tree

__all__ = [
    "TABLES",
    "Dask",
    "Engine",
    "Here",
    "Local",
    "Summary",
    "Tree",
    "collect",
    "engine_named",
    "open_dataset",
]
