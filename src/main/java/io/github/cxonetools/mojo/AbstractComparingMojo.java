package io.github.cxonetools.mojo;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.compatibility.check.CompatibilityRules;
import io.github.cxonetools.mojo.build.TenantConnector;
import io.github.cxonetools.mojo.project.CompatibilityOptions;
import java.util.List;
import java.util.Properties;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that compares contracts with those that callers rely on. */
public abstract class AbstractComparingMojo extends AbstractRemoteMojo {

    /**
     * What a break of a contract does: {@code semver} fails unless the version has risen far enough, {@code strict} fails
     * always, {@code report} never.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.compatibility", defaultValue = "semver")
    private String compatibility;

    /**
     * Properties that the producer's schema does not declare: {@code ignore} takes it that nobody sends them, {@code compare}
     * that anybody may, so that each new property of an open object is a break.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.undeclaredProperties", defaultValue = "ignore")
    private String undeclaredProperties;

    /**
     * What could not be decided: {@code fail} takes it for a break, {@code warn} for none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.onUndecided", defaultValue = "fail")
    private String onUndecided;

    /**
     * Breaks that are taken, each with {@code action}, {@code side}, {@code pointer}, {@code code} and {@code reason}, and
     * optionally {@code until}, a version or a date after which it fails.
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable List<Properties> acceptedBreaks;

    AbstractComparingMojo(TenantConnector tenants) {
        super(tenants);
    }

    /** How contracts are compared, as the parameters say it. */
    final CompatibilityRules compatibilityRules() throws RejectedException {
        return CompatibilityOptions.rules(compatibility, undeclaredProperties, onUndecided, acceptedBreaks);
    }
}
