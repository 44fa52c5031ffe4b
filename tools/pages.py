"""Make docs/certifications/ from the catalogue: a page for each certification, and a list.

`python tools/pages.py` writes them; a test holds that they are fresh.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pmo_path.answers.browse import certification_view
from pmo_path.catalogue.load import load_catalogue
from pmo_path.reports import markdown_certification

TARGET = Path(__file__).resolve().parent.parent / "docs" / "certifications"


def pages() -> dict[str, str]:
    """Return every page by its file name, as of the day the catalogue was last checked."""
    catalogue = load_catalogue()
    day = date.fromisoformat(catalogue.version)
    views = [
        certification_view(catalogue, certification, day)
        for certification in catalogue.certifications
    ]
    made = {
        f"{view.certification.certification}.md": markdown_certification.certification_page(view)
        for view in views
    }
    return {**made, "README.md": markdown_certification.certification_index(views)}


def main() -> None:
    """Write the pages and remove those of no certification."""
    TARGET.mkdir(parents=True, exist_ok=True)
    made = pages()
    for old in TARGET.glob("*.md"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (TARGET / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
