"""The two kinds of error: what the world does (Expected) and what we did wrong (Bug)."""

from enum import StrEnum


class Code(StrEnum):
    """What happened, for the one table of sentences (ui/errors.py). Every code has a sentence there."""

    # passphrase, profile, files
    WRONG_PASSPHRASE = "wrong-passphrase"
    WEAK_PASSPHRASE = "weak-passphrase"
    UNTYPABLE_PASSPHRASE = "untypable-passphrase"
    PASSPHRASES_DIFFER = "passphrases-differ"
    NO_PASSPHRASE = "no-passphrase"
    NO_SECRET = "no-secret"
    NO_IDENTITY = "no-identity"
    IDENTITY_EXISTS = "identity-exists"
    KEYRING_DAMAGED = "keyring-damaged"
    KEYRING_MISSING = "keyring-missing"
    KEYRING_OLDER = "keyring-older"
    NO_RECOVERY_CODE = "no-recovery-code"
    WRONG_CODE = "wrong-code"
    WAY_MISSING = "way-missing"
    TOO_SOON = "too-soon"
    SECRET_UNREADABLE = "secret-unreadable"
    FILE_MISSING = "file-missing"
    FOLDER_MISSING = "folder-missing"
    NOT_A_FILE = "not-a-file"
    FILE_TOO_LARGE = "file-too-large"
    IS_KEPT = "is-kept"
    NOT_A_FOLDER = "not-a-folder"
    FILE_EXISTS = "file-exists"
    FILE_FOREIGN = "file-foreign"
    FILE_DAMAGED = "file-damaged"
    BACKUPS_DAMAGED = "backups-damaged"
    FILE_NEWER = "file-newer"
    FILE_OLDER = "file-older"
    FILE_MOVED = "file-moved"
    FILE_OVERWRITTEN = "file-overwritten"
    IS_A_BACKUP = "is-a-backup"
    ONLY_READ = "only-read"
    NO_BACKUP = "no-backup"
    NOTHING_TO_RECOVER = "nothing-to-recover"
    REHEARSAL_FAILED = "rehearsal-failed"
    OTHER_BACKUP = "other-backup"
    OPEN_ELSEWHERE = "open-elsewhere"
    FILE_IN_USE = "file-in-use"
    BEING_MADE = "being-made"
    DELETED_IN_PART = "deleted-in-part"
    FOLDER_READ_ONLY = "folder-read-only"
    FOLDER_NOT_LOCAL = "folder-not-local"
    DISK_FULL = "disk-full"
    DISK_FAILED = "disk-failed"
    NOT_TOLD = "not-told"
    BUSY = "busy"
    NO_DISPLAY = "no-display"
    # hand-off
    NOT_A_CARD = "not-a-card"
    CARD_DAMAGED = "card-damaged"
    KEYS_DIFFER = "keys-differ"
    SEVERAL_WAIT = "several-wait"
    CARD_WAITS = "card-waits"
    CARD_WITHDRAWN = "card-withdrawn"
    NOBODY_WAITS = "nobody-waits"
    NOT_THE_LEAD = "not-the-lead"
    NOT_ACCEPTED = "not-accepted"
    SENDER_CHANGED = "sender-changed"
    SENDER_WAITS = "sender-waits"
    PERSON_UNKNOWN = "person-unknown"
    NO_CARD = "no-card"
    NOBODY_TO_SEND_TO = "nobody-to-send-to"
    OTHER_INSPECTION = "other-inspection"
    NOT_FROM_TEAM = "not-from-team"
    NOT_A_START = "not-a-start"
    ALREADY_HERE = "already-here"
    FRAMEWORK_DIFFERS = "framework-differs"
    NOT_A_PACKAGE = "not-a-package"
    PACKAGE_TO_TAKE = "package-to-take"
    NO_FIGURES = "no-figures"
    IS_SEALED = "is-sealed"
    NOT_SEALED = "not-sealed"
    PACKAGE_DAMAGED = "package-damaged"
    TOO_MANY_CASES = "too-many-cases"
    PARTS_MISSING = "parts-missing"
    PARTS_MIXED = "parts-mixed"
    PACKAGE_NOT_FOR_ME = "package-not-for-me"
    PACKAGE_WANTS_PASSPHRASE = "package-wants-passphrase"
    SIGNATURE_WRONG = "signature-wrong"
    # sealed records
    NOT_SEALABLE = "not-sealable"
    MAY_IDENTIFY = "may-identify"
    RECORD_ALTERED = "record-altered"
    RECORD_DIFFERS = "record-differs"
    # collections of them
    COLLECTION_ADDRESS = "collection-address"
    COLLECTION_DENIED = "collection-denied"
    COLLECTION_FOREIGN = "collection-foreign"
    COLLECTION_HAS_OTHER = "collection-has-other"
    COLLECTION_NO_DRIVER = "collection-no-driver"
    COLLECTION_UNREACHABLE = "collection-unreachable"
    # frameworks
    FRAMEWORK_UNKNOWN = "framework-unknown"
    NO_FRAMEWORK = "no-framework"
    FRAMEWORK_INVALID = "framework-invalid"
    # documents and tables
    NOT_JSON = "not-json"
    NOT_TEXT = "not-text"
    DOCUMENT_INVALID = "document-invalid"
    DOCUMENT_NEWER = "document-newer"
    TABLE_INVALID = "table-invalid"
    WORKBOOK_UNREADABLE = "workbook-unreadable"
    DRAFT_UNREADABLE = "draft-unreadable"
    DRAFT_UNMARKED = "draft-unmarked"
    DRAFT_FOREIGN = "draft-foreign"
    TEXT_CHANGED = "text-changed"
    POINT_UNKNOWN = "point-unknown"
    POINT_OPEN = "point-open"
    POINT_OWN = "point-own"
    PANEL_NOT_MEMBER = "panel-not-member"
    PANEL_NO_CHAIR = "panel-no-chair"
    PANEL_NOT_CHAIR = "panel-not-chair"
    PANEL_OWN_FIRST = "panel-own-first"
    PANEL_OPENED = "panel-opened"
    VERIFY_OWN = "verify-own"
    TOLD_UNKNOWN = "told-unknown"
    CASE_LIST_INVALID = "case-list-invalid"
    FORMAT_UNKNOWN = "format-unknown"
    # editing
    CASE_UNKNOWN = "case-unknown"
    CASE_NOT_IN_BACKUP = "case-not-in-backup"
    CASE_NOT_YOURS = "case-not-yours"
    CASE_ACCEPTED = "case-accepted"
    CASE_MARKED_BLIND = "case-marked-blind"
    COMMENT_NOT_YOURS = "comment-not-yours"
    NOT_A_REVIEWER = "not-a-reviewer"
    OWN_JUDGEMENT = "own-judgement"
    QUESTION_UNKNOWN = "question-unknown"
    NO_CASES = "no-cases"
    NO_CASE_QUESTIONS = "no-case-questions"
    VALUE_INVALID = "value-invalid"
    NO_SECOND_MARKING = "no-second-marking"
    NOT_BOTH_DONE = "not-both-done"
    A_MARKER = "a-marker"
    CASE_SETTLED = "case-settled"
    NOT_AGREED_YET = "not-agreed-yet"
    NOTHING_TO_UNDO = "nothing-to-undo"
    NOTHING_TO_REDO = "nothing-to-redo"
    CHANGED_SINCE = "changed-since"
    CONCERN_NOT_SETTLED = "concern-not-settled"
    TEXTS_CONTESTED = "texts-contested"


GONE = (Code.FILE_MOVED, Code.FILE_OVERWRITTEN)  # of an open file: nothing more is written into it


class Expected(Exception):
    """Something the world did: a full disk, a wrong passphrase, a foreign file.

    Carries a code and the facts the sentence needs (file, row, field, what to do differs by fact).
    Nothing has been changed when it is raised.
    """

    def __init__(self, code: Code, **facts: object) -> None:
        super().__init__(code.value, facts)
        self.code = code
        self.facts = facts

    def said_of(self, where: object) -> "Expected":
        """The same of another file: the one that a file in the making is to be."""
        return type(self)(self.code, **{**self.facts, "where": where})


class Bug(Exception):
    """Something we did wrong; never shown as the user's fault."""
