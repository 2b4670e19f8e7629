using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL;

/// <summary>An entry of the answer's <c>errors</c>. Path entries are response names (string) and list positions (int).</summary>
public sealed record GraphQLError(string Message)
{
    public string? Code { get; init; }
    public IReadOnlyList<SourceLocation> Locations { get; init; } = [];
    public IReadOnlyList<object>? Path { get; init; }
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    /// <summary>The validation rule that found it.</summary>
    internal string? Rule { get; init; }

    /// <summary>What a resolver threw, for error filters; never part of the answer.</summary>
    public Exception? Exception { get; init; }

    internal static GraphQLError Of(GraphQLException exception) =>
        new(exception.Message) { Code = exception.Code, Locations = exception.Locations, Extensions = exception.Extensions };
}
