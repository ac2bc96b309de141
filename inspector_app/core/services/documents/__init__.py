"""Inspection documents, tables, lists of cases and paper: out, and in again."""
