package org.aepsych.web.main;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where the program's own log goes. */
final class Logs {
    private static final String FILE = "aepsych_server.log";
    private static final int DAYS_KEPT = 30;

    private Logs() {}

    /**
     * Writes the log to a file, too.
     *
     * @param wanted folder, created if needed; if a file of that name exists, the folder gets {@code _aepsych} appended
     *     to its name
     * @return the file
     */
    static Path to(Path wanted) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Path folder = Files.isRegularFile(wanted) ? wanted.resolveSibling(wanted.getFileName() + "_aepsych") : wanted;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new AepsychException(
                    StandardError.CONFIG_INVALID,
                    "The folder " + folder + " of the log files cannot be created; check its permissions.",
                    e);
        }
        append(folder.resolve(FILE));
        return folder.resolve(FILE);
    }

    private static void append(Path file) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(
                "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level [%thread] [%X{request}] %logger{30} %msg%n%ex");
        encoder.start();

        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(file + ".%d{yyyy-MM-dd}.%i.gz");
        policy.setMaxFileSize(FileSize.valueOf("50MB"));
        policy.setMaxHistory(DAYS_KEPT);
        appender.setContext(context);
        appender.setName(file.toString());
        appender.setFile(file.toString());
        appender.setEncoder(encoder);
        appender.setRollingPolicy(policy);
        policy.start();
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }
}
