using LogiPilot.GraphQL.Language;
using Microsoft.Extensions.Logging;

namespace LogiPilot.GraphQL.Execution;

/// <summary>Makes the client's error of an exception: what is not meant for clients is logged and called "Internal error".</summary>
internal sealed class ErrorReporter(GraphQLOptions options, ILogger logger)
{
    public GraphQLError Report(Exception exception, IReadOnlyList<object> path, IReadOnlyList<SourceLocation> locations)
    {
        if ((exception as GraphQLException ?? options.ErrorFilter?.Invoke(exception)) is { } known)
            return GraphQLError.Of(known) with { Path = path, Locations = locations };
        logger.LogError(exception, "The resolver of {Path} failed", string.Join('.', path));
        return new("Internal error") { Code = ErrorCodes.Internal, Path = path, Locations = locations };
    }
}
