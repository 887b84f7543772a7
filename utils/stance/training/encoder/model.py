"""A small encoder: pre-norm transformer with rotary positions; the same table reads pieces and names masked ones."""
import torch
import torch.nn.functional as F
from torch import nn

from pieces import PAD, SEP, TASKS


class Norm(nn.LayerNorm):
    """In whole floats: half ones are slow and coarse here."""

    def forward(self, x):
        return F.layer_norm(x.float(), self.normalized_shape, self.weight.float(), self.bias.float()).to(x.dtype)


class Layer(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.before, self.between = Norm(width), Norm(width)
        self.attend, self.mix = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.widen, self.narrow = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x, hidden, turn):
        rows, length, width = x.shape
        each = width // self.heads
        both, v = self.attend(self.before(x)).split((2 * width, width), -1)
        left, right = both.view(rows, length, 2 * self.heads, each).chunk(2, -1)
        both = torch.cat((left * turn[0] - right * turn[1], right * turn[0] + left * turn[1]), -1)
        q, k = both.transpose(1, 2).split(self.heads, 1)
        v = v.view(rows, length, self.heads, each).transpose(1, 2)
        seen = torch.softmax((q * each**-0.5) @ k.transpose(2, 3) + hidden, -1)
        x = x + self.mix((seen @ v).transpose(1, 2).reshape(rows, length, width))
        return x + self.narrow(F.gelu(self.widen(self.between(x))))


class Encoder(nn.Module):
    def __init__(self, pieces=8192, width=192, layers=4, heads=4, classes=4):
        super().__init__()
        self.sizes = dict(pieces=pieces, width=width, layers=layers, heads=heads, classes=classes)
        self.table = nn.Embedding(pieces, width)
        self.segment = nn.Embedding(3, width)
        self.layers = nn.ModuleList(Layer(width, heads) for _ in range(layers))
        self.last = Norm(width)
        self.blank = nn.Linear(width, width)
        self.bias = nn.Parameter(torch.zeros(pieces))
        self.real = nn.Linear(2 * width, 2)
        self.kind = nn.Linear(2 * width, 4)
        self.stance = nn.Linear(2 * width, classes)
        for one in self.modules():
            if isinstance(one, (nn.Linear, nn.Embedding)):
                nn.init.normal_(one.weight, std=0.02)
            if isinstance(one, nn.Linear):
                nn.init.zeros_(one.bias)
        for layer in self.layers:
            for one in (layer.mix, layer.narrow):
                nn.init.normal_(one.weight, std=0.02 * (2 * layers) ** -0.5)
        each = width // heads
        angle = torch.outer(torch.arange(160.0), 10000 ** (-torch.arange(each // 2) / (each // 2)))
        angle = angle[None, :, None]
        self.register_buffer("turn", torch.stack((angle.cos(), angle.sin())), persistent=False)

    def forward(self, ids, segments):
        """One vector per piece, and one per pair: that of the first place beside the mean over the comment."""
        x = self.table(ids) + self.segment(segments)
        hidden = ((ids == PAD).to(x.dtype) * -1e4)[:, None, None]
        for layer in self.layers:
            x = layer(x, hidden, self.turn[:, :, : ids.shape[1]])
        x = self.last(x)
        own = ((segments == 1) & (ids != PAD)).to(x.dtype)[:, :, None]
        return x, torch.cat((x[:, 0], (x * own).sum(1) / own.sum(1).clamp(min=1)), -1)

    def words(self, x):
        return F.linear(F.gelu(self.blank(x)), self.table.weight, self.bias)


def lay(task, target, text, about):
    """Ids and segments of a pair: task, target, text, and what the conversation is about."""
    ids = [TASKS[task], *target, SEP, *text, SEP, *about]
    return ids, [0] * (len(target) + 2) + [1] * (len(text) + 1) + [2] * len(about)


def stacked(rows):
    """Pairs laid out, filled up to the longest."""
    longest = max(len(ids) for ids, _ in rows)
    fill = lambda at: torch.tensor([row[at] + [0] * (longest - len(row[at])) for row in rows])
    return fill(0), fill(1)
