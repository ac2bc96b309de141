"""Which standards an inspection inspects: the ratings, the pages and the report ask here, so that they show the same ones."""

from collections.abc import Collection

from inspector_app.core.domain.framework import Framework, Standard


def standards(framework: Framework, *, returning: bool, said_of: Collection[str] = ()) -> tuple[Standard, ...]:
    """In the framework's order: those it rates, with a return visit those of that too, and those in `said_of` (references).

    What somebody wrote on a standard is never left out because no return visit is planned (any more).
    """
    visit = framework.return_visit.standards if returning and framework.return_visit else ()
    return tuple(s for s in framework.standards if s.rated or s.ref in visit or s.ref in said_of)
