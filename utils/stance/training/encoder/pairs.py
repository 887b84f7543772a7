"""
Labelled pairs and unlabelled answers, split by thread exactly as ../split.ts does.

    STANDPOINT_STANCE=… STANDPOINT_TEXT=… python3 pairs.py FOLDER     writes pieces.txt and answers.npz into FOLDER
"""
import glob
import gzip
import json
import lzma
import os
import random
import re
import sys
from pathlib import Path

import numpy as np

from pieces import Pieces, learn

HERE = Path(__file__).resolve().parent
STANCE = os.environ.get("STANDPOINT_STANCE", HERE.parents[4] / "shared/stance")
TEXT = os.environ.get("STANDPOINT_TEXT", HERE.parents[4] / "shared/text")

KNOWN = ["support", "oppose", "neutral", "question"]
NAMES = {"comment": "neutral", "query": "question", "mixed": "neutral"}
SETS = {"threads": 1, "debagreement": 1, "iac_v1_qr": 0.5, "cmv_modes": 0.3, "rumoureval19": 0.1}
KINDS = ["agrees", "denies", "asks", "other"]
# Of answers that ask and of others only a share is needed.
KEPT = {"agrees": 1, "denies": 1, "asks": 0.6, "other": 0.25}
TITLE, TARGET, HEAD, TAIL = 12, 46, 46, 18


def tenth_of(thread):
    value = 0x811C9DC5
    for unit in np.frombuffer(thread.encode("utf-16-le"), "<u2"):
        value = (value ^ int(unit)) * 0x01000193 & 0xFFFFFFFF
    value = (value ^ value >> 16) * 0x45D9F3B & 0xFFFFFFFF
    return (value ^ value >> 13) % 10


def is_kept(thread):
    return tenth_of(thread) < 2


def label_of(name):
    name = NAMES.get(name, name)
    return KNOWN.index(name) if name in KNOWN else KNOWN.index("neutral")


def pair(source, thread, task, target, text, about, label, name=None):
    return dict(source=source, thread=thread, task=task, target=target, text=text, about=about, label=label_of(label), id=name)


def labelled():
    """All pairs of the sets in SETS, as ../rows.ts reads them; a comment deep in the tree also sees what it answers."""
    for source in SETS:
        if source == "threads":
            for thread in json.load(gzip.open(f"{STANCE}/threads.json.gz")):
                yield from of_thread(thread)
            continue
        for line in gzip.open(f"{STANCE}/{source}.jsonl.gz", "rt"):
            row = json.loads(line)
            task = "opening" if row["kind"] == "topic" else "reply"
            about = row.get("op") if task == "reply" and isinstance(row.get("op"), str) else ""
            yield pair(source, str(row["thread"]), task, str(row["target"] or ""), row["text"], about, row["label"], str(row["id"]))


def of_thread(thread):
    texts = {comment["id"]: comment["text"] for comment in thread["comments"]}
    opening = f"{thread['title']}\n{thread['op']}"
    for one in thread["comments"]:
        above = texts.get(one.get("parent"))
        name, stance = str(one["id"]), one["stance"]
        task, about = ("opening", "") if above is None else ("remote", above)
        yield pair("threads", thread["thread"], task, opening, one["text"], about, stance["op"], name)
        if above is not None:
            yield pair("threads", thread["thread"], "reply", above, one["text"], thread["title"], stance["parent"], name)


def phrases():
    """The unmistakable openings, from ../weak.ts: both models learn from the same ones."""
    source = (HERE.parent / "weak.ts").read_text()
    return [re.compile(re.search(rf"const {name} =\s*/(.*)/;", source)[1]) for name in ("AGREES", "DENIES", "TURNS")]


AGREES, DENIES, TURNS = phrases()


def kind_of(text):
    """As kindOf in ../weak.ts: what the opening sentence says of the answer, and the rest."""
    text = text.strip()
    stop = re.search(r"[.!?\n]+", text)
    cut = stop.end() if stop else len(text)
    rest = text[cut:].strip()
    opening = re.sub(r"^[^a-z]+", "", text[:cut].lower()).replace("’", "'")
    if AGREES.search(opening) and not TURNS.search(opening) and not TURNS.search(rest[:25].lower()) and "?" not in opening:
        return "agrees", rest
    if DENIES.search(opening):
        return "denies", rest
    return ("asks" if opening.strip().endswith("?") else "other"), rest


def threads_of_text():
    for file in sorted(glob.glob(f"{TEXT}/*.jsonl.xz")):
        for line in lzma.open(file, "rt", encoding="utf8"):
            yield json.loads(line)


def answers(without, words):
    """(title, target, text) as ../forum.ts gives them, less the threads that hold a post kept aside and the posts with kept words."""
    for thread in threads_of_text():
        if any(str(post["id"]) in without for post in thread["posts"]):
            continue
        own = {str(post["id"]): "\n".join(part[0] for part in post["parts"] if len(part) == 1) for post in thread["posts"]}
        for post in thread["posts"]:
            if any(start_of(part[0]) in words for part in post["parts"] if len(part) == 1):
                continue
            parts, quoted = post["parts"], False
            for before, said in zip(parts, parts[1:]):
                if len(before) == 2 and len(said) == 1:
                    yield thread["title"], before[0], said[0]
            if parts and all(len(part) == 1 for part in parts):
                yield thread["title"], own.get(str(post["parent"]), f"{thread['title']}\n{thread['op']}"), parts[0][0]


def start_of(text):
    return re.sub(r"\W+", "", text.lower())[:60]


def cut(pieces, target, text, about):
    """The ids of the three texts, long ones shortened: a comment keeps its beginning and its end."""
    said = pieces.ids(text) if len(text) < 900 else pieces.ids(text[:500]) + pieces.ids(text[-300:])
    if len(said) > HEAD + TAIL:
        said = said[:HEAD] + said[-TAIL:]
    return pieces.ids((target or "")[:600])[:TARGET], said, pieces.ids((about or "")[:200])[:TITLE]


def main(folder):
    kept = [one for one in labelled() if is_kept(one["thread"])]
    without = {one["id"] for one in kept if one["source"] == "threads"}
    words = {start for one in kept if len(start := start_of(one["text"])) > 25}
    chance = random.Random(7)
    rows, taken = [], dict.fromkeys(KINDS, 0)
    for title, target, text in answers(without, words):
        kind, rest = kind_of(text[:2500])
        if chance.random() >= KEPT[kind] or len(rest.split()) < 6:
            continue
        taken[kind] += 1
        rows.append((title, target, text, rest, KINDS.index(kind)))
    chance.shuffle(rows)
    print(len(rows), "answers", taken, flush=True)
    size, sample = 0, []
    for title, target, text, rest, kind in rows:
        sample.append(text)
        size += len(text)
        if size > 20_000_000:
            break
    names = learn(sample)
    (Path(folder) / "pieces.txt").write_text("\n".join(names))
    print(len(names), "pieces", flush=True)
    pieces = Pieces(names)
    flat, ends = [], []
    for title, target, text, rest, kind in rows:
        said, whole, about = cut(pieces, target, text, title)
        for part in (said, whole, about, cut(pieces, "", rest, "")[1]):
            flat.extend(part)
            ends.append(len(flat))
    kind = np.array([row[4] for row in rows], np.int8)
    np.savez_compressed(Path(folder) / "answers.npz", flat=np.array(flat, np.uint16), ends=np.array(ends).reshape(-1, 4), kind=kind)
    print(len(flat), "ids", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
