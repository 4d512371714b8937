"""Training steps of HuggingFace's Trainer on a GPU (bf16, fused AdamW, SDPA), to be put beside those of archive_step.py time.

python hf_trainer.py LAYERS HIDDEN VOCAB BATCH LENGTH STEPS [lean]
It measures more than archive_step.py does: the Trainer's loader, schedule and its look at the loss in every step, which waits
for the device (lean turns that look off). Random weights, dropout 0.1, rows of LENGTH tokens with a mask of ones as its collator makes it, clipping at 1. The clock runs from
the 20th step on and waits for the device at both ends. Without a GPU it runs on the processor, which shows that it works.
Needs: pip install torch transformers accelerate
"""
import sys
import tempfile
import time

import torch
from transformers import BertConfig, BertForTokenClassification, Trainer, TrainerCallback, TrainingArguments

layers, hidden, vocabulary, batch, length, steps = map(int, sys.argv[1:7])
cuda, warm, lean = torch.cuda.is_available(), 20, "lean" in sys.argv[7:]
assert steps > warm, f"the first {warm} steps do not count"
config = BertConfig(
    vocab_size=vocabulary, hidden_size=hidden, num_hidden_layers=layers, num_attention_heads=max(1, hidden // 64),
    intermediate_size=4 * hidden, num_labels=9, attn_implementation="sdpa")
torch.manual_seed(0)
ids = torch.randint(0, vocabulary, (batch * 64, length))
rows = [{"input_ids": x, "attention_mask": torch.ones_like(x), "labels": x % 9} for x in ids]


class Clock(TrainerCallback):
    begun = ended = 0.0

    def on_step_end(self, arguments, state, control, **rest):
        if state.global_step in (warm, steps):
            if cuda:
                torch.cuda.synchronize()
            now = time.perf_counter()
            self.begun, self.ended = (now, 0.0) if state.global_step == warm else (self.begun, now)


with tempfile.TemporaryDirectory() as folder:
    clock = Clock()
    Trainer(
        model=BertForTokenClassification(config),
        args=TrainingArguments(
            output_dir=folder, per_device_train_batch_size=batch, max_steps=steps, bf16=True, optim="adamw_torch_fused",
            weight_decay=0.01, max_grad_norm=1.0, learning_rate=1e-4, logging_strategy="no", save_strategy="no", report_to=[],
            disable_tqdm=True, logging_nan_inf_filter=not lean, dataloader_pin_memory=cuda, use_cpu=not cuda),
        train_dataset=rows,
        callbacks=[clock],
    ).train()
second = (clock.ended - clock.begun) / (steps - warm)
work = 3 * batch * length * layers * (24 * hidden * hidden + 4 * length * hidden)
print(f"HuggingFace Trainer {'lean ' if lean else ''}bf16 on {'cuda' if cuda else 'cpu'}, {layers}x{hidden}, {batch} x {length}: "
      f"{second * 1e3:.2f} ms a step, {batch / second:.0f} samples/s, {work / second / 1e12:.2f} TFLOP/s"
      + (f", {torch.cuda.max_memory_allocated() / 2**20:.0f} MiB" if cuda else ""))
