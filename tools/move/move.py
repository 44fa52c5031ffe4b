#!/usr/bin/env python3
"""Move the modules of a checkout of pmo-path into packages: `python3 move.py CHECKOUT [--no-ruff]`.

Standard library only (and the checkout's own ruff). Works on a checkout that was not moved yet; to run again:
`git reset --hard && git clean -fd pmo_path`. It commits nothing. What it did not find, or had to guess, it lists at the end.

How: every old module is cut into top-level statements; each statement goes to its module's new home or, where SPLITS says so,
elsewhere; private helpers follow their only user. What the pieces need is imported in OLD terms. Then one rewriter turns
old terms into new ones, everywhere: imports, attributes of imported modules, dotted names and paths in strings, comments, docs.
"""

from __future__ import annotations

import ast
import builtins
import fnmatch
import io
import re
import subprocess
import sys
import textwrap
import tokenize
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
PKG = "pmo_path"

# ======================================================================================
# The table
# ======================================================================================

# Old module -> new module, both below pmo_path. A module that stays where it is has no row.
MOVES = {
    "source": "core.documents",
    "errors": "core.errors",
    "filenames": "core.filenames",
    "digests": "core.digests",
    "codes": "core.iso_codes",
    "json_places": "core.json_positions",
    "frozen": "core.frozen",
    "values": "core.scalars",
    "layout": "core.wrapping",
    "output": "system.output",
    "places": "system.user_dirs",
    "facts": "profile.facts",
    "reading": "profile.parse",
    "profile": "profile.profile",
    "sheets": "profile.readers.csv",
    "records": "profile.readers.jsonl",
    "evaluation": "conditions.evaluate",
    "reasons": "conditions.sufficient_reasons",
    "conditions": "conditions.syntax",
    "advice": "contract.advice",
    "views": "contract.catalogue",
    "cohort_views": "contract.cohort",
    "schemas": "contract.json_schema",
    "words": "messages.en.advice",
    "cohort_labels": "messages.en.cohort",
    "labels": "messages.en.documents",
    "captions": "messages.en.map",
    "phrases": "messages.phrases",
    "knowledge": "model.catalogue",
    "models": "model.certifications",
    "fields": "model.field_types",
    "offices": "model.roles",
    "guidance": "model.rules",
    "holdings": "engine.award_validity",
    "levels": "engine.career_level",
    "decision": "engine.decision",
    "classes": "engine.equivalence",
    "order": "engine.ranking",
    "routes": "engine.route_planning",
    "case": "engine.situation",
    "trials": "engine.what_if",
    "catalogue.relations": "catalogue.integrity",
    "catalogue.draft": "catalogue.link",
    "catalogue.checks": "catalogue.lint.checks",
    "catalogue.requirement_checks": "catalogue.lint.requirements",
    "catalogue.people": "catalogue.lint.sample_profiles",
    "catalogue.examples": "catalogue.rule_examples",
    "engine": "answers.advise",
    "looking": "answers.browse",
    "limits": "answers.budget_and_time",
    "snapshots": "answers.catalogue_views",
    "cautions": "answers.cautions",
    "cohort": "answers.cohort",
    "changes": "answers.counterfactuals",
    "beyond": "answers.development",
    "explanation": "answers.explain",
    "terms": "answers.glossary",
    "mapping": "answers.level_map",
    "missing": "answers.missing_facts",
    "steps": "answers.route_steps",
    "verdicts": "answers.verdict_reasons",
    "prompts": "interview.loop",
    "talk": "interview.presentation",
    "questionnaire": "interview.question_selection",
    "replies": "interview.reply_parser",
    "interview": "interview.state",
    "standing": "interview.status",
    "blocks": "reports.blocks",
    "cohort_document": "reports.cohort_report",
    "columns": "reports.csv_columns",
    "escaping": "reports.escaping",
    "reports.html": "reports.html.page",
    "reports.style": "reports.html.stylesheet",
    "reports.page": "reports.markdown_certification",
    "reports.pdf": "reports.pdf.compile",
    "reports.typst": "reports.pdf.typst_markup",
    "reports.paper": "reports.pdf.typst_template",
    "document": "reports.person_report",
    "sections": "reports.sections",
    "ways": "reports.svg.arrow_routing",
    "chart": "reports.svg.bar_chart",
    "widths": "reports.svg.font_widths",
    "drawing": "reports.svg.map_drawing",
    "reports.svg": "reports.svg.map_file",
    "picture": "reports.svg.map_layout",
    "shapes": "reports.svg.shapes",
    "lettering": "reports.svg.text_metrics",
    "reports.looks": "reports.text_catalogue",
    "reports.map": "reports.text_map",
    "app": "cli.app",
    "batch": "cli.batch_run",
    "advising": "cli.advising",  # goes with `straight`: apart, because `cli.commands.advise` needs typer
    "cli_advise": "cli.commands.advise",
    "cli_ask": "cli.commands.ask",
    "cli_batch": "cli.commands.batch",
    "cli_catalogue": "cli.commands.catalogue",
    "cli_explain": "cli.commands.explain",
    "cli_map": "cli.commands.map",
    "cli_report": "cli.commands.report",
    "cli_cohort": "cli.commands.report_many",
    "completion": "cli.completion",
    "straight": "cli.straight",
    "gathering": "cli.find_profiles",
    "cli": "cli.main",
    "options": "cli.profile_options",
    "progress": "cli.progress",
    "arrows": "cli.prompts.arrow_keys",
    "lines": "cli.prompts.plain",
    "sessions": "cli.saved_interview",
    "parameters": "cli.shared_options",
}

# Modules that are being written while this is; no word is lost about those that are not there.
LATELY = {
    "yaml_events": "core.yaml_events",
    "vocabulary": "profile.vocabulary",
    "age_words": "messages.en.age",
    "ages": "answers.fact_age",
    "awards": "answers.held_awards",
    "grounds": "answers.entry_grounds",
    "career_words": "messages.en.career",
    "level_signs": "engine.level_signs",
    "climbing": "engine.climbing",
    "aims": "answers.aims",
    "fact_row": "profile.fact_row",
    "meanings": "profile.meanings",
    "held_labels": "messages.en.holdings",
    "holding_cautions": "answers.holding_cautions",
}
MOVES |= LATELY

# Known to stay where they are.
STAY = (
    "__init__ __main__ catalogue.__init__ catalogue.build catalogue.cache catalogue.compiled catalogue.completeness "
    "catalogue.load reports.__init__ reports.json reports.markdown reports.text"
).split()

# Dissolved: every symbol goes elsewhere by SPLITS; what SPLITS does not name goes to the module named here, and is listed.
DISSOLVED = {"answers": "contract.catalogue", "commands": "cli.inputs"}

# Old module -> new module -> symbols that go there instead.
SPLITS = {
    "values": {"core.text": "plain_name printable inert", "core.errors": "BadValueError"},
    "output": {"cli.error_boundary": "report problem_lines"},
    "reading": {
        "core.suggest": "did_you_mean suggest",
        "profile.vocabulary": "Names exact fixed_names",
    },
    "vocabulary": {"core.suggest": "did_you_mean suggest"},
    "ages": {
        "messages.phrases": "cost_ground with_age undated"
    },  # no catalogue is needed for these, and `messages` knows none
    "evaluation": {"conditions.facts": "Facts", "conditions.partitions": "cells representatives"},
    "conditions": {
        "conditions.parse": "parse to_data",
        "conditions.inspect": "leaves facts_read certifications_read members_read published must_hold",
    },
    "advice": {"contract.to_json": "plain LEAVES"},
    "answers": {
        "contract.explanation": "Explanation RequirementView",
        "contract.catalogue": "TimelineEntry Listing CertificationView ConflictView TermView Comparison ComparedRow",
        "contract.map": "MapView MapRow MapEntry Sign",
        "contract.report": "Mentor Report",
    },
    "words": {
        "messages.en.advice": "_WORDS",
        "messages.catalog": "say codes",
        "messages.grammar": "join counted people_words long_date",
        "messages.phrases": "mark_words type_words",
    },
    "prompts": {"system.terminal": "is_terminal has_cursor"},  # the interview is pure
    "talk": {"messages.en.interview": "TALK", "messages.catalog": "talk"},
    "knowledge": {
        "model.on_day": "Day on_day",
        "model.history": "in_force within current editions D",
    },
    "snapshots": {"answers.citations": "cited source_view CONFIDENCES"},
    "reports.json": {"core.json_text": "dump line", "contract.to_json": "problem_data error_data"},
    "sessions": {"profile.dump": "profile_text"},
    "commands": {
        "core.errors": "usage",  # the boundary and the inputs both raise it, and need each other's else
        "cli.error_boundary": "guarded input_problem",
        "cli.inputs": "name_of read_bytes reading read load day_of certification_id",
        "cli.outputs": "chosen emit show Show",
    },
}

# Renamed because they are used from another module now: (old module, symbol) -> new name.
RENAMED = {("words", "_WORDS"): "SENTENCES"}

# Docstrings: of packages, of modules that are new, and of those that lose what theirs was about.
PACKAGES = {
    "core": "Knows no domain: errors, small values, text, documents with positions.",
    "system": "The doors to the machine: streams, files, the user's directories.",
    "profile": "What is known of a person: the table of facts, and reading and writing them.",
    "profile.readers": "Many profiles from one file, one at a time.",
    "conditions": "Conditions over facts as data: met, not met or unknown, and why.",
    "contract": "The public JSON, as types.",
    "messages": "Every sentence for people, by code.",
    "messages.en": "The sentences in English.",
    "model": "What a catalogue is.",
    "engine": "One person on one day: situation, routes, ranks, decision.",
    "catalogue.lint": "Checks of a valid catalogue.",
    "answers": "What is answered: codes and values, no layout.",
    "interview": "Questions while answers can change the advice.",
    "reports.html": "Reports as HTML.",
    "reports.pdf": "Reports as PDF.",
    "reports.svg": "Pictures as SVG.",
    "cli": "The program on the command line.",
    "cli.commands": "A command each.",
    "cli.prompts": "Ways to ask a question on a terminal.",
}
DOCSTRINGS = {
    "core.text": "Compare names; make free text harmless.",
    "core.suggest": "Hints that name close words.",
    "core.json_text": "JSON text: the same data gives the same bytes.",
    "profile.vocabulary": "The words that a catalogue knows, each plain spelling with its id.",
    "profile.dump": "Write a profile as a file that `profile.parse` reads back.",
    "conditions.syntax": (
        "Conditions as data; `conditions.evaluate` answers them.\n\n"
        'A condition is never code: `all`, `any`, `not`, "n of", `holds`, one comparison a leaf.\n'
    ),
    "conditions.parse": "Parse a condition from plain data, and print it back.",
    "conditions.inspect": "What a condition reads, names and always needs.",
    "conditions.facts": "Facts, for conditions: each is the set of values that it may have.",
    "conditions.partitions": "One representative of each cell between the thresholds that a condition compares.",
    "contract.advice": (
        "Advice: the one object that every report receives, and its parts.\n\n"
        "The shape is the contract's: `to_json.plain` gives exactly the members of `advise --json`. What the\n"
        "world does not publish is an Unknown with whom to ask, never null or empty.\n"
    ),
    "contract.to_json": "Answers and errors as the plain data that JSON shows.",
    "contract.catalogue": "Certifications, facts and sources, as every answer and `catalogue` show them.",
    "contract.explanation": "Why, why not, and what would change it.",
    "contract.map": "The map: levels, bodies and certifications, with what they are to a person.",
    "contract.report": "The report of one person: an advice with what the mentor adds.",
    "messages.catalog": "A sentence by its code, with its values filled in.",
    "messages.grammar": "Lists, counted nouns and dates, as people write them.",
    "messages.en.advice": "Every sentence that a person reads in an advice, once.",
    "messages.en.interview": "Every sentence of the interview, once.",
    "model.catalogue": "The catalogue as a whole: everything that was read.",
    "model.on_day": (
        "What the catalogue says on one day.\n\n"
        "Which certification is in force, under which name and owner, by which entry rules and advice.\n"
    ),
    "model.history": "The entries of a history that are in force on a day.",
    "answers.citations": "The sources that the parts of an answer name.",
    "answers.catalogue_views": "Certifications and their facts as reports show them on a day.",
    "interview.presentation": "How a question, its choices and where the interview stands are put into words.",
    "reports.json": "An answer as JSON.",
    "system.terminal": "What the terminal is able to.",
    "system.output": "The only writer: standard output, standard error, and files that are whole or not there.",
    "cli.error_boundary": "The one error boundary: every failure ends with the contract's exit code and a located message.",
    "cli.inputs": (
        "What every command reads: profile, catalogue and day.\n\n"
        "What advising needs is imported where it is used: help and completion do without.\n"
    ),
    "cli.outputs": "The format that was asked for, and writing an answer in it.",
    "cli.saved_interview": "Interviews kept on disk: the one place that knows where, and in what form.",
}

# Replaced as a whole, by files beside this program: (path, what must not have changed for that to be right).
REPLACED = {"tests/test_architecture.py": "test_architecture.py.txt"}
# In these, backticked words that are names of old modules are names of modules.
BARE_WORDS = (
    "docs/architecture.md",
    "docs/mutation.md",
    "docs/decisions/0004-speed.md",
    "docs/decisions/0005-the-interview.md",
)
COMMANDS = ("batch",)  # but not these, which are commands too
# Made by programs, or history: left alone.
LEFT = ("docs/guarantees.md", "docs/certifications/*", "CHANGELOG.md")

# Text edits, after all else: (file as it is called after the move, text, new text).
EDITS = (
    ("pmo_path/cli/app.py", '"pmo_path.cli_{name}"', '"pmo_path.cli.commands.{name}"'),
    ("pmo_path/cli/app.py", "its module `cli_NAME` calls", "its module `commands.NAME` calls"),
    ("tools/widths.py", '"pmo_path" / "widths.py"', '"pmo_path" / "reports" / "svg" / "font_widths.py"'),
    (
        "CONTRIBUTING.md",
        "talk of the interview in `interview/loop.py`",
        "talk of the interview in `messages/en/interview.py`",
    ),
    (
        "CONTRIBUTING.md",
        "In `conditions/syntax.py`: a case in `_entry` or `_leaf` (parse), in `to_data`\n(print), and, for a new kind of node, in `leaves` and `must_hold`. In `conditions/evaluate.py`: a case in\n`kleene`, and thresholds in `representatives`.",
        "In `conditions/parse.py`: a case in `_entry` or `_leaf` (parse) and in `to_data` (print); for a new kind of\nnode, in `leaves` and `must_hold` (`conditions/inspect.py`). In `conditions/evaluate.py`: a case in `kleene`, and thresholds in\n`representatives` (`conditions/partitions.py`).",
    ),
    (
        "CONTRIBUTING.md",
        "- A module imports only from layers below its own. A new module gets a place in `LAYERS` of\n  `tests/test_architecture.py` and in the table of `docs/architecture.md`.",
        "- A package imports only from those below it: the table in `docs/architecture.md`. A new module goes into the package\n  that it is about.",
    ),
    (
        "CONTRIBUTING.md",
        "| the layers, what stays pure, and how long files and functions may be |",
        "| what stays pure, what an import loads, and how long files and functions may be |",
    ),
    (
        "docs/architecture.md",
        "`conditions/syntax.py` (parse, print) and `conditions/evaluate.py` (answer)",
        "`conditions.parse` (parse, print) and `conditions.evaluate` (answer)",
    ),
    (
        "docs/architecture.md",
        "a dataclass in `contract.catalogue` and a row in",
        "a dataclass in `contract` and a row in",
    ),
    (
        "docs/architecture.md",
        "a module `cli_NAME`, and its name in",
        "a module `cli/commands/NAME.py`, and its name in",
    ),
)

# ======================================================================================
# The program
# ======================================================================================

notes: dict[str, list[str]] = defaultdict(list)


def note(kind: str, what: str) -> None:
    if what not in notes[kind]:
        notes[kind].append(what)


def path_of(root: Path, module: str) -> Path:
    return root / PKG / (module.replace(".", "/") + ".py")


def is_type_checking(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def is_import(node: ast.stmt) -> bool:
    return isinstance(node, ast.Import | ast.ImportFrom)


def defined_by(node: ast.stmt) -> list[str]:
    """The names that a top-level statement defines."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.Assign):
        return [
            name.id
            for target in node.targets
            for name in ast.walk(target)
            if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)
        ]
    if isinstance(node, ast.AnnAssign | ast.AugAssign) and isinstance(node.target, ast.Name):
        return [node.target.id]
    if isinstance(node, ast.If | ast.For | ast.Try | ast.With):
        return [name for part in ast.iter_child_nodes(node) if isinstance(part, ast.stmt) for name in defined_by(part)]
    return []


def used_in(node: ast.AST) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


class Module:
    """An old module, cut into statements."""

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self.text = path.read_text("utf-8")
        self.tree = ast.parse(self.text)
        lines = self.text.splitlines(keepends=True)
        self.doc: str | None = None
        self.imports: list[tuple[str, str, bool]] = []  # bound name, statement that binds it alone, for types only
        self.type_line = "if TYPE_CHECKING:"
        self.pieces: list[tuple[ast.stmt, str]] = []
        end = 0
        for place, node in enumerate(self.tree.body):
            start = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))])
            text, end_before = "".join(lines[end : node.end_lineno]), end
            end = node.end_lineno or 0
            if place == 0 and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                self.doc = "".join(lines[node.lineno - 1 : end])
            elif isinstance(node, ast.ImportFrom) and node.module == "__future__":
                pass
            elif is_import(node):
                self._imported(node, False)
            elif is_type_checking(node) and all(map(is_import, node.body)) and not node.orelse:  # type: ignore[attr-defined]
                self.type_line = lines[node.lineno - 1].rstrip()
                for one in node.body:  # type: ignore[attr-defined]
                    self._imported(one, True)
            else:
                self.pieces.append((node, text))
            leading = "".join(lines[end_before : start - 1]).strip()
            if leading and (is_import(node) or is_type_checking(node)):
                note("comments before imports, lost where the module is put together anew", f"{name}: {leading}")
        self.defined = {one: place for place, (node, _) in enumerate(self.pieces) for one in reversed(defined_by(node))}

    def _imported(self, node: ast.stmt, types: bool) -> None:
        for alias in node.names:  # type: ignore[attr-defined]
            as_ = f" as {alias.asname}" if alias.asname else ""
            if isinstance(node, ast.ImportFrom):
                self.imports.append((alias.asname or alias.name, f"from {node.module} import {alias.name}{as_}", types))
            else:
                self.imports.append((alias.asname or alias.name.split(".")[0], f"import {alias.name}{as_}", types))

    def origin(self, name: str) -> tuple[str, str] | None:
        """The old module and name that a name imported here comes from, if from the package."""
        for bound, statement, _ in self.imports:
            match = re.fullmatch(rf"from {PKG}\.([\w.]+) import (\w+)(?: as \w+)?", statement)
            if bound == name and match:
                return match[1], match[2]
        return None


# From the ground up.
ROWS = (
    "core",
    "profile",
    "conditions contract",
    "model messages",
    "engine",
    "answers",
    "reports system",
    "catalogue interview",
    "cli",
)


def rank(module: str) -> int:
    """The row of the package of a new module; of what stands at the root, the lowest."""
    return next((place for place, row in enumerate(ROWS) if module.partition(".")[0] in row.split()), 0)


class Plan:
    """Where everything goes."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.old: dict[str, Module] = {}
        for path in sorted((root / PKG).rglob("*.py")):
            name = ".".join(path.relative_to(root / PKG).with_suffix("").parts)
            self.old[name] = Module(name, path)
        self.packages = {name.removesuffix(".__init__") for name in self.old if name.endswith(".__init__")}
        for name in [*MOVES, *SPLITS, *DISSOLVED, *STAY]:
            if name not in self.old and name not in LATELY:
                note("modules of the table that are not there", name)
        self.home = {name: MOVES.get(name, name) for name in self.old if name not in DISSOLVED}
        self._unknown()
        self.symbol: dict[tuple[str, str], str] = {}
        self.parts: dict[str, list[tuple[str, list[int]]]] = defaultdict(list)  # new module -> (old module, pieces)
        for name in self.old:
            self._split(name)

    def _unknown(self) -> None:
        """Give a module that the table does not know a place beside those that import it."""
        known = {*MOVES, *STAY, *DISSOLVED}
        for name in sorted(set(self.old) - known):
            if name.startswith(("catalogue.", "reports.")):
                note("modules the table does not know", f"{name}: stays")
                continue
            if name.startswith("cli_"):
                self.home[name] = f"cli.commands.{name.removeprefix('cli_')}"
                note("modules the table does not know", f"{name}: {self.home[name]}")
                continue
            users = {
                self.home.get(other) or DISSOLVED[other]
                for other, module in self.old.items()
                if other != name
                and re.search(rf"from {PKG}(\.{name} import|  *import .*\b{name}\b)", module.text)
                and (other in self.home or other in DISSOLVED)
            }
            uses = {
                self.home[match[1]]
                for match in re.finditer(rf"from {PKG}\.([\w.]+) import", self.old[name].text)
                if match[1] in self.home
            }
            floor = max((rank(one) for one in uses if "." in one), default=0)
            if len({one.partition(".")[0] for one in uses if "." in one and rank(one) == floor}) > 1:
                floor += 1  # packages of one row do not know each other
            above = sorted((rank(one), one.rpartition(".")[0]) for one in users if "." in one and rank(one) >= floor)
            place = above[0][1] if above else ROWS[floor].split()[0]
            self.home[name] = f"{place}.{name}"
            note(
                "modules the table does not know",
                f"{name}: {self.home[name]} (used by {', '.join(sorted(users)) or 'none'}; uses {', '.join(sorted(uses)) or 'none'})",
            )

    def _split(self, name: str) -> None:
        module = self.old[name]
        listed = {symbol: new for new, symbols in SPLITS.get(name, {}).items() for symbol in symbols.split()}
        for symbol in listed:
            if symbol not in module.defined and not module.origin(symbol):
                note("symbols of the table that are not there", f"{name}.{symbol}")
        main = self.home.get(name) or DISSOLVED[name]
        where: list[str | None] = [None] * len(module.pieces)
        names = [defined_by(node) for node, _ in module.pieces]
        for place, (node, _) in enumerate(module.pieces):
            first = names[place][0] if names[place] else ""
            if (
                isinstance(node, ast.AugAssign | ast.For | ast.If)
                and first in module.defined
                and module.defined[first] != place
            ):
                continue  # goes with what it changes
            if first in listed:
                where[place] = listed[first]
            elif not first.startswith("_") or first.startswith("__") or not listed:
                where[place] = main
                if listed and name in DISSOLVED:
                    note("symbols of dissolved modules that the table does not name", f"{name}.{first} -> {main}")
        uses = [used_in(node) for node, _ in module.pieces]

        def ends(place: int, seen: frozenset[int] = frozenset()) -> set[str]:
            """The modules of those that use a private helper, by other helpers too."""
            found: set[str] = set()
            for other in range(len(module.pieces)):
                if other != place and other not in seen and uses[other] & set(names[place]):
                    known = where[other]
                    found |= {known} if known else ends(other, seen | {place})
            return found

        decided = {
            place: ends(place)
            for place, known in enumerate(where)
            if known is None and names[place] and module.defined.get(names[place][0]) == place
        }
        for place, found in decided.items():
            where[place] = found.pop() if len(found) == 1 else main
            if len(found) > 1:
                note(
                    "private names that several new modules use",
                    f"{name}.{names[place][0]} stays in {main}; also {', '.join(sorted(found))}",
                )
        for place, known in enumerate(where):
            if known is None:
                where[place] = where[module.defined[names[place][0]]] if names[place] else main
        for place, found_names in enumerate(names):
            for one in found_names:
                self.symbol.setdefault((name, one), where[place] or main)
        for new in dict.fromkeys([main, *SPLITS.get(name, {}), *(one for one in where if one)]):
            mine = [place for place, one in enumerate(where) if one == new]
            if mine or (new == main and name in self.home):
                if new == main and name in self.home:
                    self.parts[new].insert(0, (name, mine))
                else:
                    self.parts[new].append((name, mine))

    def resolve(self, module: str, name: str) -> tuple[str, str]:
        """The new module and name of a symbol that is asked of an old module."""
        seen = set()
        while (module, name) not in self.symbol and (module, name) not in seen:
            seen.add((module, name))
            old = self.old.get(module) or self.old.get(f"{module}.__init__")
            came = old.origin(name) if old else None
            if came is None or came[0] not in self.old:
                break
            module, name = came
        if f"{module}.__init__" in self.old and module not in self.old:
            return module, name
        old = self.old.get(module)
        if (module, name) not in self.symbol and not (old and any(one == name for one, _, _ in old.imports)):
            note("symbols that no old module defines", f"{module}.{name}")
        return self.symbol.get((module, name), self.main(module)), RENAMED.get((module, name), name)

    def main(self, module: str) -> str:
        return self.home.get(module) or DISSOLVED.get(module) or module

    def whole(self, new: str) -> bool:
        """Whether a new module is one old module as it is."""
        parts = self.parts[new]
        return len(parts) == 1 and len(parts[0][1]) == len(self.old[parts[0][0]].pieces) and parts[0][0] in self.home


SECTION = re.compile(r"^# -{3,}.*\n\n?", re.MULTILINE)


def put_together(plan: Plan, new: str) -> str:
    """The text of a new module, its imports still in old terms."""
    parts = plan.parts[new]
    if plan.whole(new):
        return plan.old[parts[0][0]].text
    runtime: dict[str, None] = {}
    typed: dict[str, None] = {}
    body = []
    type_line = "if TYPE_CHECKING:"
    every = [
        one
        for name, places in parts
        for place in places
        for one in set(defined_by(plan.old[name].pieces[place][0]))
        if plan.old[name].defined[one] == place
    ]
    for one in sorted({one for one in every if every.count(one) > 1}):
        note("names that come twice into one new module", f"{one}, in {new}")
    for name, places in parts:
        module = plan.old[name]
        needed = set().union(*(used_in(module.pieces[place][0]) for place in places)) if places else set()
        own = {one for place in places for one in defined_by(module.pieces[place][0])}
        bound = set()
        for one, statement, types in module.imports:
            bound.add(one)
            if one in needed and one not in own and one != "TYPE_CHECKING":
                (typed if types else runtime)[statement] = None
                type_line = module.type_line if types else type_line
        for one in sorted(needed - own - bound):
            if one in module.defined:
                runtime[f"from {PKG}.{name} import {one}"] = None
            elif not hasattr(builtins, one) and not _local(module, places, one):
                note("names that nothing defines", f"{name}.{one}, in {new}")
        for number, place in enumerate(places):
            text = module.pieces[place][1]
            if SPLITS.get(name):
                text = SECTION.sub("", text)
            together = number and place - 1 == places[number - 1]  # as far apart as they were
            body.append(text if together and not _is_def(text) else "\n\n" + text.lstrip("\n"))
    typed = {one: None for one in typed if one not in runtime}
    first = plan.old[parts[0][0]]
    doc = DOCSTRINGS.get(new)
    if doc:
        head = f'"""{doc}"""\n'
    elif parts[0][0] in plan.home and first.doc:
        head = first.doc
    else:
        note("new modules without a docstring", new)
        head = f'"""{new}."""\n'
    lines = [head, "\nfrom __future__ import annotations\n\n"]
    if typed:
        runtime["from typing import TYPE_CHECKING"] = None
    lines += [f"{one}\n" for one in runtime]
    if typed:
        lines += [f"\n{type_line}\n", *(f"    {one}\n" for one in typed)]
    return "".join(lines) + "".join(body)


def _is_def(text: str) -> bool:
    return bool(re.search(r"^(def|class|@|async )", text, re.MULTILINE))


def _local(module: Module, places: list[int], name: str) -> bool:
    """Whether a name is bound inside the pieces: a parameter, a variable, an import."""
    for place in places:
        for part in ast.walk(module.pieces[place][0]):
            if isinstance(part, ast.arg) and part.arg == name:
                return True
            if isinstance(part, ast.Name) and part.id == name and isinstance(part.ctx, ast.Store):
                return True
            if isinstance(part, ast.alias) and (part.asname or part.name).split(".")[0] == name:
                return True
            if isinstance(part, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and part.name == name:
                return True
            if isinstance(part, ast.FunctionDef | ast.ClassDef) and part.name == name:
                return True
    return False


# --- old terms to new ones ------------------------------------------------------------


class Rewriter:
    """Turns what one Python file says of old modules into what is so now."""

    def __init__(self, plan: Plan, where: str, text: str, own: str | None) -> None:
        self.plan, self.where, self.own = plan, where, own
        self.data = text.encode()
        self.tree = ast.parse(text)
        self.starts = [0]
        for line in self.data.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))
        self.edits: list[tuple[int, int, str]] = []
        self.parents = {child: parent for parent in ast.walk(self.tree) for child in ast.iter_child_nodes(parent)}

    def at(self, line: int, column: int) -> int:
        return self.starts[line - 1] + column

    def range(self, node: ast.AST) -> tuple[int, int]:
        return self.at(node.lineno, node.col_offset), self.at(node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]

    def text(self) -> str:
        for (module, name), new in RENAMED.items():
            if self.own and self.plan.symbol.get((module, name)) == self.own and not self.rename(name, new):
                note("names that could not be renamed", f"{module}.{name}")
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom) and (node.module == PKG or (node.module or "").startswith(f"{PKG}.")):
                self.import_from(node)
            elif isinstance(node, ast.Import) and any(one.name.startswith(f"{PKG}.") for one in node.names):
                note("import statements to look at", f"{self.where}:{node.lineno} {ast.unparse(node)}")
        self.strings()
        for start, end, new in sorted(set(self.edits), reverse=True):
            self.data = self.data[:start] + new.encode() + self.data[end:]
        return self.data.decode()

    def import_from(self, node: ast.ImportFrom) -> None:
        module = (node.module or "").removeprefix(PKG).removeprefix(".")
        indent = " " * node.col_offset
        wanted: dict[str, list[str]] = defaultdict(list)
        changed = False
        for alias in node.names:
            whole = f"{module}.{alias.name}".lstrip(".")
            if whole in self.plan.old:  # a module
                for new, bound in self.module_object(node, whole, alias):
                    place, _, last = f"{PKG}.{new}".rpartition(".")
                    wanted[place].append(last if bound == last else f"{last} as {bound}")
                    changed |= (place, last, bound) != (node.module, alias.name, alias.asname or alias.name)
                changed |= not wanted
            elif module and (module in self.plan.old or f"{module}.__init__" in self.plan.old):
                new, name = self.plan.resolve(module, alias.name)
                if new == self.own:
                    changed = True
                    if alias.asname and alias.asname != name:
                        note("import statements to look at", f"{self.where}:{node.lineno} {ast.unparse(node)}")
                    continue
                as_ = f" as {alias.asname}" if alias.asname else "" if name == alias.name else f" as {alias.name}"
                if name != alias.name and not alias.asname and self.rename(alias.name, name):
                    as_ = ""
                wanted[f"{PKG}.{new}"].append(f"{name}{as_}")
                changed |= (f"{PKG}.{new}", name) != (node.module, alias.name)
            else:
                if module:
                    note("imports that are left", f"{self.where}:{node.lineno} {ast.unparse(node)}")
                wanted[node.module or ""].append(ast.unparse(alias))
        if not changed:
            return
        statements = [f"from {place} import {', '.join(names)}" for place, names in wanted.items()]
        start, end = self.range(node)
        if any(b"#" in line for line in self.data[start:end].splitlines()):
            note("comments inside imports, lost", f"{self.where}:{node.lineno}")
        self.edits.append((start, end, f"\n{indent}".join(statements) if statements else "pass"))

    def rename(self, name: str, new: str) -> bool:
        """Rename a name that is imported, wherever it is used in the file; false where something else has that name."""
        for part in ast.walk(self.tree):
            if isinstance(part, ast.Name) and part.id == new:
                return False
        for part in ast.walk(self.tree):
            if isinstance(part, ast.Name) and part.id == name:
                self.edits.append((*self.range(part), new))
        return True

    def module_object(self, node: ast.ImportFrom, module: str, alias: ast.alias) -> list[tuple[str, str]]:
        """Rewrite the uses of a module that is imported as such; return what is to be imported, and as what."""
        local = alias.asname or alias.name
        scope: ast.AST = node
        while not isinstance(scope, ast.FunctionDef | ast.Module):
            scope = self.parents[scope]
        uses = [
            part
            for part in ast.walk(scope)
            if isinstance(part, ast.Name) and part.id == local and not self.shadowed(part, local, scope)
        ]
        main = self.plan.main(module)
        targets: dict[str, list[ast.Name]] = {}
        renamed: list[tuple[ast.Attribute, str]] = []
        for use in uses:
            parent = self.parents[use]
            if isinstance(parent, ast.Attribute):
                new, name = self.plan.resolve(module, parent.attr)
                if name != parent.attr:
                    renamed.append((parent, name))
            elif (
                isinstance(parent, ast.Call)
                and use in parent.args
                and len(parent.args) > 1
                and parent.args[0] is use
                and isinstance(parent.args[1], ast.Constant)
            ):
                new, _ = self.plan.resolve(module, str(parent.args[1].value))
            else:
                new = main
            targets.setdefault(new, []).append(use)
        taken = {part.id for part in ast.walk(self.tree) if isinstance(part, ast.Name)} | {
            part.arg for part in ast.walk(self.tree) if isinstance(part, ast.arg)
        }
        taken |= {part.name for part in ast.walk(self.tree) if isinstance(part, ast.FunctionDef | ast.ClassDef)}
        taken |= {
            one.asname or one.name
            for part in ast.walk(self.tree)
            if isinstance(part, ast.Import | ast.ImportFrom)
            for one in part.names
        }
        taken = (taken | set(dir(builtins))) - {local}
        imported = []
        for new, found in (targets or {main: []}).items():
            if new == self.own:
                for use in found:
                    start, end = self.range(use)
                    self.edits.append((start, end + 1, ""))
                continue
            last = new.rpartition(".")[2]
            if last in taken:
                bound = local if new == main else new.replace(".", "_")
            else:
                bound = alias.asname if alias.asname and new == main else last
            imported.append((new, bound))
            if bound != local:
                self.edits += [(*self.range(use), bound) for use in found]
        for part, name in renamed:
            end = self.range(part)[1]
            self.edits.append((end - len(part.attr.encode()), end, name))
        return imported

    def shadowed(self, use: ast.AST, name: str, scope: ast.AST) -> bool:
        """Whether a function between a use and the scope of an import binds the name itself."""
        while use is not scope:
            use = self.parents[use]
            if use is not scope and isinstance(use, ast.FunctionDef):
                bound = {one.arg for one in ast.walk(use.args) if isinstance(one, ast.arg)}
                bound |= {
                    one.id for one in ast.walk(use) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)
                }
                if name in bound:
                    return True
        return False

    def strings(self) -> None:
        homes = self.where == f"{PKG}/__init__.py"
        covered = [(start, end) for start, end, _ in self.edits]
        for token in tokenize.tokenize(io.BytesIO(self.data).readline):
            if token.type not in (tokenize.STRING, tokenize.COMMENT):
                continue
            new = said(self.plan, token.string, bare=False)
            if (
                homes
                and token.type == tokenize.STRING
                and (match := re.fullmatch(r'"([\w.]+)\.(\w+)"', token.string))
                and match[1] in self.plan.old
            ):
                new = '"' + ".".join(self.plan.resolve(match[1], match[2])) + '"'
            if new != token.string:
                (line, column), (end_line, end_column) = token.start, token.end
                lines = self.data.splitlines(keepends=True)
                start = self.starts[line - 1] + len(lines[line - 1].decode()[:column].encode())
                end = self.starts[end_line - 1] + len(lines[end_line - 1].decode()[:end_column].encode())
                if not any(begin <= start < stop for begin, stop in covered):
                    self.edits.append((start, end, new))


FROM = re.compile(rf"from {PKG}((?:\.\w+)+) import ((?:\w+, )*\w+)")
ROOT = re.compile(rf"from {PKG} import ((?:\w+, )*\w+)")
DOTTED = re.compile(rf"(?<![\w/.]){PKG}((?:\.\w+)+)")
PATH = re.compile(rf"(?<![\w.-]){PKG}/([\w/]+)\.py\b")
TICKED = re.compile(r"`([\w/.]+)`")


def said(plan: Plan, text: str, bare: bool) -> str:
    """Text in which modules are called what they are called now."""

    def imported(match: re.Match[str]) -> str:
        module = match[1].lstrip(".")
        if module not in plan.old:
            return match[0]
        found: dict[str, list[str]] = defaultdict(list)
        for name in match[2].split(", "):
            new, called = plan.resolve(module, name)
            found[new].append(called)
        return "; ".join(f"from {PKG}.{new} import {', '.join(names)}" for new, names in found.items())

    def modules(match: re.Match[str]) -> str:
        names = match[1].split(", ")
        if not set(names) & set(plan.old):
            return match[0]
        found = []
        for name in names:
            place, _, last = f"{PKG}.{plan.main(name)}".rpartition(".") if name in plan.old else (PKG, "", name)
            found.append(f"from {place} import {last}" + ("" if last == name else f" as {name}"))
            if name in SPLITS:
                note(
                    "modules imported in strings, of which parts went elsewhere: look at the names used",
                    f"{name} in {text[:60]!r}",
                )
        return "; ".join(found)

    def dotted(match: re.Match[str]) -> str:
        name = match[1].lstrip(".")
        return f"{PKG}.{renamed(plan, name)}"

    def path(match: re.Match[str]) -> str:
        return f"{PKG}/{plan.main(match[1].replace('/', '.')).replace('.', '/')}.py"

    def ticked(match: re.Match[str]) -> str:
        word = match[1]
        if word.endswith(".py"):
            old = word.removesuffix(".py").replace("/", ".")
            return f"`{plan.main(old).replace('.', '/')}.py`" if old in plan.home or old in DISSOLVED else match[0]
        if "/" in word:
            return match[0]
        module, _, name = word.rpartition(".")
        if module in plan.old and (module, name) in plan.symbol:
            return "`" + ".".join(plan.resolve(module, name)) + "`"
        if bare and word in plan.old and word not in (*STAY, *COMMANDS):
            return f"`{plan.main(word)}`"
        if bare and module in MOVES and word not in plan.old:
            return f"`{plan.main(module)}.{name}`"  # a method
        return match[0]

    held: list[str] = []  # what is new already must not be read as old

    def hold(change):
        def put(match: re.Match[str]) -> str:
            held.append(change(match))
            return f"\0{len(held) - 1}\0"

        return put

    for pattern, change in ((FROM, imported), (ROOT, modules), (DOTTED, dotted), (PATH, path), (TICKED, ticked)):
        text = pattern.sub(hold(change), text)
    while "\0" in text:
        text = re.sub("\0(\\d+)\0", lambda match: held[int(match[1])], text)
    return text


def renamed(plan: Plan, name: str) -> str:
    """A dotted name below the package, as it is now."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        module = ".".join(parts[:length])
        if module in plan.old:
            rest = parts[length:]
            if rest and (module, rest[0]) in plan.symbol:
                new, called = plan.resolve(module, rest[0])
                return ".".join([new, called, *rest[1:]])
            return ".".join([plan.main(module), *rest])
    return name


# --- the whole ------------------------------------------------------------------------


def git(root: Path, *args: str) -> str:
    return subprocess.run(["git", "-C", str(root), *args], check=True, capture_output=True, text=True).stdout


def main() -> None:
    root = Path(sys.argv[1]).resolve()
    if (root / PKG / "core" / "__init__.py").exists():
        sys.exit("this checkout was moved already")
    plan = Plan(root)

    texts: dict[str, str] = {}  # new module -> text
    for new in plan.parts:
        where = f"{PKG}/{new.replace('.', '/')}.py"
        texts[new] = Rewriter(plan, where, put_together(plan, new), new).text()

    others: dict[Path, str] = {}
    for path in [
        *root.glob("*.py"),
        *(root / "tests").rglob("*.py"),
        *(root / "tools").rglob("*.py"),
        *(root / "benchmarks").rglob("*.py"),
    ]:
        where = str(path.relative_to(root))
        if where not in REPLACED:
            text = path.read_text("utf-8")
            others[path] = Rewriter(plan, where, text, None).text()
            if where == "tools/mutation.py":
                others[path] = mutation_table(plan, others[path])
    for path in [*root.glob("*.md"), *(root / "docs").rglob("*.md")]:
        where = str(path.relative_to(root))
        if not any(fnmatch.fnmatch(where, one) for one in LEFT):
            text = said(plan, path.read_text("utf-8"), bare=where in BARE_WORDS)
            others[path] = architecture(text) if where == "docs/architecture.md" else text
    circles({new: text for new, text in texts.items()})
    config = root / "pyproject.toml"
    others[config] = scripts(plan, config.read_text("utf-8"))

    for old, new in sorted(plan.home.items()):
        if old != new:
            path_of(root, new).parent.mkdir(parents=True, exist_ok=True)
            git(root, "mv", str(path_of(root, old)), str(path_of(root, new)))
    for old in DISSOLVED:
        if old in plan.old:
            git(root, "rm", "-q", str(path_of(root, old)))
    for package, doc in PACKAGES.items():
        place = root / PKG / package.replace(".", "/") / "__init__.py"
        place.parent.mkdir(parents=True, exist_ok=True)
        if not place.exists():
            place.write_text(f'"""{doc}"""\n', "utf-8")
    for new, text in texts.items():
        path_of(root, new).write_text(text, "utf-8")
    for path, text in others.items():
        if path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
    allowed = allowances(plan)
    for where, file in REPLACED.items():
        if (HERE / "files" / file).exists():
            (root / where).write_text(
                (HERE / "files" / file).read_text("utf-8").replace("ALLOWED_INSIDE = {}\n", allowed), "utf-8"
            )
        else:
            note("files to replace that are not there", file)
    for where, text, new in EDITS:
        path = root / where
        known = path.read_text("utf-8") if path.exists() else ""
        if known.count(text) != 1:
            note("text edits that did not fit", f"{where}: {text!r} found {known.count(text)} times")
        path.write_text(known.replace(text, new), "utf-8")
    if "--no-ruff" not in sys.argv:
        ruff = root / ".venv" / "bin" / "ruff"
        tool = str(ruff) if ruff.exists() else "ruff"
        subprocess.run(
            [tool, "check", "-q", "--fix", "--select", "I,F401,F811,PIE790", "--exit-zero", "."], cwd=root, check=False
        )
        subprocess.run([tool, "format", "-q", "."], cwd=root, check=False)
        subprocess.run([tool, "check", "."], cwd=root, check=False)
    git(
        root,
        "add",
        "-A",
        PKG,
        "tests",
        "tools",
        "benchmarks",
        "docs",
        *(str(path) for path in others if path.parent == root),
    )
    leftovers(plan, root)
    for kind, found in notes.items():
        print(f"\n{kind}:")
        for one in found:
            print(f"  {one}")
    print(f"\n{len(plan.old)} modules before, {len(list((root / PKG).rglob('*.py')))} after")


def mutation_table(plan: Plan, text: str) -> str:
    """The modules of the tools on mutation and branches, by their new paths, with all that came out of each."""
    tree = ast.parse(text)
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "MODULES":
            rows = []
            for key, value in zip(node.value.keys, node.value.values, strict=True):  # type: ignore[attr-defined]
                found: dict[str, None] = {}
                for name in value.value.split():
                    old = name.replace("/", ".")
                    homes = {new for _, new in plan.home.items() if new}
                    new = [plan.main(old), *(one for one in SPLITS.get(old, {}) if one not in homes)]
                    found |= dict.fromkeys(one.replace(".", "/") for one in new)
                    if old not in plan.old:
                        note("modules of the table that are not there", f"{name}, in tools/mutation.py")
                rows.append((key.value, list(found)))
            made = "MODULES = {\n"
            for key, names in rows:
                listed = textwrap.fill(
                    " ".join(names), 100, initial_indent=" " * 8, subsequent_indent=" " * 8, break_on_hyphens=False
                )
                made += f'    "{key}": """\n{listed}\n    """,\n'
            made += "}"
            lines = text.splitlines(keepends=True)
            after = "".join(lines[node.end_lineno :])
            text = "".join(lines[: node.lineno - 1]) + made + "\n" + after
            return text.replace("{name:15}", "{name:32}")
    note("text edits that did not fit", "tools/mutation.py: no MODULES")
    return text


def architecture(text: str) -> str:
    """The page on architecture, with packages where it named modules."""
    new = HERE / "files" / "layers.md"
    before, there, rest = text.partition("## Layers\n")
    _, then, after = rest.partition("## One profile")
    if not there or not then or not new.exists():
        note("text edits that did not fit", "docs/architecture.md: no section on layers")
        return text
    return before + new.read_text("utf-8") + "\n" + then + after


def allowances(plan: Plan) -> str:
    """Which pure module may use which library inside a function, as the test of today has it."""
    where = plan.root / "tests" / "test_architecture.py"
    try:
        found = next(
            ast.literal_eval(node.value)
            for node in ast.parse(git(plan.root, "show", "HEAD:tests/test_architecture.py")).body
            if isinstance(node, ast.Assign) and node.targets[0].id == "ALLOWED_INSIDE"
        )  # type: ignore[attr-defined]
    except (StopIteration, ValueError):
        note("text edits that did not fit", f"{where}: no ALLOWED_INSIDE")
        found = {}
    rows = {plan.main(name): libraries for name, libraries in found.items()} | {"profile.dump": {"yaml"}}
    return (
        "ALLOWED_INSIDE = {\n"
        + "".join(
            f'    "{name}": {{{", ".join(chr(34) + one + chr(34) for one in sorted(rows[name]))}}},\n'
            for name in sorted(rows)
        )
        + "}\n"
    )


def circles(texts: dict[str, str]) -> None:
    """List new modules that import each other when they are imported."""
    edges: dict[str, set[str]] = {}
    for new, text in texts.items():
        edges[new] = set()
        for node in ast.parse(text).body:
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(PKG):
                place = (node.module or "").removeprefix(PKG).removeprefix(".")
                edges[new] |= {
                    one
                    for one in (place, *(f"{place}.{alias.name}".lstrip(".") for alias in node.names))
                    if one in texts
                }
    state: dict[str, int] = {}

    def walk(one: str, way: tuple[str, ...]) -> None:
        if one in way:
            note("modules that import each other in a circle", " -> ".join((*way[way.index(one) :], one)))
        elif state.get(one) != 2:
            for other in sorted(edges[one]):
                walk(other, (*way, one))
            state[one] = 2

    for one in sorted(edges):
        walk(one, ())


def scripts(plan: Plan, text: str) -> str:
    """The entry points of the program."""

    def point(match: re.Match[str]) -> str:
        new, name = plan.resolve(match[1], match[2])
        return f'"{PKG}.{new}:{name}"'

    return re.sub(rf'"{PKG}\.([\w.]+):(\w+)"', point, text)


def leftovers(plan: Plan, root: Path) -> None:
    """List what still looks like an old name."""
    old = {f"{PKG}.{name}" for name in plan.old if plan.main(name) != name}
    there = {
        ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
        for path in (root / PKG).rglob("*.py")
    }
    for path in [
        *(root / PKG).rglob("*.py"),
        *(root / "tests").rglob("*.py"),
        *(root / "tools").rglob("*.py"),
        *(root / "benchmarks").rglob("*.py"),
        *root.glob("*.md"),
        *(root / "docs").rglob("*.md"),
        *root.glob("*.toml"),
        root / ".ci" / "run",
        *root.glob("*.py"),
    ]:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            for match in re.finditer(rf"(?<![\w/]){PKG}((?:\.\w+)+)", line):
                parts = match[0].split(".")
                public = parts[1].startswith("_") or parts[1] in plan.old["__init__"].text
                if not public and not any(".".join(parts[:length]) in there for length in range(2, len(parts) + 1)):
                    note("dotted names that lead nowhere", f"{path.relative_to(root)}:{number}: {match[0]}")
            for match in re.finditer(rf"(?<![\w.-])(?:{PKG}/)?((?:\w+/)*\w+)\.py\b", line):
                if match[1].replace("/", ".") in plan.old and f"{PKG}.{match[1].replace('/', '.')}" in old:
                    note("paths of old modules", f"{path.relative_to(root)}:{number}: {line.strip()[:120]}")


if __name__ == "__main__":
    main()
