"""What a Word document tells of itself: title, language and day, and nobody's name."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.oxml.ns import qn


def describe(document: Document, title: str, as_of: str) -> None:
    """Set the properties of a document, which the library's template has of its own."""
    about = document.core_properties
    about.title, about.language, about.revision = title[:255], "en-GB", 1
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    about.subject = about.category = ""
    element: Any = about._element
    for moment in (*element.iter(qn("dcterms:created")), *element.iter(qn("dcterms:modified"))):
        moment.text = f"{as_of}T00:00:00Z"  # the library cannot write years before 1000
