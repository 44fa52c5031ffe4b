"""An interview is saved after every answer, goes on where it stopped, and leaves nothing behind but
what is asked for.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from platformdirs.macos import MacOS
from program import call, run
from terminal import DAY, GOALS, OFFER, QUICK, TITLE, Terminal, files, plain

from pmo_path.cli.saved_interview import default_file
from pmo_path.messages.catalog import talk

STATE = ".local/state/pmo-path/interview.json"
PREPARED = STATE.replace("interview", "prepared")
ANSWERS = {"role": "PMO analyst", "holds": "none", "years_in_pmo": "3"}


def data(home: Path, file: str = STATE) -> Any:
    return json.loads((home / file).read_text(encoding="utf-8"))


def asked(
    home: Path, *lines: str, args: tuple[str, ...] = QUICK, **env: str | None
) -> tuple[int, str, str]:
    """Run `ask` with prepared lines; the end of them is leaving it."""
    typed = "".join(f"{line}\n" for line in lines).encode()
    told = {"HOME": str(home), "XDG_STATE_HOME": "", "COLUMNS": "80", **env}
    done = call("ask", "--as-of", DAY, "--answers", "-", *args, stdin=typed, env=told)
    return done.code, done.out, " ".join(done.err.split())


def left(
    home: Path,
    *answers: tuple[str, Any],
    taken_back: tuple[tuple[str, Any], ...] = (),
    name: str = "left.json",
) -> Path:
    """Save an interview as if it had been left."""
    file = home / name
    file.parent.mkdir(parents=True, exist_ok=True)
    listed = [
        [{"fact": fact, "value": value} for fact, value in some] for some in (answers, taken_back)
    ]
    file.write_text(
        json.dumps(
            {"kind": "interview", "given": {}, "answers": listed[0], "taken_back": listed[1]}
        )
    )
    return file


# --- saving


def test_every_answer_is_saved_for_its_owner_alone(tmp_path: Path) -> None:
    at = Terminal(*QUICK, home=tmp_path)
    at.prompt()
    assert data(tmp_path)["answers"] == []
    at.say("PMO analyst")
    assert data(tmp_path)["answers"] == [{"fact": "role", "value": "PMO analyst"}]
    at.say("")
    assert data(tmp_path)["answers"][1:] == [{"fact": "holds", "value": None}]
    at.say("b")
    assert [len(data(tmp_path)[key]) for key in ("answers", "taken_back")] == [1, 1]
    modes = files(tmp_path)
    assert (modes[STATE], modes[".local/state/pmo-path"]) == (0o600, 0o700)
    assert [name for name in modes if (tmp_path / name).is_file()] == [
        STATE
    ]  # and nothing half written
    at.kill()


@pytest.mark.parametrize("answered", range(4))
def test_killed_between_any_two_answers_it_has_them_all(answered: int, tmp_path: Path) -> None:
    at = Terminal(*QUICK, "--json", home=tmp_path)
    said = at.prompt() or ""
    asked_for: list[tuple[str, str]] = [
        ("role", "PMO analyst"),
        ("holds", "none"),
        ("goals", ""),
        ("years_in_pmo", "3"),
    ]
    for _, reply in asked_for[:answered]:
        said = at.say(reply) or ""
    at.type("half an ans")
    at.kill()
    assert [one["fact"] for one in data(tmp_path)["answers"]] == [
        fact for fact, _ in asked_for[:answered]
    ]
    again = Terminal(*QUICK, "--json", home=tmp_path, out=tmp_path / "out")
    resumed = again.prompt() or ""
    assert ("Going on with the interview you left" in resumed) == bool(answered)
    assert said.splitlines()[-5:] == resumed.splitlines()[-5:]  # the same question
    for _, reply in asked_for[answered:]:
        again.say(reply)
    again.type("\n")
    assert again.ends() == 0
    assert data(tmp_path, "out")["profile"] == {
        "role": "PMO analyst",
        "holds": [],
        "years_in_pmo": 3,
    }


@pytest.mark.parametrize(
    ("state", "file"), [("{home}/state", "state/pmo-path/prepared.json"), ("state", PREPARED)]
)
def test_the_state_directory_is_the_users_where_it_is_absolute(
    state: str, file: str, tmp_path: Path
) -> None:
    code, _, err = asked(tmp_path, "PMO analyst", XDG_STATE_HOME=state.format(home=tmp_path))
    assert code == 75
    assert data(tmp_path, file)["answers"]
    assert [name for name in files(tmp_path) if name.endswith("json")] == [file]
    assert plain(str(tmp_path / file)) in plain(err)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pwd")
def test_without_a_home_it_says_how_to_keep_it_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pwd.getpwuid", {}.__getitem__)  # nobody is known to the system
    code, out, err = asked(tmp_path, "PMO analyst", HOME=None)
    assert (code, out) == (3, "")
    assert "give --save FILE" in err
    assert asked(tmp_path, args=(*QUICK, "--save", str(tmp_path / "mine.json")), HOME=None)[0] == 75


def test_one_that_lies_in_the_former_place_goes_on_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.PlatformDirs", MacOS)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    now = tmp_path / "Library/Application Support/pmo-path/interview.json"
    assert default_file(prepared=False) == now
    former = left(tmp_path, name=STATE)
    assert default_file(prepared=False) == former
    assert default_file(prepared=True) == now.with_name("prepared.json")
    left(now.parent, name=now.name)
    assert default_file(prepared=False) == now


def test_it_can_be_kept_in_a_file_of_ones_own(tmp_path: Path) -> None:
    mine = ("--save", str(tmp_path / "mine.json"))
    code, _, err = asked(tmp_path, "PMO analyst", args=(*QUICK, *mine))
    assert code == 75
    assert files(tmp_path) == {"mine.json": 0o600}
    assert plain("`pmo-path ask --save ") in plain(err)
    code, out, err = asked(tmp_path, "", "none", "3", args=(*QUICK, *mine, "--json"))
    assert code == 0
    assert json.loads(out)["profile"]["role"] == "PMO analyst"
    assert "Going on with the interview you left (1 answer)." in err
    assert files(tmp_path) == {}


def test_new_starts_again(tmp_path: Path) -> None:
    asked(tmp_path, "PMO analyst", "", "none")
    code, _, err = asked(tmp_path, args=(*QUICK, "--new"))
    assert (code, TITLE in err, "Going on" in err) == (75, True, False)
    assert data(tmp_path, PREPARED)["answers"] == []


def test_prepared_answers_never_touch_what_a_person_began(tmp_path: Path) -> None:
    began = left(tmp_path, ("role", "PMO analyst"), name=STATE).read_bytes()
    code, _, err = asked(tmp_path, "PMO manager", *[""] * 9)
    assert (code, "Going on" in err) == (0, False)
    assert (tmp_path / STATE).read_bytes() == began
    assert not (tmp_path / PREPARED).exists()


def test_an_option_goes_before_a_saved_answer(tmp_path: Path) -> None:
    file = left(tmp_path, ("role", "PMO analyst"), ("holds", []))
    code, out, _ = asked(
        tmp_path, *[""] * 9, args=(*QUICK, "--json", "--save", str(file), "--role", "PMO manager")
    )
    assert code == 0
    assert json.loads(out)["profile"] == {"role": "PMO manager", "holds": []}


def test_where_it_cannot_be_saved_it_says_so_once_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    nowhere = {"XDG_STATE_HOME": str(tmp_path / "file")}
    code, out, err = asked(
        tmp_path, "PMO analyst", "", "none", "3", args=(*QUICK, "--json"), **nowhere
    )
    assert code == 0
    assert json.loads(out)["profile"]["role"] == "PMO analyst"
    assert err.count("The answers cannot be saved (") == 1
    code, out, err = asked(tmp_path, "PMO analyst", "q", **nowhere)
    assert (code, out) == (3, "")  # 75 would say that it is saved
    assert "Saved in" not in err
    assert list(files(tmp_path)) == ["file"]


# --- what no longer fits, and what cannot be read


def test_an_answer_that_no_longer_fits_the_catalogue_is_asked_again(tmp_path: Path) -> None:
    file = left(
        tmp_path, ("role", "PMO analyst"), ("holds", ["p3o-foundation"]), ("goals", ["riches"])
    )
    code, _, err = asked(tmp_path, args=(*QUICK, "--save", str(file)))
    assert code == 75
    assert "Asked again, because the saved answer no longer fits: your goal." in err
    assert GOALS in err
    assert [one["fact"] for one in data(tmp_path, "left.json")["answers"]] == ["role", "holds"]


def test_words_that_are_not_known_are_saved_and_read_again(tmp_path: Path) -> None:
    words = ("--pmo-type", "VMO", "--holds-other", "other:Order of Tea", "--country", "Atlantis")
    file = tmp_path / "left.json"
    asked(tmp_path, args=(*words, "--save", str(file)))
    given = data(tmp_path, "left.json")["given"]
    assert given["unmatched"] == {"pmo_types": ["VMO"], "country": ["Atlantis"]}
    asked(tmp_path, args=("--save", str(file)))
    assert data(tmp_path, "left.json")["given"] == given


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"kind": "interview",', "left.json:1:"),
        ('{"kind": "interview", "kind": "interview"}', "left.json:1:"),
        ('{"role": "PMO analyst"}', "left.json:1:1:"),
        ("[]", "left.json:1:1:"),
        ("", "left.json"),
        ("\x00\x01", "left.json"),
    ],
)
def test_a_spoilt_file_is_refused_where_it_is_and_left_as_it_was(
    text: str, place: str, tmp_path: Path
) -> None:
    file = tmp_path / "left.json"
    file.write_text(text)
    code, out, err = asked(tmp_path, "PMO analyst", args=(*QUICK, "--save", str(file)))
    assert (code, out) == (3, "")
    assert plain(place) in plain(err)
    assert "Question" not in err
    assert "--new" in err
    assert file.read_text() == text
    code, _, _ = asked(tmp_path, "PMO analyst", args=(*QUICK, "--save", str(file), "--new"))
    assert (code, file.read_text()) == (
        3,
        text,
    )  # a file of one's own is never replaced by an interview


@pytest.mark.parametrize("value", [7, "x", [1, None, "x"], {"a": 1}, None])
@pytest.mark.parametrize("key", ["given", "answers", "taken_back"])
def test_a_file_changed_by_hand_never_ends_in_a_traceback(
    key: str, value: object, tmp_path: Path
) -> None:
    file = tmp_path / "left.json"
    file.write_text(json.dumps({"kind": "interview", key: value}))
    code, _, err = asked(tmp_path, args=(*QUICK, "--save", str(file)))
    assert (code, "Traceback" in err) == (75, False)


# --- the end


@pytest.mark.parametrize("name", ["me.yaml", "me.json", "my answers.yml"])
def test_a_finished_interview_offers_its_profile_and_leaves_nothing_else(
    name: str, tmp_path: Path
) -> None:
    at = Terminal(*QUICK, home=tmp_path, out=tmp_path / "out")
    at.finish(**ANSWERS)
    at.type(name + "\n")
    assert at.ends() == 0
    assert [one for one in files(tmp_path) if (tmp_path / one).is_file()] == sorted([name, "out"])
    profile = yaml.safe_load((tmp_path / name).read_text())
    assert profile == {"role": "PMO analyst", "years_in_pmo": 3, "holds": []}
    advised = run("advise", name, *QUICK, "--as-of", DAY, cwd=tmp_path, env={"COLUMNS": "80"})
    told, asked_ = advised.out.splitlines(), (tmp_path / "out").read_text().splitlines()
    assert advised.code == 0
    assert asked_[:17] == told[:17]
    assert not [line for line in asked_ if "--" in line]  # no option where questions are asked


def test_it_overwrites_nothing_and_asks_again(tmp_path: Path) -> None:
    (tmp_path / "me.yaml").write_text("mine")
    at = Terminal(*QUICK, home=tmp_path, out=tmp_path / "out")
    at.finish(**ANSWERS)
    for name, why in (
        ("me.yaml", "Not written: the file exists already"),
        ("nowhere/me.yaml", "Not written: cannot be written"),
        ("yes", talk("offer-name")[1:]),
        ("me.txt", talk("offer-name")[1:]),
    ):
        assert plain(why) in plain(at.say(name) or "")
    at.type("other.yaml\n")
    assert at.ends() == 0
    assert (tmp_path / "me.yaml").read_text() == "mine"
    assert "role: PMO analyst" in (tmp_path / "other.yaml").read_text()


@pytest.mark.parametrize(("reply", "kept"), [("q\n", 1), ("\x04", 1), ("b\nq\n", 0)])
def test_the_interview_is_kept_where_the_offer_is_left(
    reply: str, kept: int, tmp_path: Path
) -> None:
    at = Terminal(*QUICK, home=tmp_path, out=tmp_path / "out")
    at.finish(**ANSWERS)
    before = len(data(tmp_path)["answers"])
    at.type(reply)
    assert at.ends() == 75
    assert len(data(tmp_path)["answers"]) == before - 1 + kept


@pytest.mark.parametrize("reply", ["", "-", "n", "no", "geen"])
def test_the_offer_can_be_turned_down(reply: str, tmp_path: Path) -> None:
    at = Terminal(*QUICK, home=tmp_path, out=tmp_path / "out")
    at.finish(**ANSWERS)
    at.type(reply + "\n")
    assert at.ends() == 0
    assert [one for one in files(tmp_path) if (tmp_path / one).is_file()] == ["out"]


def test_back_at_the_offer_asks_again_and_the_advice_is_written_once(tmp_path: Path) -> None:
    at = Terminal(*QUICK, "--json", home=tmp_path, out=tmp_path / "out")
    at.finish(**ANSWERS)
    assert "Enter: 3, as before." in (at.say("b") or "")
    assert plain(OFFER) in plain(at.say("4") or "")
    at.type("\n")
    assert at.ends() == 0
    assert json.loads((tmp_path / "out").read_text())["profile"]["years_in_pmo"] == 4


def test_nothing_is_offered_where_nothing_was_said(tmp_path: Path) -> None:
    code, _, err = asked(tmp_path, *[""] * 9)
    assert (code, plain(OFFER) in plain(err)) == (0, False)
