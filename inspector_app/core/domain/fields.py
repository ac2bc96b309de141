"""What can be edited: each kind of entity and its fields, with everything the program knows of a field.

The tables, the journal, replay, inspection documents, the import of case lists, the facts of a case, the profile of the
sample, search, history and the conflict desk are made from this list or checked against it: docs/recipes.md says what
else a new field takes. Field codes are never renamed. The order is that of forms and lists.
"""

from inspector_app.core.domain.days.typed import is_time
from inspector_app.core.domain.field import Entity as Entity
from inspector_app.core.domain.field import Field as Field
from inspector_app.core.domain.field import Kind as Kind
from inspector_app.core.domain.field import Value as Value
from inspector_app.core.domain.text import names

_ANSWERS = ("yes", "no", "na")
SHORT, LINE = 100, 500  # characters of a reference or a fact; and of a line, such as a title
# fmt: off
_POSITION = Field("position", "place in the list", Kind.NUMBER, document=None)
_DELETED = Field("deleted", "deleted or kept", Kind.FLAG, said=("Deleted", "Kept"), document=None)

INSPECTION = Entity("inspection", "The inspection", (
    Field("service", "service", longest=names.LONGEST, needed=True, prose=True),
    Field("marking", "marking", longest=names.LONGEST, prose=True),
    Field("notice", "notice", prose=True),
    Field("start", "first day of fieldwork", Kind.DATE, needed=True, document="fieldwork.start"),
    Field("end", "last day of fieldwork", Kind.DATE, needed=True, document="fieldwork.end"),
    Field("nation", "nation", Kind.CHOICE, ("england", "wales")),
    # a linked visit to domain one, after work with children and victims
    Field("return_start", "first day of the return visit", Kind.DATE, document="return.start"),
    Field("return_end", "last day of the return visit", Kind.DATE, document="return.end"),
    Field("gaps", "gaps in the fieldwork", Kind.SPANS, document="fieldwork.gaps"),  # "" for none
    # digest of what was sealed, and the figures of then (docs/sealed-record.md)
    Field("sealed", "seal of the ratings", document=None, inner=True, counted=True),
), listed="", only=True)
# `card`, `said`: an introduction, which counts for nothing until it is accepted; `withdrawn`: only from the lead's own line
# (docs/handoff-format.md). `signing` and `sealing` are of a former format and read no more.
PERSON = Entity("person", "A person of the team", (
    Field("name", "name", longest=names.LONGEST),
    Field("role", "role", longest=names.LONGEST),
    _DELETED,
    Field("signing", "signing key", document=None, inner=True),
    Field("sealing", "sealing key", document=None, inner=True),
    Field("card", "identity card", document=None, inner=True),
    Field("said", "what was said of them", document=None, inner=True),
    Field("withdrawn", "what counts from a withdrawn card", document=None, inner=True),
), listed="team")
CASE = Entity("case", "The case", (
    Field("ref", "reference", longest=SHORT, label="Case reference", searched=True, headings=(
        "case reference", "case ref", "reference", "ref", "case", "case id", "id", "case no", "case number",
        "case code", "code", "pseudonym", "identifier", "unique id", "urn", "client no", "client number",
        "childview no", "childview number", "yois no", "psn", "file no", "file number", "record no", "record number",
        "rhif achos", "cyfeirnod achos", "cyfeirnod",
    )),
    Field("sample", "sample", headings=("sample", "case sample", "cohort", "sample group", "group")),
    Field("type", "type", longest=SHORT, profile=True, suggested=(), searched=True, prose=True, headings=(
        "type", "case type", "type of case", "disposal", "disposal type", "type of disposal", "order", "order type",
        "outcome", "outcome type", "sentence", "sentence type", "intervention", "intervention type", "victim type",
    )),
    # of the order, disposal or release that puts it in the sample
    Field("began", "day it began", Kind.DATE, label="Began", personal=True, headings=(
        "began", "begin", "start", "start date", "started", "date started", "order start", "order date",
        "date of order", "start of order", "disposal date", "date of disposal", "sentence date", "date of sentence",
        "outcome date", "intervention start", "release date", "date of release", "from", "commenced", "date commenced",
        "order commenced", "commencement", "commencement date", "opened", "date opened", "sentenced", "sentenced on",
        "order made", "outcome given", "date given", "given on", "date made", "date imposed", "imposed", "imposed on",
        "date of outcome", "contact date", "date of contact", "opening date",
        "dyddiad cychwyn", "dyddiad dechrau", "dyddiad y gorchymyn",
    )),
    Field("ended", "day it ended", Kind.DATE, label="Ended", personal=True, headings=(
        "ended", "end", "end date", "date ended", "order end", "closed", "closure date", "date closed",
        "intervention end", "end of order", "expiry date", "to", "expiry", "expires", "order ends", "ends", "finish date",
        "completion date", "date completed", "finished", "date finished",
        "dyddiad gorffen",
    )),
    Field("age", "age", Kind.NUMBER, unit="years", most=120, personal=True, profile=True, headings=(
        "age", "age at start", "age at order", "age at disposal", "oedran",
    )),
    Field("gender", "gender", longest=SHORT, personal=True, profile=True, suggested=(), headings=(
        "gender", "sex", "gender identity", "gender at birth", "sex at birth", "sex registered at birth", "rhyw",
        "m f", "f m", "male female",
    )),
    Field("ethnicity", "ethnicity", longest=SHORT, personal=True, profile=True, suggested=(), headings=(
        "ethnicity", "ethnic group", "ethnic origin", "self defined ethnicity", "ethnic background", "ethnic code",
        "eth", "ethnigrwydd",
    )),
    Field("disability", "disability", longest=SHORT, personal=True, profile=True, suggested=(), headings=(
        "disability", "disabled", "disability status",
    )),
    Field("care", "care experience", longest=SHORT, personal=True, profile=True, suggested=(), headings=(
        "care", "care experience", "care experienced", "looked after", "child looked after", "looked after child",
        "looked after status", "cla", "lac", "in care", "care status", "cic", "child in care",
    )),
    Field("inspector", "inspector of the case", label="Inspector", headings=(
        "inspector", "inspector name", "allocated to", "allocated inspector", "assigned to", "assessor",
    )),
    _POSITION,
    _DELETED,
    Field("takeover", "reason for taking the case over", document=None, personal=True, prose=True),
    Field("helper", "who was asked to help", document=None),
), listed="cases")
# Somebody interviewed about a case: who they are to the child (never a name), when, and what they said.
INTERVIEW = Entity("interview", "An interview", (
    Field("role", "who was interviewed", longest=SHORT, personal=True, searched=True, suggested=(
        "case manager", "child", "parent or carer", "victim", "partner agency",
    )),
    Field("day", "date", Kind.DATE, personal=True),
    Field("note", "note", personal=True, searched=True, prose=True),
    Field("deleted", "removed or kept", Kind.FLAG, said=("Deleted", "Kept"), document=None),
), key=("case", "interview"), listed="interviews")
JUDGEMENT = Entity("judgement", "A judgement", (
    Field("answer", "judgement", Kind.CHOICE, _ANSWERS),
    Field("rationale", "rationale", personal=True, searched=True, prose=True),
), key=("case", "question"), listed="judgements")
PROMPT = Entity("prompt", "A prompt", (
    Field("answer", "answer", Kind.CHOICE, _ANSWERS),
    Field("note", "note", personal=True, searched=True, prose=True),
), key=("case", "question", "prompt"), listed="prompts")
# Of these a document says who gave them (`by`), whoever imports it.
ATTRIBUTED = frozenset({JUDGEMENT.code, PROMPT.code})
RATING = Entity("rating", "Rating", (
    Field("rating", "rating"),
    Field("rationale", "rationale", searched=True, prose=True),
    Field("stars", "stars", Kind.NUMBER),
    Field("case_score", "case assessment score", Kind.NUMBER),
), key=("subject",), listed="ratings")
PANEL = Entity("panel", "Ratings panel", (
    Field("to", "whom or what it is for"),
    Field("reason", "reason", searched=True, prose=True),
    Field("question", "question to the panel"),
    Field("members", "members of the panel", longest=LINE),
    Field("computed", "computed rating that the panel decided on", counted=True),
    Field("interests", "conflicts of interest of members", longest=LINE),
), key=("standard",), listed="panel")
FINDING = Entity("finding", "A finding", (
    Field("standard", "standard"),
    Field("kind", "kind", Kind.CHOICE, ("narrative", "strength", "improvement")),
    Field("text", "text", searched=True, prose=True),
    _POSITION,
    _DELETED,
), listed="findings")
RECOMMENDATION = Entity("recommendation", "A recommendation", (
    Field("to", "whom or what it is for", longest=LINE),
    Field("text", "text", searched=True, prose=True),
    Field("priority", "priority", Kind.CHOICE, ("high", "medium", "low")),
    Field("due", "day by which it should be done", Kind.DATE, label="By"),
    _POSITION,
    _DELETED,
), listed="recommendations")
# A recommendation of the last inspection, and what became of it.
PREVIOUS = Entity("previous", "A recommendation of the last inspection", (
    Field("to", "whom it was for", longest=LINE),
    Field("text", "text", searched=True, prose=True),
    Field("outcome", "what became of it", Kind.CHOICE, ("done", "partly", "not")),
    Field("note", "what was found", searched=True, prose=True),
    _POSITION,
    _DELETED,
), listed="previous")
# What carries a text, as domain/draft/support.py names it: of a finding a sentence (as it read when linked), or all of it.
SUPPORT = Entity("support", "What supports a text", (
    Field("sentence", "sentence that it supports"),
    Field("on", "what supports it", document=None),
    Field("carries", "whether it supports it", Kind.FLAG, said=("It does", "It does not"), document=None),
), key=("text", "support"), listed="findings.rests_on")
TOTALS = Entity("totals", "Figures", (
    Field("yes", "cases answered yes", Kind.NUMBER),
    Field("of", "cases judged", Kind.NUMBER),
), key=("question",), listed="totals")
# The service's own caseload beside the sample, by one characteristic of its cases: lines of a value and a number.
CASELOAD = Entity("caseload", "The service’s caseload", (
    Field("counts", "numbers of the service’s cases"),
), key=("sample", "characteristic"), listed="caseload")
# Review and second marking. `accepted` is the digest of the case's content when it was accepted (domain/cases/review.py);
# `reason` why who judged it accepted it, or why it was opened again afterwards.
REVIEW = Entity("review", "Review", (
    Field("stage", "stage of the review", Kind.CHOICE, ("submitted", "returned", "accepted")),
    Field("accepted", "what was accepted", inner=True),
    Field("submitted", "what was submitted", inner=True),
    Field("reason", "reason for the stage", personal=True, prose=True),
), key=("case",))
COMMENT = Entity("comment", "A comment", (
    Field("about", "what the comment is about"),
    Field("text", "text", personal=True, searched=True, prose=True),
    Field("answered", "answered or open", Kind.FLAG, said=("Answered", "Open")),
    _DELETED,
), key=("case", "comment"))
# `first_marks`: the ids of the changes that made up the first's answers when the first was done (services/cases/marking.py).
# `marker` and `second_done` are of a former format, which had one second marker: they are read, and written no more.
SECOND = Entity("second", "Second marking", (
    Field("marker", "second marker"),
    Field("first_done", "first marking done", Kind.FLAG),
    Field("second_done", "second marking done", Kind.FLAG),
    Field("first_marks", "what the first marking was", inner=True),
    Field("settled", "agreed version settled", Kind.FLAG, said=("Settled", "Not settled")),
), key=("case",))
# One person's second marking. `done` counts only from their own laptop; `marks` as `first_marks`. Their answers have the ids
# of first ones with "@" and the person behind (domain/cases/second_marking.py), as many markers answer the same place.
MARKING = Entity("marking", "A second marking", (
    Field("asked", "asked to mark", Kind.FLAG, said=("Asked", "Not asked")),
    Field("done", "marking done", Kind.FLAG),
    Field("marks", "what the marking was", inner=True),
), key=("case", "marker"))
SECOND_JUDGEMENT = Entity("second_judgement", "A second judgement", JUDGEMENT.fields, JUDGEMENT.key)
SECOND_PROMPT = Entity("second_prompt", "A second answer to a prompt", PROMPT.fields, PROMPT.key)
# What the markings come to, by somebody who is no marker (services/cases/agreeing.py), whose laptop alone is believed. It
# counts once it is settled.
AGREED_JUDGEMENT = Entity("agreed_judgement", "An agreed judgement", (
    Field("answer", "judgement", Kind.CHOICE, _ANSWERS),
    Field("rationale", "rationale", personal=True, prose=True),
), JUDGEMENT.key)
AGREED_PROMPT = Entity("agreed_prompt", "An agreed answer to a prompt", (
    Field("answer", "answer", Kind.CHOICE, _ANSWERS),
    Field("note", "note", personal=True, prose=True),
), PROMPT.key)
# What happens when in the fieldwork week. `person` leads it, `case` is what it is about ("" for none).
EVENT = Entity("event", "Something in the week", (
    Field("day", "day", Kind.DATE),
    Field("time", "time", form=is_time),  # 09:30
    Field("end", "time it ends", form=is_time),
    Field("kind", "kind", Kind.CHOICE, (
        "presentation", "case", "focus-group", "discussion", "meeting", "feedback", "points", "other",
    )),
    Field("title", "what happens", longest=LINE, searched=True),
    Field("person", "who leads it"),
    Field("case", "case"),
    _DELETED,
), listed="events")
# Evidence on organisation and victims' work. `event`: what it was gathered at. `asked`, `answered`: people, of a survey.
SOURCE = Entity("source", "A source", (
    Field("kind", "kind", Kind.CHOICE, ("meeting", "interview", "focus-group", "document", "survey", "observation")),
    Field("title", "title", longest=LINE, searched=True),
    Field("day", "date", Kind.DATE),
    Field("who", "who was there, or who wrote it", longest=LINE, personal=True, searched=True),
    Field("note", "note", personal=True, searched=True, prose=True),
    Field("event", "what it was gathered at", document=None),
    Field("asked", "how many were asked", Kind.NUMBER),
    Field("answered", "how many answered", Kind.NUMBER),
    _DELETED,
), listed="sources")
# One figure of a survey: `count` of `of` people answered `question` with `said`.
SCORE = Entity("score", "A figure of a survey", (
    Field("question", "question", longest=LINE, searched=True),
    Field("said", "answer given", longest=LINE, searched=True),
    Field("count", "how many said so", Kind.NUMBER),
    Field("of", "of how many", Kind.NUMBER),
    _POSITION,
    _DELETED,
), key=("source", "score"), listed="sources.figures")
# What a source says on a standard (1.1), a key question (1.1.2) or a prompt (1.1.2a).
BEARING = Entity("bearing", "What a source says", (
    Field("bears", "whether it bears on it", Kind.FLAG, said=("It does", "It does not"), document=None),
    Field("note", "note", personal=True, searched=True, prose=True),
), key=("source", "subject"), listed="sources.bears_on")
# A child may be at risk now. Never deleted; in no rating and in no report.
CONCERN = Entity("concern", "A concern", (
    Field("case", "case"),
    Field("day", "day it was noticed", Kind.DATE),
    Field("time", "time it was noticed", form=is_time),
    Field("what", "what it is", personal=True, searched=True, prose=True),
    Field("told", "who was told", personal=True, searched=True, prose=True),
    Field("told_day", "day they were told", Kind.DATE),
    Field("told_time", "time they were told", form=is_time),
    Field("outcome", "outcome", personal=True, searched=True, prose=True),
    Field("closed", "closed or open", Kind.FLAG, said=("Closed", "Open")),
), listed="concerns")
# Somebody told of a concern. `by`: who told them, in words. What was written as one text before there were rows stands in the
# concern itself (told, told_day, told_time), and is written there no more.
INFORMED = Entity("informed", "Somebody told of a concern", (
    Field("whom", "who was told", longest=LINE, personal=True, searched=True),
    Field("day", "day they were told", Kind.DATE),
    Field("time", "time they were told", form=is_time),
    Field("by", "who told them", personal=True, searched=True),
    Field("agreed", "what was agreed", personal=True, searched=True, prose=True),
    _DELETED,
), key=("concern", "informed"), listed="concerns.people_told")
# Words that may identify somebody, let go with a reason; its id names words and text (domain/text/identifying.py).
ALLOWED = Entity("allowed", "What was allowed", (
    Field("what", "what may identify somebody", document=None),
    Field("reason", "reason for allowing it", document=None),
))
# What the service says of its copy of the draft, and what is answered (services/results/accuracy.py). `about`: the text
# that it is on (finding/ID); `signed`: the digest of what somebody else than who decided signed off; `rated`: the ratings
# when it came in, as lines.
POINT = Entity("point", "A point on factual accuracy", (
    Field("kind", "kind of the point", Kind.CHOICE, ("slip", "fact", "information")),
    Field("about", "text the point is on", document=None),
    Field("quoted", "words of the draft", personal=True, searched=True),
    Field("before", "text when the point came in", personal=True, document=None),
    Field("said", "what the service says", personal=True, searched=True, prose=True),
    Field("source", "who said it", longest=LINE),
    Field("day", "day the point came in", Kind.DATE),
    Field("decision", "decision on the point", Kind.CHOICE, ("accepted", "partly", "not")),
    Field("reason", "reason for the decision", personal=True, searched=True, prose=True),
    Field("signed", "what was signed off", document=None, inner=True),
    Field("rated", "ratings when the point came in", document=None, counted=True),
    _DELETED,
), listed="points")
# Who sits at the ratings panel, and who chairs it (the id is the person's); counts only as the lead's word.
SEAT = Entity("seat", "A seat at the ratings panel", (
    Field("seat", "seat at the panel", Kind.CHOICE, ("member", "chair")),
))
# What a member of the panel would rate a standard, before it meets (domain/panel/own_ratings.py). `sealed`: to the chair and
# its writer; `digest`: of what is sealed, so that `opened` can be nothing else. The interest is open to everybody.
OWN_RATING = Entity("own_rating", "A member’s own rating", (
    Field("interest", "conflict of interest", longest=LINE, personal=True),
    Field("sealed", "sealed rating", inner=True),
    Field("digest", "digest of the sealed rating", inner=True),
    Field("opened", "opened rating", inner=True),
), key=("standard", "person"))
# That somebody who reviews looked at an item, and found it right as it stood: `what` is the digest of what it said then, so
# that it lapses when the item says something else (services/cases/verifying.py). The id is the item's.
VERIFIED_JUDGEMENT = Entity("verified_judgement", "A verified judgement", (
    Field("what", "what was verified", inner=True),
), JUDGEMENT.key)
VERIFIED_PROMPT = Entity("verified_prompt", "A verified answer to a prompt", VERIFIED_JUDGEMENT.fields, PROMPT.key)
# What the service was told before the ratings were final. `rated`: the ratings of then, as lines.
TOLD = Entity("told", "What the service was told", (
    Field("day", "day on which it was told", Kind.DATE),
    Field("whom", "who was told", longest=LINE, searched=True),
    Field("said", "what was said", searched=True, prose=True),
    Field("rated", "ratings that were told", counted=True),
    Field("why", "why it has changed since", searched=True, prose=True),
    _DELETED,
), listed="told")
# A line on a key question of a case, and the digest of the notes it was written from (services/results/summaries.py).
_LINE = (Field("text", "summary", personal=True, prose=True), Field("of", "notes it was written from", inner=True))
SUMMARY = Entity("summary", "A summary", _LINE, key=("case", "question"))
ENTITIES: dict[str, Entity] = {
    e.code: e
    for e in (
        INSPECTION, PERSON, CASE, JUDGEMENT, PROMPT, RATING, PANEL, FINDING, RECOMMENDATION, PREVIOUS, SUPPORT, TOTALS,
        REVIEW, COMMENT, SECOND, MARKING, SECOND_JUDGEMENT, SECOND_PROMPT, AGREED_JUDGEMENT, AGREED_PROMPT, INTERVIEW,
        EVENT, SOURCE, SCORE, BEARING, CONCERN, INFORMED, ALLOWED, POINT, SEAT, OWN_RATING, TOLD, SUMMARY, VERIFIED_JUDGEMENT,
        VERIFIED_PROMPT, CASELOAD,
    )
}
# fmt: on
