"""Writes the golden files of this folder: two tiny vocabularies and what transformers makes of awkward texts with them.

python generate.py   (in this folder; transformers 5.18.0, tokenizers 0.23.2)
"""
import json
import os
import shutil

from tokenizers import Tokenizer, models, pre_tokenizers, trainers
from transformers import BertTokenizerFast, RobertaTokenizerFast

CORPUS = [
    "Jean works at CERN in Geneva.", "Anna works at the laboratory in Zurich", "works worked working worker",
    "the workers of Geneva meet Anna at noon", "café in São Paulo 😀 東京 naïve Zoë", "U.N. officials, don't 's '",
] * 3
TEXTS = [
    "", " ", "Jean works at CERN in Geneva.", "  leading and   inner ", "a 😀b 東京 e\u0301x 𝒳y", "naïve café, Zoë's São-Paulo",
    "👩‍👩‍👧 flag 🇨🇭!", "tab\tand\nline", "soft\u00adhyphen zero\u200bwidth", "東京タワー x",
]
WORDS = [
    [], [""], ["Jean", "works", "at", "CERN"], ["", "Jean", "", "."], ["a b", "São", "e\u0301", "😀東"],
    ["\u00ad", "x", "\ufffd", "\u200b"], ["U.N.", "don't", "👩‍👩‍👧"],
]
JOINS = [
    [], ["##R"], ["Jean", "works", "##ing"], ["São", "Paulo", "."], ["I", "'", "m", "do", "not", "##x"],
    ["a", "##b", "##", "####c"], [" do not", "x"], ["n't", "'s", "'"], ["ĠJean", "Ġ", ".", "x y"], ["Ġæ", "Ŀ", "±"], ["Ġæ"],
]


def golden(name, tokenizer):
    texts = []
    for text in TEXTS:
        e = tokenizer(text, return_offsets_mapping=True, return_special_tokens_mask=True)
        texts.append({
            "text": text, "ids": e["input_ids"], "tokens": e.tokens(), "special": e["special_tokens_mask"],
            "words": [-1 if w is None else w for w in e.word_ids()], "offsets": e["offset_mapping"]})
    words = []
    prefixed = tokenizer
    if isinstance(tokenizer, RobertaTokenizerFast):
        prefixed = RobertaTokenizerFast.from_pretrained(name, add_prefix_space=True)
    for sentence in WORDS:
        e = prefixed(sentence, is_split_into_words=True, add_special_tokens=False)
        words.append({"sentence": sentence, "ids": e["input_ids"], "words": e.word_ids()})
    joins = [{"tokens": j, "text": tokenizer.convert_tokens_to_string(j)} for j in JOINS]
    json.dump({"texts": texts, "words": words, "joins": joins}, open(name + ".golden.json", "w", encoding="utf-8"),
              ensure_ascii=True, indent=0)
    tokenizer.save_pretrained("saved")
    shutil.copy("saved/tokenizer.json", name + "/expected-tokenizer.json")
    shutil.rmtree("saved")


os.makedirs("roberta", exist_ok=True)
os.makedirs("bert", exist_ok=True)
bpe = Tokenizer(models.BPE())
bpe.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=True)
bpe.train_from_iterator(CORPUS, trainers.BpeTrainer(
    vocab_size=330, special_tokens=["<s>", "<pad>", "</s>", "<unk>", "<mask>"],
    initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False))
model = json.loads(bpe.to_str())["model"]
json.dump(model["vocab"], open("roberta/vocab.json", "w", encoding="utf-8"), ensure_ascii=False)
open("roberta/merges.txt", "w", encoding="utf-8").write(
    "#version: 0.2\n" + "".join(" ".join(m) + "\n" for m in model["merges"]))
golden("roberta", RobertaTokenizerFast.from_pretrained("roberta"))
letters = sorted(set("".join(CORPUS).lower()) - {" "} | set("abcdefghijklmnopqrstuvwxyz東京e"))
vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] + letters + ["##" + c for c in letters] + [
    "jean", "work", "##s", "##ing", "at", "cern", "in", "geneva", "sao", "paulo", "cafe", "naive", "zoe"]
vocabulary = list(dict.fromkeys(vocabulary))
open("bert/vocab.txt", "w", encoding="utf-8").write("".join(t + "\n" for t in vocabulary))
golden("bert", BertTokenizerFast.from_pretrained("bert", do_lower_case=True))
