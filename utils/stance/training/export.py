"""Writes a fine-tuned encoder as the extension ships it: stance.onnx, tokenizer.json, stance.json.

usage: export.py --base DIR --weights FILE.pt|FILE.safetensors --out public [--name NAME]

Weights are int8 with one scale a column. Activations are int8 too, with one scale a *row* (one piece of one comment), so that a
comment's answer cannot depend on what it is read together with: dynamic quantisation as ONNX Runtime does it scales over the whole batch.
The graph is written node by node, so that it holds nothing but what runs: one comment a run, no padding, no mask.
"""
import argparse
import hashlib
import json
import math
import os

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

LENGTHS = {'post': 72, 'parent': 72, 'comment': 128}
CLASSES = ['support', 'oppose', 'neutral', 'question']
LEVELS = 127
FEATURES = 64


class Graph:
    """Nodes and constants in the order in which they are asked for."""

    def __init__(self):
        self.nodes, self.constants = [], []

    def constant(self, value, kind=None):
        name = f'c{len(self.constants)}'
        self.constants.append(numpy_helper.from_array(np.array(value, dtype=kind, order='C'), name))
        return name

    def add(self, operator, *inputs, outputs=None, domain='', **attributes):
        outputs = outputs or [f'v{len(self.nodes)}']
        self.nodes.append(helper.make_node(operator, list(inputs), outputs, domain=domain, **attributes))
        return outputs[0]


def quantised(matrix):
    """int8 of a float matrix and the scale of each column."""
    scale = np.abs(matrix).max(0) / LEVELS
    scale[scale == 0] = 1
    return np.clip(np.round(matrix / scale), -LEVELS, LEVELS).astype(np.int8), scale.astype(np.float32)


def linear(graph, x, weights, name):
    """x · W + b in int8; x is shifted to 1…255, since WebAssembly multiplies unsigned by signed bytes ten times faster than signed by signed."""
    matrix, scale = quantised(weights[f'{name}.weight'].T)
    largest = graph.add('ReduceMax', graph.add('Abs', x), graph.constant([-1], np.int64), keepdims=1)
    unit = graph.add('Div', graph.add('Max', largest, graph.constant(1e-9, np.float32)), graph.constant(LEVELS, np.float32))
    bytes_ = graph.add('Cast', graph.add('Add', graph.add('Div', x, unit), graph.constant(LEVELS + 1.5, np.float32)), to=TensorProto.UINT8)
    product = graph.add('MatMulInteger', bytes_, graph.constant(matrix), graph.constant(LEVELS + 1, np.uint8))
    scaled = graph.add('Mul', graph.add('Mul', graph.add('Cast', product, to=TensorProto.FLOAT), graph.constant(scale)), unit)
    return graph.add('Add', scaled, graph.constant(weights[f'{name}.bias']))


def normalised(graph, x, weights, name):
    return graph.add('LayerNormalization', x, graph.constant(weights[f'{name}.weight']), graph.constant(weights[f'{name}.bias']), axis=-1, epsilon=1e-12)


def embedded(graph, weights):
    """Words (int8, one scale a word), places and types of the pieces."""
    table, scale = quantised(weights['bert.word.weight'].T)
    words = graph.add('Cast', graph.add('Gather', graph.constant(table.T), 'ids'), to=TensorProto.FLOAT)
    scales = graph.add('Unsqueeze', graph.add('Gather', graph.constant(scale), 'ids'), graph.constant([-1], np.int64))
    count = graph.add('Gather', graph.add('Shape', 'ids'), graph.constant([1], np.int64))
    places = graph.add('Slice', graph.constant(weights['bert.pos.weight']), graph.constant([0], np.int64), count, graph.constant([0], np.int64))
    types = graph.add('Gather', graph.constant(weights['bert.typ.weight']), 'types')
    return normalised(graph, graph.add('Add', graph.add('Add', graph.add('Mul', words, scales), places), types), weights, 'bert.ln')


def attended(graph, x, weights, layer, heads, width):
    split = graph.add('Split', linear(graph, x, weights, f'{layer}.qkv'), graph.constant([width] * 3, np.int64),
                      outputs=[f'{layer}.q', f'{layer}.k', f'{layer}.v'], axis=-1)[:-1]
    apart = graph.constant([0, -1, heads, width // heads], np.int64)
    q, k, v = (graph.add('Transpose', graph.add('Reshape', split + part, apart), perm=order)
               for part, order in (('q', [0, 2, 1, 3]), ('k', [0, 2, 3, 1]), ('v', [0, 2, 1, 3])))
    scores = graph.add('Mul', graph.add('MatMul', q, k), graph.constant(1 / math.sqrt(width // heads), np.float32))
    mixed = graph.add('MatMul', graph.add('Softmax', scores, axis=-1), v)
    return graph.add('Reshape', graph.add('Transpose', mixed, perm=[0, 2, 1, 3]), graph.constant([0, -1, width], np.int64))


def build(weights, heads):
    """The ONNX model of a state dict (numpy, float32): `ids` and `types` (1 from the comment on), both [1, pieces], give `scores` [1, 8], opening post's first,
    and `features` [1, n], by which the product tells like comments from unlike ones when a reader corrects it."""
    graph = Graph()
    width = weights['bert.pos.weight'].shape[1]
    x = embedded(graph, weights)
    for number in range(len({name.split('.')[2] for name in weights if name.startswith('bert.layers.')})):
        layer = f'bert.layers.{number}'
        answer = linear(graph, attended(graph, x, weights, layer, heads, width), weights, f'{layer}.o')
        x = normalised(graph, graph.add('Add', x, answer), weights, f'{layer}.ln1')
        inner = graph.add('Gelu', linear(graph, x, weights, f'{layer}.i'), domain='com.microsoft')
        x = normalised(graph, graph.add('Add', x, linear(graph, inner, weights, f'{layer}.f')), weights, f'{layer}.ln2')
    own = graph.add('Cast', 'types', to=TensorProto.FLOAT)
    first = graph.constant([1], np.int64)
    total = graph.add('Squeeze', graph.add('MatMul', graph.add('Unsqueeze', own, first), x), first)
    mean = graph.add('Div', total, graph.add('ReduceSum', own, first, keepdims=1))
    both = graph.add('Concat', graph.add('Gather', x, graph.constant(0, np.int64), axis=1), mean, axis=-1)
    pooled = graph.add('Tanh', graph.add('Gemm', both, graph.constant(weights['pool.weight']), graph.constant(weights['pool.bias']), transB=1))
    last = {part: np.concatenate([weights[f'heads.{head}.{part}'] for head in ('op', 'parent')]) for part in ('weight', 'bias')}
    graph.add('Gemm', pooled, graph.constant(last['weight']), graph.constant(last['bias']), outputs=['scores'], transB=1)
    graph.add('Gemm', pooled, graph.constant(weights['features.weight']), graph.constant(weights['features.bias']), outputs=['features'], transB=1)
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, [1, 'pieces']) for name in ('ids', 'types')]
    outputs = [helper.make_tensor_value_info('scores', TensorProto.FLOAT, [1, 2 * len(CLASSES)]),
               helper.make_tensor_value_info('features', TensorProto.FLOAT, [1, len(weights['features.bias'])])]
    whole = helper.make_graph(graph.nodes, 'stance', inputs, outputs, graph.constants)
    return helper.make_model(whole, opset_imports=[helper.make_opsetid('', 18), helper.make_opsetid('com.microsoft', 1)], ir_version=9)


def features_of(base, path, rows, sample=3000):
    """The pooled vector on its `FEATURES` strongest principal components over training rows, each brought to spread 1."""
    import torch
    import encoder as pytorch
    model = pytorch.Encoder(base)
    model.load_state_dict(pytorch.read_weights(path))
    model.eval()
    pieces = pytorch.Pieces(base)
    with open(rows) as file:
        texts = [row for row in map(json.loads, file) if not row['heldOut'] and row['set'] == 'threads']
    vectors = []
    with torch.no_grad():
        for row in texts[::max(1, len(texts) // sample)]:
            ids, start = pieces.row(row)
            types = torch.tensor([[0] * start + [1] * (len(ids) - start)])
            vectors.append(model.pooled(torch.tensor([ids]), types, torch.ones_like(types, dtype=torch.bool))[0].numpy())
    vectors = np.stack(vectors)
    mean = vectors.mean(0)
    values, directions = np.linalg.eigh(np.cov(vectors - mean, rowvar=False))
    strongest = np.argsort(-values)[:FEATURES]
    projection = (directions[:, strongest] / np.sqrt(values[strongest])).T
    return {'features.weight': projection.astype(np.float32), 'features.bias': (-projection @ mean).astype(np.float32)}


def read_weights(path):
    """A checkpoint's state dict as float32 arrays."""
    if path.endswith('.safetensors'):
        from safetensors.numpy import load_file
        return {name: value.astype(np.float32) for name, value in load_file(path).items()}
    import torch
    return {name: value.float().numpy() for name, value in torch.load(path, map_location='cpu').items()}


def write(out, model, tokenizer, name):
    """The three files. What stands in stance.json beside name, version, files and lengths stays (calibration, thresholds, inference)."""
    path = os.path.join(out, 'stance.json')
    card = json.load(open(path)) if os.path.exists(path) else {}
    contents = {'stance.onnx': model.SerializeToString(), 'tokenizer.json': json.dumps(tokenizer, ensure_ascii=False, separators=(',', ':')).encode()}
    files = {}
    for file, content in contents.items():
        with open(os.path.join(out, file), 'wb') as stream:
            stream.write(content)
        files[file] = {'bytes': len(content), 'sha256': hashlib.sha256(content).hexdigest()}
    version = hashlib.sha256(''.join(file['sha256'] for file in files.values()).encode()).hexdigest()[:12]
    card |= {'name': name, 'version': version, 'files': files, 'lengths': LENGTHS, 'classes': CLASSES}
    with open(path, 'w') as stream:
        json.dump(card, stream, indent=2)
        stream.write('\n')


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('--base', required=True, help='the pretrained encoder: config.json and tokenizer.json')
    arguments.add_argument('--weights', required=True)
    arguments.add_argument('--rows', required=True, help='training rows, to see which directions tell comments apart')
    arguments.add_argument('--out', required=True)
    arguments.add_argument('--name', default='minilm-stance')
    chosen = arguments.parse_args()
    with open(os.path.join(chosen.base, 'config.json')) as stream:
        heads = json.load(stream)['num_attention_heads']
    with open(os.path.join(chosen.base, 'tokenizer.json')) as stream:
        tokenizer = json.load(stream) | {'truncation': None, 'padding': None}
    weights = read_weights(chosen.weights) | features_of(chosen.base, chosen.weights, chosen.rows)
    write(chosen.out, build(weights, heads), tokenizer, chosen.name)


if __name__ == '__main__':
    main()
