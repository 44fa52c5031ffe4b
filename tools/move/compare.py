"""Run many commands with two checkouts and compare exit codes, outputs and files: compare.py PYTHON OLD NEW."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PY, OLD, NEW = sys.argv[1], Path(sys.argv[2]).resolve(), Path(sys.argv[3]).resolve()
D = ["--as-of", "2026-11-22"]
P = "analyst.yaml"
Q = ["--role", "PMO analyst", "--pmo-type", "tactical"]
C = [
    ["--help"],
    ["--version"],
    [],
    ["advise", "--help"],
    ["ask", "--help"],
    ["report", "--help"],
    ["batch", "--help"],
    ["explain", "--help"],
    ["map", "--help"],
    ["catalogue", "--help"],
    ["advise", P, *D],
    ["advise", P, *D, "--json"],
    ["advise", *Q, *D],
    ["advise", *Q, *D, "--format", "markdown"],
    ["advise", *Q, *D, "--format", "html"],
    ["advise", P, *D, "-o", "a.pdf"],
    ["advise", "graduate.yaml", *D],
    ["advise", "head-of-enterprise-pmo.yaml", *D, "--json"],
    ["advise", "projectsecretaresse.yaml", *D],
    ["advise", "--role", "nobody", *D],
    ["advise", "--rol", "x"],
    ["advise", "--goals", "wizardry"],
    ["advise", "no.yaml"],
    ["advise", P, "--as-of", "2026-13-01"],
    ["advise", *Q, "--as-of", "2018-09-01"],
    ["advise", P, *D, "--fail-if-empty"],
    ["advise", "bad.yaml", "--json"],
    ["advise", "bad.yaml"],
    ["advise", P, "-o", P, "--force"],
    ["advise", P, *D, "--format", "docx"],
    ["explain", "p3o-foundation", P, *D],
    ["explain", "pmp", *D],
    ["explain", "PMOCP", P, *D, "--json"],
    ["explain", "p3o foundatio"],
    ["map", *D],
    ["map", P, *D],
    ["map", P, *D, "--json"],
    ["map", P, *D, "-o", "m.svg"],
    ["map", *D, "--format", "svg"],
    ["catalogue", "list", *D],
    ["catalogue", "list", "--json", *D],
    ["catalogue", "list", "--level", "manager", *D],
    ["catalogue", "show", "pmi-pmocp", *D],
    ["catalogue", "show", "p3o-practitioner", "--json", *D],
    ["catalogue", "show", "tactical"],
    ["catalogue", "compare", "p3o-foundation", "ppso-essentials", *D],
    ["catalogue", "check", *D],
    ["catalogue", "check", "broken", "--json"],
    ["catalogue", "check", "broken"],
    *[
        ["catalogue", "schema", k]
        for k in "advice batch-line catalogue certification cohort comparison error explanation map problems profile report term none".split()
    ],
    ["batch", "team.csv", *D],
    ["batch", "team.csv", *D, "--format", "csv"],
    ["batch", "team.jsonl", *D],
    ["batch", "-", *D, "--fail-if-empty"],
    ["report", P, *D, "-o", "r.html"],
    ["report", P, *D, "-o", "r.md"],
    ["report", P, *D, "-o", "r.pdf"],
    ["report", P, *D, "--format", "json"],
    ["report", "team-of-12.csv", *D, "-o", "out"],
    ["report", "team.csv", *D, "-o", "out2", "--format", "markdown"],
    ["ask", "--answers", "answers.txt", *D],
    ["ask", "--answers", "answers.txt", "--json", *D],
    ["ask"],
    ["ask", "--plain"],
]
ENV = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "TERM", "PYTHONPATH")}


def one(root: Path):
    work = Path(tempfile.mkdtemp())
    place = Path("/tmp/compare-place")
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(OLD / "examples", place)
    (place / "bad.yaml").write_text("goals: [wizardry]\nholds: [nothing-such]\nyears: 3\n")
    (place / "team.jsonl").write_text(
        '{"role": "PMO analyst"}\n{"role": 3}\nnonsense\n{"level": "manager", "pmo_types": ["coe"]}\n'
    )
    (place / "answers.txt").write_text("PMO analyst\n2\n?\nw\nb\n2\n\n\n\n\n\n\n\n\n")
    (place / "broken").mkdir()
    [shutil.copy(f, place / "broken") for f in (OLD / "data").glob("*.yaml")]
    f = place / "broken" / "certifications.yaml"
    f.write_text(f.read_text().replace("source: ", "sauce: ", 3))
    out = []
    for args in C:
        done = subprocess.run(
            [PY, "-m", "pmo_path", *args],
            cwd=place,
            capture_output=True,
            input=(place / "team.jsonl").read_bytes() if args[:1] == ["batch"] else b"",
            env={
                **ENV,
                "PYTHONPATH": str(root),
                "XDG_CACHE_HOME": str(work),
                "XDG_STATE_HOME": str(work / "s"),
                "HOME": str(work / "h"),
            },
        )
        out.append((done.returncode, done.stdout, done.stderr.replace(str(work).encode(), b"W")))
    for words, n in (
        ("pmo-path explain p3o", 2),
        ("pmo-path advise --go", 2),
        ("pmo-path advise --goals ", 3),
        ("pmo-path catalogue schema ", 3),
        ("pmo-path map --format ", 3),
    ):
        done = subprocess.run(
            [PY, "-m", "pmo_path"],
            cwd=place,
            capture_output=True,
            env={
                **ENV,
                "PYTHONPATH": str(root),
                "XDG_CACHE_HOME": str(work),
                "_PMO_PATH_COMPLETE": "complete_bash",
                "COMP_WORDS": words,
                "COMP_CWORD": str(n),
            },
        )
        out.append((done.returncode, done.stdout, done.stderr))
    files = {
        str(p.relative_to(place)): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(place.rglob("*"))
        if p.is_file()
    }
    return out, files


a, fa = one(OLD)
b, fb = one(NEW)
bad = 0
for args, x, y in zip([*C, *["TAB"] * 9], a, b):
    if x != y:
        bad += 1
        print("DIFFERS", args, x[0], y[0])
        print(y[2][-600:].decode())
        print(x[1][:300])
        print(y[1][:300])
print(
    len(a),
    "commands,",
    bad,
    "differ; codes",
    sorted({x[0] for x in a}),
    "empty",
    [c for c, x in zip(C, a) if not x[1] and not x[2]],
)
print(len(fa), "files,", [k for k in fa | fb if fa.get(k) != fb.get(k)], "differ")
