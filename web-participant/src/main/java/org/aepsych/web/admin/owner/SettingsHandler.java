package org.aepsych.web.admin.owner;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aepsych.api.AepsychException;
import org.aepsych.core.config.server.EffectiveSetting;
import org.aepsych.core.config.server.ServerSettings;
import org.aepsych.core.database.StorageFacts;
import org.aepsych.core.discovery.Contribution;
import org.aepsych.core.discovery.DiscoveredPlugin;
import org.aepsych.core.discovery.DiscoveredPlugins;
import org.aepsych.core.mail.MailDesk;
import org.aepsych.web.admin.gate.AdminGate;
import org.aepsych.web.admin.gate.AdminVisit;
import org.aepsych.web.problem.ProblemMapper;
import org.aepsych.web.view.Inputs;
import org.aepsych.web.view.Pages;

/** Shows owners how the server is set up, and lets them see whether mails arrive. */
final class SettingsHandler {
    private static final int OK = 200;

    private final ServerSettings settings;
    private final DiscoveredPlugins plugins;
    private final StorageFacts storage;
    private final MailDesk mails;
    private final AdminGate gate;
    private final Pages pages;

    @Inject
    SettingsHandler(
            ServerSettings settings,
            DiscoveredPlugins plugins,
            StorageFacts storage,
            MailDesk mails,
            AdminGate gate,
            Pages pages) {
        this.settings = settings;
        this.plugins = plugins;
        this.storage = storage;
        this.mails = mails;
        this.gate = gate;
        this.pages = pages;
    }

    void show(Context context) {
        gate.show(context, (exchange, visit) -> send(exchange, visit, OK, Optional.empty(), Optional.empty()));
    }

    void testMail(Context context) {
        gate.change(context, (exchange, visit) -> {
            String to = Inputs.text(exchange, "to").strip();
            try {
                mails.test(to);
                send(
                        exchange,
                        visit,
                        OK,
                        Optional.of("The mail server has taken a mail to " + to + "."),
                        Optional.empty());
            } catch (AepsychException e) {
                send(
                        exchange,
                        visit,
                        ProblemMapper.status(e.code().kind()),
                        Optional.empty(),
                        Optional.ofNullable(e.getMessage()));
            }
        });
    }

    private void send(Context context, AdminVisit visit, int status, Optional<String> notice, Optional<String> error) {
        SettingsPage page = new SettingsPage(
                gate.frame(visit, "Settings", AdminGate.SETTINGS),
                gate.token(visit),
                version(),
                settings.file().map(Path::toString),
                sections(),
                storage.name(),
                storage.facts(),
                plugins.plugins().stream().map(SettingsHandler::line).toList(),
                mail(visit.administrator().email()),
                notice,
                error);
        pages.send(context, status, "admin/settings", page);
    }

    private List<SettingsPage.Section> sections() {
        Map<String, List<EffectiveSetting>> bySection = new LinkedHashMap<>();
        settings.list()
                .forEach(setting -> bySection
                        .computeIfAbsent(setting.section(), name -> new ArrayList<>())
                        .add(setting));
        return bySection.entrySet().stream()
                .map(section -> new SettingsPage.Section(section.getKey(), section.getValue()))
                .toList();
    }

    private SettingsPage.MailState mail(String to) {
        return mails.counts()
                .map(counts -> new SettingsPage.MailState(
                        mails.ready(), counts.waiting(), counts.failing(), counts.done(), counts.givenUp(), to))
                .orElse(new SettingsPage.MailState(false, 0, 0, 0, 0, to));
    }

    private static SettingsPage.PluginLine line(DiscoveredPlugin plugin) {
        Map<String, String> byKind = plugin.contributions().stream()
                .collect(Collectors.groupingBy(
                        Contribution::kind,
                        TreeMap::new,
                        Collectors.mapping(Contribution::name, Collectors.joining(", "))));
        return new SettingsPage.PluginLine(
                plugin.id(),
                plugin.version(),
                plugin.location(),
                byKind.entrySet().stream()
                        .map(kind -> kind.getKey() + ": " + kind.getValue())
                        .toList());
    }

    private static String version() {
        String program = Optional.ofNullable(SettingsHandler.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        return "aepsych for Java " + program + ", Java " + Runtime.version();
    }
}
