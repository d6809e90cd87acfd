"""The command line (命令行), one module a command."""

from ogi.cli.application import main

__all__ = ["main"]
