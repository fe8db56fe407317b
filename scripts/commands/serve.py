"""`serve`: the site on this machine, rebuilt while it is edited."""

from __future__ import annotations

import argparse
import errno
import logging
import socket
import sys

from failures import Failure
from project import CONFIG
from site_builder import failure_of

HOST = "127.0.0.1"
FIRST_PORT = 8000
PORTS_TRIED = 20


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted."""
    port = options.port or _free_port()
    if not _is_free(port):
        raise Failure(f"端口 {port} 已经被别的程序占用。换一个再试：python3 scripts serve --port {port + 1}")
    from mkdocs.commands.serve import serve
    from mkdocs.config import load_config

    messages: list[str] = []
    _log(messages)
    print("正在构建，第一次要几秒钟……", flush=True)
    try:
        load_config(str(CONFIG))  # serve would load it too, but tell of a slip with a traceback
        print(f"在浏览器里打开 http://{HOST}:{port}/ ；改动会自动刷新，按 Ctrl+C 结束。", flush=True)
        serve(str(CONFIG), dev_addr=f"{HOST}:{port}", livereload=True)
    except KeyboardInterrupt:
        pass
    except (Exception, SystemExit) as error:
        raise failure_of(error, messages) from error
    return 0


def _free_port() -> int:
    for port in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        if _is_free(port):
            return port
    raise Failure(f"端口 {FIRST_PORT} 到 {FIRST_PORT + PORTS_TRIED - 1} 都被占用。用 --port 指定一个空的端口。")


def _is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if sys.platform != "win32":  # a port that is only waiting out a closed connection is free
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            if error.errno == errno.EACCES:
                raise Failure(
                    f"没有权限使用端口 {port}。换一个 1024 以上的：python3 scripts serve --port 8000"
                ) from error
            return False
    return True


def _log(messages: list[str]) -> None:
    """Show what MkDocs says while serving, warnings and errors marked in Chinese."""

    class Console(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.levelno >= logging.WARNING:
                messages.append(record.getMessage())
                print(f"警告：{record.getMessage()}", file=sys.stderr, flush=True)
            elif record.getMessage().startswith(("Detected", "Reloading")):
                print("检测到改动，正在重新构建……", flush=True)

    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.INFO)
    logger.addHandler(Console())
