"""A loopback server for a built site."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site below /course/ and nothing else, as GitHub Pages serves a project."""

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix("/course/")
        return super().translate_path("/" + inside if inside != path else "/outside")

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Address of a loopback server for the site in `folder`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/course/"
    server.shutdown()
    server.server_close()
