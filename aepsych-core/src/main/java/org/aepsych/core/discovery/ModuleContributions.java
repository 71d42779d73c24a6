package org.aepsych.core.discovery;

import com.google.inject.Binding;
import com.google.inject.Module;
import com.google.inject.multibindings.MapBinderBinding;
import com.google.inject.multibindings.MultibinderBinding;
import com.google.inject.multibindings.MultibindingsTargetVisitor;
import com.google.inject.multibindings.OptionalBinderBinding;
import com.google.inject.spi.DefaultBindingTargetVisitor;
import com.google.inject.spi.Element;
import com.google.inject.spi.Elements;
import com.google.inject.spi.InstanceBinding;
import com.google.inject.spi.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aepsych.api.payoff.PayoffRuleFactory;
import org.aepsych.api.player.PlayerPolicyFactory;
import org.aepsych.api.presentation.Presenter;
import org.aepsych.api.storage.StorageFactory;
import org.aepsych.api.strategy.StrategyFactory;

/** Finds out what a module contributes, without making any of it. */
final class ModuleContributions {
    private static final Map<Class<?>, String> KINDS = Map.of(
            StrategyFactory.class, Contribution.STRATEGY,
            PayoffRuleFactory.class, Contribution.PAYOFF_RULE,
            PlayerPolicyFactory.class, Contribution.PLAYER_POLICY,
            Presenter.class, Contribution.PRESENTER,
            StorageFactory.class, Contribution.STORAGE);

    private ModuleContributions() {}

    /**
     * Lists the contributions of a module.
     *
     * @param module the module
     * @param problems where to add what is wrong with its bindings
     * @return its contributions, in the order of binding
     */
    static List<Contribution> of(Module module, List<String> problems) {
        List<Element> elements = Elements.getElements(module);
        Set<Contribution> contributions = new LinkedHashSet<>();
        MapEntries entries = new MapEntries(elements, contributions);
        for (Element element : elements) {
            if (element instanceof Message message) {
                problems.add(module.getClass().getName() + ": " + message.getMessage());
            } else if (element instanceof Binding<?> binding) {
                binding.acceptTargetVisitor(entries);
            }
        }
        return new ArrayList<>(contributions);
    }

    private static final class MapEntries extends DefaultBindingTargetVisitor<Object, Boolean>
            implements MultibindingsTargetVisitor<Object, Boolean> {
        private final List<Element> elements;
        private final Set<Contribution> contributions;

        MapEntries(List<Element> elements, Set<Contribution> contributions) {
            this.elements = elements;
            this.contributions = contributions;
        }

        @Override
        protected Boolean visitOther(Binding<? extends Object> binding) {
            return false;
        }

        @Override
        public Boolean visit(MapBinderBinding<? extends Object> map) {
            Class<?> type = map.getValueTypeLiteral().getRawType();
            String kind = KINDS.get(type);
            if (kind == null) {
                return false;
            }
            map.getEntries(elements)
                    .forEach(entry -> contributions.add(
                            new Contribution(kind, String.valueOf(entry.getKey()), aliases(entry.getValue()))));
            return true;
        }

        private static Set<String> aliases(Binding<?> binding) {
            return binding instanceof InstanceBinding<?> made && made.getInstance() instanceof StrategyFactory factory
                    ? factory.aliases()
                    : Set.of();
        }

        @Override
        public Boolean visit(MultibinderBinding<? extends Object> set) {
            return false;
        }

        @Override
        public Boolean visit(OptionalBinderBinding<? extends Object> optional) {
            return false;
        }
    }
}
