"""The program over a pipe: texts in, answers out, in order. Nothing is found here.

A program that is killed (for want of memory, say) is started again with what it had not answered, so that no answer is lost and
none comes twice. A text that kills it again on its own is answered with an error.
"""

from __future__ import annotations

import atexit
import datetime
import json
import os
import queue
import shutil
import subprocess
import sys
import sysconfig
import threading
from collections import deque
from typing import Any, Deque, Dict, Iterable, Iterator, List, Mapping, Optional, Sequence, Tuple, Union

from copydesk._facts import Document

Text = Union[str, Mapping[str, Any]]

#: The version of the answers that this module reads.
VERSION = 2

#: How many texts are under way for each worker.
WINDOW = 32


class CopydeskError(Exception):
    """A text that could not be read, or a program that could not be run."""


def program_path() -> str:
    """The program: the one in `COPYDESK_PROGRAM`, the one of the same wheel, or the one on the path."""
    named = os.environ.get("COPYDESK_PROGRAM")
    if named:
        return named
    name = "copydesk.exe" if os.name == "nt" else "copydesk"
    folders = [sysconfig.get_path("scripts"), os.path.dirname(sys.executable)]
    if sys.version_info >= (3, 10):
        folders.append(sysconfig.get_path("scripts", sysconfig.get_preferred_scheme("user")))
    # `pip install --target` puts it next to the module.
    folders.append(os.path.join(os.path.dirname(os.path.dirname(__file__)), "bin"))
    for folder in folders:
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            return path
    found = shutil.which(name)
    if found is None:
        raise CopydeskError("the program copydesk is not installed; run `pip install --force-reinstall copydesk`")
    return found


def analyse(
    text: str,
    *,
    id: Any = None,
    format: str = "plain",
    reference_date: Union[str, datetime.date, None] = None,
    section: Optional[str] = None,
    fields: Optional[Sequence[str]] = None,
    actors: Optional[str] = None,
    config: Optional[str] = None,
) -> Document:
    """What one text says. The program keeps running for the next one; for many texts, `analyse_many` is faster.

    Raises CopydeskError if the text cannot be read.
    """
    arguments = tuple(_arguments(fields, 1, actors, config))
    document = {"id": id, "text": text, "format": format, "reference_date": reference_date, "section": section}
    with _KEPT_LOCK:
        # A process that was forked must not write to the pipes of the one it came from.
        key = (os.getpid(), arguments)
        for tries in (2, 1):
            program = _KEPT.get(key)
            if program is None:
                program = _KEPT[key] = _Program(arguments)
            program.send(_line(document, None))
            answer = program.receive()
            if answer is not None:
                break
            del _KEPT[key]
            error = program.failure()
            if error is not None or tries == 1:
                raise CopydeskError(error or "copydesk was killed while it read this text")
    assert answer is not None
    made = Document(json.loads(answer))
    if made.error is not None:
        raise CopydeskError(made.error)
    return made


def analyse_many(
    documents: Iterable[Text],
    workers: Optional[int] = None,
    *,
    fields: Optional[Sequence[str]] = None,
    actors: Optional[str] = None,
    config: Optional[str] = None,
) -> Iterator[Document]:
    """What many texts say, in their order, as they are read; memory holds a window of them, however many there are.

    Each text is a string, or a mapping with `text` and, if wanted, `id`, `format`, `reference_date` and `section`; without an
    `id` it is called by its number, from 0. `workers` is how many texts are read at once, one per core by default. `fields` names
    the lists that are wanted, which saves time. A text that cannot be read gives a Document with an `error`.
    """
    stream = _Stream(_arguments(fields, workers, actors, config), WINDOW * (workers or os.cpu_count() or 1))
    try:
        yield from stream.answers(documents)
    finally:
        stream.close()


def _arguments(
    fields: Optional[Sequence[str]], workers: Optional[int], actors: Optional[str], config: Optional[str]
) -> List[str]:
    arguments = ["extract", "--jsonl", "--offsets", "chars", "--on-error", "skip", "--quiet"]
    if fields is not None:
        arguments += ["--fields", ",".join(fields)]
    if workers is not None:
        arguments += ["--jobs", str(workers)]
    if actors is not None:
        arguments += ["--actors", actors]
    if config is not None:
        arguments += ["--config", config]
    return arguments


def _plain(value: Any) -> Any:
    """Dates as text and numbers of numpy as numbers."""
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if hasattr(value, "item"):
        return value.item()
    raise TypeError(f"{value!r} is no value for copydesk")


def _is_missing(value: Any) -> bool:
    # What a table has where there is nothing differs from itself, or is not known to be the same.
    return value is None or (not isinstance(value, (str, list, dict)) and (value != value) is not False)


def _line(document: Text, number: Optional[int]) -> bytes:
    if isinstance(document, str):
        document = {"text": document}
    wanted = ("text", "format", "reference_date", "section")
    fields = {name: document[name] for name in wanted if not _is_missing(document.get(name))}
    fields["id"] = document.get("id", number)
    return json.dumps(fields, default=_plain).encode("ascii") + b"\n"


class _Program:
    """One running program. What it is sent is written by a thread, since it may wait for its answers to be read."""

    def __init__(self, arguments: Sequence[str]) -> None:
        try:
            self.process = subprocess.Popen(
                [program_path(), *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=-1
            )
        except OSError as error:
            raise CopydeskError(f"copydesk cannot be started: {error}") from error
        self.outbox: "queue.SimpleQueue[Optional[bytes]]" = queue.SimpleQueue()
        self.inbox: "queue.SimpleQueue[Optional[bytes]]" = queue.SimpleQueue()
        for work in (self._write, self._read):
            threading.Thread(target=work, daemon=True).start()

    def send(self, line: bytes) -> None:
        self.outbox.put(line)

    def receive(self) -> Optional[bytes]:
        """The next answer; None if there will be no more."""
        return self.inbox.get()

    def has_answer(self) -> bool:
        return not self.inbox.empty()

    def failure(self) -> Optional[str]:
        """Why the program ended, if it did so by itself; it says more on standard error."""
        code = self.process.wait()
        return f"copydesk ended with exit code {code}" if code == 2 else None

    def close(self) -> None:
        self.outbox.put(None)
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def _write(self) -> None:
        pipe = self.process.stdin
        assert pipe is not None
        try:
            while True:
                line = self.outbox.get()
                if line is None:
                    break
                pipe.write(line)
                if self.outbox.empty():
                    pipe.flush()
        except OSError:
            # The program is gone, which its reader sees.
            pass
        finally:
            try:
                pipe.close()
            except OSError:
                pass

    def _read(self) -> None:
        pipe = self.process.stdout
        assert pipe is not None
        for line in pipe:
            # A line that was cut off was not answered.
            if line.endswith(b"\n"):
                self.inbox.put(line)
        self.inbox.put(None)
        pipe.close()


class _Stream:
    """Texts under way, in their order, over programs that may be killed."""

    def __init__(self, arguments: List[str], window: int) -> None:
        self.arguments = arguments
        self.window = window
        self.program = _Program(arguments)
        self.waiting: Deque[bytes] = deque()
        self.sent = 0
        self.kills = 0
        self.careful = 0

    def answers(self, documents: Iterable[Text]) -> Iterator[Document]:
        for number, document in enumerate(documents):
            self.waiting.append(_line(document, number))
            self._send()
            while len(self.waiting) >= self.window or (self.waiting and self.program.has_answer()):
                yield from self._next()
        while self.waiting:
            yield from self._next()

    def close(self) -> None:
        self.program.close()

    def _send(self) -> None:
        limit = 1 if self.careful else self.window
        while self.sent < min(limit, len(self.waiting)):
            self.program.send(self.waiting[self.sent])
            self.sent += 1

    def _next(self) -> Iterator[Document]:
        self._send()
        answer = self.program.receive()
        if answer is None:
            yield from self._start_again()
            return
        self.waiting.popleft()
        self.sent -= 1
        self.kills = 0
        self.careful = max(self.careful - 1, 0)
        yield Document(json.loads(answer))

    def _start_again(self) -> Iterator[Document]:
        """What was not answered is sent again; after the second time, one by one, to find the text that kills the program."""
        error = self.program.failure()
        self.program.close()
        if error is not None:
            raise CopydeskError(error)
        self.kills += 1
        self.sent = 0
        if self.kills == 2:
            self.careful = self.window
        if self.kills > 2:
            self.kills = 1
            asked = json.loads(self.waiting.popleft())
            yield Document({"id": asked["id"], "version": VERSION, "error": "copydesk was killed while it read this text"})
        self.program = _Program(self.arguments)


_KEPT: Dict[Tuple[int, Tuple[str, ...]], _Program] = {}
_KEPT_LOCK = threading.Lock()


@atexit.register
def _close_kept() -> None:
    for (process, _), program in _KEPT.items():
        if process == os.getpid():
            program.close()
