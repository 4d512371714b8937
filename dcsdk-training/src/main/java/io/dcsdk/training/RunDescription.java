package io.dcsdk.training;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.dcsdk.training.corpus.Corpus;
import io.dcsdk.training.corpus.Sentence;
import io.dcsdk.training.encoding.SubwordTokenizer;
import io.dcsdk.training.engine.ComputeDevice;
import io.dcsdk.training.engine.TorchRuntime;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.program.ComputePrecision;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that the result of a run depends on, in words: what states on disk are compared by. */
final class RunDescription {
    private RunDescription() {}

    static Map<String, String> of(
            NerTrainer trainer,
            Corpus train,
            ModelConfig config,
            SubwordTokenizer tokenizer,
            ComputePrecision precision,
            List<ComputeDevice> devices) {
        Map<String, String> words = new TreeMap<>();
        words.put("model", config.toString());
        words.put("tokenizer", tokenizer.digest());
        words.put("training corpus", digest(train));
        words.put(
                "validation corpus",
                trainer.validation.get().map(RunDescription::digest).orElse("none"));
        words.put("epochs", String.valueOf(trainer.epochs.get()));
        words.put("batch size", trainer.batches.words());
        words.put("accumulation", String.valueOf(trainer.accumulation.get()));
        words.put("learning rate", String.valueOf(trainer.learningRate.get()));
        words.put("warm-up", String.valueOf(trainer.warmup.get()));
        words.put("decay", String.valueOf(trainer.decay.get()));
        words.put("weight decay", String.valueOf(trainer.weightDecay.get()));
        words.put("clip norm", String.valueOf(trainer.clipNorm.get()));
        words.put("label smoothing", String.valueOf(trainer.labelSmoothing.get()));
        words.put("class weights", new TreeMap<>(trainer.classWeights.get()).toString());
        words.put("precision", precision.toString());
        words.put("devices", devices.toString());
        words.put("seed", String.valueOf(trainer.seed.get()));
        words.put("maximum length", String.valueOf(trainer.maxLength.get()));
        words.put("tag scheme", trainer.scheme.get().toString());
        words.put("label alignment", trainer.alignment.get().toString());
        words.put("patience", String.valueOf(trainer.patience.get()));
        words.put("libtorch", TorchRuntime.start().version());
        return words;
    }

    private static String digest(Corpus corpus) {
        Hasher hasher = Hashing.sha256().newHasher();
        for (Sentence sentence : corpus.sentences()) {
            for (List<String> part : List.of(sentence.words(), sentence.tags())) {
                hasher.putInt(part.size());
                for (String text : part) {
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    hasher.putInt(bytes.length).putBytes(bytes);
                }
            }
        }
        return hasher.hash().toString();
    }
}
