"""What a web server lists of a folder: the pages of Apache, nginx and others."""

from __future__ import annotations

import urllib.parse
from dataclasses import dataclass
from html.parser import HTMLParser

from ..errors import InputError
from .client import Client, NotThere


@dataclass(frozen=True)
class Listing:
    """Names in a folder.

    Attributes
    ----------
    folders, files : tuple of str
        In the order of the page, without slashes.
    """

    folders: tuple[str, ...]
    files: tuple[str, ...]


class _Links(HTMLParser):
    """Collects the targets of a page's links."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the target of a link."""
        if tag == "a":
            self.targets += [value for name, value in attrs if name == "href" and value]


def listing_of(page: str, url: str) -> Listing:
    """Return the names one level below `url` that a page links to.

    Links for sorting (``?C=M``), to the folder above, to other servers and to other folders are left out.

    Parameters
    ----------
    page : str
        HTML.
    url : str
        Address of the folder.
    """
    parser = _Links()
    parser.feed(page)
    base = url.rstrip("/") + "/"
    own = urllib.parse.urlsplit(base)
    folders: dict[str, None] = {}
    files: dict[str, None] = {}
    for target in parser.targets:
        there = urllib.parse.urlsplit(urllib.parse.urljoin(base, target))
        if there.netloc != own.netloc or there.query or not there.path.startswith(own.path):
            continue
        name = urllib.parse.unquote(there.path[len(own.path) :])
        plain = name.rstrip("/")
        # A name from a page becomes a file's name here: nothing may lead out of the folder.
        if not plain or "/" in plain or "\\" in plain or plain in (".", ".."):
            continue
        (folders if name.endswith("/") else files)[plain] = None
    return Listing(tuple(folders), tuple(files))


def read_listing(client: Client, url: str) -> Listing:
    """Return what a server lists of a folder.

    Parameters
    ----------
    client : Client
        That asks.
    url : str
        Address of the folder, with or without a slash at its end.

    Returns
    -------
    Listing
        Files and folders.

    Raises
    ------
    InputError
        Where there is no such folder or the answer is no listing.
    """
    url = url.rstrip("/") + "/"
    found = listing_of(client.text(url), url)
    if not found.folders and not found.files:
        raise InputError(f"{url} lists nothing: see that the address is a folder whose server shows its files.")
    return found


def read_listing_if_there(client: Client, url: str) -> Listing:
    """Return what a server lists of a folder, nothing where it is empty or not there.

    Parameters
    ----------
    client : Client
        That asks.
    url : str
        Address of the folder.

    Returns
    -------
    Listing
        Files and folders.
    """
    url = url.rstrip("/") + "/"
    try:
        return listing_of(client.text(url), url)
    except NotThere:
        return Listing((), ())
