"""Refusals about frameworks, documents, tables and lists of cases."""

from inspector_app.core.errors import Code
from inspector_app.core.words import Later, later

SENTENCES: dict[Code, Later] = {
    Code.FRAMEWORK_UNKNOWN: later("There is no framework {framework}. Nothing was changed; choose one of: {known}."),
    Code.NO_FRAMEWORK: later(
        "{where} is a table, which does not say its framework. Nothing was changed; name it with "
        "--framework (`frameworks list` lists them)."
    ),
    Code.FRAMEWORK_INVALID: later(
        "The framework file {where} cannot be used: at {path}, {why}. "
        "Nothing was changed; correct that value and try again."
    ),
    Code.NOT_JSON: later(
        "{where} is not a JSON document (line {line}, column {column}: {why}). Nothing was changed; "
        "export it again or correct that place."
    ),
    Code.NOT_TEXT: later(
        "{where} is not text in UTF-8 (byte {position}). Nothing was changed; choose another file, "
        'or where this is the right one save it as UTF-8 (in Excel: "CSV UTF-8") and try again.'
    ),
    Code.DOCUMENT_INVALID: later(
        "{where} cannot be used: at {path}, {why}. Nothing was changed; correct that value and try again."
    ),
    Code.DOCUMENT_NEWER: later(
        "{where} is an inspection document of version {found}; this program reads version {known}. "
        "Nothing was changed; update the program or export the document in version {known}."
    ),
    Code.TABLE_INVALID: later(
        "{where} cannot be used: row {row}, column {column}: {why}. Nothing was changed; "
        "correct that row and try again."
    ),
    Code.WORKBOOK_UNREADABLE: later(
        "{where} cannot be read as a workbook: {why}. Nothing was changed; "
        'save it in Excel as .xlsx, or as "CSV UTF-8", and try again.'
    ),
    Code.DRAFT_UNREADABLE: later(
        "{where} cannot be read as a returned draft: {why}. Nothing was changed; "
        "open it in a word processor, save it as .docx, and try again."
    ),
    Code.DRAFT_UNMARKED: later(
        "{where} is not a draft that this program made, or the marks by which its paragraphs are known are gone. "
        "Nothing was changed; choose the file that came back, or type what it says."
    ),
    Code.DRAFT_FOREIGN: later(
        "{where} is a draft of another inspection. Nothing was changed; open that inspection to read it."
    ),
    Code.TEXT_CHANGED: later(
        "This place has been rewritten since the draft was made, so the change does not fit: {what}. Nothing was "
        "changed; go to the text and write what it should say."
    ),
    Code.CASE_LIST_INVALID: later(
        "{where} cannot be used as a list of cases: {why}. Nothing was changed; "
        "choose another file, or correct this one and try again."
    ),
    Code.FORMAT_UNKNOWN: later(
        "{where} has an ending that cannot be used here. Nothing was changed; use a file that ends in one of: {known}."
    ),
}
