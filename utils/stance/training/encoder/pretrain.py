"""
Pretraining on unlabelled answers: masked pieces, whether this is truly the reply, and what the opening sentence, cut away, said.

    python3 pretrain.py FOLDER --minutes 45 --steps 5000 --width 192 --layers 4 --device cpu
reads pieces.txt and answers.npz of FOLDER (see pairs.py), writes encoder.pt there after every measuring.
"""
import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from model import Encoder, lay, stacked
from pieces import MASK

HELD, MASKED, OTHERS, WHOLE = 1500, 0.2, 0.25, 0.3


def vectors(flat, ends, pieces, width):
    """Word vectors to begin with: what stands near what, as positive mutual information, brought to `width` numbers (a random SVD)."""
    near = np.zeros(pieces * pieces, np.float32)
    row = np.zeros(len(flat), np.int32)
    row[ends.ravel()[:-1]] = 1
    row = np.cumsum(row)
    for far in range(1, 6):
        same = row[:-far] == row[far:]
        left, right = flat[:-far][same].astype(np.int64), flat[far:][same]
        near += np.bincount(left * pieces + right, minlength=pieces * pieces).astype(np.float32) / far
    near = torch.from_numpy(near).view(pieces, pieces)
    near += near.T.clone()
    total = near.sum(1).clamp(min=1)
    context = total**0.75
    near *= (context.sum() / total)[:, None] / context[None]
    near = near.clamp(min=1).log()
    q = torch.randn(pieces, width + 32, generator=torch.Generator().manual_seed(1))
    for _ in range(4):
        q = torch.linalg.qr(near @ q)[0]
    u, s, _ = torch.linalg.svd(q.T @ near, full_matrices=False)
    found = (q @ u[:, :width]) * s[:width] ** 0.5
    found = (found - found.mean(0)) / found.std()
    return found * 0.4


class Answers:
    def __init__(self, folder):
        data = np.load(folder / "answers.npz")
        self.flat, self.ends, self.kind = data["flat"], data["ends"], data["kind"]

    def part(self, row, at):
        to = self.ends[row, at]
        before = self.ends[row, at - 1] if at else (self.ends[row - 1, 3] if row else 0)
        return self.flat[before:to].tolist()

    def batch(self, rows, chance):
        """Ids with masks, segments, where masked, what stood there, whether the reply is real, its kind (-1: not to be judged)."""
        laid, real, kind = [], [], []
        for row in rows:
            other = chance.random() < OTHERS
            whole = other or chance.random() < WHOLE
            target = self.part(rows[chance.randrange(len(rows))] if other else row, 0)
            laid.append(lay("reply", target, self.part(row, 1 if whole else 3), self.part(row, 2)))
            real.append(0 if other else 1)
            kind.append(-1 if whole else int(self.kind[row]))
        ids, segments = stacked(laid)
        torch.manual_seed(chance.randrange(1 << 30))
        masked = (torch.rand(ids.shape) < MASKED) & (ids > 6)
        truth = ids[masked]
        ids[masked & (torch.rand(ids.shape) < 0.9)] = MASK
        return ids, segments, masked, truth, torch.tensor(real), torch.tensor(kind)


def batches(answers, rows, tokens, chance):
    """Rows of like length together, in random order."""
    rows = list(rows)
    chance.shuffle(rows)
    length = answers.ends[:, 2] - np.concatenate(([0], answers.ends[:-1, 3])) + 4
    found = []
    for at in range(0, len(rows), 4096):
        part = sorted(rows[at : at + 4096], key=lambda row: length[row])
        while part:
            size = min(len(part), max(1, tokens // int(length[part[-1]])))
            found.append(part[-size:])
            del part[-size:]
    chance.shuffle(found)
    return found


def losses(model, weights, batch):
    ids, segments, masked, truth, real, kind = batch
    places, pair = model(ids, segments)
    return (
        F.cross_entropy(model.words(places[masked]).float(), truth),
        F.cross_entropy(model.real(pair).float(), real),
        F.cross_entropy(model.kind(pair).float(), kind, weights, ignore_index=-1) if (kind >= 0).any() else pair.sum() * 0,
        pair,
    )


class Exact:
    """AdamW on exact copies of the weights, while the model itself may be kept in half the bits."""

    def __init__(self, model, rate, decay):
        self.pairs = [(one, one.detach().float().clone().requires_grad_()) for one in model.parameters()]
        groups = [[exact for _, exact in self.pairs if (exact.dim() > 1) == many] for many in (True, False)]
        groups = [dict(params=groups[0], weight_decay=decay), dict(params=groups[1], weight_decay=0)]
        self.adam = torch.optim.AdamW(groups, rate, betas=(0.9, 0.98), eps=1e-6)

    def step(self, rate):
        for one, exact in self.pairs:
            exact.grad = one.grad.float() if one.grad is not None else None
            one.grad = None
        torch.nn.utils.clip_grad_norm_([exact for _, exact in self.pairs], 1.0)
        for group in self.adam.param_groups:
            group["lr"] = rate
        self.adam.step()
        with torch.no_grad():
            for one, exact in self.pairs:
                one.copy_(exact)

    def save(self, model, file, **more):
        weights = {name: exact.detach().cpu().clone() for (name, _), (_, exact) in zip(model.named_parameters(), self.pairs)}
        torch.save(dict(sizes=model.sizes, weights=weights, **more), file)


@torch.no_grad()
def measure(model, answers, rows, device):
    """Held-out loss of masked pieces, share of true replies told from false, share of kinds told (each kind counts the same)."""
    model.eval()
    chance, sums, seen = random.Random(5), np.zeros(3), 0
    hits, count = np.zeros((4, 2)), 0
    for part in batches(answers, rows, 6144, random.Random(4)):
        batch = [one.to(device) for one in answers.batch(part, chance)]
        masked, real, _, pair = losses(model, None, batch)
        size = len(batch[3])
        sums += float(masked) * size, float((model.real(pair).argmax(1) == batch[4]).sum()), 0
        seen, count = seen + size, count + len(part)
        said = model.kind(pair).argmax(1)
        for kind in range(4):
            here = batch[5] == kind
            hits[kind] += float((said[here] == kind).sum()), float(here.sum())
    model.train()
    return dict(masked=round(sums[0] / seen, 4), real=round(sums[1] / count, 4), kind=round((hits[:, 0] / hits[:, 1]).mean(), 4))


def main():
    read = argparse.ArgumentParser()
    read.add_argument("folder", type=Path)
    for name, default in dict(minutes=45.0, steps=5000, width=192, layers=4, heads=4, tokens=2048, rate=1e-3, seed=1, every=1000).items():
        read.add_argument(f"--{name}", type=type(default), default=default)
    read.add_argument("--device", default="cpu")
    given = read.parse_args()
    torch.manual_seed(given.seed)
    chance, began = random.Random(given.seed), time.time()
    answers = Answers(given.folder)
    pieces = len((given.folder / "pieces.txt").read_text().split("\n"))
    model = Encoder(pieces, given.width, given.layers, given.heads)
    with torch.no_grad():
        model.table.weight.copy_(vectors(answers.flat, answers.ends, pieces, given.width))
    print("word vectors", round(time.time() - began), "s", flush=True)
    model = model.bfloat16().to(given.device)
    adam = Exact(model, given.rate, 0.05)
    counts = np.bincount(answers.kind, minlength=4)
    weights = torch.tensor((counts.sum() / 4 / counts) ** 0.7, dtype=torch.float32, device=given.device)
    rows = range(len(answers.kind))
    held, learned = rows[:HELD], rows[HELD:]
    step, seen, began, busy, waiting = 0, 0, time.time(), time.process_time(), []
    while True:
        done = max(step / given.steps, (time.time() - began) / 60 / given.minutes)
        if step % given.every == 0 or done >= 1:
            spent = dict(minutes=round((time.time() - began) / 60, 1), busy=round(time.process_time() - busy))
            state = dict(step=step, tokens=seen, **spent, **measure(model, answers, held, given.device))
            print(json.dumps(state), flush=True)
            adam.save(model, given.folder / "encoder.pt", state=state)
        if done >= 1:
            break
        waiting = waiting or batches(answers, learned, given.tokens, chance)
        batch = [one.to(given.device) for one in answers.batch(waiting.pop(), chance)]
        masked, real, kind, _ = losses(model, weights, batch)
        (masked + 0.5 * real + kind).backward()
        adam.step(given.rate * min(1, (step + 1) / 150) * max(0.02, 1 - done))
        step, seen = step + 1, seen + int((batch[0] > 0).sum())


if __name__ == "__main__":
    torch.set_num_threads(1)
    main()
