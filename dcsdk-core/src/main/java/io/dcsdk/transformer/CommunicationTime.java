package io.dcsdk.transformer;

/**
 * Seconds of one transfer by the α–β model, t = α + S f / (η B): f = 2(n−1)/n for an all-reduce, (n−1)/n for an
 * all-gather or a reduce-scatter, 1 between two stages.
 *
 * <p>GPUs are numbered tensor first, then data, then pipeline, so tensor groups fill nodes first. A group with r members
 * in each node and members in several nodes runs r rings at once, one through each network adapter, up to what the
 * links inside the node carry.
 */
final class CommunicationTime {
    private final TrainingHardware hardware;
    private final StepTimeCoefficients coefficients;

    CommunicationTime(TrainingHardware hardware, StepTimeCoefficients coefficients) {
        this.hardware = hardware;
        this.coefficients = coefficients;
    }

    /** All-reduce of S bytes over {@code members} GPUs whose numbers are {@code stride} apart; 0 for one member. */
    double allReduce(double bytes, int members, int stride) {
        return ring(2 * bytes, members, stride);
    }

    /** All-gather to, or reduce-scatter from, S bytes in all; 0 for one member. */
    double gatherOrScatter(double bytes, int members, int stride) {
        return ring(bytes, members, stride);
    }

    private double ring(double bytes, int members, int stride) {
        if (members == 1) {
            return 0;
        }
        double share = (members - 1.0) / members;
        return coefficients.collectiveSeconds() + share * bytes / busBytesPerSecond(members, stride);
    }

    private double busBytesPerSecond(int members, int stride) {
        double inside = hardware.intraNodeBytesPerSecondPerDirection() * coefficients.intraNodeEfficiency();
        int membersPerNode = Math.max(1, hardware.gpusPerNode() / stride);
        if (members <= membersPerNode) {
            return inside;
        }
        return Math.min(inside, membersPerNode * networkBytesPerSecond());
    }

    /** One GPU sends S bytes to the next stage, over the network unless the whole job is in one node. */
    double pointToPoint(double bytes, boolean insideNode) {
        double rate = insideNode
                ? hardware.intraNodeBytesPerSecondPerDirection() * coefficients.intraNodeEfficiency()
                : networkBytesPerSecond();
        return coefficients.collectiveSeconds() + bytes / rate;
    }

    private double networkBytesPerSecond() {
        return hardware.interNodeBytesPerSecondPerDirection() * coefficients.interNodeEfficiency();
    }
}
