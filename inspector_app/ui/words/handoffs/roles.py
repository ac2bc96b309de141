"""What somebody may be on an inspection. Stored as they stand there, so they are the same in every language."""

from inspector_app.core.domain.roles import ROLES

__all__ = ["ROLES"]
