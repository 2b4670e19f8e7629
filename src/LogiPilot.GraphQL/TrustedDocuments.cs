using System.Text.Json;
using LogiPilot.GraphQL.Documents;

namespace LogiPilot.GraphQL;

/// <summary>
/// The only documents a server accepts when given to <see cref="GraphQLOptions.TrustedDocuments"/>, by id: a hash of the text with or
/// without <c>sha256:</c>, or any other name. A <see cref="SchemaException"/> where an id with <c>sha256:</c> is not its text's.
/// </summary>
public sealed class TrustedDocuments
{
    private readonly Dictionary<string, string> _byId = new(StringComparer.Ordinal);

    public TrustedDocuments(IEnumerable<KeyValuePair<string, string>> documents)
    {
        foreach (var (id, text) in documents)
        {
            var normal = DocumentId.Normal(id);
            if (normal != id && normal != DocumentStore.Hash(text))
                throw new SchemaException($"The trusted document \"{id}\" is not the one of this hash, which is sha256:{DocumentStore.Hash(text)}.");
            if (!_byId.TryAdd(normal, text)) throw new SchemaException($"There are two trusted documents \"{normal}\".");
        }
    }

    /// <summary>The texts by id, without <c>sha256:</c>.</summary>
    public IReadOnlyDictionary<string, string> ById => _byId;

    /// <summary>Reads a manifest: a JSON object whose properties are ids and whose values are documents.</summary>
    public static TrustedDocuments FromFile(string path)
    {
        Dictionary<string, string>? documents;
        try
        {
            documents = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(path));
        }
        catch (JsonException mistake)
        {
            throw new SchemaException($"{path} is no manifest of documents, a JSON object of ids and texts: {mistake.Message}");
        }
        return new(documents ?? throw new SchemaException($"{path} is no manifest of documents, a JSON object of ids and texts."));
    }
}
