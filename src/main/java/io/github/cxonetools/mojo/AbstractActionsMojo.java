package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.mojo.build.TypedGoal;
import io.github.cxonetools.mojo.project.ActionDefinitions;
import io.github.cxonetools.mojo.project.ActionElement;
import io.github.cxonetools.mojo.project.ReactorActions;
import io.github.cxonetools.mojo.project.UnreadActions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that works on the project's actions. */
abstract class AbstractActionsMojo extends AbstractCxoneMojo {

    /**
     * The project's actions, each with {@code name}, {@code handler}, {@code handlerUrl}, and optionally {@code version},
     * {@code description}, {@code input}, {@code output}, {@code timeoutMs}.
     *
     * @since 0.1.0
     */
    @Parameter
    @Nullable
    List<Properties> actions;

    /**
     * Comma-separated names: only these actions. All, if not set.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.action")
    @Nullable
    String action;

    @Override
    void run() throws CxoneException {
        for (ActionElement declared : declaredActions()) {
            context().secrets().addPartsOf(declared.handlerUrl());
        }
        if (actsOnce()) {
            run(List.of());
            return;
        }
        if (context().isStandalone() || actsOnTheTenantsActions()) {
            runStandalone(requestedNames());
            return;
        }
        List<ActionDefinition> selected = selectedActions();
        requireActions();
        if (!selected.isEmpty()) {
            run(selected);
        } else if (declaredActions().isEmpty()) {
            UnreadActions.reject(context());
            getLog().info("No <actions> in this module");
            runWithoutActions();
        } else {
            getLog().info("No action of this module is named in cxone.action");
        }
    }

    @Override
    final void requireActions() throws RejectedException {
        if (context().isTyped()) {
            new TypedGoal(context()).requireActions(requestedNames());
        }
    }

    /** Does the goal's work on one or more actions; on none, where it {@link #actsOnce}. */
    abstract void run(List<ActionDefinition> selected) throws CxoneException;

    /** Does what is left to do in a module that has no actions, for example because the last one was removed. */
    void runWithoutActions() throws CxoneException {}

    /** Whether the goal's work is on actions of the tenant where there is a POM, too. */
    boolean actsOnTheTenantsActions() {
        return false;
    }

    /** Does the goal's work without a POM, on actions of the tenant; only some goals can. */
    void runStandalone(Set<String> names) throws CxoneException {
        throw new RejectedException("cxone:" + execution.getGoal() + " needs a project. Run it where a pom.xml is");
    }

    /** Whether only some actions are asked for. */
    final boolean isFiltered() {
        return !requestedNames().isEmpty();
    }

    /** The module's actions that {@code action} lets through; none where the module has none but another has. */
    final List<ActionDefinition> selectedActions() throws RejectedException {
        return new ActionDefinitions(project, ReactorActions.of(context()))
                .selected(declaredActions(), requestedNames());
    }

    /** The comma-separated names in {@code action}; empty for all. */
    final Set<String> requestedNames() {
        Set<String> names = new LinkedHashSet<>();
        for (String name : action == null ? new String[0] : action.split(",")) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        return names;
    }

    final List<ActionElement> declaredActions() {
        List<ActionElement> declared = new ArrayList<>();
        for (Properties each : actions == null ? List.<Properties>of() : actions) {
            declared.add(ActionElement.of(each));
        }
        return declared;
    }
}
