"""Refusals about the work on cases: who may do what, what is missing, what others did since."""

from inspector_app.core.errors import Code
from inspector_app.core.words import Later, later

SENTENCES: dict[Code, Later] = {
    Code.POINT_UNKNOWN: later(
        "That point on factual accuracy is not there any more: {point}. Nothing was changed; look at the list."
    ),
    Code.TEXTS_CONTESTED: later(
        "There is no copy for the service while people differ on what its texts say: it would have one side’s words (such "
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
    Code.PANEL_NOT_MEMBER: later(
        "You have no seat at the ratings panel, so there is no rating of your own to give. Nothing was changed; the lead "
        "says who sits at the panel."
    ),
    Code.PANEL_NO_CHAIR: later(
        "Nobody chairs the ratings panel yet, so there is nobody to seal a rating to. Nothing was changed; the lead says "
        "who chairs it."
    ),
    Code.PANEL_NOT_CHAIR: later(
        "You do not chair the ratings panel, and the members’ own ratings are sealed to its chair. Nothing was opened; the "
        "chair opens them."
    ),
    Code.PANEL_OWN_FIRST: later(
        "You have not given your own rating yet, and would read the others’ before. Nothing was opened; give yours first, or "
        "say which interest keeps you from it."
    ),
    Code.PANEL_OPENED: later(
        "{standard}: the members’ own ratings were opened, so one that is given now would not be your own. Nothing was "
        "changed; say it at the panel."
    ),
    Code.VERIFY_OWN: later(
        "You gave this answer, so your word does not verify it. Nothing was changed; somebody else who reviews verifies it."
    ),
    Code.TOLD_UNKNOWN: later(
        "That entry of what the service was told is not there any more: {entry}. Nothing was changed; look at the list."
    ),
    Code.CASE_NOT_YOURS: later(
        "{case} is a colleague’s case: {whose}. Nothing was changed; comment on it, take it over, or "
        "have them ask you for help."
    ),
    Code.CASE_ACCEPTED: later("{case} was accepted. Nothing was changed; reopen it first, with your reason."),
    Code.CASE_MARKED_BLIND: later(
        "You mark {case} second, and these are the first marker’s answers. Nothing was changed; your own answers are kept "
        "apart until both of you are done."
    ),
    Code.COMMENT_NOT_YOURS: later(
        "The comment is somebody else’s: {whose}. Nothing was changed; they, the lead or a quality lead can delete it."
    ),
    Code.RECORD_NOT_YOURS: later(
        "That was written down by somebody else: {whose}. Nothing was changed; they, the lead or a quality lead can "
        "delete it or settle it."
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
        "The markings of the case {case} can be compared when all are done. Not done yet: {waiting}. "
        "Nothing was changed; until then none is shown to the others."
    ),
    Code.A_MARKER: later(
        "You are one of those who marked {case}, and its agreed version is settled by somebody who did not. Nothing "
        "was changed; ask a colleague."
    ),
    Code.CASE_SETTLED: later(
        "The answers of {case} are its settled agreed version. Nothing was changed; somebody who did not mark it "
        "can open that again where it was settled."
    ),
    Code.NOT_AGREED_YET: later(
        "The agreed version of {case} has no answer yet, or a contested one, for: {items}. "
        "Nothing was changed; settle these first."
    ),
    Code.NOTHING_TO_UNDO: later("There is nothing to undo here: undo is of the item you are on."),
    Code.NOTHING_TO_REDO: later("There is nothing to redo here: redo is of the item you are on."),
    Code.CHANGED_SINCE: later(
        "{by} has changed this since ({at}), and their work must not be overwritten. Nothing was changed; look at "
        "it as it is now and decide again."
    ),
    Code.CONCERN_NOT_SETTLED: later(
        "The concern stays open: it does not say yet {missing}. Nothing was changed; write that down and close it then."
    ),
}
