"""The encoder in PyTorch: a small pretrained BERT, a pooled vector, and one head of four classes a way of labelling.

Input of one comment: [CLS] post [SEP] parent [SEP] comment [SEP]; token type 1 from the comment on. `post` is a list of texts, the
most telling first, as postText.ts makes it. How texts are cut stands once more in encoder/input.ts; a test compares the two.
"""
import json
import os

import torch
import torch.nn.functional as F
from torch import nn

CLASSES = ['support', 'oppose', 'neutral', 'question']
# The first two ship; the others learn each public set's own way of labelling, so that it does not spoil ours.
HEADS = ['op', 'parent', 'deb', 'iac', 'rum', 'ait', 'sides', 'claim', 'weak']
LENGTHS = {'post': 72, 'claim': 48, 'title': 20, 'parent': 72, 'comment': 128}
CHARACTERS = {'post': 6000, 'parent': 3000, 'comment': 4000}


class Pieces:
    """Turns a training row into numbers of word pieces and the place where the comment begins."""

    def __init__(self, base):
        from tokenizers import Tokenizer
        self.tokenizer = Tokenizer.from_file(os.path.join(base, 'tokenizer.json'))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.cls, self.sep = (self.tokenizer.token_to_id(mark) for mark in ('[CLS]', '[SEP]'))

    def of(self, text):
        return self.tokenizer.encode(text, add_special_tokens=False).ids if text else []

    def post(self, parts):
        parts = [self.of(part[:CHARACTERS['post']]) for part in parts]
        head = parts[0][:LENGTHS['claim']] + (parts[1][:LENGTHS['title']] if len(parts) > 2 else [])
        room = LENGTHS['post'] - len(head)
        return head + cut(parts[-1], room) if len(parts) > 1 and room > 4 else head

    def row(self, row):
        before = [self.cls, *self.post(row['post']), self.sep]
        before += [*cut(self.of(row['parent'][:CHARACTERS['parent']]), LENGTHS['parent']), self.sep]
        return [*before, *cut(self.of(row['text'][:CHARACTERS['comment']]), LENGTHS['comment']), self.sep], len(before)


def cut(ids, length):
    """At most `length` pieces: three quarters from the beginning, the rest from the end."""
    if len(ids) <= length:
        return ids
    first = int(length * .75)
    return ids[:first] + ids[len(ids) - (length - first):]


class Layer(nn.Module):
    def __init__(self, width, inner, heads, epsilon):
        super().__init__()
        self.h = heads
        self.qkv, self.o = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.i, self.f = nn.Linear(width, inner), nn.Linear(inner, width)
        self.ln1, self.ln2 = nn.LayerNorm(width, eps=epsilon), nn.LayerNorm(width, eps=epsilon)
        self.drop = nn.Dropout(.1)

    def forward(self, x, mask):
        size, length, width = x.shape
        q, k, v = self.qkv(x).view(size, length, 3, self.h, width // self.h).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(size, length, width)
        x = self.ln1(x + self.drop(self.o(mixed)))
        return self.ln2(x + self.drop(self.f(F.gelu(self.i(x)))))


class Bert(nn.Module):
    def __init__(self, config):
        super().__init__()
        width, epsilon = config['hidden_size'], config.get('layer_norm_eps', 1e-12)
        self.word = nn.Embedding(config['vocab_size'], width)
        self.pos, self.typ = nn.Embedding(config['max_position_embeddings'], width), nn.Embedding(2, width)
        self.ln, self.drop = nn.LayerNorm(width, eps=epsilon), nn.Dropout(.1)
        self.layers = nn.ModuleList(Layer(width, config['intermediate_size'], config['num_attention_heads'], epsilon) for _ in range(config['num_hidden_layers']))

    def forward(self, ids, types, mask):
        x = self.drop(self.ln(self.word(ids) + self.pos.weight[:ids.shape[1]] + self.typ(types)))
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return x


class Encoder(nn.Module):
    """`ids`, `types`, `mask` of shape [batch, pieces] give `{head: logits [batch, 4]}`."""

    def __init__(self, base):
        super().__init__()
        with open(os.path.join(base, 'config.json')) as file:
            config = json.load(file)
        width = config['hidden_size']
        self.bert, self.pool, self.drop = Bert(config), nn.Linear(2 * width, width), nn.Dropout(.1)
        self.heads = nn.ModuleDict({head: nn.Linear(width, len(CLASSES)) for head in HEADS})
        self.load_pretrained(base)

    def pooled(self, ids, types, mask):
        x = self.bert(ids, types, mask)
        own = (types.bool() & mask).to(x.dtype)[..., None]
        mean = (x * own).sum(1) / own.sum(1).clamp(min=1)
        return torch.tanh(self.pool(torch.cat([x[:, 0], mean], -1)))

    def forward(self, ids, types, mask):
        pooled = self.drop(self.pooled(ids, types, mask))
        return {name: head(pooled).float() for name, head in self.heads.items()}

    @torch.no_grad()
    def load_pretrained(self, base):
        from safetensors.torch import load_file
        weights = {name.removeprefix('bert.'): value for name, value in load_file(os.path.join(base, 'model.safetensors')).items()}

        def copy(module, name):
            module.weight.copy_(weights[f'{name}.weight'])
            if getattr(module, 'bias', None) is not None:
                module.bias.copy_(weights[f'{name}.bias'])

        bert = self.bert
        for module, name in ((bert.word, 'word_embeddings'), (bert.pos, 'position_embeddings'), (bert.typ, 'token_type_embeddings'), (bert.ln, 'LayerNorm')):
            copy(module, f'embeddings.{name}')
        for number, layer in enumerate(bert.layers):
            at = f'encoder.layer.{number}'
            for part in ('weight', 'bias'):
                getattr(layer.qkv, part).copy_(torch.cat([weights[f'{at}.attention.self.{name}.{part}'] for name in ('query', 'key', 'value')]))
            for module, name in ((layer.o, 'attention.output.dense'), (layer.ln1, 'attention.output.LayerNorm'), (layer.i, 'intermediate.dense'),
                                 (layer.f, 'output.dense'), (layer.ln2, 'output.LayerNorm')):
                copy(module, f'{at}.{name}')


def load(model, weights):
    """Puts weights into an encoder. Those of a shipped model lack the heads of the public sets, which stay as they are."""
    missing, _ = model.load_state_dict(weights, strict=False)
    if lacking := [name for name in missing if not name.startswith('heads.')]:
        raise ValueError(f'weights without {lacking}')


def read_weights(path):
    """A checkpoint's state dict in float32, from .pt or .safetensors, or what ships, from .onnx."""
    if path.endswith('.onnx'):
        from recover import weights_of
        return {name: torch.tensor(value) for name, value in weights_of(path).items()}
    if path.endswith('.safetensors'):
        from safetensors.torch import load_file
        weights = load_file(path)
    else:
        weights = torch.load(path, map_location='cpu')
    return {name: value.float() for name, value in weights.items()}
