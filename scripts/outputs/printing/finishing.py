"""What a screen reader needs of the PDF beyond what WeasyPrint writes.

Running heads and page numbers become artifacts, which nobody reads out on every page. Header cells say what they
head. A link says where it leads in words, and prints like the page around it.
"""

from __future__ import annotations

from typing import Any

_PRINTED = 4  # the flag of annotations that belong to the printed page


def finish(document: Any, pdf: Any) -> None:
    """Finish `pdf`, pydyf's, that WeasyPrint has made of `document`: a finisher for `write_pdf`."""
    objects = {item.reference: item for item in pdf.objects}
    root = objects[pdf.catalog["StructTreeRoot"]]
    reached = _reached(root, objects)
    _set_aside(pdf, objects, objects[root["ParentTree"]]["Nums"], reached)
    pages = places(document)
    for item in pdf.objects:
        if not isinstance(item, dict):
            continue
        if item.get("S") == "/TH":
            row = objects[item["P"]]
            heads_row = objects[row["P"]]["S"] == "/TBody"
            item["A"]["Scope"] = "/Row" if heads_row else "/Column"
        elif item.get("Subtype") == "/Link":
            item["F"] = _PRINTED
            if "Dest" in item:
                item["Contents"] = type(item["Contents"])(f"第 {pages[item['Dest'].string]} 页")


def places(document: Any) -> dict[str, int]:
    """Return the page, counted from 1, on which each element with an id begins."""
    found: dict[str, int] = {}
    for number, page in enumerate(document.pages, 1):
        for name in page.anchors:  # an element over several pages is an anchor on each
            found.setdefault(name, number)
    return found


def _reached(root: Any, objects: dict[bytes, Any]) -> set[bytes]:
    """Return the references of all elements of the structure tree."""
    reached: set[bytes] = set()
    left = list(root["K"])
    while left:
        reference = left.pop()
        if isinstance(reference, bytes) and reference not in reached:
            reached.add(reference)
            left += objects[reference].get("K", ())
    return reached


def _set_aside(pdf: Any, objects: dict[bytes, Any], numbers: list[Any], reached: set[bytes]) -> None:
    """Mark what WeasyPrint leaves out of the structure tree, the margins of each page, as artifacts."""
    for place, page in enumerate(pdf.page_references):
        owners = numbers[2 * place + 1]
        outside = {i for i, owner in enumerate(owners) if owner not in reached}
        stream = objects[objects[page]["Contents"]].stream
        for i in outside:
            owners[i] = b"null"
        for i, operand in enumerate(stream):
            if isinstance(operand, dict) and operand.get("MCID") in outside:  # /Span <</MCID 1>> BDC
                stream[i - 1 : i + 2] = [b"/Artifact", b"", b"BMC"]
