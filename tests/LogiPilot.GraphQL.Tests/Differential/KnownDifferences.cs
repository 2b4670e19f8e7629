namespace LogiPilot.GraphQL.Tests.Differential;

/// <summary>
/// Something in which the two sides may differ, with the section of the specification (September 2025) that says so. Forgiving takes the
/// difference out of both outcomes; null means there is none of its kind.
/// </summary>
internal sealed record KnownDifference(string Name, string Reason, Func<Question, Outcome, Outcome, (Outcome Ours, Outcome Theirs)?> Forgive);

internal static class KnownDifferences
{
    public static IReadOnlyList<KnownDifference> All { get; } =
    [
        new("Messages of unexpected exceptions",
            "7.1.2 Errors: the message is a description for the developer. What a resolver did not mean for clients we call \"Internal error\"; path and locations are compared.",
            (_, ours, theirs) => ours.Results.Any(result => result.Errors.Any(IsInternal)) ? (Masked(ours, ours), Masked(theirs, ours)) : null),
        new("Errors beside a null that went up",
            "6.3 Executing Selection Sets, Errors and Non-Null Types: once a null goes up, siblings not yet done may be cancelled. Which of them had failed by then is chance; where data became null is compared.",
            (_, ours, theirs) => (NullPositions.Only(ours), NullPositions.Only(theirs))),
        new("Type definitions inside a document to execute",
            "5.1.1 Executable Definitions: such a document is refused as a whole. The specification has no rule for what is inside the definitions, where graphql-js looks for unknown types too.",
            (_, ours, theirs) => ours.Mistakes.Any(IsDefinition) && theirs.Mistakes.Any(IsDefinition)
                ? (WithoutUnknownTypes(ours), WithoutUnknownTypes(theirs)) : null),
        new("Conditions on the field that is subscribed to",
            "5.2.4.1 Single Root Field: since September 2025 neither @skip nor @include may stand there. graphql-js 16 takes the document, and throws a TypeError if no field is left.",
            (_, ours, theirs) => ours.Mistakes.Any(mistake => mistake.Message.Contains("directives in the top level selection", StringComparison.Ordinal))
                && theirs.Syntax?.StartsWith("crash TypeError", StringComparison.Ordinal) == true ? (ours, ours) : null),
        new("Nullable variables in a field of a oneOf input",
            "5.8.5 All Variable Usages Are Allowed, IsNonNullPosition: such a field counts as non-null wherever it stands. graphql-js 16.15 does not see it where the input object itself must not be null.",
            (_, ours, theirs) => ours.Mistakes.Any(IsOneOf) && !theirs.Mistakes.Any(IsOneOf)
                ? ours.Mistakes.All(IsOneOf) ? (ours, ours) : (ours with { Mistakes = [.. ours.Mistakes.Where(mistake => !IsOneOf(mistake))] }, theirs) : null),
        new("Type of the reason of @deprecated",
            "3.13.3 @deprecated: the reason is String! since September 2025; graphql-js 16 has the String of before.",
            (question, ours, theirs) => question.Document.Contains("args { name defaultValue type { name ofType { name } } }", StringComparison.Ordinal)
                ? (ours, WithReason(theirs)) : null),
    ];

    private static bool IsOneOf(Mistake mistake) => mistake.Message.EndsWith(" must be non-nullable to be used for OneOf Input Object \"Key\".", StringComparison.Ordinal);

    private static Outcome WithReason(Outcome outcome) => outcome with
    {
        Results = [.. outcome.Results.Select(result => result with
        {
            Data = result.Data?.Replace(
                "\"type\":{\"name\":\"String\",\"ofType\":null}", "\"type\":{\"name\":null,\"ofType\":{\"name\":\"String\"}}", StringComparison.Ordinal),
        })],
    };

    private static bool IsDefinition(Mistake mistake) => mistake.Rule == "ExecutableDefinitions";

    private static Outcome WithoutUnknownTypes(Outcome outcome) =>
        outcome with { Mistakes = [.. outcome.Mistakes.Where(mistake => mistake.Rule != "KnownTypeNames")] };

    private static bool IsInternal(Failure failure) => failure.Message == "Internal error";

    private static Outcome Masked(Outcome outcome, Outcome ours) => outcome with
    {
        Results = [.. outcome.Results.Select((result, i) => i < ours.Results.Count ? Masked(result, ours.Results[i]) : result)],
    };

    private static Result Masked(Result result, Result ours)
    {
        var internals = ours.Errors.Where(IsInternal).Select(error => (error.Path, error.Locations)).ToHashSet();
        return result with
        {
            Errors = [.. result.Errors
                .Select(error => internals.Contains((error.Path, error.Locations)) ? error with { Message = "Internal error" } : error)
                .OrderBy(error => error.ToString(), StringComparer.Ordinal)],
        };
    }
}
