"""The page 下载 and the links to it: true in a preview without files and on the published site."""

from __future__ import annotations

from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from checks.links import check_site
from course import Course
from hooks.downloads import NONE_HERE, PLACEHOLDER


def article(site: Path, page: str) -> HtmlElement:
    return html.parse(site / page / "index.html").getroot().find(".//article")


def links(site: Path, page: str) -> dict[str, str]:
    """Return the text of each link to a download by the file that it leads to."""
    found = {}
    for link in article(site, page).iter("a"):
        file = (site / page / link.get("href", "")).resolve()
        if file.parent.name == "downloads" and "#" not in link.get("href"):
            assert file.is_file(), link.get("href")
            found[file.name] = link.text_content()
    return found


def test_a_preview_without_files_says_how_to_make_them(site: Path) -> None:
    text = article(site, "reference/downloads").text_content()
    assert NONE_HERE in text
    assert "python3 scripts pdf" in text
    assert links(site, "reference/downloads") == {}
    assert not (site / "downloads").exists()
    assert article(site, "relationships/loyalty").find_class("downloads") == []


def test_the_published_page_lists_the_files_with_their_sizes(course: Course, published: Path) -> None:
    assert links(published, "reference/downloads") == {
        "14-loyalty-reader.pdf": "PDF，1 kB",
        "14-loyalty-paper.pdf": "PDF，2 kB",
        "book-reader-a5.pdf": "PDF，3 kB",
        "book.epub": "EPUB，4 kB",
    }
    text = article(published, "reference/downloads").text_content()
    assert NONE_HERE not in text
    assert PLACEHOLDER not in text
    assert "14 客户忠诚与客户流失" in text
    assert "13 客户满意" not in text
    assert [finding for finding in check_site(course, published) if "downloads" in finding.message] == []


def test_a_file_that_is_out_of_date_is_not_published(published: Path) -> None:
    names = sorted(file.name for file in (published / "downloads").iterdir())
    assert names == ["14-loyalty-paper.pdf", "14-loyalty-reader.pdf", "book-reader-a5.pdf", "book.epub"]


def test_a_chapter_names_its_files_on_its_first_page_only(published: Path) -> None:
    assert links(published, "relationships/loyalty") == {
        "14-loyalty-reader.pdf": "讲义",
        "14-loyalty-paper.pdf": "试卷",
    }
    for page in ("relationships/loyalty/churn", "relationships/satisfaction"):
        assert links(published, page) == {}
        assert article(published, page).find_class("downloads") == []
