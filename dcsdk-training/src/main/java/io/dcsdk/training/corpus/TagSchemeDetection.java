package io.dcsdk.training.corpus;

import java.util.List;

/**
 * Tells the scheme from the tags of a whole file: BMES if there is an M; else BIOES if there is an E or S; else IOB1 if
 * fewer tags are ill-formed in it than in BIO; else BIO. A well-formed file with entities is well-formed in only one of IOB1
 * and BIO: its first entity begins with I in the one and with B in the other.
 */
final class TagSchemeDetection {
    private TagSchemeDetection() {}

    static TagScheme detect(List<List<String>> sentences) {
        boolean closing = false;
        long wrongInBio = 0;
        long wrongInIob1 = 0;
        for (List<String> sentence : sentences) {
            Tag before = Tag.parse("O");
            for (String text : sentence) {
                Tag tag = Tag.parse(text);
                if (tag.prefix() == 'M') {
                    return TagScheme.BMES;
                }
                closing |= tag.prefix() == 'E' || tag.prefix() == 'S';
                boolean continues = before.type().equals(tag.type());
                if (tag.prefix() == 'I' && !continues) {
                    wrongInBio++;
                }
                if (tag.prefix() == 'B' && !continues) {
                    wrongInIob1++;
                }
                before = tag;
            }
        }
        if (closing) {
            return TagScheme.BIOES;
        }
        return wrongInIob1 < wrongInBio ? TagScheme.IOB1 : TagScheme.BIO;
    }
}
