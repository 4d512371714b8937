"""The training program of this SDK in Python's torch: what needs no JVM of it can be tried on machines that have none.

python archive_step.py meta  ARCHIVE BATCH LENGTH
    Runs every method with the parameters on the meta device, which has shapes but no numbers, and the inputs on the processor:
    an operation that reads a number back, or mixes devices, fails. What a GPU must not do can so be seen without one.
python archive_step.py check ARCHIVE BATCH LENGTH STEPS
    Losses and parameters after some steps on the GPU beside those on the processor; for an archive without dropout.
python archive_step.py time  ARCHIVE BATCH LENGTH STEPS [full|padded [PEAK_TFLOPS]]
    Steps a second on the GPU, or on the processor where there is none. On a GPU whatever waits for it between steps fails
    (torch.cuda.set_sync_debug_mode). Inputs are fresh in every step.

ARCHIVE comes from io.dcsdk.benchmarks.training.ArchiveFile, which writes ARCHIVE.json beside it.
Needs: pip install torch
"""
import io
import json
import statistics
import sys
import time
import zipfile

import torch
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

mode, path, batch, length = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
about = json.load(open(path + ".json"))
elements, vocabulary, labels = about["elements"], about["vocabulary"], about["labels"]
torch._C._set_graph_executor_optimize(False)  # as the SDK does: widths vary
NONE = torch.zeros(0, dtype=torch.int64)


def batches(padded, count, seed=0):
    g = torch.Generator().manual_seed(seed)
    for _ in range(count):
        ids = torch.randint(0, vocabulary, (batch, length), generator=g)
        targets, mask = ids % labels, NONE
        if padded:
            lengths = torch.randint(max(1, 3 * length // 4), length, (batch, 1), generator=g)
            mask = (torch.arange(length) < lengths).long()
            targets = torch.where(mask == 1, targets, -100)
        yield ids, NONE, mask, targets, torch.tensor([1e-4, 1.0 / int((targets >= 0).sum())])


def bound(module, device):
    g = torch.Generator().manual_seed(1)
    p = (torch.randn(elements, generator=g) * 0.02).to(device)
    m, v = torch.zeros_like(p), torch.zeros_like(p)
    t = torch.zeros((), device=device)
    module.bind(p, m, v, t, torch.zeros(0, device=device))
    return p, m, v, t


def without_device(name):
    """The archive with the meta device in the place of GPUs; memory cannot be pinned for it."""
    out = io.BytesIO()
    with zipfile.ZipFile(name) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made:
        for entry in given.namelist():
            content = given.read(entry)
            if entry.endswith("__torch__.py"):
                text = content.decode()
                assert text.count("torch.pin_memory(x)") == 1 and text.count("ops.prim.is_cuda(w)") == 1
                content = text.replace("torch.pin_memory(x)", "x").replace("is_cuda(w)", "is_meta(w)").encode()
            made.writestr(entry, content)
    out.seek(0)
    return out


def adamw_without_numbers(ps, gs, ms, vs, maxima, ts, *, lr, grad_scale=None, found_inf=None, **rest):
    given = [*ps, *gs, *ms, *vs, *ts, lr, grad_scale, found_inf]
    assert all(x is None or x.device.type == "meta" for x in given), "AdamW is given tensors of another device"
    assert all(x is None or x.dtype == torch.float32 for x in given), "AdamW is given numbers of another precision"


class OneDevice(TorchDispatchMode):
    """Refuses operations on tensors of both devices, which index operations of the meta device would let pass, and counts
    those on the meta device that are no mere views. A GPU has fewer kernels: attention and dropout are written out here."""

    count = 0

    def __torch_dispatch__(self, operation, types, args=(), kwargs=None):
        given = [x for x in tree_leaves((args, kwargs)) if isinstance(x, torch.Tensor) and x.numel() > 0]
        devices = {x.device.type for x in given}
        assert len(devices) < 2 or operation is torch.ops.aten._to_copy.default, f"{operation} is given tensors of {devices}"
        result = operation(*args, **(kwargs or {}))
        made = [x for x in tree_leaves(result) if isinstance(x, torch.Tensor)]
        view = operation.is_view or operation.namespace == "prim" or operation in (
            torch.ops.aten.detach.default, torch.ops.aten._unsafe_view.default, torch.ops.aten.empty_like.default)
        self.count += not view and any(x.device.type == "meta" for x in given + made)
        return result


def meta():
    library = torch.library.Library("aten", "IMPL")
    library.impl("_fused_adamw_.tensor_lr", adamw_without_numbers, "Meta")
    module = torch.jit.load(without_device(path))
    bound(module, "meta")
    made = []
    with OneDevice():
        every_method(module, made)
    assert all(x.device.type == "meta" for x in made)
    with OneDevice() as counted:
        module.step(*next(batches(True, 1)))
    print(f"archive {about}: {len(made)} results, all on the device of the parameters, none read; "
          f"a step of padded rows has {counted.count} operations that are no views")


def every_method(module, made):
    for padded in (False, True):
        for ids, types, mask, targets, scalars in batches(padded, 1):
            for segments in (types, torch.zeros_like(ids)):
                rows = (ids, segments, mask, targets, scalars)
                made += [module.logits(*rows[:3]), module.step(*rows), *module.gradient(*rows)]
                loss = module.accumulate(*rows)
                loss = loss + module.accumulate(*rows)
                made.append(module.update(loss, scalars))
                made.append(module.take_flat(module.accumulate(*rows)))
                made.append(module.update_flat(made[-1], scalars))


def run(device, steps, padded, seed=0):
    module = torch.jit.load(path, map_location=device)
    state, results, wall = bound(module, device), [], []
    cuda = device.type == "cuda"
    given = list(batches(padded, steps, seed))
    for i, rows in enumerate(given):
        if cuda and i == 3:
            torch.cuda.synchronize()
            torch.cuda.set_sync_debug_mode("error")
        if i == 3:
            begun = time.perf_counter()
        step = time.perf_counter()
        torch.manual_seed(i)
        results.append(module.step(*rows))
        wall.append(time.perf_counter() - step)
    if cuda:
        torch.cuda.set_sync_debug_mode("default")
        torch.cuda.synchronize()
    return state, [r.tolist() for r in results], (time.perf_counter() - begun) / (steps - 3), wall[3:]


def check(steps):
    expected, losses, _, _ = run(torch.device("cpu"), steps, True)
    found, gpu, _, _ = run(torch.device("cuda"), steps, True)
    worst = max(abs(a[0] - b[0]) / abs(a[0]) for a, b in zip(losses, gpu))
    apart = (expected[0] - found[0].cpu()).abs().max().item()
    print(f"archive {about}: losses differ by {worst:.1e} at most, parameters by {apart:.1e} after {steps} steps")


def timed(steps, padded, peak):
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    _, results, second, host = run(device, steps, padded)
    h, n = about["hidden"], about["layers"]
    work = 3 * batch * length * n * (2 * 12 * h * h + 4 * length * h)
    memory = f", {torch.cuda.max_memory_allocated() / 2**20:.0f} MiB" if device.type == "cuda" else ""
    print(f"archive {about['precision']} {about['kernels']} on {device.type}, {batch} x {length}{' padded' if padded else ''}: "
          f"{second * 1e3:.2f} ms a step (host {statistics.median(host) * 1e3:.2f}), {batch / second:.0f} samples/s, "
          f"{work / second / 1e12:.1f} TFLOP/s"
          + (f" ({work / second / 1e12 / peak:.0%} of {peak:.0f})" if peak else "")
          + f"{memory}, loss {results[0][0]:.3f} to {results[-1][0]:.3f}")


if mode == "meta":
    meta()
elif mode == "check":
    check(int(sys.argv[5]))
else:
    timed(int(sys.argv[5]), "padded" in sys.argv[6:], float(sys.argv[7]) if len(sys.argv) > 7 else 0)
