"""One role is written in one way, whoever wrote it and wherever it comes from."""

import pytest

from inspector_app.core.domain import roles


@pytest.mark.parametrize("role", roles.ROLES)
def test_a_role_is_not_told_apart_by_its_capitals(role: str) -> None:
    assert {roles.written(said) for said in (role, role.lower(), role.upper())} == {role}


def test_a_role_of_somebodys_own_stays_as_it_was_written() -> None:
    assert roles.written("observer from Wales") == "observer from Wales"


@pytest.mark.parametrize(("said", "claim"), [("inspector", ""), ("", "inspector"), ("INSPECTOR", "Quality lead")])
def test_what_a_card_or_the_lead_says_is_shown_alike(said: str, claim: str) -> None:
    assert roles.in_inspection(said, claim, lead=False) == "Inspector"
    assert roles.in_inspection(said, claim, lead=True) == "Lead inspector"
