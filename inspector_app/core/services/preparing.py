"""What can be prepared for an opening before anybody knows of which file."""

from inspector_app.core.storage import asked_first


def warm_up() -> None:
    """Prepare what the first opening asks of its file: a tenth of a second that its window does not wait for then."""
    asked_first.warm_up()
