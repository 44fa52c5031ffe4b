"""The interview with arrow keys: what stands on the screen, and what the keys do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from terminal import (
    CTRL_C,
    CTRL_D,
    DOWN,
    EMPLOYER,
    ENTER,
    GOALS,
    HOLDS,
    LEVEL,
    OFFER,
    QUICK,
    SPACE,
    TITLE,
    TYPES,
    UP,
    Terminal,
    plain,
)

from pmo_path.messages.catalog import talk
from pmo_path.profile.facts import BY_KEY

YEARS, LEADS = (str(BY_KEY[fact].question) for fact in ("years_in_pmo", "people_led"))
STATE = ".local/state/pmo-path/interview.json"
SIZES = ((80, 24), (40, 24))
LEVELS = tuple(BY_KEY["experience_level"].says.values())


def arrows(
    *args: str, home: Path, size: tuple[int, int] = (80, 24), out: Path | None = None
) -> Terminal:
    return Terminal(*args, home=home, term="xterm-256color", size=size, out=out)


def pointed(at: Terminal) -> str:
    """Return the row with the pointer."""
    return next((row for row in at.rows() if row.startswith(" »")), "")


def saved(home: Path) -> list[dict[str, object]]:
    data = json.loads((home / STATE).read_text())
    return list(data["answers"])


@pytest.mark.parametrize("size", SIZES)
def test_a_list_shows_the_question_its_reason_its_keys_and_every_choice_in_full(
    size: tuple[int, int], tmp_path: Path
) -> None:
    at = arrows("--goal", "basics", home=tmp_path, size=size)
    at.question(TITLE)
    at.type(ENTER)
    at.question(
        LEVEL,
        "Why we ask: " + str(BY_KEY["experience_level"].why),
        talk("keys-one"),
        *LEVELS,
    )
    assert pointed(at) == " » don't know"  # Enter alone says nothing
    at.shows(f"{TITLE} don't know")  # what was answered stays, in one line
    at.type(UP)
    at.shows(f"» {LEVELS[-1]}")
    at.type(DOWN + DOWN + DOWN)
    at.shows(f"» {LEVELS[1]}")
    at.type("q")
    assert at.ends() == 75


@pytest.mark.parametrize("size", SIZES[1:])
def test_no_word_is_broken_at_the_edge(size: tuple[int, int], tmp_path: Path) -> None:
    at = arrows("--role", "PMO analyst", home=tmp_path, size=size)
    goals = BY_KEY["goals"]
    words = set(" ".join([GOALS, talk("keys-several"), *map(goals.choice, goals.values)]).split())
    at.question(GOALS, talk("keys-several"), "moving up a level")
    shown = {word for row in at.rows() for word in row.split()}
    assert words <= shown
    at.type(CTRL_C)
    at.ends()


@pytest.mark.parametrize("size", SIZES[1:])
def test_the_question_stays_over_a_list_longer_than_the_screen(
    size: tuple[int, int], tmp_path: Path
) -> None:
    at = arrows("--role", "PMO analyst", "--goal", "frameworks", home=tmp_path, size=size)
    at.question(HOLDS, "» ○ don't know")
    assert plain("another certificate") not in at.words()
    at.type(UP)  # round to the last one
    at.question(HOLDS, talk("keys-search"), "» ○ another certificate")
    at.type(SPACE)
    at.shows("» ● another certificate")
    at.type(UP)
    at.shows("» ○ another project management certificate")
    at.type(DOWN + DOWN)
    at.question(HOLDS, "» ○ don't know")
    at.type("q")
    assert at.ends() == 75


def test_another_certificate_is_asked_for_its_name_and_kept(tmp_path: Path) -> None:
    at = arrows(
        "--role",
        "PMO analyst",
        "--goal",
        "next-level",
        "--json",
        home=tmp_path,
        out=tmp_path / "out",
    )
    at.question(HOLDS, "» ○ don't know")
    at.type(UP + UP + SPACE + ENTER)
    at.shows("another project management certificate: what is it called?")
    at.type("Order of Tea" + ENTER)
    at.shows("Order of Tea is not known here")
    at.shows("Save these answers as a profile")
    at.type(ENTER)
    assert at.ends() == 0
    profile = json.loads((tmp_path / "out").read_text(encoding="utf-8"))["profile"]
    assert profile["holds"] == []
    assert profile["holds_other"] == [{"name": "Order of Tea", "kind": "project-management"}]


def test_several_are_ticked_and_said_back(tmp_path: Path) -> None:
    known = ("--level", "manager", "--goal", "basics", *EMPLOYER, "--json")
    at = arrows(*known, home=tmp_path, out=tmp_path / "out")
    at.question(TYPES)
    at.type("ai" + DOWN + SPACE + DOWN + DOWN + SPACE)  # a and i tick nothing by themselves
    at.shows("● portfolio")
    at.shows("○ tactical")
    at.type(ENTER)
    at.question(YEARS, f"{TYPES} operational and portfolio")
    at.type(ENTER)
    at.question(HOLDS)
    at.type(DOWN + SPACE + DOWN + SPACE + ENTER)
    at.shows("“none of these” stands alone")
    at.shows("» ● none of these")
    at.type(DOWN + SPACE + ENTER)
    at.shows(f"{HOLDS} none of these")
    at.shows(OFFER)
    at.type(ENTER)
    assert at.ends() == 0
    profile = json.loads((tmp_path / "out").read_text())["profile"]
    assert (profile["pmo_types"], profile["holds"]) == (["operational", "portfolio"], [])


@pytest.mark.parametrize(
    ("typed", "words", "value"),
    [
        (ENTER, "don't know", None),
        (DOWN + ENTER, "none of these", []),
        (DOWN * 2 + ENTER, "Example Foundation", ["example-foundation"]),
        (UP * 4 + ENTER, "Example Foundation", ["example-foundation"]),
        (DOWN * 2 + SPACE + UP + ENTER, "Example Foundation", ["example-foundation"]),
        (SPACE + DOWN + ENTER, "don't know", None),
    ],
)
def test_enter_takes_what_is_ticked_or_else_what_is_pointed_at(
    typed: str, words: str, value: list[str] | None, tmp_path: Path
) -> None:
    at = arrows("--role", "PMO analyst", *QUICK, home=tmp_path)
    at.question(HOLDS, "» ○ don't know")
    at.type(typed)
    at.question(GOALS, f"{HOLDS} {words}", "» ○ don't know")
    at.type("q")
    assert at.ends() == 75
    assert saved(tmp_path) == [{"fact": "holds", "value": value}]


def test_a_tick_taken_away_is_no_answer_and_dont_know_stands_alone(tmp_path: Path) -> None:
    at = arrows("--role", "PMO analyst", *QUICK, home=tmp_path)
    at.question(HOLDS, "» ○ don't know")
    at.type(DOWN * 2 + SPACE + SPACE + ENTER)
    at.shows(talk("nothing-ticked"))
    at.type(SPACE + DOWN + SPACE + ENTER)
    at.shows(talk("alone", choice="don't know"))
    at.type(SPACE + ENTER)
    at.question(GOALS, f"{HOLDS} none of these", "» ○ don't know")
    at.type("q")
    assert at.ends() == 75


def test_the_day_of_an_award_that_may_lapse_is_asked(tmp_path: Path) -> None:
    at = arrows("--role", "PMO analyst", "--goal", "frameworks", home=tmp_path)
    at.question(HOLDS, "» ○ don't know")
    at.type(DOWN * 5 + SPACE + DOWN * 5 + SPACE + ENTER)
    at.shows(
        "P3O Foundation: on which day was it awarded, or last renewed?"
    )  # the other, Essentials, does not lapse
    at.type("b" + ENTER)
    at.question(HOLDS, "● P3O Foundation")  # what was ticked still is
    at.type(ENTER)
    at.shows("on which day was it awarded, or last renewed?")
    at.type("2024-02-30" + ENTER)
    at.shows("There is no such day")
    at.type("\x15" + "2024-05-31" + ENTER)
    at.shows(f"{HOLDS} Essentials for PMO Analysts and P3O Foundation")
    at.shows("P3O Foundation: 2024-05-31")
    at.question(TYPES, "» ○")
    at.type(CTRL_D)
    assert at.ends() == 75
    award = {"certification": "p3o-foundation", "awarded_on": "2024-05-31"}
    assert saved(tmp_path) == [{"fact": "holds", "value": ["hop-analysts", award]}]


def test_the_day_of_an_award_is_kept_when_gone_back_over(tmp_path: Path) -> None:
    award = {"certification": "p3o-foundation", "awarded_on": "2024-05-31"}
    file = tmp_path / "left.json"
    file.write_text(
        json.dumps({"kind": "interview", "taken_back": [{"fact": "holds", "value": [award]}]})
    )
    said = ("--role", "PMO analyst", "--goal", "frameworks", *EMPLOYER, "--json")
    at = arrows(*said, "--save", str(file), home=tmp_path, out=tmp_path / "out")
    at.question(HOLDS, "● P3O Foundation")
    at.type(ENTER)
    at.shows("YYYY-MM-DD, YYYY-MM or YYYY; Enter: 2024-05-31.")
    at.type(ENTER)
    at.shows(OFFER)
    at.type(ENTER)
    assert at.ends() == 0
    assert json.loads((tmp_path / "out").read_text())["profile"]["holds"] == [award]


@pytest.mark.parametrize("size", SIZES)
def test_job_titles_are_filtered_while_typed(size: tuple[int, int], tmp_path: Path) -> None:
    at = arrows(home=tmp_path, size=size)
    at.question(TITLE, talk("keys", default="don't know"))
    at.type("pmo an")
    at.shows("PMO analyst")
    at.type("\x15" + "directeur")
    at.hides("PMO analyst")
    at.shows("directeur PMO")
    at.type("\x15" + "pmo an")
    at.shows("> pmo an PMO analyst")
    at.type(DOWN)
    at.shows("> PMO analyst")
    at.type(ENTER)
    at.question(GOALS, f"{TITLE} PMO analyst")
    at.type("q")
    assert at.ends() == 75
    assert saved(tmp_path) == [{"fact": "role", "value": "PMO analyst"}]


def test_an_unknown_title_offers_close_ones_to_choose_from(tmp_path: Path) -> None:
    at = arrows(home=tmp_path)
    at.question(TITLE)
    at.type("PMO analyzt" + ENTER)
    at.shows(talk("title-close"))
    at.shows(talk("title-keys-arrows"))
    assert pointed(at) == " » none of these: ask me for my level instead"
    at.type("b")
    at.shows("Enter: PMO analyzt, as before.")
    at.type("PMO analyzt" + ENTER)
    at.question(talk("title-close"), "» none of these: ask me for my level instead")
    at.type(ENTER)
    at.question(LEVEL)
    at.type("b")
    at.question(TITLE, "Enter: PMO analyzt, as before.")
    at.type("PMO analyzt" + ENTER)
    at.question(talk("title-close"), "  PMO analyst")
    at.type(DOWN)
    at.shows("» PMO analyst")
    at.type(ENTER)
    at.question(GOALS)
    at.type("b")
    at.shows("Enter: PMO analyst, as before.")
    at.type("PMO analyzt" + ENTER)
    at.question(talk("title-close"), "» none of these: ask me for my level instead")
    at.type("q")
    assert at.ends() == 75
    typed = json.loads((tmp_path / STATE).read_text())["taken_back"]
    assert typed == [{"fact": "role", "value": "PMO analyzt"}]  # kept, though not settled


def test_an_ambiguous_title_asks_its_own_follow_up(tmp_path: Path) -> None:
    at = arrows(home=tmp_path)
    at.question(TITLE)
    at.type("PMO lead" + ENTER)
    at.question(LEADS)
    at.type(ENTER)
    at.shows("Which is closest to your work as PMO lead?")
    at.shows(LEVELS[1])
    assert plain(LEVELS[0]) not in at.words()
    at.type("q")
    at.ends()


def test_going_back_shows_the_old_answer(tmp_path: Path) -> None:
    at = arrows(home=tmp_path)
    at.question(TITLE)
    at.type("b" + ENTER)
    at.shows(talk("first-question"))
    at.type("wizard" + ENTER)
    at.question(LEVEL)
    at.type(DOWN * 2 + ENTER)
    at.question(GOALS)
    at.type(DOWN * 6 + SPACE + ENTER)
    at.question(TYPES if plain(TYPES) in at.words() else HOLDS)
    at.type("B")
    at.question(GOALS, "» ● moving up a level")
    at.type("b")
    at.question(LEVEL, f"» {LEVELS[1]}")
    at.type("b")
    at.question(TITLE, "Enter: wizard, as before.")
    at.type("PMO analyst" + ENTER)
    at.shows(talk("dropped", facts="your career level"))
    at.type("q")
    assert at.ends() == 75
    assert [one["fact"] for one in saved(tmp_path)] == ["role", "goals"]


def test_ticks_from_before_are_not_taken_where_another_choice_is_pointed_at(
    tmp_path: Path,
) -> None:
    at = arrows("--role", "PMO analyst", home=tmp_path)
    at.question(GOALS, "» ○ don't know")
    at.type(DOWN * 6 + ENTER)
    at.question(HOLDS, "» ○ don't know")
    at.type("b")
    at.question(GOALS, "» ● moving up a level")
    at.type(UP + ENTER)
    at.shows(talk("passed-over", choice="setting up a PMO"))
    at.shows("» ● moving up a level")
    at.type(SPACE + UP + SPACE + ENTER)
    at.question(TYPES, f"{GOALS} setting up a PMO", "» ○ don't know")
    at.type("b")
    at.question(GOALS, "» ● setting up a PMO")
    at.type(ENTER)  # pointed at what is ticked: nothing to ask
    at.question(TYPES, "» ○ don't know")
    at.type("q")
    assert at.ends() == 75


def test_an_answer_from_before_that_is_ruled_out_meanwhile_is_not_offered(tmp_path: Path) -> None:
    file = tmp_path / "left.json"
    level = {"fact": "experience_level", "value": "director"}
    file.write_text(json.dumps({"kind": "interview", "taken_back": [level]}))
    at = arrows("--role", "project co-ordinator", "--save", str(file), home=tmp_path)
    at.shows("Which is closest to your work as project co-ordinator?")
    at.shows("» don't know")
    at.type("q")
    assert at.ends() == 75


def test_letters_say_why_and_how_far(tmp_path: Path) -> None:
    at = arrows("--role", "PMO analyst", home=tmp_path)
    at.question(GOALS, "» ○")
    assert not at.seen.count("decides what comes first")
    at.type("?")
    at.shows("Your answer decides what comes first: Essentials for PMO")
    at.question(GOALS)
    at.type(DOWN * 3 + SPACE + ENTER)
    at.question(HOLDS, "» ○ don't know", "25 choices; the list scrolls.")
    at.type("w")  # what it says and the question stand on the screen together
    at.shows("Ruled out by your last answer: IPMO-Expert: Made for level 4 (director)")
    at.question(HOLDS, "Ruled out by your last answer", "» ○ don't know")
    at.type(UP)
    at.question(HOLDS, "» ○ another certificate")
    at.type("Q")
    assert at.ends() == 75


@pytest.mark.parametrize(
    ("key", "code", "at_list"),
    [(CTRL_C, 130, True), (CTRL_D, 75, True), (CTRL_D, 75, False), ("q", 75, False)],
)
def test_it_is_left_with_the_answers_saved_and_the_terminal_as_it_was(
    key: str, code: int, at_list: bool, tmp_path: Path
) -> None:
    at = arrows(*QUICK, home=tmp_path)
    at.question(TITLE, talk("keys", default="don't know"))
    if at_list:
        at.type("PMO analyst" + ENTER)
        at.question(HOLDS, "» ○ don't know")
    at.type(key if at_list or key != "q" else key + ENTER)
    assert at.ends() == code
    assert at.restored
    assert plain("Saved in") in at.words()
    assert saved(tmp_path) == ([{"fact": "role", "value": "PMO analyst"}] if at_list else [])
    assert "\x1b[?1049h" not in at.seen  # what stood on the screen still does
    assert at.screen.cursor.hidden is False


def test_the_same_answers_give_the_same_profile_and_output_in_both(tmp_path: Path) -> None:
    homes = [tmp_path / name for name in ("lines", "arrows")]
    for home in homes:
        home.mkdir()
    line = Terminal(*EMPLOYER, home=homes[0], out=homes[0] / "out")
    line.finish(role="projectmanager", experience_level="2", goals="2,5", holds="none")
    line.type("me.yaml\n")
    at = arrows(*EMPLOYER, home=homes[1], out=homes[1] / "out")
    at.question(TITLE)
    at.type("projectmanager" + ENTER)
    at.shows("» don't know")
    at.type(DOWN * 2 + ENTER)
    at.question(GOALS, "» ○ don't know")
    at.type(DOWN * 3 + SPACE + DOWN * 3 + SPACE + ENTER)
    at.question(TYPES, "» ○ don't know")
    at.type(ENTER)
    at.question(HOLDS, "» ○ don't know")
    at.type(DOWN + ENTER)
    at.shows(OFFER)
    at.type("me.yaml\n")
    assert (line.ends(), at.ends()) == (0, 0)
    for name in ("out", "me.yaml"):
        first, second = ((home / name).read_text(encoding="utf-8") for home in homes)
        assert first == second
    assert "role: projectmanager" in (homes[0] / "me.yaml").read_text()


@pytest.mark.parametrize("size", [(20, 5), (1, 1)])
def test_a_window_made_small_and_large_again_shows_the_question_once(
    size: tuple[int, int], tmp_path: Path
) -> None:
    at = arrows("--role", "PMO analyst", home=tmp_path)
    at.question(GOALS)
    at.resize(*size)
    at.resize(80, 24)
    at.question(GOALS, "moving up a level")
    assert at.words().count(plain(GOALS)) == 1
    at.type(DOWN + SPACE + ENTER)
    at.question(TYPES)
    at.type(CTRL_C)
    assert at.ends() == 130
    assert at.restored
