"""Writing a result: to a file whole or not at all, and to standard output as UTF-8."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from rashomon.errors import OutputError

__all__ = ["write_file", "write_out"]


def write_file(path: Path, text: str) -> None:
    """Write ``text`` to ``path`` as UTF-8: whole, or what stood there before still stands.

    The text goes to a new file in the same folder, which then takes the name. A link is followed; what is no plain
    file (a pipe, ``/dev/null``) is written to directly. Raises ``OutputError``.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            target.write_text(text, encoding="utf-8")
        else:
            _replace(target, text)
    except (OSError, UnicodeEncodeError, RuntimeError) as error:
        cause = getattr(error, "strerror", None) or str(error)
        raise OutputError(
            str(path), f"it cannot be written: {cause}", "name a file in a folder you may write to"
        ) from error


def _replace(target: Path, text: str) -> None:
    # a new file gets the mode that a plain open would give it, an old one keeps its own
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(13, "the file is write-protected")
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def write_out(text: str) -> None:
    """Write ``text`` to standard output as UTF-8, whatever the locale says; quietly stop where nobody reads it.

    Raises ``OutputError`` where it is closed, or where not all of it could be written.
    """
    if sys.stdout is None:
        raise OutputError("standard output", "it is closed", "leave it open, or use -o")
    rest = memoryview(text.encode("utf-8", "replace"))
    try:
        sys.stdout.flush()
        while rest:  # without a buffer (PYTHONUNBUFFERED) one call may write a part only, as on a disk that fills up
            rest = rest[sys.stdout.buffer.write(rest) :]
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # what is still in the buffer must not be tried again when the interpreter leaves
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise OutputError(
            "standard output", f"it cannot be written: {error.strerror}", "make room, or use -o"
        ) from error
