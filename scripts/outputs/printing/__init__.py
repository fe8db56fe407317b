"""The course as documents: Markdown and model in, one semantic HTML document an edition, and the PDF made from it.

`scope` says which chapters, `markdown` renders their pages with the site's own settings, `questions` writes
questions and answers, `chapters` joins the pages of a chapter, `papers` sets its questions as a paper, `back`
makes lists and index, `document` puts an edition together. None of these knows of pages of paper: what WeasyPrint
needs is in `pdf`, `justification`, `fonts` and in the style sheets.
"""
