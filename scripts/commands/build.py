"""`build`: the whole site into site/, strictly."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from outputs.downloads import survey
from project import SITE
from site_builder import build_site


def run(options: argparse.Namespace) -> int:
    """Build the site. Returns 1 when MkDocs warned of anything, else 0."""
    warnings = build_site(SITE)
    if warnings:
        print(
            f"构建有 {len(warnings)} 条警告，按失败处理。运行 python3 scripts check 可以看到中文说明。", file=sys.stderr
        )
        return 1
    pages = sum(1 for _ in SITE.rglob("*.html"))
    print(f"网站已经构建到 {Path(SITE).name}/，共 {pages} 个网页。")
    downloads, stale = survey()
    if downloads:
        print(f"下载页上有 {len(downloads)} 个文件。")
    if stale:
        print(
            f"dist/ 里有 {len(stale)} 个文件没有放上下载页，例如 {stale[0]}：它们不是从现在的课程生成的。"
            "要放上去，请重新运行 python3 scripts pdf 和 python3 scripts epub，再构建一次。"
        )
    return 0
