"""The training program of this SDK in Python's torch: what needs no JVM of it can be tried on machines that have none.

python archive_step.py meta  ARCHIVE BATCH LENGTH
    Runs every method with the parameters on the meta device, which has shapes but no numbers, and the inputs on the processor:
    an operation that reads a number back, or mixes devices, fails. What a GPU must not do can so be seen without one.
python archive_step.py check ARCHIVE BATCH LENGTH STEPS [OTHER]
    The gradient of every leaf, with and without padding, and the losses of some steps on the GPU beside those on the processor; for an
    archive in fp32 without dropout. Fails where they differ. With OTHER that
    archive runs on the processor; without a GPU both run there.
python archive_step.py time  ARCHIVE BATCH LENGTH STEPS [full|padded [PEAK_TFLOPS]]
    Steps a second on the GPU, or on the processor where there is none, after 20 that do not count. Every step has inputs of its own on
    the host, made beforehand: this is the program alone, without a loader, schedule or looks at the loss. On a GPU whatever is known to
    wait for it between steps fails (torch.cuda.set_sync_debug_mode; SYNC=warn in the environment only tells of it). "host" is
    how long a call takes, which is the GPU's time once its queue is full.

ARCHIVE comes from io.dcsdk.benchmarks.training.ArchiveFile, which writes ARCHIVE.json beside it.
Needs: pip install torch
"""
import io
import json
import os
import statistics
import sys
import time
import zipfile

import torch
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

mode, path, batch, length = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
about = json.load(open(path + ".json"))
ones, elements, vocabulary, labels = about.pop("ones"), about["elements"], about["vocabulary"], about["labels"]
WARM = 20
COPY = "torch.to(torch.pin_memory(x), ops.prim.device(w), None, True)"  # the last says: without waiting
torch._C._set_graph_executor_optimize(False)  # as the SDK does: widths vary
NONE = torch.zeros(0, dtype=torch.int64)


def batches(padded, count, seed=0):
    g = torch.Generator().manual_seed(seed)
    for _ in range(count):
        ids = torch.randint(0, vocabulary, (batch, length), generator=g)
        targets, mask = ids % labels, NONE
        if padded and length > 1:
            lengths = torch.randint(max(1, 3 * length // 4), length, (batch, 1), generator=g)
            mask = (torch.arange(length) < lengths).long()
            targets = torch.where(mask == 1, targets, -100)
        yield ids, NONE, mask, targets, torch.tensor([1e-4, 1.0 / int((targets >= 0).sum())])


def bound(module, device):
    g = torch.Generator().manual_seed(1)
    p = torch.randn(elements, generator=g) * 0.02
    for first, count in ones:
        p[first:first + count] = 1
    p = p.to(device)
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
                assert text.count(COPY) == 1 and text.count("ops.prim.is_cuda(w)") == 1 and text.count("ops.prim.is_cuda(x)") == 1
                content = text.replace("torch.pin_memory(x)", "x").replace("prim.is_cuda(", "prim.is_meta(").encode()
            made.writestr(entry, content)
    out.seek(0)
    return out


def adamw_without_numbers(ps, gs, ms, vs, maxima, ts, *, lr, grad_scale=None, found_inf=None, **rest):
    given = [*ps, *gs, *ms, *vs, *ts, lr, grad_scale, found_inf]
    assert all(x is None or x.device.type == "meta" for x in given), "AdamW is given tensors of another device"
    assert all(x is None or x.dtype == torch.float32 for x in given), "AdamW is given numbers of another precision"
    for p, *others in zip(ps, gs, ms, vs, strict=True):
        assert all(x.shape == p.shape and x.stride() == p.stride() for x in others), "AdamW has no fast path for these strides"


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


def run(device, steps, padded, counted_from, archive=path):
    module = torch.jit.load(archive, map_location=device)
    state = bound(module, device)
    results, wall, begun, cuda = [], [], 0.0, device.type == "cuda"
    for i, rows in enumerate(list(batches(padded, steps))):
        if i == counted_from:
            if cuda:
                torch.cuda.synchronize()
                torch.cuda.set_sync_debug_mode(os.environ.get("SYNC", "error"))
            begun = time.perf_counter()
        torch.manual_seed(i)
        step = time.perf_counter()
        results.append(module.step(*rows))
        wall.append(time.perf_counter() - step)
    if cuda:
        torch.cuda.set_sync_debug_mode("default")
        torch.cuda.synchronize()
    second = (time.perf_counter() - begun) / (steps - counted_from)
    return state, [r.tolist() for r in results], second, wall[counted_from:]


def gradients(device, padded, archive=path):
    module = torch.jit.load(archive, map_location=device)
    state = bound(module, device)
    rows = next(batches(padded, 1))
    return state, module.gradient(*rows)


def check(steps, other):
    cpu, device = torch.device("cpu"), torch.device("cuda" if torch.cuda.is_available() else "cpu")
    assert about["precision"] == "fp32" and about["dropout"] == 0, "an archive in fp32 without dropout can be compared"
    for padded in (False, True):
        _, expected = gradients(cpu, padded, other)
        _, found = gradients(device, padded)
        whole = torch.sqrt(sum(g.double().square().sum() for g in expected[1:])).item()
        apart = [(a.double() - b.cpu().double()).norm().item() / whole for a, b in zip(expected, found, strict=True)]
        print(f"{'padded' if padded else 'full'} rows: norm {whole:.4f}, leaves differ by {max(apart[1:]):.1e} of it at most, the loss by "
              f"{abs(expected[0].item() - found[0].item()):.1e}")
        assert max(apart[1:]) < 5e-6 and abs(expected[0].item() - found[0].item()) < 1e-5, "the devices disagree"
    _, losses, _, _ = run(cpu, steps, True, 0, other)
    _, again, _, _ = run(device, steps, True, 0)
    worst = max(abs(a[0] - b[0]) / abs(a[0]) for a, b in zip(losses, again, strict=True))
    print(f"losses of {steps} steps ({losses[0][0]:.4f} to {losses[-1][0]:.4f}) differ by {worst:.1e} at most")
    assert worst < 1e-5, "the devices disagree"


def timed(steps, padded, peak):
    assert steps > WARM, f"the first {WARM} steps do not count"
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    _, results, second, host = run(device, steps, padded, WARM)
    h, n = about["hidden"], about["layers"]
    work = 3 * batch * length * n * (2 * 12 * h * h + 4 * length * h)
    memory = f", {torch.cuda.max_memory_allocated() / 2**20:.0f} MiB" if device.type == "cuda" else ""
    print(f"archive {about['precision']} {about['kernels']} on {device.type}, {batch} x {length}{' padded' if padded else ''}: "
          f"{second * 1e3:.2f} ms a step (host {statistics.median(host) * 1e3:.2f}), {batch / second:.0f} samples/s, "
          f"{work / second / 1e12:.2f} TFLOP/s"
          + (f" ({work / second / 1e12 / peak:.0%} of {peak:.2f})" if peak else "")
          + f"{memory}, loss {results[0][0]:.3f} to {results[-1][0]:.3f}")


if mode == "meta":
    meta()
elif mode == "check":
    check(int(sys.argv[5]), sys.argv[6] if len(sys.argv) > 6 else path)
elif mode == "time":
    timed(int(sys.argv[5]), "padded" in sys.argv[6:], float(sys.argv[7]) if len(sys.argv) > 7 else 0)
else:
    sys.exit(f"mode ({mode}): is unknown; take meta, check or time")
