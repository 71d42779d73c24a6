package org.aepsych.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.Stage;
import com.google.inject.TypeLiteral;
import java.util.HashSet;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.aepsych.api.strategy.StrategyFactory;
import org.aepsych.core.plugin.PluginModule;
import org.junit.jupiter.api.Test;

class StrategiesModuleTest {
    @Test
    void theModuleIsFoundAsAService() {
        assertThat(ServiceLoader.load(PluginModule.class))
                .extracting(module -> (Object) module.getClass())
                .contains(StrategiesModule.class);
    }

    @Test
    void everyStrategyIsBoundUnderItsNameWithoutClashOfAliases() {
        Map<String, StrategyFactory> bound = Guice.createInjector(
                        Stage.PRODUCTION,
                        binder -> {
                            binder.requireExplicitBindings();
                            binder.requireAtInjectOnConstructors();
                        },
                        new StrategiesModule())
                .getInstance(Key.get(new TypeLiteral<Map<String, StrategyFactory>>() {}));
        Set<String> names = new HashSet<>();
        bound.forEach((name, factory) -> {
            assertThat(factory.name()).isEqualTo(name);
            assertThat(names.add(name)).isTrue();
            factory.aliases().forEach(alias -> assertThat(names.add(alias)).isTrue());
        });
        assertThat(BuiltinStrategies.factories())
                .extracting(StrategyFactory::name)
                .containsExactlyInAnyOrderElementsOf(bound.keySet());
    }
}
