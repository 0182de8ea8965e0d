"""The examples of the documentation: what they hold, what is found in them, what is told of them."""

from __future__ import annotations

import re
from datetime import date

import pytest

from examples import ALL, FOLDER, ROOT, SEEDS, example
from paths import resolve
from rekisteri import check, dumps, loads, render
from rekisteri.retention import consistency_of

TODAY = date(2026, 11, 22)
FACTS = ROOT / "docs" / "reference" / "seed-facts"


def facts(seed: str) -> list[tuple[str, str]]:
    """The rows of a seed's table of facts: (fact, where)."""
    text = (FACTS / f"{seed.removeprefix('seed-')}.md").read_text(encoding="utf-8")
    return re.findall(r"^\| (.+) \| `(.+)` \|$", text, re.MULTILINE)


def found(name: str, check_id: str) -> list[tuple[object, ...]]:
    """The findings of one check in an example: (severity, path)."""
    return check(example(name), on=TODAY, select=[check_id]).flatten("severity", "path")


@pytest.mark.parametrize("name", ALL)
def test_examples_are_canonical(name: str) -> None:
    """An example is written as ``dumps`` writes it, byte for byte."""
    written = (FOLDER / f"{name}.json").read_bytes().decode()

    assert dumps(loads(written)) == written


@pytest.mark.parametrize("seed", SEEDS)
def test_every_fact_of_a_seed_has_a_place(seed: str) -> None:
    """Each row of the table of facts names a place in the example where something is said."""
    register = example(seed)

    assert [where for _, where in facts(seed) if resolve(register, where) is None] == []


def test_facts_are_told_once() -> None:
    """A fact that a seed repeats is one row."""
    for seed in SEEDS:
        told = facts(seed)

        assert sorted(set(told)) == sorted(told)


def test_few_facts_rest_in_free_sections() -> None:
    """Over all five seeds at most 3 % of the facts have found no field but a section's heading or words."""
    places = [where for seed in SEEDS for _, where in facts(seed)]
    free = [where for where in places if where.startswith("sections[")]

    assert len(places) > 500
    assert len(free) / len(places) <= 0.03


@pytest.mark.parametrize("seed", SEEDS)
def test_sections_say_truly_what_they_became(seed: str) -> None:
    """Every path in ``covered`` leads to something."""
    register = example(seed)
    covered = [path for section in register.sections or () for path in section.covered or ()]

    assert covered
    assert [path for path in covered if resolve(register, path) is None] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_silence_none_and_empty_headings_survive(seed: str) -> None:
    """What is silent, none or an empty heading is the same after a round trip."""
    register = example(seed)
    again = loads(dumps(register))

    assert again == register
    assert [(one.heading, one.text) for one in again.sections or ()] == [
        (one.heading, one.text) for one in register.sections or ()
    ]


def test_an_empty_heading_is_a_section_without_words() -> None:
    """The cookie heading of seed 001 and the profiling heading of seed 003 have no words and cover nothing."""
    empty = {
        seed: [one.heading for one in example(seed).sections or () if not (one.text or one.rest or one.covered)]
        for seed in SEEDS
    }

    assert empty["seed-001"] == ["Evästeet"]
    assert empty["seed-003"] == ["Automaattinen käsittely ja profilointi"]


def test_the_repealed_act_weighs_by_what_it_carries() -> None:
    """``must`` only where it is the basis, ``should`` undated, ``note`` where it was in force when drafted."""
    worst = {seed: {severity for severity, _ in found(seed, "repealed-act-cited")} for seed in SEEDS}

    assert worst == {
        "seed-000": {"should"},
        "seed-001": {"note"},
        "seed-002": {"must", "should"},
        "seed-003": set(),
        "seed-004": {"note"},
    }


def test_the_basis_of_seed_002_is_where_the_act_is_a_must() -> None:
    """The only ``must`` stands on a legal basis; on the other one, of the old Act itself, ``basis-of-old-act`` speaks."""
    paths = [path for severity, path in found("seed-002", "repealed-act-cited") if severity == "must"]

    assert paths == ["purposes[customers].legal_bases[0].provisions[0]"]


def test_contract_and_interest_are_not_told_apart_in_seed_003() -> None:
    """Two bases for all processing."""
    assert found("seed-003", "bases-not-told-apart") == [("should", "legal_bases")]


def test_the_special_diet_of_seed_004_is_noticed() -> None:
    """A diet may tell of health or religion; nothing else in the seeds does."""
    expected: dict[str, list[tuple[object, ...]]] = {seed: [] for seed in SEEDS}
    expected["seed-004"] = [("should", "data[6].name")]

    assert {seed: found(seed, "special-data-possible") for seed in SEEDS} == expected


def test_hedged_transfers_are_unspecified_and_a_flat_no_is_not() -> None:
    """Seeds 000, 001, 003 and 004 transfer only if necessary, nowhere named; 002 says no."""
    flagged = [seed for seed in SEEDS if found(seed, "transfer-unspecified")]

    assert flagged == ["seed-000", "seed-001", "seed-003", "seed-004"]
    assert example("seed-002").transfers == ()


def test_seed_003_names_an_old_address_and_services_abroad() -> None:
    """The authority's former address, and tracking beside a transfer clause that names nowhere."""
    register = check(example("seed-003"), on=TODAY, select=["authority-contact-old", "transfers-contradict-recipients"])

    assert register.flatten("check", "severity", "certainty", "path") == [
        ("authority-contact-old", "should", "certain", "authorities[authority].address"),
        ("transfers-contradict-recipients", "should", "possible", "tracking[1]"),
        ("transfers-contradict-recipients", "should", "possible", "tracking[2]"),
    ]


def test_seed_002_rests_on_the_old_ground() -> None:
    """The customer relationship as a basis is the repealed Act's."""
    assert found("seed-002", "basis-of-old-act") == [("must", "purposes[customers].legal_bases[1]")]


def test_the_password_of_seed_000_is_noticed() -> None:
    """Passwords are listed among the data; a user name is not taken for one."""
    expected: dict[str, list[tuple[object, ...]]] = {seed: [] for seed in SEEDS}
    expected["seed-000"] = [("should", "data[use].items[2]")]

    assert {seed: found(seed, "credentials-as-data") for seed in SEEDS} == expected


def test_the_interest_of_seed_003_is_only_a_relationship() -> None:
    """Its own words say no more than the term."""
    expected: dict[str, list[tuple[object, ...]]] = {seed: [] for seed in SEEDS}
    expected["seed-003"] = [("should", "legal_bases[1].interest")]

    assert {seed: found(seed, "interest-vague") for seed in SEEDS} == expected


def test_the_tracking_of_seeds_003_and_004_is_stopped_in_the_browser() -> None:
    """Settings and an add-on of the browser are the only ways; of the demographics the provider's account is one."""
    assert found("seed-003", "cookies-without-consent") == [
        ("should", "tracking[0].opt_out"),
        ("should", "tracking[1].opt_out"),
        ("note", "tracking[2].consent"),
    ]
    assert found("seed-004", "cookies-without-consent") == [
        ("should", "tracking[0].opt_out"),
        ("note", "tracking[1].consent"),
    ]


def test_what_the_trackers_of_seeds_003_and_004_collect_is_not_listed() -> None:
    """Addresses of devices and pages are no customer data; an age may be in a category without items."""
    assert found("seed-003", "tracker-data-undeclared") == [
        ("note", "tracking[0].collects"),
        ("note", "tracking[1].collects"),
    ]
    assert found("seed-004", "tracker-data-undeclared") == [("note", "tracking[0].collects")]


def test_the_webshop_is_lawful() -> None:
    """Nothing at ``must`` or ``should``, nor worth a note."""
    assert check(example("webshop"), on=TODAY).findings == ()


def test_the_ten_years_of_seed_003_yield() -> None:
    """They are the controller's own: a note with a timeline, told once for all data, and no contradiction."""
    register = check(example("seed-003"), on=TODAY, select=["retention", "erasure"])
    (yields,) = [one for one in register if one.meeting]

    assert (yields.check, yields.severity, yields.path) == ("own-period-yields", "note", "erasure[on-request]")
    assert yields.meeting is not None
    assert (yields.meeting.keep, yields.meeting.erase) == ("ten-years", ("on-request",))
    assert yields.meeting.witness is not None
    assert len(yields.params["data"]) == 6  # type: ignore[arg-type]  # all of them


@pytest.mark.parametrize("name", [*ALL, "bookkeeping"])
def test_no_rules_of_an_example_contradict(name: str) -> None:
    """Nor does it depend on the order of events; only the ten years of seed 003 meet an end at all."""
    found = consistency_of(example(name), on=TODAY)
    open_cases = [one for outcome in ("contradiction", "depends", "undecided") for one in found.of(outcome)]

    assert open_cases == []


def test_the_accounts_are_lawful() -> None:
    """Nothing at any severity."""
    assert check(example("bookkeeping"), on=TODAY).findings == ()


@pytest.mark.parametrize("name", ALL)
def test_findings_lead_somewhere(name: str) -> None:
    """The path of every finding can be followed."""
    register = example(name)
    for finding in check(register, on=TODAY).findings:
        resolve(register, finding.path)


@pytest.mark.parametrize("name", ALL)
def test_examples_print_the_same_every_time(name: str) -> None:
    """Printing is deterministic, and every word of the vocabulary that is used has its label."""
    text = render(example(name), language="fi").plain()

    assert text == render(example(name), language="fi").plain()
    assert "None" not in text


def test_examples_name_nobody_real() -> None:
    """E-mail addresses are of example.fi, save for the authority's."""
    for name in ALL:
        text = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
        addresses = set(re.findall(r"[\w.+-]+@([\w.-]+\w)", text))

        assert addresses <= {"example.fi", "om.fi"}, name
