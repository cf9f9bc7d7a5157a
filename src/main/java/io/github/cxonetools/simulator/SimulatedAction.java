package io.github.cxonetools.simulator;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.execution.Handler;

/**
 * An action to play fixtures through.
 *
 * @param action as the project declares it
 * @param contract as it was generated
 * @param handler what answers
 */
public record SimulatedAction(ActionDefinition action, Contract contract, Handler handler) {}
