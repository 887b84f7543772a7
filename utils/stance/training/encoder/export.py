"""
A fine-tuned model as ONNX, once in whole floats and once with int8 weights (dynamic quantisation written out in the graph):

    python3 export.py FOLDER stance-judged-0.pt
writes stance.onnx, stance-int8.onnx and check.jsonl (1,000 pairs of the tuning part with PyTorch's probabilities) into FOLDER.
Inputs `ids` and `segments` (int64, pairs × length) as model.py lays them; output `probabilities` (pairs × support, oppose, neutral,
question). Both files were run with onnxruntime-web 1.20.1 (WASM, one thread) on these pairs: see the head of finetune.py.
"""
import json
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper

from finetune import Judge, fold_of
from model import Encoder, lay, stacked
from pairs import cut, is_kept, labelled
from pieces import Pieces


class Shipped(torch.nn.Module):
    """What runs in the browser: own threads' priors, the task read from the first id."""

    def __init__(self, judge):
        super().__init__()
        self.judge = judge

    def forward(self, ids, segments):
        return torch.softmax(self.judge(ids, segments, ids[:, 0] - 4), -1)


def in_bytes(model):
    """Weights of products as int8 per column, the table of pieces as int8 per row; activations are turned into bytes while it runs."""
    graph = model.graph
    held = {one.name: one for one in graph.initializer}
    nodes, dropped = [], set()

    def keep(name, array):
        graph.initializer.append(numpy_helper.from_array(array, name))
        return name

    def halved(name, axis):
        values = numpy_helper.to_array(held[name])
        scale = np.maximum(np.abs(values).max(axis), 1e-8).astype(np.float32) / 127
        dropped.add(name)
        return keep(f"{name}.bytes", np.round(values / np.expand_dims(scale, axis)).astype(np.int8)), keep(f"{name}.scale", scale)

    known = {}
    for node in graph.node:
        inputs, out = list(node.input), node.output[0]
        if node.op_type == "MatMul" and inputs[1] in held:
            number, scale = halved(inputs[1], 0)
            if inputs[0] not in known:
                known[inputs[0]] = [f"{inputs[0]}.{part}" for part in ("byte", "step", "zero")]
                nodes.append(helper.make_node("DynamicQuantizeLinear", [inputs[0]], known[inputs[0]]))
            byte, step, zero = known[inputs[0]]
            nodes += [
                helper.make_node("MatMulInteger", [byte, number, zero], [f"{out}.whole"]),
                helper.make_node("Cast", [f"{out}.whole"], [f"{out}.float"], to=onnx.TensorProto.FLOAT),
                helper.make_node("Mul", [step, scale], [f"{out}.steps"]),
                helper.make_node("Mul", [f"{out}.float", f"{out}.steps"], [out]),
            ]
        elif node.op_type == "Gather" and inputs[0] in held and len(held[inputs[0]].dims) == 2 and held[inputs[0]].dims[0] > 1000:
            number, scale = halved(inputs[0], 1)
            nodes += [
                helper.make_node("Gather", [number, inputs[1]], [f"{out}.byte"]),
                helper.make_node("Cast", [f"{out}.byte"], [f"{out}.float"], to=onnx.TensorProto.FLOAT),
                helper.make_node("Gather", [scale, inputs[1]], [f"{out}.step"]),
                helper.make_node("Unsqueeze", [f"{out}.step", keep(f"{out}.axis", np.array([-1]))], [f"{out}.steps"]),
                helper.make_node("Mul", [f"{out}.float", f"{out}.steps"], [out]),
            ]
        else:
            nodes.append(node)
    del graph.node[:]
    graph.node.extend(nodes)
    left = [one for one in graph.initializer if one.name not in dropped]
    del graph.initializer[:]
    graph.initializer.extend(left)
    onnx.checker.check_model(model)
    return model


def main(folder, name):
    folder = Path(folder)
    saved = torch.load(folder / name, map_location="cpu")
    judge = Judge(Encoder(**saved["sizes"]))
    judge.load_state_dict(saved["weights"])
    shipped = Shipped(judge).eval()
    pieces = Pieces((folder / "pieces.txt").read_text().split("\n"))
    pairs = [one for one in labelled() if one["source"] == "threads" and not is_kept(one["thread"]) and fold_of(one["thread"]) == 0][:1000]
    laid = [lay(one["task"], *cut(pieces, one["target"], one["text"], one["about"])) for one in pairs]
    axes = {0: "pairs", 1: "length"}
    torch.onnx.export(
        shipped, stacked(laid[:2]), str(folder / "stance.onnx"), opset_version=13,
        input_names=["ids", "segments"], output_names=["probabilities"],
        dynamic_axes={"ids": axes, "segments": axes, "probabilities": {0: "pairs"}},
    )
    onnx.save(in_bytes(onnx.load(folder / "stance.onnx")), str(folder / "stance-int8.onnx"))
    with open(folder / "check.jsonl", "w") as file, torch.no_grad():
        for one in laid:
            file.write(json.dumps(dict(ids=one[0], segments=one[1], probabilities=shipped(*stacked([one]))[0].tolist())) + "\n")


if __name__ == "__main__":
    torch.set_num_threads(1)
    main(*sys.argv[1:])
