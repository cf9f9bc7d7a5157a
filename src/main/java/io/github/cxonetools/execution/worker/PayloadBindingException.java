package io.github.cxonetools.execution.worker;

/** The project's Jackson or Bean Validation refuses a value; its findings say which and why. */
final class PayloadBindingException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient BindingFinding[] findings;

    PayloadBindingException(BindingFinding... findings) {
        super("refused");
        this.findings = findings;
    }

    BindingFinding[] findings() {
        return findings.clone();
    }
}
