package io.github.cxonetools.mojo.project;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.maven.project.MavenProject;

/** Turns what a POM declares into definitions, and collects everything that is wrong with it. */
public final class ActionDefinitions {

    private final MavenProject module;
    private final ReactorActions reactor;
    private final Findings findings = new Findings();
    private final Map<String, String> seen = new HashMap<>();

    public ActionDefinitions(MavenProject module, ReactorActions reactor) {
        this.module = module;
        this.reactor = reactor;
    }

    /**
     * Those of {@code declared} that are asked for; none where this module has no actions but another has.
     *
     * @param requested names; all, if there are none
     */
    public List<ActionDefinition> selected(List<ActionElement> declared, Set<String> requested)
            throws RejectedException {
        if (declared.isEmpty() && reactor.isEmpty()) {
            throw new RejectedException(ReactorActions.NONE);
        }
        requireKnown(requested, declared);
        List<ActionDefinition> selected = new ArrayList<>();
        for (ActionDefinition definition : of(declared)) {
            if (requested.isEmpty() || requested.contains(definition.name())) {
                selected.add(definition);
            }
        }
        return selected;
    }

    private void requireKnown(Set<String> requested, List<ActionElement> declared) throws RejectedException {
        Set<String> known = reactor.names();
        for (ActionElement action : declared) {
            if (action.name() != null) {
                known.add(action.name());
            }
        }
        Findings unknown = new Findings();
        for (String name : requested) {
            if (!known.contains(name)) {
                unknown.add("cxone.action names " + name + ", but this build has no such action. It has "
                        + String.join(", ", known));
            }
        }
        unknown.throwIfAny("cxone.action names actions that this build does not have");
    }

    /** The definitions of {@code declared}, in its order. */
    public List<ActionDefinition> of(List<ActionElement> declared) throws RejectedException {
        List<ActionDefinition> definitions = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            String name = declared.get(i).name();
            if (name == null) {
                findings.add("<action> number " + (i + 1) + " in <actions> has no <name>. Name it, for example "
                        + "<name>SentimentRoutingAction</name>");
                continue;
            }
            checkUnique(name);
            try {
                definitions.add(declared.get(i).toDefinition(module));
            } catch (IllegalArgumentException e) {
                findings.add(String.valueOf(e.getMessage()));
            }
        }
        findings.throwIfAny("The <actions> of " + module.getArtifactId() + " are not usable");
        return definitions;
    }

    private void checkUnique(String name) {
        String same = seen.put(name.toLowerCase(Locale.ROOT), name);
        if (same != null) {
            findings.add("Two actions are named " + (same.equals(name) ? name : same + " and " + name)
                    + ". Give each a name of its own; case does not make a difference");
        }
        List<String> modules = reactor.modulesWith(name);
        if (modules.size() > 1) {
            findings.add("Action " + name + " is declared in " + String.join(" and ", modules)
                    + ". Give each action one module; a child that inherits <actions> needs "
                    + "<actions combine.self=\"override\">");
        }
    }
}
