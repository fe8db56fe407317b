"""What `new` writes into the sources: templates, and the places where they go.

This is the only code that changes a chapter, the syllabus or mkdocs.yml. It adds lines and leaves every other
byte as it was.
"""
