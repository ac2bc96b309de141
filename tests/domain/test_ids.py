from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain import ids

seqs = st.integers(1, 99_999_999)


@given(seqs, seqs, st.integers(0, 5000))
def test_ids_of_one_device_sort_by_its_counter_and_give_their_parts_back(one: int, other: int, place: int) -> None:
    device = ids.DeviceId(ids.new_proof())
    first, second = ids.new_step_id(device, one), ids.new_step_id(device, other)
    assert len(first) == ids.STEP_ID_LENGTH
    if one != other:
        assert (first < second) == (one < other)
    change = ids.change_id(first, place)
    assert (ids.step_of(change), ids.place_of(change), ids.seq_of(change), ids.device_of(change)) == (
        first,
        place,
        one,
        device,
    )


def test_two_copies_of_one_file_never_give_one_id() -> None:
    device = ids.DeviceId(ids.new_proof())
    assert len({ids.new_step_id(device, 7) for _ in range(100)}) == 100
    assert len({ids.new_id() for _ in range(100)}) == 100
