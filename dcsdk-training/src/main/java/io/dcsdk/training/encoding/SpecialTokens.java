package io.dcsdk.training.encoding;

/**
 * The special tokens of a BERT-family tokenizer, by what they do.
 *
 * @param first opens a row: [CLS] or &lt;s&gt;
 * @param last closes a row: [SEP] or &lt;/s&gt;
 * @param padding fills short rows: [PAD] or &lt;pad&gt;
 * @param unknown stands for what the vocabulary cannot say: [UNK] or &lt;unk&gt;
 */
public record SpecialTokens(SpecialToken first, SpecialToken last, SpecialToken padding, SpecialToken unknown) {}
