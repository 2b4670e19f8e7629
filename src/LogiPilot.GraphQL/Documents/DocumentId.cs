using System.Text.Json;

namespace LogiPilot.GraphQL.Documents;

/// <summary>
/// What a request says instead of, or beside, its text: <c>documentId</c> as GraphQL over HTTP proposes for persisted documents, or the
/// extension <c>persistedQuery</c> of Apollo's clients. Both lead to the same documents: <c>sha256:</c> before a hash is left out.
/// </summary>
internal readonly record struct DocumentId(string Value)
{
    private const string Prefix = "sha256:";

    public static DocumentId? Of(GraphQLRequest request)
    {
        if (!string.IsNullOrEmpty(request.DocumentId)) return new(Normal(request.DocumentId));
        if (request.Extensions.ValueKind != JsonValueKind.Object || !request.Extensions.TryGetProperty("persistedQuery", out var persisted)
            || persisted.ValueKind == JsonValueKind.Null) return null;
        if (persisted.ValueKind != JsonValueKind.Object)
            throw new GraphQLException("The extension \"persistedQuery\" must be an object with \"version\" and \"sha256Hash\".", ErrorCodes.BadRequest);
        if (!persisted.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != 1)
            throw new GraphQLException("Unsupported persisted query version", ErrorCodes.BadRequest);
        return persisted.TryGetProperty("sha256Hash", out var hash) && hash.ValueKind == JsonValueKind.String && hash.GetString() is { Length: > 0 } text
            ? new(Normal(text))
            : throw new GraphQLException("The extension \"persistedQuery\" has no \"sha256Hash\".", ErrorCodes.BadRequest);
    }

    public static string Normal(string id) => id.StartsWith(Prefix, StringComparison.Ordinal) ? id[Prefix.Length..] : id;
}
