"""Which module has the arguments of which commands. The called one's alone is imported: all of them take half a second."""

_MODULES = {
    "inspections_arguments": ("demo", "rate", "report", "check-text", "import", "export", "pack"),
    "workspaces_arguments": ("new", "judge", "history", "check"),
    "people.identity_arguments": ("identity",),
    "cases.case_list_arguments": ("cases",),
    "cases.agreeing_arguments": ("agree",),
    "cases.dipping": ("dip",),
    "results.returning": ("returned",),
    "results.accuracy": ("accuracy",),
    "results.members": ("members",),
    "results.telling": ("told",),
    "cases.verifying": ("verified",),
    "cases.profile": ("profile",),
    "cases.calibrating": ("calibration",),
    "backups": ("backup", "restore", "rehearse", "recover"),
    "results.records": ("seal", "verify"),
    "results.across": ("beside",),
    "collection.arguments": ("collection",),
    "people.handoff_arguments": ("conflicts", "card", "team", "handoff"),
    "frameworks": ("frameworks",),
}  # fmt: skip
COMMANDS = tuple(command for commands in _MODULES.values() for command in commands)


def modules_of(command: str) -> tuple[str, ...]:
    """The module of that command, within this package; every module for any other word, as `--help`."""
    if command == "--version":
        return ()
    return tuple(module for module, commands in _MODULES.items() if command in commands) or tuple(_MODULES)
