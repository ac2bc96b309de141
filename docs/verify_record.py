"""Checks a sealed record (docs/sealed-record.md): `python verify_record.py RECORD.json`; status 0 when all of it agrees."""

import json
import sys
from pathlib import Path

COUNTS = ("yes", "of", "not_applicable", "unanswered")
NOTHING = {"percent": None, "band": None, "given": None}


def question_of(record, standard, asked, given):
    """A key question: rated by people, or counted, as a whole percent (halves up) in the highest band that is reached."""
    inspection, ref = record["inspection"], asked["ref"]
    if asked["evidence"] == "organisation":
        return {"ref": ref, **dict.fromkeys(COUNTS, 0), **NOTHING, "given": given.get(ref, {}).get("rating")}
    cases = [case["ref"] for case in inspection.get("cases", []) if case["sample"] == standard["sample"]]
    said = {j["case"]: j["answer"] for j in inspection.get("judgements", []) if j["question"] == ref}
    yes, no, *rest = ([said.get(case) for case in cases].count(answer) for answer in ("yes", "no", "na", None))
    of = yes + no
    for total in (total for total in inspection.get("totals", []) if total["question"] == ref):
        yes, of, *rest = total["yes"], total["of"], 0, 0
    percent, exact = (200 * yes + of) // (2 * of) if of else None, record["framework"]["band_on"] == "exact"
    bands = record["framework"]["bands"] if of else []
    reached = [b["word"] for b in bands if (100 * yes >= b["lower"] * of if exact else percent >= b["lower"])]
    band = (reached or [b["word"] for b in bands[:1]] or [None])[-1]
    return {"ref": ref, **dict(zip(COUNTS, (yes, of, *rest), strict=True)), **NOTHING, "percent": percent, "band": band}


def standard_of(record, standard, given, panel):
    """A standard: as people rated it, or as its lowest key question that applies to a case; then what the panel decided."""
    words, own = record["framework"]["words"], given.get(standard["ref"], {})
    points, stars = {w["word"]: w["points"] for w in words}, {w["points"]: w["word"] for w in words}
    computed, questions, suggested = own.get("rating") or stars.get(own.get("stars")), [], False
    if record["framework"]["scale"] != "stars" and standard["evidence"] != "organisation":
        questions = [question_of(record, standard, asked, given) for asked in standard["key_questions"]]
        lowest = [q["band"] or q["given"] for q in questions if q["of"] or q["unanswered"] or not q["not_applicable"]]
        if standard["evidence"] != "mixed" or not own.get("rating"):
            computed = min(lowest, key=points.get) if lowest and all(lowest) else None
            suggested = standard["evidence"] == "mixed" and computed is not None and standard["ref"] not in panel
    rating = panel.get(standard["ref"], computed) if computed else None
    made = {"ref": standard["ref"], "computed": computed, "rating": rating, "points": points.get(rating)}
    return {**made, "suggested": suggested, "key_questions": questions}


def result_of(record):
    """Every standard, then the score of those that count, and the overall rating that it reaches."""
    rules, inspection = record["framework"], record["inspection"]
    given = {r.get("standard") or r["question"]: r for r in inspection.get("ratings", [])}
    panel = {d["standard"]: d["to"] for d in inspection.get("panel", [])}
    made = [standard_of(record, standard, given, panel) for standard in rules["standards"]]
    count = [m for m, standard in zip(made, rules["standards"], strict=True) if standard["counted"]]
    asked = [question["unanswered"] for m in count or made for question in m["key_questions"]]
    provisional = any(asked) or any(m["suggested"] or not m["rating"] for m in count or made)
    scored, points = bool(count and rules["overall"]), [m["points"] for m in count]
    score = sum(points) if scored and None not in points else None
    most = len(count) * max(w["points"] for w in rules["words"]) if scored else None
    overall = [b["word"] for b in rules["overall"] if score is not None and b["lower"] <= score]
    ends = {"score": score, "score_max": most, "overall": (overall or [None])[-1], "provisional": provisional}
    return {**ends, "standards": made}


if __name__ == "__main__":
    wrong = []
    try:
        record = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
        signed = json.dumps(
            {k: v for k, v in record.items() if k != "signature"}, sort_keys=True, separators=(",", ":")
        )
        made, told = result_of(record), record["result"]
        pairs = [*zip(told.pop("standards"), made.pop("standards"), strict=True), (told, made)]
        wrong += [f"The record says {said}, and it comes out as {found}." for said, found in pairs if said != found]
        from cryptography.hazmat.primitives.asymmetric import ed25519

        key = ed25519.Ed25519PublicKey.from_public_bytes(bytes.fromhex(record["by"]["signing"]))
        key.verify(bytes.fromhex(record["signature"]), b"sealed-ratings 1\n" + signed.encode())
    except ImportError:
        print("The signature is not checked: the library cryptography is not installed.")
    except Exception as error:  # noqa: BLE001 - whatever it is, it does not hold
        wrong.append(f"The signature does not hold, or this is no sealed record ({error!r:.200}).")
    sys.exit("\n".join(wrong) or print("Every figure and rating comes out of the record as it says."))
