"""Line ends between Chinese characters go, all others stay."""

from __future__ import annotations

import markdown
import pytest

from hooks.joined_lines import JoinedLines


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("一句。\n二句。", "<p>一句。二句。</p>"),
        ("一\n二", "<p>一二</p>"),
        ("他说：\n“好”。", "<p>他说：“好”。</p>"),
        ("**一句。**\n二句", "<p><strong>一句。</strong>二句</p>"),
        ("一句\n**二句**", "<p>一句<strong>二句</strong></p>"),
        ("[一](#a)\n[二](#b)", '<p><a href="#a">一</a><a href="#b">二</a></p>'),
        ("用 NPS\n来量", "<p>用 NPS\n来量</p>"),
        ("来量\nNPS", "<p>来量\nNPS</p>"),
        ("来量。\nNPS", "<p>来量。NPS</p>"),
        ("one\ntwo", "<p>one\ntwo</p>"),
        ("- 一\n  二\n- 三", "<ul>\n<li>一二</li>\n<li>三</li>\n</ul>"),
        ("    一\n    二", "<pre><code>一\n二\n</code></pre>"),
        ("", ""),
    ],
)
def test_joining(source: str, expected: str) -> None:
    assert markdown.markdown(source, extensions=[JoinedLines()]) == expected
