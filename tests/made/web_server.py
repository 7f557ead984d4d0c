"""A small web server for tests: listings as Apache writes them, parts of files, and ways to fail."""

from __future__ import annotations

import hashlib
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

PAGE = (
    '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">\n<html><head><title>Index of {path}</title></head><body>\n'
    '<h1>Index of {path}</h1><table><tr><th><a href="?C=N;O=D">Name</a></th><th><a href="?C=S;O=A">Size</a></th></tr>\n'
    '<tr><td><a href="{above}">Parent Directory</a></td></tr>\n{rows}</table></body></html>\n'
)


class WebServer(ThreadingHTTPServer):
    """Serves a folder; `breaks` counts how many more answers to GET of a file end in their middle."""

    daemon_threads = True

    def __init__(self, root: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.root = root
        self.requests: list[tuple[str, str, str]] = []
        self.breaks = 0
        self.with_parts = True
        self.pause = 0.0
        self.at_once = self.most_at_once = 0
        self.lock = threading.Lock()

    @property
    def address(self) -> str:
        """Address of the root."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def fetched(self, suffix: str) -> int:
        """Return how many files with an ending were asked for, with their content."""
        return sum(method == "GET" and path.endswith(suffix) for method, path, _ in self.requests)


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    protocol_version = "HTTP/1.1"
    server: WebServer

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""

    def do_HEAD(self) -> None:  # noqa: N802
        """Answer without content."""
        self._answer(False)

    def do_GET(self) -> None:  # noqa: N802
        """Answer with content."""
        with self.server.lock:
            self.server.at_once += 1
            self.server.most_at_once = max(self.server.most_at_once, self.server.at_once)
        try:
            self._answer(True)
        finally:
            with self.server.lock:
                self.server.at_once -= 1

    def _answer(self, with_content: bool) -> None:
        plain = unquote(self.path)
        with self.server.lock:
            self.server.requests.append((self.command, plain, self.headers.get("Range", "")))
        path = self.server.root / plain.strip("/")
        if path.is_dir():
            return self._send(200, self._listing(path, plain).encode(), {"Content-Type": "text/html"}, with_content)
        if not path.is_file():
            return self._send(404, b"<html>none</html>", {}, with_content)
        data = path.read_bytes()
        tag = f'"{hashlib.sha256(data).hexdigest()[:12]}"'
        asked = self.headers.get("Range", "")
        if asked and self.server.with_parts and self.headers.get("If-Range", tag) == tag:
            start = int(asked[len("bytes=") : -1])
            headers = {"ETag": tag, "Content-Range": f"bytes {start}-{len(data) - 1}/{len(data)}"}
            return self._send(206, data[start:], headers, with_content)
        return self._send(200, data, {"ETag": tag}, with_content)

    def _send(self, status: int, data: bytes, headers: dict[str, str], with_content: bool) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if not with_content:
            return
        with self.server.lock:
            breaks = self.server.breaks > 0 and "ETag" in headers
            self.server.breaks -= breaks
        if breaks:
            self.wfile.write(data[: len(data) // 2])
            self.wfile.flush()
            self.close_connection = True
            return
        if self.server.pause and "ETag" in headers:
            time.sleep(self.server.pause)
        self.wfile.write(data)

    def _listing(self, path: Path, plain: str) -> str:
        rows = "".join(
            f'<tr><td><a href="{one.name}/">{one.name}/</a></td></tr>\n'
            if one.is_dir()
            else f'<tr><td><a href="{one.name}">{one.name}</a></td><td>1.2M</td></tr>\n'
            for one in sorted(path.iterdir())
        )
        above = "/" + "/".join(plain.strip("/").split("/")[:-1])
        return PAGE.format(path=plain, above=above, rows=rows)


@contextmanager
def serving(root: Path):
    """Give a running server over a folder."""
    server = WebServer(root)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
