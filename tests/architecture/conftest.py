"""What is held for the tests of the house and of its words, and let go of after the last of them."""

import pytest

from tests.architecture import sources


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """The sources that were read are half a million objects, which all later tests would look through for garbage."""
    if nextitem is None or nextitem.path.parent.name not in ("architecture", "words"):
        sources.forget()
