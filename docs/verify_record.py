"""Checks a sealed record (docs/sealed-record.md): `python verify_record.py RECORD.json`; status 0 when all of it agrees."""

# fmt: off
import json
import sys
from datetime import datetime
from pathlib import Path

COUNTS, NOTHING = ("yes", "of", "not_applicable", "unanswered"), {"percent": None, "band": None, "given": None}
ONCE = "cases ref", "judgements case question", "ratings standard question", "panel standard", "totals question"
written = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode

def question_of(record, standard, asked, given):
    """A key question: rated by people, or counted, as a whole percent (halves up) in the highest band that is reached."""
    inspection, ref, rules = record["inspection"], asked["ref"], record["framework"]
    if asked["evidence"] == "organisation":
        return dict.fromkeys(COUNTS, 0) | NOTHING | {"ref": ref, "given": given.get(ref, {}).get("rating")}
    cases = [case["ref"] for case in inspection.get("cases", []) if case["sample"] == standard["sample"]]
    said = {j["case"]: j["answer"] for j in inspection.get("judgements", []) if j["question"] == ref}
    yes, no, *rest = ([said.get(case) for case in cases].count(answer) for answer in ("yes", "no", "na", None))
    of, exact = yes + no, rules["band_on"] == "exact"
    for total in (total for total in inspection.get("totals", []) if total["question"] == ref):
        yes, of, *rest = total["yes"], total["of"], 0, 0
    percent = (200 * yes + of) // (2 * of) if of else None
    reached = (b["word"] for b in rules["bands"] if of and b["lower"] * of <= (100 * yes if exact else percent * of))
    return dict(zip(COUNTS, (yes, of, *rest), strict=True), ref=ref, percent=percent, band=[None, *reached][-1], given=None)

def standard_of(record, standard, given, panel):
    """A standard: as people rated it, or as its lowest key question that applies to a case; then what the panel decided."""
    points, own = {w["word"]: w["points"] for w in record["framework"]["words"]}, given.get(standard["ref"], {})
    computed = own.get("rating") or {p: word for word, p in points.items()}.get(own.get("stars"))
    questions, suggested, mixed = [], False, standard["evidence"] == "mixed"
    if record["framework"]["scale"] != "stars" and standard["evidence"] != "organisation":
        questions = [question_of(record, standard, asked, given) for asked in standard["key_questions"]]
        lowest = [q["band"] or q["given"] for q in questions if q["of"] or q["unanswered"] or not q["not_applicable"]]
        if not mixed or not own.get("rating"):
            computed = min(lowest, key=points.get) if lowest and all(lowest) else None
            suggested = mixed and computed is not None and standard["ref"] not in panel
    made = {"ref": standard["ref"], "computed": computed, "suggested": suggested, "key_questions": questions}
    return dict(made, rating=(now := panel.get(standard["ref"], computed) if computed else None), points=points.get(now))

def result_of(record):
    """Every standard, then the score of those that count, and the overall rating that it reaches."""
    rules, inspection = record["framework"], record["inspection"]
    given = {r.get("standard") or r["question"]: r for r in inspection.get("ratings", [])}
    panel = {d["standard"]: d["to"] for d in inspection.get("panel", [])}
    made = [standard_of(record, standard, given, panel) for standard in rules["standards"]]
    count = [m for m, standard in zip(made, rules["standards"], strict=True) if standard["counted"]]
    early = any(m["suggested"] or not m["rating"] or sum(q["unanswered"] for q in m["key_questions"]) for m in count or made)
    most = len(count) * max(w["points"] for w in rules["words"]) if count and rules["overall"] else None
    score = sum(m["points"] for m in count) if most and all(m["rating"] for m in count) else None
    overall = [None, *(b["word"] for b in rules["overall"] if score is not None and b["lower"] <= score)][-1]
    return {"score": score, "score_max": most, "overall": overall, "provisional": early, "standards": made}

if __name__ == "__main__":
    wrong, whole = [], {"parse_float": int, "parse_constant": int, "parse_int": lambda n: int(n if len(n) < 16 else "")}
    once = {"object_pairs_hook": lambda pairs: dict(pairs) if len(pairs) == len(dict(pairs)) else int("a key twice")}
    try:
        record = json.loads(Path(sys.argv[1]).read_text("utf-8-sig"), **whole, **once)
        rules, said, made, told = record["framework"], record["inspection"], result_of(record), record["result"]
        judged, rated, panel = (said.get(kind, []) for kind in ("judgements", "ratings", "panel"))
        words = {None, *(word["word"] for word in rules["words"])}
        utc, plain = str(datetime.fromisoformat(record["at"]).utcoffset()), json.dumps(record, ensure_ascii=False).encode()
        head = [record["format"], repr(record["version"]), said["framework"], len(record), len(record["by"]), utc]
        named = [(kind, *map(one.get, keys)) for kind, *keys in map(str.split, ONCE) for one in said.get(kind, [])]
        known = plain and all(("cases", j["case"]) in named and len(j) == 3 for j in judged) and len({*named})
        decided = all(d["reason"].strip() for d in panel) and words >= {r.get("rating", r.get("to")) for r in rated + panel}
        if head != ["sealed-ratings", "1", rules["id"], 8, 8, "0:00:00"] or known != len(named) or not decided:
            wrong.append("Something in it is said twice, of nobody, without a reason, or in no word of its rules.")
        signature, message = record.pop("signature"), b"sealed-ratings 1\n" + written(record).encode()
        pairs = [*zip(told.pop("standards"), made.pop("standards"), strict=True), (told, made)]
        wrong += [f"The record says {a}, and it comes out as {b}." for a, b in pairs if written(a) != written(b)]
        from cryptography.hazmat.primitives.asymmetric import ed25519
        key = ed25519.Ed25519PublicKey.from_public_bytes(bytes.fromhex(record["by"]["signing"]))
        key.verify(bytes.fromhex(signature if set(signature) <= {*"0123456789abcdef"} else ""), message)
    except ImportError:
        print("The signature is not checked: the library cryptography is not installed.")
    except Exception as error:  # noqa: BLE001 - whatever it is, it does not hold
        wrong.append(f"The signature does not hold, or this is no sealed record ({error!r:.200}).")
    sys.exit("\n".join(wrong) or print("Every figure and rating comes out of the record as it says."))
