"""The weights of an exported model, so that training can go on from what ships where its checkpoint is lost.

They are the checkpoint’s up to the rounding to 8 bits; exported again they give the same bytes.
"""
import numpy as np
import onnx
from onnx import numpy_helper


def weights_of(path):
    """A state dict of float32 arrays, in the order in which export.py wrote its constants; of the heads the two that ship, and the features."""
    constants = [numpy_helper.to_array(one) for one in onnx.load(path).graph.initializer]
    # All that is not weights (axes, shapes, levels) is small.
    left = iter([one for one in constants if one.size >= 8])
    weights = {}

    def plain(*names):
        for name in names:
            weights[name] = next(left)

    def linear(name):
        matrix, scale = next(left), next(left)
        weights[f'{name}.weight'] = (matrix.astype(np.float32) * scale).T
        plain(f'{name}.bias')

    def normalised(name):
        plain(f'{name}.weight', f'{name}.bias')

    words, scale = next(left), next(left)
    weights['bert.word.weight'] = words.astype(np.float32) * scale[:, None]
    plain('bert.pos.weight', 'bert.typ.weight')
    normalised('bert.ln')
    # Matrices of int8: that of the words, and four a layer.
    for number in range((sum(one.dtype == np.int8 for one in constants) - 1) // 4):
        layer = f'bert.layers.{number}'
        for part, after in (('qkv', None), ('o', 'ln1'), ('i', None), ('f', 'ln2')):
            linear(f'{layer}.{part}')
            if after:
                normalised(f'{layer}.{after}')
    normalised('pool')
    both = {part: next(left) for part in ('weight', 'bias')}
    for place, head in enumerate(('op', 'parent')):
        for part, value in both.items():
            weights[f'heads.{head}.{part}'] = value[4 * place:4 * place + 4]
    normalised('features')
    return {name: np.ascontiguousarray(value, dtype=np.float32) for name, value in weights.items()}
