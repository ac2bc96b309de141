from inspector_app.ui.last_done import LastDone


def test_undo_and_redo_turn_one_act_over_and_another_act_takes_its_place() -> None:
    last = LastDone[str]()
    assert (last.of("undo"), last.of("redo")) == (None, None)
    last.did("Ann")
    last.turned()
    assert (last.of("undo"), last.of("redo")) == (None, "Ann")
    last.turned()
    assert (last.of("undo"), last.of("redo")) == ("Ann", None)
    last.turned()
    last.did("Bob")
    assert (last.of("undo"), last.of("redo")) == ("Bob", None), "what was undone before is no longer done again"
    last.forget()
    assert (last.of("undo"), last.of("redo")) == (None, None)
