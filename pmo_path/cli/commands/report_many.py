"""The part of `report` for many people: write their reports and a summary into a directory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from pmo_path.cli import progress
from pmo_path.cli.batch_run import shortfall
from pmo_path.cli.commands.report_job import ReportJob
from pmo_path.cli.earlier_reports import earlier_reports
from pmo_path.cli.find_profiles import SUMMARY, FoundProfile, KnownBy, unread_error
from pmo_path.cli.mentor_notes import MentorNotes, mentor_notes, notes_in
from pmo_path.cli.report_directory import (
    MANIFEST,
    ReportDirectory,
    file_in_the_way,
    in_the_way,
    manifest_of,
    manifest_problem,
)
from pmo_path.cli.report_notes import left_over_notes, passed_over_notes, pruned_notes
from pmo_path.core.errors import INTERNAL, PmoPathError, attempt
from pmo_path.core.text import inert
from pmo_path.messages.catalog import say
from pmo_path.reports import FORMATS, REPORTS, format_notes, summary_renderer
from pmo_path.system import output
from pmo_path.system.part_files import clear_parts

if TYPE_CHECKING:
    from pmo_path.cli.earlier_reports import EarlierReports
    from pmo_path.contract.advice import Advice
    from pmo_path.contract.cohort import Cohort, Member
    from pmo_path.profile.profile import Profile


class ReportPlan(Struct, frozen=True, kw_only=True):
    """What to write where.

    `people` holds, for each person, a distinct label and file name, where the profile was found,
    and the profile; `known` what tells them from others, by that file name.
    """

    people: tuple[tuple[str, str, FoundProfile, Profile], ...]
    known: Mapping[str, KnownBy]
    unread: tuple[FoundProfile, ...]
    directory: Path
    suffix: str

    def targets(self) -> Iterator[Path]:
        """Yield the path of every file that will be written."""
        yield self.directory / f"{SUMMARY}{self.suffix}"
        yield from (self.directory / name for _, name, *_ in self.people)


def write_all(job: ReportJob) -> None:
    """Write a report for every profile, the summary and the manifest, each atomically.

    Raises PmoPathError with exit code 3, before anything is written, where files are in the way or
    no report can be made; with exit code 1, after everything is written, for unreadable profiles
    and for those on which the program failed.
    """
    written = notes_in(job.notes) if job.notes else {}
    since = None if job.since is None else earlier_reports(job.since)
    for note in passed_over_notes(job.paths):
        job.tell(note)
    plan = _plan(job)
    if not plan.people:
        raise unread_error(plan.unread, "no profile could be read, and nothing was written", 3)
    if job.target is None or job.form not in REPORTS:
        _write_alone(plan, job)
        return
    _check(plan, job)
    recorded = manifest_of(plan.directory)
    if recorded is None:
        job.tell(say("manifest-unread", directory=inert(str(plan.directory))))
    target = ReportDirectory(plan.directory, job.force, recorded or {})
    stems = [[Path(name).stem for name in names] for names in (plan.known, target.recorded)]
    notes = mentor_notes(written, *stems)
    if since:
        alone = [Path(name).stem for name, known in plan.known.items() if known.is_alone]
        since = replace(since, alone=frozenset(alone))
    outcomes = list(_write(plan, job, notes, since, target))
    for note in (*notes.remarks(), *(since.remarks() if since else ())):
        job.tell(note)
    members = [outcome for outcome in outcomes if not isinstance(outcome, FoundProfile)]
    failed = [outcome for outcome in outcomes if isinstance(outcome, FoundProfile)]
    plan = replace(plan, unread=(*plan.unread, *failed))
    if not members:
        raise unread_error(plan.unread, "no report could be made, and nothing was written", 3)
    whole = _summary(plan, members, job)
    target.write(f"{SUMMARY}{plan.suffix}", summary_renderer(job.form)(whole))
    for note in format_notes(job.form, whole):
        job.tell(note)
    count = len(members)
    done = f"{count} report{'' if count == 1 else 's'} and the summary stand in {plan.directory}"
    if not plan.unread:
        job.tell(f"{done}.")
    _tidy(target, plan, job)
    if plan.unread:
        parts = shortfall(len(plan.unread) - len(failed), len(failed))
        raise unread_error(plan.unread, "; ".join((done, *parts)), 1)


def _write_alone(plan: ReportPlan, job: ReportJob) -> None:
    """Write the summary alone. Raises PmoPathError as `write_all` does, after it is written."""
    if job.target and (problem := file_in_the_way(job.target, job.paths, job.force)):
        raise in_the_way([problem])
    members: list[Member] = []
    failed: list[FoundProfile] = []
    for label, name, entry, person in plan.people:
        result = attempt(partial(_advised, job, label, name, person), entry.file, entry.line)
        if not isinstance(result, PmoPathError):
            members.append(result[1])
        else:
            failed.append(replace(entry, result=result))
    plan = replace(plan, unread=(*plan.unread, *failed))
    if not members:
        raise unread_error(plan.unread, "no summary could be made, and nothing was written", 3)
    whole: Any = job.shape(_summary(plan, members, job))
    output.write(summary_renderer(job.form)(whole), job.target, job.force)
    if job.target and not plan.unread:
        job.tell(f"The summary stands in {job.target}.")
    if plan.unread:
        parts = shortfall(len(plan.unread) - len(failed), len(failed))
        raise unread_error(plan.unread, f"the summary is of {len(members)}; {', '.join(parts)}", 1)


def _tidy(target: ReportDirectory, plan: ReportPlan, job: ReportJob) -> None:
    """Record what was written, and tell what earlier runs left over; with `prune` remove that.

    Where profiles are unread, nothing is removed: an old report may be about one of them.
    """
    left = target.left_over(entry.file for _, _, entry, _ in plan.people)
    target.record((*left.unchanged, *left.changed))
    if job.prune and not plan.unread:
        pruned = target.prune(left.unchanged)
        if pruned.removed:
            target.record((*pruned.kept, *left.changed))
        notes = pruned_notes(pruned, left)
    else:
        notes = left_over_notes(left, put_off=job.prune)
    for note in notes:
        job.tell(note)


def _plan(job: ReportJob) -> ReportPlan:
    from pmo_path.cli.find_profiles import file_names, found_profiles, known_by, labels
    from pmo_path.cli.team_files import asked_for

    names = job.catalogue.names.with_strict(job.strict)
    asked = asked_for(job.strict, job.sheet, job.tell)
    entries = [entry for path in job.paths for entry in found_profiles(path, names, asked)]
    suffix = FORMATS[job.form].suffixes[0]
    people = [
        (entry, entry.result) for entry in entries if not isinstance(entry.result, PmoPathError)
    ]
    found = [entry for entry, _ in people]
    files = [f"{name}{suffix}" for name in file_names(found)]
    return ReportPlan(
        people=tuple(
            (label, file, entry, person)
            for label, file, (entry, person) in zip(labels(found), files, people, strict=True)
        ),
        known=dict(zip(files, known_by(found), strict=True)),
        unread=tuple(entry for entry in entries if isinstance(entry.result, PmoPathError)),
        directory=job.target or Path(),
        suffix=suffix,
    )


def _check(plan: ReportPlan, job: ReportJob) -> None:
    """Raise PmoPathError where a target exists (unless forced) or is one of the inputs.

    Removes what killed runs left, even where nothing is written then.
    """
    for target in (*plan.targets(), plan.directory / MANIFEST):
        clear_parts(target)
    problems = [
        problem
        for target in plan.targets()
        if (problem := file_in_the_way(target, job.paths, job.force))
    ]
    problems += [problem] if (problem := manifest_problem(plan.directory)) else []
    if problems:
        raise in_the_way(problems)


def _write(
    plan: ReportPlan,
    job: ReportJob,
    notes: MentorNotes,
    since: EarlierReports | None,
    target: ReportDirectory,
) -> Iterator[Member | FoundProfile]:
    """Write the reports one by one; yield each member of the cohort, or the profile that failed.

    Faults of the program are yielded with the profile; other errors are raised.
    """
    from pmo_path.answers.plans.career_plan import plan_to_target
    from pmo_path.contract.report import Report
    from pmo_path.reports import report_renderer

    render = report_renderer(job.form)

    def made(label: str, name: str, person: Profile) -> tuple[str | bytes, Member]:
        advice, about = _advised(job, label, name, person)
        stem, known = Path(name).stem, plan.known[name]
        theirs = replace(job.mentor, notes=notes.about(stem, known))
        changes = since.changes(job.catalogue, stem, advice, person, known) if since else None
        ahead = plan_to_target(job.catalogue, person, job.day)
        whole = Report(mentor=theirs, advice=advice, changes=changes, plan=ahead)
        return render(whole, job.brief), about

    with progress.report_progress(len(plan.people), progress.is_shown(True)) as moved:
        for label, name, entry, person in plan.people:
            report = attempt(partial(made, label, name, person), entry.file, entry.line)
            if not isinstance(report, PmoPathError):
                target.write(name, report[0])
                yield report[1]
            elif report.code == INTERNAL:
                yield replace(entry, result=report)
            else:  # not specific to this profile
                raise report
            moved(1)


def _advised(job: ReportJob, label: str, name: str, person: Profile) -> tuple[Advice, Member]:
    """Return the advice for a person, and what counts of it for the team."""
    from pmo_path.answers.advise import advise
    from pmo_path.answers.cohort_member import cohort_member

    advice = advise(job.catalogue, person, job.day)
    return advice, cohort_member(advice, label, name)


def _summary(plan: ReportPlan, members: Sequence[Member], job: ReportJob) -> Cohort:
    from pmo_path.answers.cohort import cohort
    from pmo_path.model.on_day import on_day

    unread = [entry.unread() for entry in plan.unread]
    return cohort(on_day(job.catalogue, job.day), members, unread)
