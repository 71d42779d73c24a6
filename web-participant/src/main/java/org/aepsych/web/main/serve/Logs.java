package org.aepsych.web.main.serve;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aepsych.api.AepsychException;
import org.aepsych.api.StandardError;
import org.aepsych.core.config.server.LogFormat;
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
     * @param format how lines are written; JSON also takes the place of what people would read on standard error
     * @return the file
     */
    static Path to(Path wanted, LogFormat format) {
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
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        if (format == LogFormat.JSON) {
            speakJson(context);
        }
        append(context, folder.resolve(FILE), encoder(context, format));
        return folder.resolve(FILE);
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, LogFormat format) {
        Encoder<ILoggingEvent> encoder = switch (format) {
            case TEXT -> lines();
            case JSON -> new JsonLogEncoder();
        };
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }

    private static PatternLayoutEncoder lines() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(
                "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level [%thread] [%X{request}] %logger{30} %msg %kvp%n%ex");
        return encoder;
    }

    private static void speakJson(LoggerContext context) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setName("JSON");
        appender.setTarget("System.err");
        appender.setEncoder(encoder(context, LogFormat.JSON));
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender("CONSOLE");
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    private static void append(LoggerContext context, Path file, Encoder<ILoggingEvent> encoder) {
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
