"""What happens to a page while MkDocs builds it: one concern a module, called in turn by `mkdocs_hooks.py`."""
