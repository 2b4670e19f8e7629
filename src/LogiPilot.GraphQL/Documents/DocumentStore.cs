using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Observability;
using LogiPilot.GraphQL.Validation;

namespace LogiPilot.GraphQL.Documents;

/// <summary>
/// Finds the document a request means, parsed and validated: by its text, by the hash under which a client left it here, or, where only
/// trusted documents are accepted, by its id among them. What is known by hash or id is neither hashed nor parsed again.
/// </summary>
internal sealed class DocumentStore
{
    private readonly GraphQLSchema _schema;
    private readonly GraphQLOptions _options;
    private readonly ParserLimits _limits;
    private readonly DocumentCache _byText;
    private readonly DocumentCache _byHash;
    private readonly FrozenDictionary<string, PreparedDocument>? _trusted;

    public DocumentStore(GraphQLSchema schema, GraphQLOptions options, GraphQLTelemetry telemetry)
    {
        _schema = schema;
        _options = options;
        Telemetry = telemetry;
        _limits = new(options.MaxTokens, MaxLength: options.MaxDocumentLength);
        _byText = new(options.DocumentCacheSize);
        _byHash = new(options.DocumentCacheSize);
        _trusted = options.TrustedDocuments?.ById.ToFrozenDictionary(pair => pair.Key, pair => Trusted(pair.Key, pair.Value), StringComparer.Ordinal);
    }

    public GraphQLTelemetry Telemetry { get; }

    /// <summary>The document of a request; a <see cref="GraphQLException"/> where it is unknown or not accepted.</summary>
    public PreparedDocument Find(GraphQLRequest request)
    {
        var id = DocumentId.Of(request);
        if (_trusted is not null)
        {
            return id is { } trusted && string.IsNullOrEmpty(request.Query) && _trusted.TryGetValue(trusted.Value, out var document)
                ? Known(document)!
                : throw new GraphQLException(
                    id is not null && string.IsNullOrEmpty(request.Query)
                        ? "No trusted document has this id."
                        : "Only trusted documents are accepted here: send the id of one, and no text.", ErrorCodes.DocumentNotTrusted);
        }
        var text = request.Query;
        if (id is null)
            return string.IsNullOrEmpty(text) ? throw new GraphQLException("Must provide query string.", ErrorCodes.BadRequest) : Prepare(text);
        if (!_options.EnableAutomaticPersistedDocuments)
            throw new GraphQLException("PersistedQueryNotSupported", ErrorCodes.PersistedQueryNotSupported);
        var known = _byHash.Find(id.Value.Value);
        if (string.IsNullOrEmpty(text)) return Known(known) ?? throw new GraphQLException("PersistedQueryNotFound", ErrorCodes.PersistedQueryNotFound);
        return Keep(id.Value.Value, text, known);
    }

    private PreparedDocument? Known(PreparedDocument? document)
    {
        Telemetry.LookedUp(document);
        return document;
    }

    /// <summary>A document of a text parsed and validated, or with the errors that refuse it.</summary>
    public PreparedDocument Prepare(string text)
    {
        if (Known(_byText.Find(text)) is { } known) return known;
        PreparedDocument prepared;
        try
        {
            DocumentNode document;
            using (GraphQLTelemetry.Phase("parse")) document = Parser.Parse(text, _limits);
            using (GraphQLTelemetry.Phase("validate"))
            {
                DocumentLimits.Check(document, _options);
                var errors = DocumentValidator.Validate(_schema, document, _options);
                prepared = errors.Count > 0 ? Refused(text, errors) : new(document)
                {
                    Weight = text.Length, Grown = Grow, Introspection = _options.AllowIntrospection is null ? null : IntrospectionUse.In(document),
                };
            }
        }
        catch (GraphQLException mistake)
        {
            prepared = Refused(text, [GraphQLError.Of(mistake)]);
        }
        _byText.Add(text, prepared);
        return prepared;
    }

    // A mistake may quote much of the document, and so may a hundred of them.
    private static PreparedDocument Refused(string text, IReadOnlyList<GraphQLError> errors) =>
        new(errors) { Weight = text.Length + errors.Sum(error => (long)error.Message.Length) };

    private void Grow(long weight)
    {
        _byText.Grow(weight);
        _byHash.Grow(weight);
    }

    private PreparedDocument Keep(string hash, string text, PreparedDocument? known)
    {
        var document = Prepare(text);
        if (ReferenceEquals(document, known)) return document;
        // The id decides what others get who send it alone, so it must be the text's own.
        if (Hash(text) != hash) throw new GraphQLException("provided sha does not match query", ErrorCodes.BadRequest);
        if (document.Errors is null) _byHash.Add(hash, document);
        return document;
    }

    private PreparedDocument Trusted(string id, string text)
    {
        var document = Prepare(text);
        return document.Errors is not { } errors
            ? document
            : throw new SchemaException(
                $"The trusted document \"{id}\" is refused by the schema: {string.Join(' ', errors.Select(error => error.Message))} Make the manifest anew from documents that fit.");
    }

    internal static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
