"""The program as it is, but for this: a keyring that is made in it is cheap to open, what that costs being kept in it.

Each first start is one derivation of the passphrase and one of the recovery code, and each unlocking another, at nearly a
second of the processor; tests/e2e/test_first_hour.py and the journey that is killed while somebody types pay it in earnest.
"""

import sys

from inspector_app import __main__ as door
from inspector_app.core.crypto import seal

if __name__ == "__main__":
    seal.Cost.__init__.__defaults__ = (64, 1, 1)
    sys.exit(door.main())
