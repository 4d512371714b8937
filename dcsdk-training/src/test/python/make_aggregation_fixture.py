"""Writes aggregation.json: what the token-classification pipeline of HuggingFace transformers makes of awkward tokens.

    python make_aggregation_fixture.py > ../resources/io/dcsdk/training/inference/aggregation.json

Run with transformers 5.18.0, tokenizers 0.23.2, numpy 2. No model runs: the pipeline's own functions get seeded random
scores, in 64ths so that there are ties and float sums are exact (`scores`), or random logits (`logits`). Tokens come from
small vocabularies made here, or are drawn at random with spans that fit nothing.
A token is [token, id, start, end, special]; an entity [label, score, word, start, end] and, for "none", its index.
"""

import json
import random
import sys
import warnings
from types import SimpleNamespace

import numpy as np
import torch
import transformers
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers
from transformers import PreTrainedTokenizerFast
from transformers.pipelines.token_classification import AggregationStrategy, TokenClassificationPipeline

warnings.simplefilter("ignore")
BIO = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
ODD = ["O", "PER", "I-PER", "B-PER", "E-PER", "X-A-B", "B-O", "B-", "-"]
TEXTS = [
    "Jean works at CERN in Geneva.",
    "",
    "   ",
    "don't, do not! O'Neill 's U.S.A. ? we've I'm",
    "cafe\u0301 Zu\u0308rich na\u00efve",
    "\U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467 Jean\U0001f600Paul",
    "\u65e5\u672c\u6771\u4eac Tokyo",
    "JEAN WORKS",
    "Geneva-based\tJean\nworks  at (CERN)",
    "unknowable \u2603 words\u2603words",
]
WORDS = (
    "[PAD] [UNK] [CLS] [SEP] Jean work ##s at CE ##R ##N in Gene ##va . , ! ? ' - ( ) don do not t n't 's 'm 've 're s m ve re "
    "I we O Ne ##ill U S A caf ##e cafe Zur ##ich na ##ive ##\u0301 JE ##AN W ##OR ##K ##S \u65e5 \u672c \u6771 \u4eac To "
    "##ky ##o \U0001f600 \U0001f468 Paul based words ## ###s ##. ##' ##\U0001f600"
).split() + ["do not", "a . b", "' '", "##do not", "n't 's", "x ' y"]


def wrap(tokenizer, cls, sep, unk):
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{cls} $A {sep}", special_tokens=[(t, tokenizer.token_to_id(t)) for t in (cls, sep)]
    )
    return PreTrainedTokenizerFast(tokenizer_object=tokenizer, cls_token=cls, sep_token=sep, unk_token=unk)


def word_piece():
    vocabulary = {word: i for i, word in enumerate(dict.fromkeys(WORDS))}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]", continuing_subword_prefix="##"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=False, strip_accents=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece(prefix="##")
    return wrap(tokenizer, "[CLS]", "[SEP]", "[UNK]")


def byte_level():
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=330,
        special_tokens=["<s>", "</s>", "<unk>"],
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    tokenizer.train_from_iterator(TEXTS, trainer)
    return wrap(tokenizer, "<s>", "</s>", "<unk>")


def pipeline(tokenizer, labels):
    pipe = object.__new__(TokenClassificationPipeline)
    pipe.tokenizer = tokenizer
    pipe.model = SimpleNamespace(config=SimpleNamespace(id2label=dict(enumerate(labels))))
    return pipe


def row(entity):
    label = entity.get("entity", entity.get("entity_group"))
    index = [entity["index"]] if "index" in entity else []
    return [label, round(float(entity["score"]), 8), entity["word"], entity["start"], entity["end"]] + index


def case(kind, pipe, labels, text, ids, offsets, special, drawn):
    entities = {}
    for strategy in AggregationStrategy:
        if drawn == "logits":
            logits = np.round(numbers.normal(0, 2, (len(ids), len(labels))), 3) if strategy is AggregationStrategy.NONE else logits
            values = logits.tolist()
            output = {
                "logits": torch.tensor(logits, dtype=torch.float32)[None],
                "sentence": text,
                "input_ids": torch.tensor(ids)[None],
                "offset_mapping": torch.tensor(offsets)[None],
                "special_tokens_mask": torch.tensor(special)[None],
            }
            found = pipe.postprocess([output], strategy)
        else:
            scores = numbers.integers(0, 13, (len(ids), len(labels))) if strategy is AggregationStrategy.NONE else scores
            values = scores.tolist()
            tokens = pipe.gather_pre_entities(text, ids, np.float32(scores) / 64, offsets, special, strategy)
            found = [
                entity
                for entity in pipe.aggregate(tokens, strategy)
                if entity.get("entity", entity.get("entity_group")) != "O"
            ]
        entities[strategy.value] = [row(entity) for entity in found]
    tokens = [
        [pipe.tokenizer.convert_ids_to_tokens(i), i, start, end, bool(hidden)]
        for i, (start, end), hidden in zip(ids, offsets, special)
    ]
    return {"kind": kind, "labels": labels, "unknown": pipe.tokenizer.unk_token_id, "text": text, "tokens": tokens,
            drawn: values, "entities": entities}


numbers = np.random.default_rng(20240229)
chance = random.Random(20240229)
cases = []
for kind, tokenizer in (("word_piece", word_piece()), ("byte_level", byte_level())):
    for number, text in enumerate(TEXTS):
        labels = ODD if number % 3 == 2 else BIO
        encoded = tokenizer(text, return_offsets_mapping=True, return_special_tokens_mask=True)
        drawn = "logits" if number % 2 else "scores"
        cases.append(case(kind, pipeline(tokenizer, labels), labels, text, encoded["input_ids"],
                          [tuple(span) for span in encoded["offset_mapping"]], encoded["special_tokens_mask"], drawn))
    for number in range(25):
        text = "".join(chance.choice("ab .'\u0301\u65e5\U0001f600") for _ in range(chance.randint(1, 20)))
        ids = [chance.randrange(len(tokenizer)) for _ in range(chance.randint(0, 12))]
        spans = [tuple(sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))) for _ in ids]
        special = [chance.random() < 0.1 for _ in ids]
        labels = ODD if number % 2 else BIO
        cases.append(case(kind, pipeline(tokenizer, labels), labels, text, ids, spans, special, "scores"))

json.dump({"about": f"transformers {transformers.__version__}, see make_aggregation_fixture.py", "cases": cases},
          sys.stdout, ensure_ascii=True, separators=(",", ":"))
