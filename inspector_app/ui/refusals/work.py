"""Refusals about the work on cases: who may do what, what is missing, what others did since."""

from inspector_app.core.errors import Code
from inspector_app.core.words import Later, later

SENTENCES: dict[Code, Later] = {
    Code.POINT_UNKNOWN: later(
        "That point on factual accuracy is not there any more: {point}. Nothing was changed; look at the list."
    ),
    Code.TEXTS_CONTESTED: later(
        "There is no copy for the service while people differ on what its texts say: it would have one side's words (such "
        "fields: {number}). Nothing was written; settle them at the conflict desk, and make it again."
    ),
    Code.POINT_OPEN: later(
        "There is no reply while a point lacks its kind, decision, reason or a second person who signs it off (such points: "
        "{number}). Nothing was written; decide on each, and have it signed off."
    ),
    Code.POINT_OWN: later(
        "You decided on this point or wrote the text it is on, so you cannot sign it off. Nothing was changed; "
        "somebody who judged nothing of it signs."
    ),
    Code.CASE_NOT_YOURS: later(
        "{case} is a colleague's case: {whose}. Nothing was changed; comment on it, take it over, or "
        "have them ask you for help."
    ),
    Code.CASE_ACCEPTED: later("{case} was accepted. Nothing was changed; reopen it first, with your reason."),
    Code.CASE_MARKED_BLIND: later(
        "You mark {case} second, and these are the first marker's answers. Nothing was changed; your own answers are kept "
        "apart until both of you are done."
    ),
    Code.COMMENT_NOT_YOURS: later(
        "The comment is somebody else's: {whose}. Nothing was changed; they, the lead or a quality lead can take it away."
    ),
    Code.OWN_JUDGEMENT: later(
        "You judged case {case}, and nobody accepts what they judged. Nothing was changed; another lead or quality lead can "
        "accept it, or the lead, who says why."
    ),
    Code.NOT_A_REVIEWER: later(
        "Cases are accepted and returned by the lead and quality leads: {who}. Nothing was changed; submit the case, "
        "or the lead says who stands in for them (*Set up*, step 2, or `inspector-app team role`)."
    ),
    Code.CASE_UNKNOWN: later(
        "There is no case {case} in {where}. Nothing was changed; check the reference "
        "(`export` writes a list of the cases)."
    ),
    Code.CASE_NOT_IN_BACKUP: later(
        "{case} cannot come back from this backup, which does not hold it: it was added later. Nothing was changed; "
        "choose a newer backup."
    ),
    Code.QUESTION_UNKNOWN: later(
        "{question} cannot be answered on the case {case}: {why}. Nothing was changed; check the "
        "reference (`frameworks show {framework}` lists them)."
    ),
    Code.NO_CASES: later(
        "There is no case to make a pack of in {where}. Nothing was changed; add or choose a case first."
    ),
    Code.NO_CASE_QUESTIONS: later(
        "No questions are asked on the case {case}: {framework} has none for its sample, so there is "
        "no pack of it. Nothing was changed; choose a case of another sample, or write evidence on the standards."
    ),
    Code.VALUE_INVALID: later("{field} cannot be {value!r}: {why}. Nothing was changed; correct it and try again."),
    Code.NO_SECOND_MARKING: later(
        "Nobody was asked to mark the case {case} a second time. Nothing was changed; ask somebody first."
    ),
    Code.NOT_BOTH_DONE: later(
        "The two markings of the case {case} can be compared when both are done: {waiting} is not yet. "
        "Nothing was changed; until then neither is shown to the other."
    ),
    Code.A_MARKER: later(
        "You are one of those who marked {case}, and its agreed version is settled by somebody who is neither. "
        "Nothing was changed; ask a colleague."
    ),
    Code.CASE_SETTLED: later(
        "The answers of {case} are its settled agreed version. Nothing was changed; who is no marker can open that again "
        "where it was settled."
    ),
    Code.NOT_AGREED_YET: later(
        "The agreed version of {case} has no answer yet, or a contested one, for: {items}. "
        "Nothing was changed; settle these first."
    ),
    Code.NOTHING_TO_UNDO: later("There is nothing to undo here; undo takes back what was done to the item you are on."),
    Code.NOTHING_TO_REDO: later(
        "There is nothing to redo here; redo brings back what was undone on the item you are on."
    ),
    Code.CHANGED_SINCE: later(
        "This was changed by {by} since ({at}), and their work must not be passed over. "
        "Nothing was changed; look at it as it is now and decide again."
    ),
    Code.CONCERN_NOT_SETTLED: later(
        "The concern stays open: it does not say yet {missing}. Nothing was changed; write that down and close it then."
    ),
}
