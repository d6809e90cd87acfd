"""What the library writes: reports and papers in every format, JSON, pages of findings (输出)."""

from ogi.writing.printing import KINDS, print_paper, write_report

__all__ = ["KINDS", "print_paper", "write_report"]
