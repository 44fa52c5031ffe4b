"""How a command reads and explains its options: none twice, and help that lists them in groups."""

from __future__ import annotations

from collections import Counter
from typing import Any

from typer.core import TyperCommand, TyperGroup

OTHER = "Options"  # the group of options that name no other; the last one
# What people call a command who know its answer, or another program.
MEANT = {
    "changes": "diff",
    "cohort": "report",
    "import": "profile",
    "interview": "ask",
    "team": "report",
}
UNLISTED = ("show_completion", "help")  # of the program: who reads its help has found the last
WIDEST = 30  # columns of a name beside its explanation; a longer one stands above it


class GroupedCommand(TyperCommand):
    """A command whose help groups the options by their `rich_help_panel`, in plain text.

    typer itself groups them only where it draws boxes with rich. An option that takes one value is
    refused where it is given twice, as all but the last would be dropped without a word.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words of the command line. Ends with a usage error for an option given twice."""
        given = [*args]  # the parser empties its list
        rest = super().parse_args(ctx, args)
        if not ctx.resilient_parsing:
            self._refuse_repeated(ctx, given)
        return rest

    def _refuse_repeated(self, ctx: Any, given: list[str]) -> None:
        _, _, order = self.make_parser(ctx).parse_args(args=given)
        for parameter, times in Counter(order).items():
            is_flag = getattr(parameter, "is_flag", True)  # an argument is none, and never twice
            if times > 1 and not is_flag and not parameter.multiple:
                ctx.fail(f"{' or '.join(parameter.opts)} is given {times} times: give it once")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write arguments and options, a section for each group, with columns that line up."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            if record := parameter.get_help_record(ctx):
                is_argument = parameter.param_type_name == "argument"
                panel = getattr(parameter, "rich_help_panel", None) or OTHER
                groups.setdefault("Arguments" if is_argument else panel, []).append(record)
        groups[OTHER] = groups.pop(OTHER)
        names = [name for records in groups.values() for name, _ in records]
        width = max(len(name) for name in names if len(name) <= WIDEST)
        for title in sorted(groups, key=lambda title: title != "Arguments"):
            with formatter.section(title):
                formatter.write_dl(
                    [(name.ljust(width), words) for name, words in groups[title]], col_max=width
                )


class ShortHelpGroup(TyperGroup):
    """The program, whose help fits a screen: options in `UNLISTED` work, and are not listed.

    The name of a command of one of its groups, without the group, is answered with both.
    """

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that the first word names. Ends with a usage error for another."""
        word = args[0]
        if word not in self.commands and not ctx.resilient_parsing:
            groups = (group for group in self.commands.values() if isinstance(group, TyperGroup))
            inside = [f"{group.name} {word}" for group in groups if word in group.commands]
            if meant := next(iter(inside), MEANT.get(word)):
                ctx.fail(f"No such command '{word}'. Did you mean '{meant}'?")
        return super().resolve_command(ctx, args)

    def get_params(self, ctx: Any) -> Any:
        """Return the options, those hidden."""
        parameters = super().get_params(ctx)
        for parameter in parameters:
            if parameter.name in UNLISTED:
                parameter.hidden = True  # type: ignore[attr-defined]
        return parameters
