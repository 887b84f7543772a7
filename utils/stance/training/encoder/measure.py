"""
Figures of what finetune.py wrote, as ../../../../tests/bench/stance/metrics.ts computes them: macro-F1 of support, oppose and the rest
with a 95 % interval over threads, accuracy, and how much of the surest 30 % is right; calibration and leans come from the tuning pairs.

    python3 measure.py judged.jsonl
"""
import json
import sys

import numpy as np

EVENNESS = 0.7


def softmax(scores):
    found = np.exp(scores - scores.max(-1, keepdims=True))
    return found / found.sum(-1, keepdims=True)


def calibration(scores, truth):
    """Stretch and shift by gradient descent on the log loss, as ../calibrate.ts."""
    stretch, shift, true = 1.0, np.zeros(scores.shape[1]), np.eye(scores.shape[1])[truth]
    for _ in range(400):
        error = softmax(stretch * scores + shift) - true
        stretch -= 0.5 * (error * scores).sum() / len(scores)
        shift = shift - 1.5 * error.mean(0)
    return stretch, shift


def lean(truth):
    """As ../lean.ts."""
    counts = 1 + np.bincount(np.minimum(truth, 2), minlength=3)
    return (counts[2] / counts[[0, 1, 2, 2]]) ** EVENNESS


def macro(truth, said):
    table = np.zeros((3, 3))
    np.add.at(table, (truth, said), 1)
    present = table.sum(1) > 0
    return (2 * np.diag(table) / np.maximum(table.sum(0) + table.sum(1), 1))[present].mean()


def figures(threads, truth, probabilities, leans):
    best = (probabilities * leans).argmax(1)
    sure = probabilities[np.arange(len(best)), best]
    said, truth = np.minimum(best, 2), np.minimum(truth, 2)
    right = said == truth
    top = np.argsort(-sure, kind="stable")[: round(0.3 * len(sure))]
    names = {name: np.flatnonzero(threads == name) for name in np.unique(threads)}
    draw, parts = np.random.default_rng(1), list(names.values())
    drawn = []
    for _ in range(400):
        rows = np.concatenate([parts[at] for at in draw.integers(0, len(parts), len(parts))])
        drawn.append(macro(truth[rows], said[rows]))
    low, high = np.quantile(drawn, (0.025, 0.975))
    f1 = f"F1 {macro(truth, said):.3f} ({low:.3f}-{high:.3f})"
    return f"n {len(truth)}  accuracy {right.mean():.3f}  {f1}  surest 30 % {right[top].mean():.3f}"


def report(file):
    rows = [json.loads(line) for line in open(file)]
    wanted = {"debagreement": ("reply",), "threads, opening": ("opening", "remote"), "threads, parent": ("reply",)}
    for name, tasks in wanted.items():
        found = {True: [], False: []}
        for task in tasks:
            part = [row for row in rows if row["source"] == name.split(",")[0] and row["task"] == task]
            tuning = [row for row in part if not row["kept"]]
            stretch, shift = calibration(np.array([row["scores"][0] for row in tuning]), np.array([row["label"] for row in tuning]))
            for row in part:
                row["probabilities"] = [softmax(stretch * np.array(one) + shift) for one in row["scores"]]
                found[row["kept"]].append(row)
        leans = lean(np.array([row["label"] for row in found[False]]))
        for kept in (False, True):
            part = found[kept]
            threads, truth = np.array([row["thread"] for row in part]), np.array([row["label"] for row in part])
            each = np.array([row["probabilities"] for row in part])
            views = {f"model {model}": each[:, model] for model in range(each.shape[1])} | {"mean": each.mean(1)}
            for view, probabilities in views.items():
                print(f"{name:17} {'kept' if kept else 'tuning':7} {view:8}", figures(threads, truth, probabilities, leans))
    return rows


if __name__ == "__main__":
    report(sys.argv[1])
