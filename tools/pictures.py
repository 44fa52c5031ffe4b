"""Make docs/pictures/, what the README shows, from real runs of the program.

`python tools/pictures.py` writes them. A test checks that the SVG files are fresh; the pages of the
report and of a team's summary are PNG, made if a Chromium is installed and else left as they are.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import pexpect  # type: ignore[import-untyped]
import pyte  # type: ignore[import-untyped]
from markupsafe import escape
from pyte.screens import Char  # type: ignore[import-untyped]

from pmo_path.reports.svg.shapes import number

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "pictures"
DAY = ("--as-of", "2026-11-22")
ADVISE = ("advise", "--role", "PMO analyst", "--pmo-type", "tactical", *DAY)
ASK = ("ask", "--plain", "--holds", "none", *DAY)
REPLIES = ("PMO analyst", "?", "2")  # then Enter until the menu
FINISH = b"finish"  # a row of the menu, and the reply that takes it
PROMPT = "\r\n> "
COLUMNS, ROWS = 80, 400
WIDTH, LINE, SIZE, PAD, BAR = (
    8.4,
    19.0,
    14.0,
    18.0,
    34.0,
)  # of a letter; of a line; of the font; around; of the head
COLOURS = {"red": "#ff9a9a", "magenta": "#e6b0ff", "green": "#93e093"}
TYPED = ' fill="#8cc2ff" font-weight="bold"'
HEIGHT = 1200  # of a page, at most
FONT = "Liberation Mono, DejaVu Sans Mono, Menlo, Consolas, monospace"

Row = list[Char]


def pictures() -> dict[str, str]:
    """Return every picture that is text, by the name of its file."""
    with tempfile.TemporaryDirectory() as home:
        asked = screen(ASK, home, REPLIES)
        answer = next(
            place for place, row in enumerate(asked) if words(row).startswith("Next step:")
        )
        return {
            "map.svg": run(
                ["map", str(ROOT / "examples" / "analyst.yaml"), "--format", "svg", *DAY], home
            ),
            "advise.svg": terminal("pmo-path advise", shown(ADVISE), screen(ADVISE, home)),
            "ask.svg": terminal("pmo-path ask", shown(ASK), asked[: asked.index([], answer)]),
        }


def environment(home: str) -> dict[str, str]:
    """Return an environment in which nothing personal changes what is shown."""
    kept = {
        key: value
        for key, value in os.environ.items()
        if key not in ("COLUMNS", "LINES", "NO_COLOR")
    }
    return {
        **kept,
        "HOME": home,
        "XDG_STATE_HOME": home,
        "XDG_CACHE_HOME": home,
        "TERM": "xterm-256color",
    }


def run(args: Sequence[str], home: str) -> str:
    """Return what the program prints."""
    command = [sys.executable, "-m", "pmo_path", *args]
    return subprocess.run(
        command, env=environment(home), capture_output=True, check=True
    ).stdout.decode("utf-8")


def screen(args: Sequence[str], home: str, replies: Sequence[str] = ()) -> list[Row]:
    """Return what stands on a terminal after a run in which each question was replied to."""
    child = pexpect.spawn(
        sys.executable,
        ["-m", "pmo_path", *args],
        env=environment(home),
        dimensions=(ROWS, COLUMNS),
        timeout=60,
    )
    child.delaybeforesend = None
    output, left = b"", list(replies)
    while child.expect_exact([PROMPT.encode(), pexpect.EOF]) == 0:
        output += child.before + PROMPT.encode()
        at_end = FINISH in child.before
        child.sendline(left.pop(0) if left else FINISH if at_end else "")
    shown = pyte.Screen(COLUMNS, ROWS)
    pyte.ByteStream(shown).feed(output + child.before)
    child.close()
    assert child.exitstatus == 0, child.before
    rows = [[shown.buffer[line][column] for column in range(COLUMNS)] for line in range(ROWS)]
    rows = [row[: len(words(row).rstrip())] for row in rows]
    while rows and not rows[-1]:
        rows.pop()
    return rows


def words(row: Row) -> str:
    """Return what stands in a row, without how it looks."""
    return "".join(letter.data for letter in row)


def shown(args: Sequence[str]) -> str:
    """Return a command as it is typed."""
    return " ".join(
        ("pmo-path", *(f'"{argument}"' if " " in argument else argument for argument in args))
    )


def terminal(title: str, command: str, answer: Sequence[Row]) -> str:
    """Return a terminal window with a command and what it shows as SVG, in columns in any font."""
    rows = [[Char(letter) for letter in f"$ {command}"], *answer]
    said = " ".join(" ".join(map(words, rows)).split())
    width, height = COLUMNS * WIDTH + 2 * PAD, BAR + len(rows) * LINE + PAD
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" '
        f'xml:lang="en" viewBox="0 0 {number(width)} {number(height)}" '
        f'width="{number(width)}" height="{number(height)}">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="desc">{escape(said)}</desc>',
        f'<rect width="{number(width)}" height="{number(height)}" rx="10" fill="#14171b"/>',
        *(
            f'<circle cx="{number(PAD + 4 + 18 * place)}" cy="17" r="5" fill="#475162"/>'
            for place in range(3)
        ),
        f'<g font-family="{FONT}" font-size="{number(SIZE)}" fill="#e7ebf1">',
    ]
    for place, row in enumerate(rows):
        for column, text, look in runs(row):
            parts.append(
                f'<text x="{number(PAD + column * WIDTH)}" y="{number(BAR + place * LINE + SIZE)}" '
                f'textLength="{number(len(text) * WIDTH)}"{look}>{escape(text)}</text>'
            )
    return "\n".join([*parts, "</g>", "</svg>", ""])


def runs(row: Row) -> Iterator[tuple[int, str, str]]:
    """Yield what looks alike in a row: its column, its words, and how they look in SVG.

    Two spaces part them too: SVG would draw one.
    """
    typed = words(row).startswith(("$ ", "> "))
    column = 0
    for look, letters in groupby(row, lambda letter: TYPED if typed else look_of(letter)):
        text = "".join(letter.data for letter in letters)
        for part in re.finditer(r"\S+(?: \S+)*", text):
            yield column + part.start(), part[0], look
        column += len(text)


def look_of(letter: Char) -> str:
    """Return how a letter of a terminal looks in SVG."""
    fill = f' fill="{COLOURS[letter.fg]}"' if letter.fg != "default" else ""
    weight = ' font-weight="bold"' if letter.bold else ""
    line = ' text-decoration="underline"' if letter.underscore else ""
    return fill + weight + line


def pages() -> None:
    """Write the first page of a report, and of a team's summary, as pictures."""
    from playwright.sync_api import sync_playwright

    program = next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    if program is None:
        print("no Chromium is installed: *.png stay as they are", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as home, sync_playwright() as play:
        person = str(ROOT / "examples" / "head-of-enterprise-pmo.yaml")
        team = str(ROOT / "examples" / "team-of-12.csv")
        report, summary = Path(home) / "report.html", Path(home) / "team" / "summary.html"
        run(["report", person, "-o", str(report), "--mentor", "Ann Smith", *DAY], home)
        run(["report", team, "-o", str(summary.parent), *DAY], home)
        browser = play.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        for page, most, scale in ((report, HEIGHT, 0.9), (summary, HEIGHT + 300, 0.9)):
            shot = browser.new_page(
                viewport={"width": 960, "height": most}, device_scale_factor=scale
            )
            shot.goto(page.as_uri())
            tops = shot.evaluate(
                "[...document.querySelectorAll('h2')].map(one => one.getBoundingClientRect().top)"
            )
            second = shot.evaluate(
                "document.querySelector('section.page')?.getBoundingClientRect().top"
            )
            # Page one as on paper, or as many whole sections as are high enough.
            height = second or max(top for top in tops if top <= most)
            clip = {"x": 0, "y": 0, "width": 960, "height": height - 4}
            shot.screenshot(path=TARGET / f"{page.stem}.png", clip=clip, full_page=True)
        browser.close()


def main() -> None:
    """Write the pictures."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, text in pictures().items():
        (TARGET / name).write_text(text, encoding="utf-8")
    pages()


if __name__ == "__main__":
    main()
