"""Unlocking the laptop by its passphrase, against the bare derivation of the key, which is made slow on purpose."""

from collections.abc import Iterator

from inspector_app.core.crypto import seal
from inspector_app.core.services.profile.laptop import Laptop
from tests.benchmarks import figures, workload

ROUNDS = 5


def run() -> Iterator[str]:
    """Lines to print."""
    with workload.laptop() as laptop:
        cost, salt = seal.cost_here(), seal.new_salt()
        unlocked, derived = figures.in_turn(
            lambda: figures.timed(lambda: Laptop(laptop.folder).unlock(workload.PASSPHRASE)),
            lambda: figures.timed(lambda: seal.derive(workload.PASSPHRASE, salt, cost)),
            ROUNDS,
        )
    yield f"unlocking                         {figures.percentile(unlocked, 0.5):.2f} s median"
    yield f"deriving the key alone            {figures.percentile(derived, 0.5):.2f} s median"
    yield f"unlocking against deriving        {figures.ratio(unlocked, derived):.2f} times (limit 1.2)"
