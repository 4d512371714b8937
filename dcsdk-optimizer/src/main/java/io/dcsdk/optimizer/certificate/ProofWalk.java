package io.dcsdk.optimizer.certificate;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;

/**
 * Walks a proof tree with the box of each node. Cuts need not hit the box: every whole number is on one side of a cut or the
 * other, and an empty box holds no point.
 *
 * <p>With several threads the tree is cut into subtrees that are walked independently. What is found does not depend on
 * their number: the first flaw in the order of the nodes counts, and all nodes before it are checked.
 */
final class ProofWalk {
    /** More pieces than threads, for they take unequal time. */
    private static final int PIECES_PER_THREAD = 16;

    private static final int LEAST_PIECE = 32;

    /** The subtree of the nodes from start to before end; its root has the box. */
    private record Piece(int start, int end, Box box) {
        int size() {
            return end - start;
        }
    }

    private record Flaw(int at, String reason) {}

    private final ScaledProgram scaled;
    private final Optional<Claim> claim;
    private final List<ProofNode> nodes;
    private final int[] ends;
    private final LongPredicate cancelled;
    private final AtomicLong followed = new AtomicLong();
    private volatile boolean isCancelled;
    private volatile Flaw first;

    ProofWalk(ScaledProgram scaled, Optional<Claim> claim, ProofTree tree, LongPredicate cancelled) {
        this.scaled = scaled;
        this.claim = claim;
        this.nodes = tree.nodes();
        this.ends = ends(nodes);
        this.cancelled = cancelled;
        this.first = new Flaw(nodes.size(), "none");
    }

    /** The position after each subtree; where nodes are missing, the end of the list. */
    private static int[] ends(List<ProofNode> nodes) {
        int count = nodes.size();
        int[] ends = new int[count + 1];
        ends[count] = count;
        for (int at = count - 1; at >= 0; at--) {
            ProofNode node = nodes.get(at);
            if (node instanceof ProofNode.Branch) {
                ends[at] = ends[ends[at + 1]];
            } else {
                ends[at] = node instanceof ProofNode.Tightened ? ends[at + 1] : at + 1;
            }
        }
        return ends;
    }

    /** Why the proof does not hold or was not followed to its end; empty if it holds. */
    Optional<CheckResult> obstacle(int threads) {
        List<Piece> pieces = pieces(threads);
        AtomicInteger next = new AtomicInteger();
        Crew.run(Math.min(threads, pieces.size()), () -> {
            NodeCheck check = new NodeCheck(scaled, claim);
            for (int k = next.getAndIncrement(); k < pieces.size(); k = next.getAndIncrement()) {
                walk(pieces.get(k), check);
            }
        });
        if (isCancelled) {
            return Optional.of(new CheckResult.Cancelled());
        }
        return Optional.of(first)
                .filter(flaw -> flaw.at < nodes.size())
                .map(Flaw::reason)
                .or(this::flawOfShape)
                .map(CheckResult.Rejected::new);
    }

    /** Cuts the tree from its root on, the largest piece first; in the order of the nodes. */
    private List<Piece> pieces(int threads) {
        PriorityQueue<Piece> largest =
                new PriorityQueue<>(Comparator.comparingInt(Piece::size).reversed());
        largest.add(new Piece(0, ends[0], scaled.box.copy()));
        if (threads > 1) {
            NodeCheck check = new NodeCheck(scaled, claim);
            Deque<Box> boxes = new ArrayDeque<>();
            while (!largest.isEmpty()
                    && largest.size() < PIECES_PER_THREAD * threads
                    && largest.peek().size() > LEAST_PIECE
                    && !isStopped()) {
                Piece piece = largest.poll();
                if (visit(piece.start, piece.box, check, boxes)) {
                    for (int start = piece.start + 1; !boxes.isEmpty(); start = ends[start]) {
                        largest.add(new Piece(start, ends[start], boxes.pop()));
                    }
                }
            }
        }
        List<Piece> pieces = new ArrayList<>(largest);
        pieces.sort(Comparator.comparingInt(Piece::start));
        return pieces;
    }

    private void walk(Piece piece, NodeCheck check) {
        Deque<Box> waiting = new ArrayDeque<>();
        waiting.push(piece.box);
        for (int at = piece.start; at < piece.end; at++) {
            if (at > first.at || isStopped() || !visit(at, waiting.pop(), check, waiting)) {
                return;
            }
        }
    }

    /** To be asked before each node, once. */
    private boolean isStopped() {
        if (!isCancelled && cancelled.test(followed.getAndIncrement())) {
            isCancelled = true;
        }
        return isCancelled;
    }

    /** Checks a node and adds the boxes of its children, the first on top; false if there is a flaw. */
    private boolean visit(int at, Box box, NodeCheck check, Deque<Box> waiting) {
        ProofNode node = nodes.get(at);
        Optional<String> flaw = check.flawOf(node, box);
        if (flaw.isPresent()) {
            found(new Flaw(at, flaw.get()));
            return false;
        }
        if (node instanceof ProofNode.Branch branch) {
            Box above = box.copy();
            above.raiseTo(branch.variable(), branch.atMost().add(BigInteger.ONE));
            box.lowerTo(branch.variable(), branch.atMost());
            waiting.push(above);
            waiting.push(box);
        } else if (node instanceof ProofNode.Tightened) {
            waiting.push(box);
        }
        return true;
    }

    private synchronized void found(Flaw flaw) {
        if (flaw.at < first.at) {
            first = flaw;
        }
    }

    /** Whether nodes are missing or left over; known only once all others hold. */
    private Optional<String> flawOfShape() {
        if (ends[0] < nodes.size()) {
            return Optional.of("Proof tree: nodes follow after its end\nMaybe two files were joined.");
        }
        long missing = 1;
        for (ProofNode node : nodes) {
            missing += node instanceof ProofNode.Branch ? 1 : node instanceof ProofNode.Tightened ? 0 : -1;
        }
        return missing == 0
                ? Optional.empty()
                : Optional.of("Proof tree: " + missing
                        + " pieces of the box have no leaf\nMaybe a part of the file is missing.");
    }
}
