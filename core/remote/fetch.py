"""Files of a server into a folder: at the same time but politely, resumed, verified, never twice."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ..errors import Cancelled, InputError, OutputError
from ..work.progress import Progress
from .client import Broken, Client, NotThere

_CHUNK = 1 << 16
_PART = ".part"
_SPARE_BYTES = 50_000_000
"""Room on the disk that is left to others."""
_MAGIC = {".tif": (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"), ".png": (b"\x89PNG",), ".gz": (b"\x1f\x8b",)}
_PAGES = (b"<html", b"<!doctype")
_WAIT_SECONDS = 0.5
_MEGABYTE = 1e6
Thing = TypeVar("Thing")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Item:
    """A file to fetch.

    Attributes
    ----------
    url : str
        Address.
    path : Path
        Where it goes.
    needed : bool
        Whether the work cannot go on without it; else it is passed over where the server has none.
    """

    url: str
    path: Path
    needed: bool = True


@dataclass(frozen=True)
class Sized:
    """A file to fetch whose size was asked: None where the server does not tell it."""

    item: Item
    size: int | None

    def is_here(self) -> bool:
        """Return whether the file lies here, with the size that the server tells where it tells one."""
        path = self.item.path
        return path.is_file() and (self.size is None or path.stat().st_size == self.size)


@dataclass(frozen=True)
class Fetched:
    """What was done.

    Attributes
    ----------
    n_fetched, n_here : int
        Files fetched now, and those that were here before.
    n_bytes : int
        Fetched now.
    """

    n_fetched: int
    n_here: int
    n_bytes: int


def ask_sizes(client: Client, items: Sequence[Item], progress: Progress) -> tuple[list[Sized], list[str]]:
    """Return the files with their sizes, and the addresses of those that the server does not have.

    Parameters
    ----------
    client : Client
        That asks.
    items : sequence of Item
        Files that are wanted.
    progress : Progress
        Hears how many have been asked for, and is asked whether to stop.

    Returns
    -------
    sized : list of Sized, missing : list of str
        Files with their bytes, and addresses.

    Raises
    ------
    InputError
        Where a file that is needed is missing or the server cannot be asked.
    """
    missing: list[str] = []

    def size_of(item: Item) -> Sized | None:
        try:
            return Sized(item, client.size(item.url))
        except NotThere:
            if item.needed:
                raise
            return None

    found = []
    for item, sized in _at_once(client, items, size_of, progress, "Asking for sizes"):
        if sized is None:
            missing.append(item.url)
        else:
            found.append(sized)
    return found, missing


def fetch_all(client: Client, sized: Sequence[Sized], folder: Path, progress: Progress) -> Fetched:
    """Fetch files that are not here yet.

    Parameters
    ----------
    client : Client
        Of the server.
    sized : sequence of Sized
        From :func:`ask_sizes`.
    folder : Path
        Where they go, for messages.
    progress : Progress
        Called after every file; a cancelled run keeps whole files and beginnings, and the next goes on from them.

    Raises
    ------
    InputError
        Where files could not be had; the others are there.
    OutputError
        Where the disk has too little room or cannot be written.
    Cancelled
        Where the user cancelled.
    """
    wanted = [one for one in sized if not one.is_here()]
    _check_room(wanted)
    n_bytes, failed = 0, []

    def get(one: Sized) -> int | InputError:
        try:
            return fetch_one(client, one, progress.cancelled)
        except Cancelled:
            raise
        except InputError as error:
            return error

    for _, result in _at_once(client, wanted, get, progress, "Fetching"):
        if isinstance(result, InputError):
            failed.append(str(result))
        else:
            n_bytes += result
    if failed:
        raise InputError(
            f"{len(failed)} of {len(sized)} files could not be fetched; the others are in {folder}, and the next run "
            f"goes on from there. The first: {failed[0]}"
        )
    return Fetched(len(wanted), len(sized) - len(wanted), n_bytes)


def fetch_one(client: Client, sized: Sized, cancelled: Callable[[], bool]) -> int:
    """Fetch one file under its own name, and return the bytes that came now.

    What a broken try left stands beside it as ``.part``, and the next try asks for the rest; a server that does not
    give parts, or whose file has changed since, sends it from the beginning.

    Parameters
    ----------
    client : Client
        That asks.
    sized : Sized
        The file and its bytes.
    cancelled : callable
        Returns whether to stop.

    Returns
    -------
    int
        Bytes fetched by this call.

    Raises
    ------
    InputError
        Where it cannot be had after all tries, or is no such file.
    """
    item = sized.item
    part = item.path.with_name(item.path.name + _PART)
    mark = item.path.with_name(item.path.name + _PART + ".tag")
    came: list[int] = []

    def once() -> None:
        _continue(client, sized, (part, mark), (came, cancelled))

    try:
        item.path.parent.mkdir(parents=True, exist_ok=True)
        client.again(once)
        _check_content(item, part)
        part.replace(item.path)
        mark.unlink(missing_ok=True)
    except OSError as error:
        raise _no_room(item.path, error) from error
    return sum(came)


def _continue(
    client: Client, sized: Sized, paths: tuple[Path, Path], watch: tuple[list[int], Callable[[], bool]]
) -> None:
    """Fetch the rest of a file into its part; `watch` notes the bytes that come, and whether the user cancelled."""
    part, mark = paths
    came, cancelled = watch
    have = part.stat().st_size if part.exists() else 0
    if have and sized.size is not None and have == sized.size:
        return
    tag = mark.read_text(encoding="utf-8") if have and mark.exists() else ""
    headers = {"Range": f"bytes={have}-", "If-Range": tag} if have and tag else {}
    received = 0
    with client.opened(sized.item.url, headers=headers) as answer:
        goes_on = answer.status == 206 and answer.headers.get("Content-Range", "").startswith(f"bytes {have}-")
        length = answer.headers.get("Content-Length")
        expected = int(length) if length is not None and length.isdigit() else None
        # Weak tags do not promise equal bytes.
        new_tag = answer.headers.get("ETag") or answer.headers.get("Last-Modified") or ""
        mark.write_text("" if new_tag.startswith("W/") else new_tag, encoding="utf-8")
        with part.open("ab" if goes_on else "wb") as file:
            while chunk := answer.read(_CHUNK):
                file.write(chunk)
                received += len(chunk)
                came.append(len(chunk))
                if cancelled():
                    raise Cancelled
    if expected is not None and received != expected:
        raise Broken(f"{sized.item.url} broke off after {received} of {expected} bytes: try again.")
    total = part.stat().st_size
    if sized.size is not None and total != sized.size:
        part.unlink()
        raise Broken(f"{sized.item.url} has {total} bytes instead of the {sized.size} that the server gave: try again.")


def _check_content(item: Item, part: Path) -> None:
    """Refuse a page of words under the name of an image: a login or an error that the server gives as a file."""
    magic = _MAGIC.get(item.path.suffix.lower())
    with part.open("rb") as file:
        start = file.read(16).lstrip()
    if (magic and not start.startswith(magic)) or start.lower().startswith(_PAGES):
        part.unlink()
        raise InputError(
            f"{item.url} is no {item.path.suffix} file: the server, or a gateway of your network, sent something else, "
            "such as a login page."
        )


def _check_room(wanted: Sequence[Sized]) -> None:
    if not wanted:
        return
    folder = wanted[0].item.path.parent
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    needed = sum(one.size or 0 for one in wanted)
    free = shutil.disk_usage(folder).free
    if needed + _SPARE_BYTES > free:
        raise OutputError(
            f"{needed / _MEGABYTE:,.0f} MB are to be fetched, but {folder} has room for {free / _MEGABYTE:,.0f} MB: "
            "choose another OUTPUT or a shorter period."
        )


def _no_room(path: Path, error: OSError) -> OutputError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return OutputError(
            f"The disk is full: {path} could not be written. What was fetched stays; the next run goes on."
        )
    return OutputError(f"{path} cannot be written ({error.strerror}).")


def _at_once(
    client: Client, items: Sequence[Thing], work: Callable[[Thing], Result], progress: Progress, words: str
) -> Iterator[tuple[Thing, Result]]:
    """Yield (item, result) as they are done, a few at the same time; stop where the user cancels or one raises."""
    left = list(items)
    n_items = max(len(left), 1)
    done = 0
    running: dict[Future[Result], Thing] = {}
    with ThreadPoolExecutor(client.options.connections, "fetch") as pool:
        try:
            while left or running:
                while left and len(running) < client.options.connections:
                    item = left.pop(0)
                    running[pool.submit(work, item)] = item
                finished, _ = wait(running, timeout=_WAIT_SECONDS, return_when=FIRST_COMPLETED)
                if progress.cancelled():
                    raise Cancelled
                for future in finished:
                    item = running.pop(future)
                    yield item, future.result()
                    done += 1
                    progress.report(done / n_items, words)
        finally:
            for future in running:
                future.cancel()
