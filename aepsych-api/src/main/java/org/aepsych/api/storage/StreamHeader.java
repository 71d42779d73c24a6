package org.aepsych.api.storage;

import java.util.Optional;
import org.aepsych.api.experiment.ExperimentId;
import org.aepsych.api.experiment.Protocol;

/**
 * What {@code master} says of a stream.
 *
 * @param protocol the kind of experiment
 * @param experimentId {@code experiment_id}; several adaptive sessions share one, game experiments have one each
 * @param experimentName {@code experiment_name}, empty if none was given
 * @param experimentDescription {@code experiment_description}, empty if none was given
 * @param participantId {@code participant_id} of an adaptive session
 * @param extraMetadata {@code extra_metadata}: JSON object text
 */
public record StreamHeader(
        Protocol protocol,
        ExperimentId experimentId,
        Optional<String> experimentName,
        Optional<String> experimentDescription,
        Optional<String> participantId,
        Optional<String> extraMetadata) {}
