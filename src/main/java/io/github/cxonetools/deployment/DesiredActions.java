package io.github.cxonetools.deployment;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.HandlerUrls;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.text.ShownUrl;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What a project wants of a tenant: its contracts, each with where its handler is. */
public final class DesiredActions {

    private DesiredActions() {}

    /**
     * Fails unless each action's handler is where the tenant reaches it. Checked before anything is sent, a request for a
     * token included.
     *
     * @param isLocal whether the tenant is on this machine
     * @param tenant as messages name it
     */
    public static void requireHandlerUrls(List<ActionDefinition> actions, boolean isLocal, String tenant)
            throws RejectedException {
        Findings findings = new Findings();
        for (ActionDefinition action : actions) {
            URI url = action.handlerUrl();
            if (url == null) {
                findings.add(
                        action.name() + " has no <handlerUrl>. Add the HTTPS address where CXone calls its handler");
            } else if (!isLocal && HandlerUrls.isOnThisMachine(url)) {
                findings.add(action.name() + ": handlerUrl " + ShownUrl.of(url.toString())
                        + " is on this machine, where the tenant "
                        + tenant + " does not reach it. Set <handlerUrl> to the HTTPS address where CXone "
                        + "calls the handler, or deploy to the local tenant with -Dcxone.baseUrl=local");
            }
        }
        findings.throwIfAny("Not every action can be deployed");
    }

    /** The {@code contracts} of {@code actions}, which are in the same order, for those that have a handler's URL. */
    public static List<DesiredAction> of(List<ActionDefinition> actions, List<Contract> contracts) {
        List<DesiredAction> desired = new ArrayList<>();
        for (int i = 0; i < contracts.size(); i++) {
            URI handlerUrl = actions.get(i).handlerUrl();
            if (handlerUrl != null) {
                desired.add(new DesiredAction(contracts.get(i), handlerUrl));
            }
        }
        return desired;
    }
}
