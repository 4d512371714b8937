"""Tokenising and aligning with transformers' fast tokenizer: the peer of EncodingTimer.

python hf_encode.py CONLL VOCAB REPEATS [calls|batch]
Sentences of a CoNLL file to ids and labels of first sub-words, as run_ner does it: `batch` gives the tokenizer all sentences at
once (it encodes them on all its threads, TOKENIZERS_PARALLELISM and RAYON_NUM_THREADS are heeded), `calls` one at a time.
Prints the median of sentences/s; the first two rounds are not counted.
Needs: pip install torch transformers
"""
import statistics
import sys
import time

from transformers import BertTokenizerFast

path, vocab, repeats = sys.argv[1], sys.argv[2], int(sys.argv[3])
way = sys.argv[4] if len(sys.argv) > 4 else "batch"
sentences, tags, words, own = [], [], [], []
for line in open(path, encoding="utf-8").read().replace("\r", "").split("\n") + [""]:
    if line.strip():
        parts = line.split("\t") if "\t" in line else line.split()
        words.append(parts[0])
        own.append(parts[-1].strip())
    elif words:
        sentences.append(words)
        tags.append(own)
        words, own = [], []
names = sorted({t for sentence in tags for t in sentence})
number = {name: i for i, name in enumerate(names)}
tokenizer = BertTokenizerFast(vocab, do_lower_case=False)


def aligned(word_ids, sentence_tags):
    previous, labels = None, []
    for w in word_ids:
        labels.append(-100 if w is None or w == previous else number[sentence_tags[w]])
        previous = w
    return labels


rates, tokens = [], 0
for _ in range(repeats + 2):
    begun = time.perf_counter()
    rows = []
    if way == "batch":
        encoded = tokenizer(sentences, is_split_into_words=True, truncation=True, max_length=128)
        for i, ids in enumerate(encoded["input_ids"]):
            rows.append((ids, aligned(encoded.word_ids(i), tags[i])))
    else:
        for sentence, sentence_tags in zip(sentences, tags):
            e = tokenizer(sentence, is_split_into_words=True, truncation=True, max_length=128)
            rows.append((e["input_ids"], aligned(e.word_ids(), sentence_tags)))
    rates.append(len(sentences) / (time.perf_counter() - begun))
    tokens = sum(len(ids) for ids, _ in rows)
print(f"transformers encoding {way}: {statistics.median(rates[2:]):.1f} sentences/s, {tokens} tokens")
