package io.github.cxonetools;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The doors of a room: its floors are on the site's page on the architecture.
 *
 * @param name the package's name below the root
 * @param doors the types that are used from outside of it, by simple name
 * @param partDoors of parts that have few doors: which of their types the other parts use
 */
record Room(String name, Set<String> doors, Map<String, Set<String>> partDoors) {

    /** A room that is cut into packages has its line here. */
    static final List<Room> ALL = List.of(new Room(
            "schema",
            Set.of(
                    "AdditionalProperties",
                    "BelievableValues",
                    "BoundedPattern",
                    "CharacterClass",
                    "CodePoints",
                    "ConfirmedContracts",
                    "ContractFiles",
                    "ContractGenerator",
                    "EcmaNode",
                    "EcmaPattern",
                    "EcmaTree",
                    "GenerateEvents",
                    "GenerateRequest",
                    "HandlerSignature",
                    "Keyword",
                    "PayloadSample",
                    "PayloadSamples",
                    "PayloadValidator",
                    "ProjectClasses",
                    "PropertyNaming",
                    "SchemaLimits",
                    "SchemaRules",
                    "SourceRoots",
                    "StepBudget"),
            Map.of("derive", Set.of("EngineTypes", "ProjectModules", "SchemaEngine", "SchemaLimits"))));
}
