"""The peer of io.dcsdk.benchmarks.NerQuality: the same shape, data and hyper-parameters in HuggingFace transformers.

python hf_ner.py TRAIN DEV|- TEST VOCAB LAYERS HIDDEN EPOCHS RATE SEED OUT
Reads CoNLL files (word TAB tag, BIO), trains BertForTokenClassification from scratch in binary32 (batch 16, random order,
dropout 0.1, AdamW with weight decay 0.01 except on biases and layer norms, linear schedule with a warm-up of 0.1, gradients
clipped at 1.0, rows of at most 128 tokens), takes the epoch of best F1 on DEV (the last one without), and writes
"word gold predicted" lines for TEST to OUT. Score that file with the command `score`.
Needs: pip install torch transformers
"""
import random
import sys

import torch
from transformers import BertConfig, BertForTokenClassification, BertTokenizerFast, get_linear_schedule_with_warmup

train, dev, test, vocab, layers, hidden, epochs, rate, seed, out = sys.argv[1:11]
layers, hidden, epochs, rate, seed = int(layers), int(hidden), int(epochs), float(rate), int(seed)
torch.manual_seed(seed)
random.seed(seed)


def read(path):
    sentences, words, tags = [], [], []
    for line in open(path, encoding="utf-8").read().split("\n") + [""]:
        if line:
            word, tag = line.split("\t")
            words.append(word)
            tags.append(tag)
        elif words:
            sentences.append((words, tags))
            words, tags = [], []
    return sentences


def spans(tags):
    found, start, kind = set(), None, None
    for i, tag in enumerate(tags + ["O"]):
        prefix, _, name = tag.partition("-")
        if start is not None and (prefix in ("B", "O") or name != kind):
            found.add((start, i, kind))
            start = None
        if prefix != "O" and start is None:
            start, kind = i, name
    return found


sets = {"train": read(train), "test": read(test)}
if dev != "-":
    sets["dev"] = read(dev)
kinds = sorted({t[2:] for name in ("train", "dev") if name in sets for _, ts in sets[name] for t in ts if t != "O"})
labels = ["O"] + [p + k for k in kinds for p in ("B-", "I-")]
tokenizer = BertTokenizerFast(vocab, do_lower_case=False)


def encode(words, tags):
    e = tokenizer(words, is_split_into_words=True, truncation=True, max_length=128)
    previous, targets, first = None, [], []
    for position, word in enumerate(e.word_ids()):
        is_first = word is not None and word != previous
        targets.append(labels.index(tags[word]) if is_first and tags[word] in labels else -100)
        if is_first:
            first.append((position, word))
        previous = word
    return e["input_ids"], targets, first


rows = {name: [encode(*s) for s in sentences] for name, sentences in sets.items()}
model = BertForTokenClassification(
    BertConfig(vocab_size=len(tokenizer), hidden_size=hidden, num_hidden_layers=layers,
               num_attention_heads=max(2, hidden // 64), intermediate_size=4 * hidden, num_labels=len(labels)))
plain = {n for n, _ in model.named_parameters() if n.endswith("bias") or "LayerNorm" in n}
optimizer = torch.optim.AdamW(
    [{"params": [p for n, p in model.named_parameters() if n not in plain], "weight_decay": 0.01},
     {"params": [p for n, p in model.named_parameters() if n in plain], "weight_decay": 0.0}], lr=rate, fused=True)
per_epoch = (len(rows["train"]) + 15) // 16
total = per_epoch * epochs
schedule = get_linear_schedule_with_warmup(optimizer, -(-total // 10), total)


def padded(batch):
    width = max(len(r[0]) for r in batch)
    ids = torch.tensor([r[0] + [0] * (width - len(r[0])) for r in batch])
    mask = torch.tensor([[1] * len(r[0]) + [0] * (width - len(r[0])) for r in batch])
    return ids, mask, torch.tensor([r[1] + [-100] * (width - len(r[1])) for r in batch])


def predict(name):
    model.eval()
    all_tags = []
    with torch.no_grad():
        for i in range(0, len(rows[name]), 64):
            batch = rows[name][i:i + 64]
            ids, mask, _ = padded(batch)
            best = model(ids, attention_mask=mask).logits.argmax(-1)
            for r, (_, _, first) in enumerate(batch):
                tags = ["O"] * len(sets[name][i + r][0])
                for position, word in first:
                    tags[word] = labels[best[r, position]]
                all_tags.append(tags)
    return all_tags


def f1(name, predicted):
    gold = [spans(t) for _, t in sets[name]]
    found = [spans(t) for t in predicted]
    hit = sum(len(g & p) for g, p in zip(gold, found))
    both = sum(map(len, gold)) + sum(map(len, found))
    return 2 * hit / both if both else 0.0


best, kept = -1.0, None
for epoch in range(epochs):
    model.train()
    order = list(range(len(rows["train"])))
    random.shuffle(order)
    losses = []
    for i in range(0, len(order), 16):
        ids, mask, targets = padded([rows["train"][k] for k in order[i:i + 16]])
        loss = model(ids, attention_mask=mask, labels=targets).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        losses.append(loss.item())
    score = f1("dev", predict("dev")) if dev != "-" else epoch
    if score > best:
        best, kept = score, {k: v.clone() for k, v in model.state_dict().items()}
    print(f"epoch {epoch + 1}: loss {sum(losses) / len(losses):.4f}, dev F1 {score if dev != '-' else float('nan'):.4f}",
          flush=True)
model.load_state_dict(kept)
predicted = predict("test")
with open(out, "w", encoding="utf-8") as file:
    for (words, tags), guesses in zip(sets["test"], predicted):
        for word, tag, guess in zip(words, tags, guesses):
            file.write(f"{word}\t{tag}\t{guess}\n")
        file.write("\n")
print(f"transformers seed {seed}: test F1 {100 * f1('test', predicted):.2f}")
