"""A report as a file: which module writes which kind, and the process in which a window has it written."""
