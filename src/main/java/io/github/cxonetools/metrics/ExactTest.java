package io.github.cxonetools.metrics;

/**
 * Fisher's exact test, one-sided: how likely a sample has at least so many errors by chance alone, where both samples come from
 * one population. It holds for small samples, of which a test by the normal distribution says too much.
 */
final class ExactTest {

    /** Stirling's series is exact to 1e-12 from here on. */
    private static final double STIRLING_FROM = 12;

    private static final double NEGLIGIBLE = 1e-12;

    private ExactTest() {}

    /**
     * The probability of {@code errors} or more among {@code size}.
     *
     * @param size of the sample in question, and {@code errors} among them
     * @param otherSize of the sample that it is compared with, and {@code otherErrors} among those
     */
    static double probability(long errors, long size, long otherErrors, long otherSize) {
        double all = (double) size + otherSize;
        double failed = (double) errors + otherErrors;
        double term = Math.exp(
                logChoose(failed, errors) + logChoose(all - failed, (double) size - errors) - logChoose(all, size));
        double sum = term;
        double most = Math.min(failed, size);
        for (double x = errors; x < most && term > sum * NEGLIGIBLE; x++) {
            term *= (failed - x) / (x + 1) * (size - x) / (all - failed - size + x + 1);
            sum += term;
        }
        return Math.min(1, sum);
    }

    private static double logChoose(double n, double k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    private static double logFactorial(double n) {
        double shift = 0;
        double x = n + 1;
        for (; x < STIRLING_FROM; x++) {
            shift += Math.log(x);
        }
        double square = 1 / (x * x);
        double series = (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680))) / x;
        return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series - shift;
    }
}
