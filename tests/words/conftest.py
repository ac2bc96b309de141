"""The sources that were read are let go of as after the tests of the house, which read the same."""

from tests.architecture.conftest import pytest_runtest_teardown

__all__ = ["pytest_runtest_teardown"]
