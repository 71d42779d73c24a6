package org.aepsych.web.main.console;

import com.google.inject.Injector;
import java.util.ArrayList;
import java.util.List;
import org.aepsych.core.player.PlayerPolicies;
import org.aepsych.core.player.RolePolicies;
import org.aepsych.core.plugin.Extensions;
import picocli.CommandLine.Option;

/** How simulated participants play. */
public final class PolicyOptions {
    @Option(
            names = "--policy",
            paramLabel = "POLICY[,OPTION=VALUE][:ROLE]",
            description = {
                "How simulated participants play (random): first, uniform, random, best-reply, fictitious-play,",
                "logit-quantal-response, replicator, or what a plugin brings; aepsych plugins list shows them. With a",
                "role (row, column, or a number from 1) for that role only; may be repeated."
            })
    private List<String> policies = new ArrayList<>();

    /** For commands that have these options. */
    public PolicyOptions() {}

    /**
     * Makes the policies that were asked for.
     *
     * @param plugins where their factories are
     * @return one for each role
     */
    public RolePolicies parse(Injector plugins) {
        return RolePolicies.parse(policies, new PlayerPolicies(plugins.getInstance(Extensions.class)));
    }

    /**
     * Makes the policies of those who do not ask for any.
     *
     * @param extensions where their factories are
     * @return all of them random
     */
    public static RolePolicies random(Extensions extensions) {
        return RolePolicies.parse(List.of(), new PlayerPolicies(extensions));
    }
}
