"""The ``kragozor`` command: one module a command, and only the one called is loaded.

A module of a command has ``add_parser(subparsers)``, which describes it with an example, and
``run(args)``, which returns the exit status: 0 done, 1 a finding, 2 bad input.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import NoReturn

from kragozor import __version__

COMMANDS = (
    ("indicators", "kragozor.cli.indicators"),
    ("compute", "kragozor.cli.compute"),
    ("template", "kragozor.cli.template"),
    ("measure", "kragozor.cli.measure"),
    ("disclose", "kragozor.cli.disclose"),
    ("serve", "kragozor.cli.serve"),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    parser = _Parser(prog="kragozor", description="Measures how circular things are.")
    parser.add_argument("-V", "--version", action="version", version=f"kragozor {__version__}")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    modules = _modules(arguments)
    for module in modules.values():
        module.add_parser(subparsers)
    args = parser.parse_args(arguments)
    _let_print_anything()
    try:
        return int(modules[args.command].run(args))
    except BrokenPipeError:
        # Whoever reads has read enough; the interpreter must not complain when it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _let_print_anything() -> None:
    """Let a terminal without Cyrillic show escapes instead of failing in the middle of an answer.

    In JSON they are the very escapes that it allows, ``\\u041a``.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _modules(arguments: Sequence[str]) -> dict[str, ModuleType]:
    """Return the module of the command called, or all where none is, as for ``--help``."""
    called = [entry for entry in COMMANDS if entry[0] in arguments[:1]]
    return {name: import_module(path) for name, path in called or COMMANDS}


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message} ({self.prog} --help)\n")
