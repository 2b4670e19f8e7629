using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL;

/// <summary>The codes the library itself puts into <c>extensions.code</c>.</summary>
public static class ErrorCodes
{
    public const string Syntax = "GRAPHQL_PARSE_FAILED";
    public const string Validation = "GRAPHQL_VALIDATION_FAILED";
    public const string BadInput = "BAD_USER_INPUT";
    public const string BadRequest = "BAD_REQUEST";
    public const string OperationResolution = "OPERATION_RESOLUTION_FAILURE";
    public const string Limit = "LIMIT";
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";
    public const string BatchingDisabled = "BATCHING_DISABLED";
    public const string IntrospectionDisabled = "INTROSPECTION_DISABLED";
    public const string PreflightRequired = "PREFLIGHT_REQUIRED";
    public const string DocumentNotTrusted = "DOCUMENT_NOT_TRUSTED";
    public const string Timeout = "TIMEOUT";
    public const string Internal = "INTERNAL";
    public const string NotFound = "NOT_FOUND";
    public const string SlowConsumer = "SLOW_CONSUMER";
    public const string NotAuthenticated = "AUTH_NOT_AUTHENTICATED";
    public const string NotAuthorized = "AUTH_NOT_AUTHORIZED";
}

/// <summary>An error whose message and code may be shown to the client; any other exception becomes "Internal error".</summary>
public class GraphQLException(string message, string? code = null, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>What <c>extensions.code</c> says.</summary>
    public string? Code { get; } = code;

    public IReadOnlyList<SourceLocation> Locations { get; init; } = [];

    /// <summary>Further entries of <c>extensions</c>: strings, numbers, booleans and lists of them.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }
}
