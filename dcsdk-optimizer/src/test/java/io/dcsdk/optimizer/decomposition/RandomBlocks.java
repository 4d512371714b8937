package io.dcsdk.optimizer.decomposition;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small random programs in blocks: what is placed in a block, 0 to 2 of three things, is served by units of two kinds; opening costs. */
final class RandomBlocks {
    private static final int THINGS = 3;

    private RandomBlocks() {}

    /** A program with its blocks. */
    record Instance(LinearProgram program, List<Block> blocks) {}

    static Instance of(long seed) {
        Random random = new Random(seed);
        int blocks = 2 + random.nextInt(3);
        LinearProgram.Builder builder = LinearProgram.builder().constant(Rational.of(random.nextInt(3)));
        List<Block> list = new ArrayList<>();
        int next = 0;
        List<Map<String, Rational>> joint = new ArrayList<>();
        for (int w = 0; w < THINGS; w++) {
            joint.add(new HashMap<>());
        }
        Map<String, Rational> opened = new HashMap<>();
        for (int s = 0; s < blocks; s++) {
            List<Integer> variables = new ArrayList<>();
            builder.integer("open" + s, 0, 1, Rational.of(50 + random.nextInt(200)));
            opened.put("open" + s, Rational.ONE);
            variables.add(next++);
            Map<String, Rational> need = new HashMap<>();
            for (int w = 0; w < THINGS; w++) {
                String name = "y" + s + "," + w;
                builder.integer(name, 0, 2, Rational.of(random.nextInt(10)));
                joint.get(w).put(name, Rational.ONE);
                need.put(name, Rational.of(-(2 + random.nextInt(9))));
                variables.add(next++);
                builder.constraint(
                        "use" + name,
                        Map.of(name, Rational.ONE, "open" + s, Rational.of(-2)),
                        Relation.LE,
                        Rational.ZERO);
            }
            List<Integer> choices = List.copyOf(variables);
            Map<String, Rational> room = new HashMap<>();
            for (int k = 0; k < 2; k++) {
                String name = "n" + s + "," + k;
                builder.integer(name, 0, 9, Rational.of(20 + random.nextInt(60)));
                need.put(name, Rational.of(3 + random.nextInt(8)));
                room.put(name, Rational.of(1 + random.nextInt(3)));
                variables.add(next++);
            }
            builder.continuous("f" + s, Rational.ZERO, Rational.of(3), Rational.of(1 + random.nextInt(9), 3));
            variables.add(next++);
            need.put("f" + s, Rational.ONE);
            builder.constraint("need" + s, need, Relation.GE, Rational.ZERO);
            room.put("open" + s, Rational.of(-(1 + random.nextInt(6))));
            builder.constraint("room" + s, room, Relation.LE, Rational.ZERO);
            list.add(new Block("block" + s, variables, choices));
        }
        for (int w = 0; w < THINGS; w++) {
            builder.constraint("place" + w, joint.get(w), Relation.EQ, Rational.of(1 + random.nextInt(2)));
        }
        if (random.nextInt(3) == 0) {
            builder.constraint("opened", opened, Relation.LE, Rational.of(1 + random.nextInt(2)));
        }
        return new Instance(builder.build(), list);
    }
}
