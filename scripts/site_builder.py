"""Running MkDocs in this process, with its complaints as values and its failures in plain words."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from failures import Failure
from project import CONFIG
from version import fix_clock

# Material greets every build with an advertisement for its successor.
os.environ["NO_MKDOCS_2_WARNING"] = "true"


class _Collector(logging.Handler):
    """Keeps MkDocs's warnings and errors and shows them as they come."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        self.messages.append(message)
        print(f"{'错误' if record.levelno >= logging.ERROR else '警告'}：{message}", file=sys.stderr)


def build_site(site: Path) -> list[str]:
    """Build the site into `site` and return MkDocs's warnings.

    Raises:
        Failure: the configuration or a page keeps MkDocs from finishing.
    """
    fix_clock()
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    collector = _Collector()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    try:
        config = load_config(str(CONFIG), site_dir=str(site))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except (Exception, SystemExit) as error:  # MkDocs aborts with its own kind of SystemExit
        raise failure_of(error, collector.messages) from error
    finally:
        logger.removeHandler(collector)
    return collector.messages


def failure_of(error: BaseException, messages: list[str]) -> Failure:
    """Return the failure that tells a contributor about `error`, raised while MkDocs read or built the site.

    Args:
        messages: what MkDocs logged before it gave up; for some errors that is all it says.
    """
    from mkdocs.exceptions import ConfigurationError
    from yaml import YAMLError

    said = messages[-1] if messages else _first_line(error)
    mark = getattr(error, "problem_mark", None) or getattr(error.__cause__, "problem_mark", None)
    if isinstance(error, ConfigurationError | YAMLError) or said.startswith("Config value"):
        place = f"mkdocs.yml:{mark.line + 1}" if mark else "mkdocs.yml"
        return Failure(f"{place} 写得不对，网站没能构建：{said}。请改正后再试，常见的原因是缩进或冒号后少了空格。", 1)
    return Failure(f"网站没能构建：{said}。请改正后再试；python3 scripts check 会指出行号。", 1)


def _first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).split("\n")[0].rstrip("。.")
