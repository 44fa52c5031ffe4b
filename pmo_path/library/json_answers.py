"""The JSON text of what the library returns."""

from __future__ import annotations

from pmo_path.cli.batch_run import BatchLine
from pmo_path.contract.advice import Advice
from pmo_path.contract.catalogue import TermView
from pmo_path.contract.changes import Changes
from pmo_path.contract.cohort import Cohort
from pmo_path.contract.comparison import Comparison
from pmo_path.contract.error import error_data
from pmo_path.contract.explanation import Explanation
from pmo_path.contract.plan import CareerPlan
from pmo_path.contract.profile_import import ProfileImport
from pmo_path.core.errors import PmoPathError
from pmo_path.core.json_text import indented_json
from pmo_path.library.arguments import refused
from pmo_path.library.questions import NextQuestion
from pmo_path.model.catalogue import Catalogue
from pmo_path.profile.profile import Profile

_CATALOGUE = "`pmo-path catalogue list --json --full` prints what it offers on a day"


def json_of(answer: object) -> str:
    """Return an answer, profile or error as JSON text. Raises PmoPathError for other types."""
    match answer:
        case (
            Advice()
            | Explanation()
            | Changes()
            | Comparison()
            | Cohort()
            | NextQuestion()
            | ProfileImport()
            | CareerPlan()
            | TermView()
        ):
            return indented_json(answer)
        case BatchLine() | Profile():
            return indented_json(answer.plain())
        case PmoPathError():
            return indented_json(error_data(answer))
        case Catalogue():
            raise refused("wrong-type", "a catalogue is no answer", _CATALOGUE)
    raise refused("wrong-type", "this is no answer of this library", None)
