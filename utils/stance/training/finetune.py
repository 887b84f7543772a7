"""Fine-tunes the encoder on the rows that rows.ts wrote.

usage: finetune.py --base DIR --rows FILE --out DIR [--init CHECKPOINT] [--resume] [--minutes N] [--decay N]

What ships is OUT/weights.pt, a moving average of the weights. The rate is constant and falls to zero over the last `--decay` minutes.
Saved every five minutes; stopped by an interrupt it saves and ends, and --resume goes on from there.
"""
import argparse
import json
import os
import random
import signal
import time

import numpy as np
import torch
from torch import nn

from encoder import CLASSES, HEADS, Encoder, Pieces, load, read_weights

# How much one row of each set counts. Ours are what readers see; the others label other things, some of them loosely.
WEIGHTS = {'threads': 1, 'debagreement': .7, 'declared': .5, 'plain': .5, 'cmv_modes': .5, 'iac_v1_qr': .4, 'rumoureval19': .4}
# Labels that their reader was in doubt of count for less.
UNSURE = .7
SMOOTHING = .05
AVERAGE = .998


def soft(label):
    """A distribution over the classes; a comment that holds both sides is shared between them."""
    if label == 'mixed':
        return [.4, .4, .2, 0]
    return [float(label == one) for one in CLASSES]


def labels_of(row):
    labels = {'op': row['labels'].get('opening'), 'parent': row['labels'].get('parent')}
    public = row['labels'].get('public')
    if public:
        labels[public['head']] = public['label']
    return {head: soft(label) for head, label in labels.items() if label}


def read_rows(path, pieces):
    """Inputs, labels by head, and weights; rows.ts has left out what is kept aside."""
    inputs, labels, weights = [], [], []
    with open(path) as file:
        for line in file:
            row = json.loads(line)
            if row['heldOut']:
                continue
            inputs.append(pieces.row(row))
            labels.append(labels_of(row))
            weights.append(WEIGHTS[row['set']] * (1 if row['sure'] else UNSURE))
    return inputs, labels, weights


def batches(inputs, size):
    """Lists of row numbers: rows of like length together, at most `size` pieces with padding, in random order."""
    order = list(range(len(inputs)))
    random.shuffle(order)
    order = [one for start in range(0, len(order), 2048) for one in sorted(order[start:start + 2048], key=lambda i: len(inputs[i][0]))]
    lists, current, longest = [], [], 0
    for number in order:
        longest = max(longest, len(inputs[number][0]))
        if current and longest * (len(current) + 1) > size:
            lists.append(current)
            current, longest = [], len(inputs[number][0])
        current.append(number)
    if current:
        lists.append(current)
    random.shuffle(lists)
    return lists


def tensors(inputs, batch):
    """Padded ids, types and mask of a batch."""
    length = max(len(inputs[number][0]) for number in batch)
    ids = torch.zeros(len(batch), length, dtype=torch.long)
    types, mask = torch.zeros_like(ids), torch.zeros(len(batch), length, dtype=torch.bool)
    for place, number in enumerate(batch):
        row, start = inputs[number]
        ids[place, :len(row)] = torch.tensor(row)
        types[place, start:len(row)] = 1
        mask[place, :len(row)] = True
    return ids, types, mask


def loss_of(logits, labels, weights, batch):
    """Weighted cross entropy with smoothed labels, over all heads that have one."""
    total, weight = 0, 0
    for head in HEADS:
        places = [place for place, number in enumerate(batch) if head in labels[number]]
        if not places:
            continue
        wanted = torch.tensor([labels[batch[place]][head] for place in places]) * (1 - SMOOTHING) + SMOOTHING / len(CLASSES)
        each = torch.tensor([weights[batch[place]] for place in places])
        total = total - ((wanted * logits[head][places].log_softmax(-1)).sum(-1) * each).sum()
        weight = weight + each.sum()
    return total / weight


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--base', required=True)
    parser.add_argument('--rows', required=True)
    parser.add_argument('--out', required=True)
    parser.add_argument('--init')
    parser.add_argument('--resume', action='store_true')
    parser.add_argument('--minutes', type=float, default=240)
    parser.add_argument('--decay', type=float, default=40)
    parser.add_argument('--rate', type=float, default=1.2e-4)
    parser.add_argument('--pieces', type=int, default=4096, help='in one batch')
    parser.add_argument('--seed', type=int, default=1)
    chosen = parser.parse_args()
    random.seed(chosen.seed)
    np.random.seed(chosen.seed)
    torch.manual_seed(chosen.seed)
    os.makedirs(chosen.out, exist_ok=True)
    model = Encoder(chosen.base)
    if chosen.init:
        load(model, read_weights(chosen.init))
    inputs, labels, weights = read_rows(chosen.rows, Pieces(chosen.base))
    print(f'{len(inputs)} rows of {np.mean([len(row) for row, _ in inputs]):.0f} pieces', flush=True)
    flat = [one for one in model.parameters() if one.ndim < 2]
    matrices = [one for one in model.parameters() if one.ndim >= 2]
    optimizer = torch.optim.AdamW([{'params': matrices, 'weight_decay': .01}, {'params': flat, 'weight_decay': 0}],
                                  lr=chosen.rate, betas=(.9, .98), eps=1e-6, fused=True)
    average = {name: value.detach().clone() for name, value in model.state_dict().items()}
    step, before = 0, 0.
    state = os.path.join(chosen.out, 'state.pt')
    if chosen.resume and os.path.exists(state):
        saved = torch.load(state, map_location='cpu', weights_only=False)
        model.load_state_dict(saved['model'])
        optimizer.load_state_dict(saved['optimizer'])
        average, step, before = saved['average'], saved['step'], saved['minutes']
        random.seed(chosen.seed + step)

    def save(minutes):
        parts = {'state.pt': {'model': model.state_dict(), 'optimizer': optimizer.state_dict(), 'average': average, 'step': step, 'minutes': minutes},
                 'weights.pt': average}
        for name, value in parts.items():
            path = os.path.join(chosen.out, name)
            torch.save(value, path + '.new')
            os.replace(path + '.new', path)

    stopped = []
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, lambda *_: stopped.append(True))
    start, last_save, order, losses = time.time(), time.time(), [], []
    while not stopped:
        minutes = before + (time.time() - start) / 60
        left = (chosen.minutes - minutes) / chosen.decay
        if left <= 0:
            break
        order = order or batches(inputs, chosen.pieces)
        batch = order.pop()
        model.train()
        for group in optimizer.param_groups:
            group['lr'] = chosen.rate * min(1, (step + 1) / 150, left)
        with torch.autocast('cpu', torch.bfloat16):
            logits = model(*tensors(inputs, batch))
        loss = loss_of(logits, labels, weights, batch)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.)
        optimizer.step()
        step += 1
        losses.append(loss.item())
        if step % 4 == 0:
            share = 1 - min(AVERAGE ** 4, 1 - 4 / (4 + step))
            with torch.no_grad():
                for name, value in model.state_dict().items():
                    average[name].lerp_(value, share)
        if step % 50 == 0:
            print(f'step {step}, loss {np.mean(losses[-50:]):.3f}, {minutes:.0f} of {chosen.minutes:.0f} minutes, {len(order)} batches left of this round', flush=True)
        if time.time() - last_save > 300:
            save(minutes)
            last_save = time.time()
    save(before + (time.time() - start) / 60)


if __name__ == '__main__':
    main()
