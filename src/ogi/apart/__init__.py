"""Work in a process apart (另开的进程): a document that runs away costs only itself.

Every document has a budget of seconds and of memory. A process that exceeds it, or dies,
is ended with all that it started and all that it left on the disk, and another one begins.
"""

from ogi.apart.budget import USUAL, Budget, Lost, Why
from ogi.apart.inside import alive, note_group
from ogi.apart.process import Apart

__all__ = ["USUAL", "Apart", "Budget", "Lost", "Why", "alive", "note_group"]
