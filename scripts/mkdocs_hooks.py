"""What the course adds to a build, event by event.

- on_startup remembers whether a person is editing (`serve`) or the site is being built.
- on_config adds the course's own Markdown extension and diagram fence.
- on_pre_build reads the course's model, once a build, and teaches the search its terms.
- on_files adds the lists of questions and the glossary as JSON, which the reader's browser asks for, the files to
  download, and a page at every address that a page has left.
- on_page_markdown, before mkdocs-quiz, keeps the plugin off pages without quizzes, prepares open questions
  fills in the outline on the home page and the lists on the reference pages, and names the chapter's downloads.
- on_page_content, after mkdocs-quiz, gives questions the course's own markup, links
  terms to the glossary and corrections to their list, keeps the places of ids that have moved, and draws the
  diagrams.
- on_post_page and on_post_template finish the document: its language and its content security policy.

The work is done in `hooks/`; this file only says when.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_relative_url

from course import Course
from hooks import diagrams, disputes, document, downloads, outline, questions, redirects, search_terms, terms
from hooks.joined_lines import JoinedLines
from outputs import reference
from outputs.course_index import course_index
from outputs.downloads import survey
from outputs.traditional import simplified_of

GLOSSARY = "reference/glossary/"
ERRATA = "reference/errata/"

_state: dict[str, Any] = {"serving": False}


def on_startup(command: str, **_: Any) -> None:
    _state["serving"] = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    config.markdown_extensions.append(JoinedLines())  # type: ignore[arg-type]  # Markdown takes instances too
    fences = config.mdx_configs.setdefault("pymdownx.superfences", {})
    fences["custom_fences"] = [diagrams.custom_fence()]


def on_pre_build(config: MkDocsConfig) -> None:
    try:
        course = Course.load(Path(config.docs_dir))
    except (ValueError, OSError) as error:
        raise PluginError(f"docs/{error}") from error
    _state["course"] = course
    _state["downloads"], _ = survey()
    search_terms.teach(course)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    def url_of(path: str) -> str:
        file = files.get_file_from_path(path)
        return file.url if file else ""

    _state["url_of"] = url_of
    made = {**course_index(_course(), url_of), **dict(redirects.stubs(_course(), config, url_of))}
    for path, content in made.items():
        files.append(File.generated(config, path, content=content))
    traditional = simplified_of(page.text for page in _course().pages.values())
    table = json.dumps(traditional, ensure_ascii=False, separators=(",", ":"))
    files.append(File.generated(config, "assets/traditional.json", content=table))
    definitions = {term.id: term.definition for term in _course().glossary}
    glossary = json.dumps(definitions, ensure_ascii=False, separators=(",", ":"))
    files.append(File.generated(config, "assets/glossary.json", content=glossary))
    downloads.add_files(files, config, _state["downloads"])
    return files


@event_priority(100)
def on_page_markdown(markdown: str, page: MkDocsPage, files: Files, **_: Any) -> str:
    course = _course()
    source = course.pages[page.file.src_uri]
    chapter = course.chapter_of(source.path)
    if chapter:
        page.meta.update(chapter_number=chapter.number, part_title=chapter.part)
        if source.path == chapter.path:
            page.meta["downloads"] = downloads.of_chapter(chapter, _state["downloads"])
    page.meta["has_questions"] = bool(source.questions)
    page.meta["has_points"] = "<!-- list: points -->" in markdown
    if not source.quiz_blocks:
        page.meta["quiz"] = {"enabled": False}
    for waiver in source.waivers:  # they are for contributors
        markdown = markdown.replace(f"{source.lines[waiver.line - 1]}\n", "", 1)
    markdown = questions.wrap_open(markdown, source)
    try:
        markdown = reference.fill(markdown, course, source.path)
    except ValueError as error:
        raise PluginError(str(error)) from error
    markdown = downloads.insert(markdown, course, source.path, _state["downloads"])
    return outline.insert(markdown, course, page, files)


@event_priority(-100)
def on_page_content(html: str, page: MkDocsPage, **_: Any) -> str:
    source = _course().pages[page.file.src_uri]
    chapter = _course().chapter_of(source.path)
    if source.questions:
        try:
            html = questions.rewrite(html, source, chapter.slug if chapter else "")
        except ValueError as error:
            raise PluginError(str(error)) from error
    if chapter:
        html = terms.link(html, _course().glossary, source.path, get_relative_url(GLOSSARY, page.url))
        html = disputes.link_back(html, f"{get_relative_url(ERRATA, page.url)}#{chapter.slug}")
    html = redirects.mark(html, _course(), source.path, _state["url_of"])
    return diagrams.fill(html)


def on_post_page(output: str, **_: Any) -> str:
    return document.finish(output, _state["serving"])


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    if not template_name.endswith(".html"):
        return output_content
    return document.finish(output_content, _state["serving"])


def _course() -> Course:
    course: Course = _state["course"]
    return course
