"""One web server asked politely: time limits, a second try, the proxy of the environment or of QGIS."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPResponse
from typing import TypeVar

from ..errors import InputError

_AGENT = "Groundswell (QGIS plugin)"
_MOST_TEXT = 50_000_000
"""The largest listing or list of stations that is read [bytes]: real ones have up to 3 MB."""
_TRY_AGAIN = {408, 429, 500, 502, 503, 504}
_LONGEST_WAIT = 60.0
Result = TypeVar("Result")


@dataclass(frozen=True)
class ServerOptions:
    """How a server is asked.

    Attributes
    ----------
    timeout : float
        Seconds without an answer after which a try ends.
    tries : int
        Of each request.
    pause : float
        Seconds before the second try; twice as many before each further one.
    proxy : str
        Address of a proxy; '': that of the environment (``https_proxy``, ``no_proxy``) or the system.
    connections : int
        Files at the same time.
    """

    timeout: float = 30.0
    tries: int = 4
    pause: float = 2.0
    proxy: str = ""
    connections: int = 4

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if not (self.timeout > 0 and self.tries >= 1 and self.pause >= 0 and 1 <= self.connections <= 16):
            raise InputError("A server is asked with a time limit above 0, at least one try and 1 to 16 connections.")


class NotThere(InputError):
    """A server answers that it has no such file or folder."""


class Broken(InputError):
    """An answer ended before its end, or the server cannot be reached; another try may help."""


class Client:
    """Asks web servers.

    Parameters
    ----------
    options : ServerOptions
        Time limits and proxy.
    """

    def __init__(self, options: ServerOptions) -> None:
        self.options = options
        proxies = {"http": options.proxy, "https": options.proxy} if options.proxy else None
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler(proxies))

    @contextmanager
    def opened(self, url: str, method: str = "GET", headers: dict[str, str] | None = None) -> Iterator[HTTPResponse]:
        """Give the answer to one request, without a second try.

        Parameters
        ----------
        url : str
            Address.
        method : str
            ``GET`` or ``HEAD``.
        headers : dict, optional
            Sent besides the name of the program.

        Returns
        -------
        iterator of HTTPResponse
            For a ``with`` block.

        Raises
        ------
        NotThere, Broken, InputError
            With a sentence for the user.
        """
        check_address(url)
        request = urllib.request.Request(url, method=method, headers={"User-Agent": _AGENT, **(headers or {})})
        try:
            with self._opener.open(request, timeout=self.options.timeout) as answer:
                yield answer
        except urllib.error.HTTPError as error:
            error.close()
            raise _refusal(url, error) from error
        except (urllib.error.URLError, http.client.HTTPException, OSError) as error:
            reason = getattr(error, "reason", error)
            raise Broken(
                f"{server_of(url)} cannot be reached or broke off ({reason}): see that there is a network and that the "
                f"address is right ({url}). A proxy is taken from QGIS's network settings or the environment."
            ) from error

    def text(self, url: str) -> str:
        """Return a page or a text file.

        Parameters
        ----------
        url : str
            Address.

        Returns
        -------
        str
            Decoded as UTF-8.

        Raises
        ------
        InputError
            Where it cannot be had after all tries.
        """

        def once() -> str:
            with self.opened(url) as answer:
                data: bytes = answer.read(_MOST_TEXT + 1)
                length = answer.headers.get("Content-Length")
            if len(data) > _MOST_TEXT:
                raise InputError(f"{url} has more than {_MOST_TEXT // 1_000_000} MB: this is no listing.")
            if length is not None and len(data) < int(length):
                raise Broken(f"{url} broke off after {len(data)} of {length} bytes.")
            return data.decode("utf-8", errors="replace")

        return self.again(once)

    def size(self, url: str) -> int | None:
        """Return the bytes that a file has, or None where the server does not say.

        Parameters
        ----------
        url : str
            Address of a file.

        Returns
        -------
        int or None
            Bytes.

        Raises
        ------
        InputError
            Where it is not there or the server cannot be asked.
        """

        def once() -> int | None:
            with self.opened(url, "HEAD") as answer:
                length = answer.headers.get("Content-Length")
                return int(length) if length is not None and length.isdigit() else None

        return self.again(once)

    def again(self, once: Callable[[], Result]) -> Result:
        """Return what a function returns, trying again where it raises :class:`Broken`.

        Parameters
        ----------
        once : callable
            Without arguments.

        Returns
        -------
        what `once` returns
            Of the first try that succeeds.
        """
        pause = self.options.pause
        for left in range(self.options.tries - 1, -1, -1):
            try:
                return once()
            except Broken:
                if not left:
                    raise
                time.sleep(min(pause, _LONGEST_WAIT))
                pause *= 2
        raise AssertionError("the last try returns or raises")


def check_address(url: str) -> None:
    """Refuse what is no address of a web server.

    Parameters
    ----------
    url : str
        As the user gave it.

    Raises
    ------
    InputError
        With the scheme that is wrong.
    """
    parts = urllib.parse.urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise InputError(f"'{url}' is no address of a web server: it begins with https:// or http://.")


def is_address(text: str) -> bool:
    """Return whether a text is the address of a web server, not a path.

    Parameters
    ----------
    text : str
        As the user gave it.

    Returns
    -------
    bool
        True for http and https.
    """
    return text.strip().lower().startswith(("http://", "https://"))


def server_of(url: str) -> str:
    """Return the name of an address's server.

    Parameters
    ----------
    url : str
        Address.

    Returns
    -------
    str
        With its port, where one is given.
    """
    return urllib.parse.urlsplit(url).netloc


def joined(base: str, *names: str) -> str:
    """Return the address of names below a base.

    Parameters
    ----------
    base : str
        Address of a folder.
    names : str
        Of folders and a file below it; quoted where needed.

    Returns
    -------
    str
        Address.
    """
    return "/".join([base.rstrip("/"), *(urllib.parse.quote(name.strip("/")) for name in names)])


def _refusal(url: str, error: urllib.error.HTTPError) -> InputError:
    if error.code in (404, 410):
        return NotThere(f"{server_of(url)} has no {url} (404): see that the name is right.")
    if error.code in _TRY_AGAIN:
        return Broken(f"{server_of(url)} answers {error.code} ({error.reason}) to {url}: try again later.")
    if error.code in (401, 403):
        return InputError(f"{server_of(url)} does not give {url} without a login ({error.code}): see docs/fetching.md.")
    if error.code == 407:
        return InputError("The proxy wants a login (407): set it in QGIS's network settings.")
    return InputError(f"{server_of(url)} answers {error.code} ({error.reason}) to {url}.")
