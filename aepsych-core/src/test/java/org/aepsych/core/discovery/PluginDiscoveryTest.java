package org.aepsych.core.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.inject.Guice;
import com.google.inject.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.api.config.ConfigOption;
import org.aepsych.api.payoff.PayoffRuleFactory;
import org.aepsych.core.plugin.Extensions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class PluginDiscoveryTest {
    /** A payoff rule whose options are named after the classes that it can see. */
    private static final String RULE = """
            implements PayoffRuleFactory {
                private final String name;
                public Rule(String name) { this.name = name; }
                public String name() { return name; }
                public ConfigSchema configSchema() {
                    List<ConfigOption<?>> seen = new ArrayList<>();
                    for (String type : List.of("com.esotericsoftware.kryo.Kryo", "tools.jackson.databind.ObjectMapper",
                            "org.apache.commons.configuration2.INIConfiguration",
                            "org.aepsych.core.discovery.PluginDiscovery", "org.aepsych.api.plugin.Plugin",
                            "com.google.inject.Injector", "org.slf4j.Logger", "java.sql.Connection", "lab.Rule")) {
                        try {
                            Class.forName(type);
                            seen.add(ConfigOption.text(type.toLowerCase(Locale.ROOT), "seen"));
                        } catch (ClassNotFoundException e) {
                            // not an option then
                        }
                    }
                    return new ConfigSchema(seen);
                }
                public PayoffRule create(ConfigSection config) { throw new UnsupportedOperationException(); }
            }
            """;

    private static final String PLUGIN = """
            implements Plugin {
                public List<PayoffRuleFactory> payoffRules() { return List.of(new Rule("lab-rule")); }
            }
            """;

    private static final String MODULE = """
            extends PluginModule {
                protected void configure() { bindPayoffRule("lab-bound").toInstance(new Rule("lab-bound")); }
            }
            """;

    @TempDir
    Path folder;

    private static LabJar plain(String id) {
        return LabJar.of(id)
                .type("Rule", RULE)
                .type("LabPlugin", PLUGIN)
                .entry(LabJar.PLUGIN_SERVICE, "lab.LabPlugin\n");
    }

    private static LabJar withInjection(String id) {
        return LabJar.of(id)
                .type("Rule", RULE)
                .type("LabModule", MODULE)
                .entry(LabJar.MODULE_SERVICE, "lab.LabModule\n");
    }

    private DiscoveredPlugins discover(String... disabled) {
        return PluginDiscovery.discover(folder, List.of(disabled));
    }

    private static Extensions wired(DiscoveredPlugins plugins) {
        return Guice.createInjector(Stage.PRODUCTION, binder -> {
                    binder.requireExplicitBindings();
                    binder.requireAtInjectOnConstructors();
                    binder.disableCircularProxies();
                    plugins.modules().forEach(binder::install);
                })
                .getInstance(Extensions.class);
    }

    private List<String> refusal() {
        AepsychException refused = catchThrowableOfType(AepsychException.class, this::discover);
        assertThat(refused).as("refusal").isNotNull();
        assertThat(refused.code()).isEqualTo(StandardError.PLUGIN_INVALID);
        return refused.getMessage().lines().toList();
    }

    @Test
    void aPluginOfTheFolderIsWired() throws IOException {
        Path jar = plain("lab-a").writeTo(folder.resolve("a/a.jar"));
        withInjection("lab-b").writeTo(folder.resolve("b/b.jar"));

        DiscoveredPlugins plugins = discover();

        assertThat(plugins.plugins()).extracting(DiscoveredPlugin::id).containsExactly("lab-a", "lab-b");
        DiscoveredPlugin first = plugins.plugins().get(0);
        assertThat(first.version()).isEqualTo("1.0");
        assertThat(first.location()).isEqualTo(jar.toString());
        assertThat(first.contributions()).hasToString("[payoff rule lab-rule]");
        assertThat(plugins.plugins().get(1).contributions()).hasToString("[payoff rule lab-bound]");
        Extensions extensions = wired(plugins);
        assertThat(extensions.payoffRuleNames()).containsExactly("lab-bound", "lab-rule");
        assertThat(extensions.strategyNames()).isEmpty();
        assertThat(extensions.storageNames()).isEmpty();
    }

    @Test
    void aPluginSeesItsOwnJarsTheJdkAndWhatPluginsCompileAgainst() throws IOException {
        plain("lab-a").writeTo(folder.resolve("a/a.jar"));
        PayoffRuleFactory rule = wired(discover()).payoffRule("lab-rule").orElseThrow();
        assertThat(rule.configSchema().options())
                .extracting(ConfigOption::key)
                .containsExactly(
                        "org.aepsych.api.plugin.plugin",
                        "com.google.inject.injector",
                        "org.slf4j.logger",
                        "java.sql.connection",
                        "lab.rule");
        assertThat(rule.getClass().getClassLoader().getName()).isEqualTo("plugin-lab-a");
    }

    @Test
    void aPluginMaySpreadOverSeveralJars() throws IOException {
        LabJar.of("lab-a")
                .type("Rule", RULE)
                .type("LabPlugin", PLUGIN)
                .entry(LabJar.PLUGIN_SERVICE, "lab.LabPlugin\n")
                .writeTo(folder.resolve("a/main.jar"));
        LabJar.library().entry("library.txt", "in the other jar").writeTo(folder.resolve("a/library.jar"));
        ClassLoader loader = wired(discover())
                .payoffRule("lab-rule")
                .orElseThrow()
                .getClass()
                .getClassLoader();
        assertThat(loader.getResource("library.txt")).isNotNull();
    }

    @Test
    void aDisabledPluginIsNotEvenLoaded() throws IOException {
        LabJar.of("lab-a")
                .type("LabPlugin", "implements Plugin { public LabPlugin() { throw new IllegalStateException(); } }")
                .entry(LabJar.PLUGIN_SERVICE, "lab.LabPlugin\n")
                .writeTo(folder.resolve("a/a.jar"));
        assertThat(discover("lab-a").plugins()).isEmpty();
    }

    @Test
    void pluginsOfTheClassPathAreFoundToo() throws IOException {
        Path jar = LabJar.library()
                .type("Rule", RULE)
                .type("LabPlugin", PLUGIN)
                .type("SomeRulesModule", MODULE)
                .entry(LabJar.PLUGIN_SERVICE, "lab.LabPlugin\n")
                .entry(LabJar.MODULE_SERVICE, "lab.SomeRulesModule\n")
                .writeTo(folder.resolve("class-path.jar"));
        ClassLoader application = new PluginClassLoader(
                "application", List.of(jar.toUri().toURL()), getClass().getClassLoader());
        DiscoveredPlugins plugins = PluginDiscovery.discover(folder.resolve("none"), List.of(), application);
        assertThat(plugins.plugins()).extracting(DiscoveredPlugin::id).containsExactly("some-rules", "lab");
        assertThat(plugins.plugins()).extracting(DiscoveredPlugin::version).containsOnly("built in");
        assertThat(plugins.plugins().get(0).location()).endsWith("class-path.jar");
        assertThat(PluginDiscovery.discover(folder.resolve("none"), List.of("lab"), application)
                        .plugins())
                .extracting(DiscoveredPlugin::id)
                .containsExactly("some-rules");
    }

    @Test
    void everyPluginIsLogged() throws IOException {
        Path jar = plain("lab-a").writeTo(folder.resolve("a/a.jar"));
        Logger logger = (Logger) LoggerFactory.getLogger(PluginDiscovery.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            discover();
            discover("lab-a", "lab-z");
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "plugin lab-a 1.0 from " + jar + ": [payoff rule lab-rule]",
                        "plugin lab-a from " + jar + " is disabled",
                        "[plugins] disabled names [lab-z], but there are no such plugins");
    }

    @Nested
    class Refused {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Aepsych-Plugin-Id | Lab_A | Aepsych-Plugin-Id must match [a-z][a-z0-9-]*, but is \"Lab_A\"",
                    "Aepsych-Api | 0.1 | Aepsych-Api must be a range such as [0.1,1), but is \"0.1\"",
                    "Aepsych-Api | [0.2,1) | is made for versions [0.2,1) of the api, but this program has 0.1",
                    "Aepsych-Api | [0,0.1) | is made for versions [0,0.1) of the api, but this program has 0.1"
                })
        void isADescriptorThatDoesNotFit(String attribute, String value, String sentence) throws IOException {
            Path jar = plain("lab-a").describe(attribute, value).writeTo(folder.resolve("a/a.jar"));
            assertThat(refusal()).containsExactly(jar + ": " + sentence);
        }

        @Test
        void isAnIncompleteDescriptor() throws IOException {
            Path jar = LabJar.of("lab-a")
                    .without(PluginManifest.VERSION)
                    .without(PluginManifest.API)
                    .writeTo(folder.resolve("a/a.jar"));
            LabJar.library().entry("x.txt", "x").writeTo(folder.resolve("b/b.jar"));
            assertThat(refusal())
                    .containsExactly(
                            jar + ": the manifest lacks Aepsych-Plugin-Version",
                            jar + ": the manifest lacks Aepsych-Api, such as [0.1,1)",
                            jar + ": lacks the service file META-INF/services/org.aepsych.api.plugin.Plugin",
                            folder.resolve("b") + ": none of its jars has Aepsych-Plugin-Id in the manifest");
        }

        @Test
        void isAFolderThatIsNotOfOnePlugin() throws IOException {
            Path loose = plain("lab-a").writeTo(folder.resolve("a.jar"));
            Path first = plain("lab-b").writeTo(folder.resolve("b/1.jar"));
            Path second = plain("lab-c").writeTo(folder.resolve("b/2.jar"));
            Files.createDirectories(folder.resolve("empty"));
            assertThat(refusal())
                    .containsExactly(
                            loose + ": put it into a folder of its own below " + folder,
                            folder.resolve("b") + ": holds more than one plugin: [" + first + ", " + second + "]",
                            folder.resolve("empty") + ": none of its jars has Aepsych-Plugin-Id in the manifest");
        }

        @Test
        void isAJarThatBundlesThePrograms() throws IOException {
            plain("lab-a").writeTo(folder.resolve("a/a.jar"));
            Path shaded = LabJar.library()
                    .entry("org/aepsych/api/plugin/Plugin.class", "")
                    .writeTo(folder.resolve("a/shaded.jar"));
            assertThat(refusal())
                    .containsExactly(
                            shaded + ": holds org/aepsych/api/plugin/Plugin.class, which belongs to the program;"
                                    + " depend on aepsych-api at scope provided");
        }

        @Test
        void isAFileThatIsNoJar() throws IOException {
            Path jar = Files.writeString(
                    Files.createDirectories(folder.resolve("a")).resolve("a.jar"), "no jar");
            assertThat(refusal()).singleElement().asString().startsWith(jar + ": is not a readable jar (");
        }

        @Test
        void isAClassThatDoesNotExist() throws IOException {
            Path jar = LabJar.of("lab-a")
                    .entry(LabJar.PLUGIN_SERVICE, "lab.Missing\n")
                    .writeTo(folder.resolve("a/a.jar"));
            assertThat(refusal())
                    .containsExactly(jar + ": org.aepsych.api.plugin.Plugin: Provider lab.Missing not found");
        }

        @Test
        void isAPluginThatThrows() throws IOException {
            Path first = LabJar.of("lab-a")
                    .type(
                            "LabPlugin",
                            "implements Plugin { public LabPlugin() { throw new IllegalStateException(\"no\"); } }")
                    .entry(LabJar.PLUGIN_SERVICE, "lab.LabPlugin\n")
                    .writeTo(folder.resolve("a/a.jar"));
            Path second = LabJar.of("lab-b")
                    .type(
                            "LabModule",
                            "extends PluginModule { protected void configure() { throw new IllegalStateException(\"no\"); } }")
                    .entry(LabJar.MODULE_SERVICE, "lab.LabModule\n")
                    .writeTo(folder.resolve("b/b.jar"));
            Path third = LabJar.of("lab-c")
                    .type(
                            "LabPlugin",
                            "implements Plugin { public List<PayoffRuleFactory> payoffRules() {"
                                    + " throw new NoClassDefFoundError(\"no/Such\"); } }")
                    .entry(LabJar.PLUGIN_SERVICE, "lab.LabPlugin\n")
                    .writeTo(folder.resolve("c/c.jar"));
            assertThat(refusal())
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .isEqualTo(
                                            first
                                                    + ": lab.LabPlugin cannot be made or asked: java.lang.IllegalStateException: no"),
                            line -> assertThat(line).startsWith(second + ": lab.LabModule: An exception was caught"),
                            line -> assertThat(line)
                                    .isEqualTo(third
                                            + ": lab.LabPlugin cannot be made or asked: java.lang.NoClassDefFoundError:"
                                            + " no/Such"));
        }

        @Test
        void isANameThatIsTakenOrIllFormed() throws IOException {
            Path first = plain("lab-a").writeTo(folder.resolve("a/a.jar"));
            Path second = plain("lab-a").writeTo(folder.resolve("b/b.jar"));
            Path third = LabJar.of("lab-c")
                    .type("Rule", RULE)
                    .type("LabPlugin", PLUGIN.replace("lab-rule", "Lab.Rule"))
                    .entry(LabJar.PLUGIN_SERVICE, "lab.LabPlugin\n")
                    .writeTo(folder.resolve("c/c.jar"));
            assertThat(refusal())
                    .containsExactly(
                            second + ": there is a plugin \"lab-a\" already, from " + first,
                            second + ": there is a payoff rule \"lab-rule\" already, from " + first,
                            third + ": the name of payoff rule \"Lab.Rule\" must match [a-z][a-z0-9-]*");
        }

        @Test
        void isAStrategyAliasThatIsTaken() throws IOException {
            String strategy = """
                    implements org.aepsych.api.strategy.StrategyFactory {
                        private final String name;
                        public Rule(String name) { this.name = name; }
                        public String name() { return name; }
                        public Set<String> aliases() { return Set.of("SomeGenerator"); }
                        public ConfigSchema configSchema() { return ConfigSchema.of(); }
                        public org.aepsych.api.strategy.StateSchema stateSchema() { return null; }
                        public org.aepsych.api.strategy.Strategy create(org.aepsych.api.strategy.StrategyContext c) { return null; }
                        public org.aepsych.api.strategy.Strategy restore(org.aepsych.api.strategy.StrategyContext c, Record s) { return null; }
                    }
                    """;
            String plugin = PLUGIN.replace(
                    "PayoffRuleFactory> payoffRules", "org.aepsych.api.strategy.StrategyFactory> strategies");
            Path jar = LabJar.of("lab-a")
                    .type("Rule", strategy)
                    .type(
                            "LabPlugin",
                            plugin.replace("new Rule(\"lab-rule\")", "new Rule(\"lab-x\"), new Rule(\"lab-y\")"))
                    .entry(LabJar.PLUGIN_SERVICE, "lab.LabPlugin\n")
                    .writeTo(folder.resolve("a/a.jar"));
            assertThat(refusal()).containsExactly(jar + ": there is a strategy \"SomeGenerator\" already, from " + jar);
        }
    }
}
