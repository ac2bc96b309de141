"""No index of the steps that nothing signs yet: every edit wrote a page of it, for what one hand-off a day asks."""

STATEMENTS = ("DROP INDEX unsigned",)
