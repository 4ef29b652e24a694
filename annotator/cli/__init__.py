"""The command line: thin commands that read arguments, call `annotator.project` and say what happened."""

from annotator.cli.root import cli, main

__all__ = ["cli", "main"]
