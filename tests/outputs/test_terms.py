"""Terms in running Chinese text: found without word boundaries, linked once, never inside questions or links."""

from __future__ import annotations

import pytest

from course import Term
from hooks.terms import link

TERMS = (
    Term("loyalty", "客户忠诚", (), "心里向着你。", "a.md", "a"),
    Term("programme", "客户忠诚计划", ("忠诚计划",), "积分和年卡。", "a.md", "b"),
    Term("here", "转换成本", (), "换一家的代价。", "here.md", "c"),
)


def linked(id_: str, text: str) -> str:
    return f'<a class="term" href="../glossary/#{id_}" data-term="{id_}">{text}</a>'


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<p>谈谈客户忠诚计划吧</p>", f"<p>谈谈{linked('programme', '客户忠诚计划')}吧</p>"),
        ("<p>客户忠诚和忠诚计划</p>", f"<p>{linked('loyalty', '客户忠诚')}和{linked('programme', '忠诚计划')}</p>"),
        ("<p>客户忠诚，客户忠诚</p>", f"<p>{linked('loyalty', '客户忠诚')}，客户忠诚</p>"),
        ("<p>一<strong>客户忠诚</strong>二</p>", f"<p>一<strong>{linked('loyalty', '客户忠诚')}</strong>二</p>"),
        ("<p>一<em>二</em>客户忠诚</p>", f"<p>一<em>二</em>{linked('loyalty', '客户忠诚')}</p>"),
        ("<h2>客户忠诚</h2>", "<h2>客户忠诚</h2>"),
        ('<p><a href="x">客户忠诚</a></p>', '<p><a href="x">客户忠诚</a></p>'),
        ('<section class="question"><p>客户忠诚</p></section>', '<section class="question"><p>客户忠诚</p></section>'),
        ("<p>转换成本在这一页讲</p>", "<p>转换成本在这一页讲</p>"),
        ("<p>没有术语</p>", "<p>没有术语</p>"),
    ],
)
def test_linking(content: str, expected: str) -> None:
    assert link(content, TERMS, "here.md", "../glossary/") == expected
