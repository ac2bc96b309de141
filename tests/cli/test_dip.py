"""`dip`: cases drawn by a seed that is printed, the same for everybody who draws by it."""

from hashlib import sha256
from pathlib import Path
from typing import Any

from inspector_app.core.domain.cases import dip


def test_the_printed_seed_draws_the_same_cases_again_and_so_does_a_hash_alone(run: Any, trafford: Path) -> None:
    first = run("dip", trafford, "5", "--json").json
    assert len(first["drawn"]) == 5
    assert run("dip", trafford, "5", "--json", "--seed", first["seed"]).json == first
    said = run("dip", trafford, "5", "--seed", first["seed"]).out
    assert f"Seed: {first['seed']}" in said
    every = run("dip", trafford, "1000", "--json", "--seed", first["seed"]).json["drawn"]
    by_hand = sorted(every, key=lambda ref: sha256(f"{first['seed']} {ref}".encode()).hexdigest())
    assert by_hand[:5] == first["drawn"]
    assert len(every) == first["among"]


def test_another_seed_draws_others_and_no_seed_a_new_one(run: Any, trafford: Path) -> None:
    drawn = {tuple(run("dip", trafford, "3", "--json", "--seed", str(seed)).json["drawn"]) for seed in range(8)}
    assert len(drawn) > 1
    assert run("dip", trafford, "3", "--json").json["seed"] != run("dip", trafford, "3", "--json").json["seed"]


def test_it_draws_of_one_sample_alone(run: Any, trafford: Path) -> None:
    victims = run("dip", trafford, "100", "--json", "--sample", "victims").json["drawn"]
    assert victims
    assert len(victims) < run("dip", trafford, "1", "--json").json["among"]


def test_no_case_no_number_and_no_such_sample_are_refused(run: Any, trafford: Path) -> None:
    for given in (("0",), ("2", "--sample", "nobody")):
        refused = run("dip", trafford, *given)
        assert (refused.status, refused.out) == (3, "")


def test_the_order_of_the_draw_does_not_hang_on_how_the_cases_are_listed() -> None:
    refs = [f"C{number:02d}" for number in range(24)]
    assert dip.drawn(refs, 6, "a1b2") == dip.drawn(reversed(refs), 6, "a1b2")
    assert dip.drawn(refs, 0, "a1b2") == dip.drawn(refs, -1, "a1b2") == ()


def test_a_seed_of_bytes_that_are_no_text_is_one_that_draws_the_same_again(run: Any, trafford: Path) -> None:
    first = run("dip", trafford, "5", "--json", "--seed", "\udcff\ud800").json
    assert run("dip", trafford, "5", "--json", "--seed", first["seed"]).json == first


def test_an_item_is_verified_as_it_stands_but_not_ones_own(run: Any, trafford: Path) -> None:
    first = run("verified", trafford, "C01", "--json").json[0]
    assert (first["verified_by"], first["stands"]) == ("", False)
    done = run("verified", trafford, "C01", first["item"])
    assert (done.status, f"  {first['item']}: verified\n" in done.out) in ((0, True), (3, False))
    assert run("judge", trafford, "C01", "2.1.1", "no").status == 0
    assert run("verified", trafford, "C01", "2.1.1").status == 3
