"""Where things are in the project."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
SITE = ROOT / "site"
DIST = ROOT / "dist"
CONFIG = ROOT / "mkdocs.yml"
DIST = ROOT / "dist"
