"""The course as an EPUB 3 for phones, made from the same document as the PDFs.

`files` cuts a document into files of a size that phones like and leads links from one to another, `figures` fits
diagrams to readers whose theme nobody knows, `navigation` lists what is where, `xhtml` writes trees as XHTML,
`package` describes the book and packs it.
"""
