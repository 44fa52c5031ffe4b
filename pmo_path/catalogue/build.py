"""Build a Catalogue from the bytes of its files: read, validate, link, and check its relations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pmo_path.catalogue.draft import Draft
from pmo_path.catalogue.integrity import RELATIONS
from pmo_path.catalogue.link import assemble
from pmo_path.catalogue.rule_examples import failed_examples
from pmo_path.core.documents import Document, decode, read_yaml
from pmo_path.core.errors import PmoPathError, Problem, sorted_problems
from pmo_path.core.memory import remembered
from pmo_path.model import certifications, other_certificates, roles, rules, statements
from pmo_path.model.catalogue import Catalogue

if TYPE_CHECKING:
    from pydantic import TypeAdapter

# The sections of each file, with the type of their entries.
SECTIONS: Mapping[str, Mapping[str, type]] = {
    "sources": {"sources": statements.Source},
    "certifications": {
        "bodies": certifications.Body,
        "conditions": rules.NamedCondition,
        "certifications": certifications.Certification,
        "other_certificates": other_certificates.ListedCertificate,
        "mistaken_names": other_certificates.MistakenName,
    },
    "roles": {
        "pmo_types": roles.PmoKind,
        "type_questions": roles.TypeQuestion,
        "career_levels": roles.CareerLevel,
        "roles": roles.Role,
        "title_words": roles.TitleWord,
        "delivery": roles.Delivery,
        "routes": roles.Family,
        "background": roles.Background,
    },
    "rules": {"rules": rules.Rule},
    "development": {"development": rules.Development},
}
SINGLE = frozenset({"delivery"})
MAY_BE_ABSENT = frozenset(
    {
        "conditions",
        "other_certificates",
        "mistaken_names",
        "type_questions",
        "title_words",
        "background",
    }
)


def build(files: Mapping[str, bytes], digest: str) -> tuple[Draft, Catalogue]:
    """Return the draft and the catalogue that the bytes of its files, by path, define.

    Raises PmoPathError with the located problems of the first stage that fails: reading and
    validating, linking and relations between entries, or the examples of rules.
    """
    documents, problems = _documents(files)
    sections, invalid = _validate(documents)
    problems += invalid
    _raise(problems)
    draft = Draft(documents=documents, digest=digest, **sections)
    catalogue, dangling = assemble(draft)
    problems = [*dangling, *(problem for relation in RELATIONS for problem in relation(draft))]
    _raise(problems)
    _raise(failed_examples(draft, catalogue))
    return draft, catalogue


def _raise(problems: list[Problem]) -> None:
    if problems:
        raise PmoPathError(
            "the catalogue is not valid", tuple(sorted_problems(problems)), code="catalogue-invalid"
        )


def _documents(files: Mapping[str, bytes]) -> tuple[dict[str, Document], list[Problem]]:
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for file, raw in files.items():
        try:
            documents[file.rpartition("/")[2].removesuffix(".yaml")] = read_yaml(
                decode(raw, file), file
            )
        except PmoPathError as error:
            problems += error.problems
    return documents, problems


def _validate(documents: Mapping[str, Document]) -> tuple[dict[str, Any], list[Problem]]:
    from pydantic import ValidationError

    sections: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, document in documents.items():
        known = SECTIONS[name]
        if not isinstance(document.data, dict):
            hint = "sections: " + ", ".join(known)
            problems.append(
                document.problem((), "wrong-shape", "this file must hold sections", hint)
            )
            continue
        for key in document.data:
            if key not in known:
                detail, hint = f"there is no section {key!r}", "sections: " + ", ".join(known)
                problems.append(document.problem((key,), "unknown-key", detail, hint))
        for key, entry in known.items():
            if key not in document.data and key not in MAY_BE_ABSENT:
                problems.append(
                    document.problem(
                        (),
                        "missing-key",
                        f"the section {key!r} is missing",
                        "add it; it may be an empty list",
                    )
                )
                continue
            try:
                sections[key] = _adapter(key, entry).validate_python(document.data.get(key, []))
            except ValidationError as error:
                problems += [
                    _problem(document, key, fault) for fault in error.errors(include_url=False)
                ]
    return sections, problems


@remembered(64)
def _adapter(section: str, entry: type) -> TypeAdapter[Any]:
    """Return what validates a section; pydantic takes longer to make it than to use it."""
    from pydantic import TypeAdapter

    return TypeAdapter(entry if section in SINGLE else tuple[entry, ...])  # type: ignore[valid-type]


_CODES = {
    "extra_forbidden": (
        "unknown-key",
        "this key is not known here",
        "check its spelling against the legend at the head of the file",
    ),
    "missing": (
        "missing-key",
        "this key is missing",
        "add it; the legend at the head of the file says what it means",
    ),
    "dict_type": (
        "wrong-shape",
        "this must be a mapping of keys to values",
        "write `key: value` lines",
    ),
    "tuple_type": ("wrong-shape", "this must be a list", "begin each item with a dash"),
}


def _problem(document: Document, key: str, fault: Any) -> Problem:
    path = (key, *fault["loc"])
    kind = fault["type"]
    if kind in _CODES:
        code, detail, hint = _CODES[kind]
        if code == "missing-key" and path[-1] == "source":
            code, detail, hint = (
                "fact-without-source",
                "this fact has no source",
                "every fact names a source of sources.yaml",
            )
        if code in ("missing-key", "unknown-key", "fact-without-source"):
            detail = f"{path[-1]}: {detail}"
    elif kind == "literal_error":
        code, detail, hint = (
            "unknown-value",
            f"{path[-1]}: this value is not known",
            f"one of {fault['ctx']['expected']}",
        )
    else:
        context = fault.get("ctx", {})
        code, detail = kind, f"{path[-1]}: {context.get('detail', fault['msg'])}"
        hint = context.get("hint") or "the legend at the head of the file says what it means"
    return document.problem(path, code, detail, hint)
