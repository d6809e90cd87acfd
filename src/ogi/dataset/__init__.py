"""Datasets (数据集): a directory tree of documents as tables, to be asked in SQL.

What it takes (pyarrow, duckdb) comes with `pip install "ogi[dataset]"`.
"""

from importlib.util import find_spec

from ogi.errors import MissingPartError

if not (find_spec("pyarrow") and find_spec("duckdb")):
    raise MissingPartError('没有安装数据集的部件。先运行 pip install "ogi[dataset]"')

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
