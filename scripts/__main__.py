"""The only door to the project: ``python3 scripts COMMAND``.

This file and `environment.py` run on any Python that a newcomer may have, so they use the standard
library alone and no syntax newer than Python 3.6. Everything else runs inside `.venv`.
"""

import sys

OLDEST_PYTHON = (3, 10)


def main() -> int:
    """Enter the project's virtual environment, then run the command there. Returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console may not speak UTF-8
            stream.reconfigure(encoding="utf-8", errors="replace")
    if sys.version_info < OLDEST_PYTHON:
        sys.stderr.write(
            "需要 Python {}.{} 或更新的版本，现在运行的是 {}.{}。请从 python.org 安装新版本后再试。\n".format(
                *(OLDEST_PYTHON + sys.version_info[:2])
            )
        )
        return 2

    import environment

    arguments = sys.argv[1:]
    asks_for_help = not arguments or arguments[0] in ("-h", "--help")
    if not asks_for_help and not environment.is_active():
        return environment.run_inside(arguments)

    import cli

    return cli.run(arguments)


if __name__ == "__main__":
    try:
        status = main()
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)
