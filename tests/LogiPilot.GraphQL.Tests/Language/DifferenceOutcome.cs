using System.Globalization;
using System.Text;
using System.Text.Json;
using LogiPilot.Tests;

namespace LogiPilot.GraphQL.Tests.Language;

/// <summary>What came of answering documents here and by a script that asks graphql-js.</summary>
public sealed class DifferenceOutcome
{
    private const int Batch = 250;
    private readonly Dictionary<string, string> _examples = [];

    public int Accepted { get; private set; }
    public int Refused { get; private set; }
    public Dictionary<string, int> Excepted { get; } = [];
    public int Total => Accepted + Refused + Excepted.Values.Sum();

    /// <summary>Throws at the first document that is answered otherwise and is none of the exceptions.</summary>
    public static async Task<DifferenceOutcome> Of(
        IEnumerable<string> documents, string script, Func<string, string> answer, Func<JsonElement, string> show, string refusal, Func<string, string, string?> exception)
    {
        await using var peer = await NodePeer.Start(script);
        var outcome = new DifferenceOutcome();
        foreach (var batch in documents.Chunk(Batch))
        {
            // The reference reads one batch while this library reads the same.
            var asked = peer.Ask($"[{string.Join(',', batch.Select(Quote))}]");
            var ours = batch.Select(answer).ToList();
            var theirs = JsonSerializer.Deserialize<JsonElement[]>(await asked)!.Select(show).ToList();
            for (var i = 0; i < batch.Length; i++)
            {
                if (ours[i] != theirs[i]) outcome.Except(batch[i], ours[i], theirs[i], exception(batch[i], ours[i]));
                else if (ours[i].StartsWith(refusal, StringComparison.Ordinal)) outcome.Refused++;
                else outcome.Accepted++;
            }
        }
        return outcome;
    }

    private void Except(string document, string ours, string theirs, string? name)
    {
        if (name is null) throw new InvalidOperationException($"Answered differently:\n{Quote(document)}\nhere:\n{ours}\ngraphql-js:\n{theirs}");
        Excepted[name] = Excepted.GetValueOrDefault(name) + 1;
        _examples[name] = $"{Quote(document)}\n{ours}\n{theirs}";
    }

    // The serializer would put U+FFFD for the halves of surrogate pairs that the documents have on purpose.
    private static string Quote(string document)
    {
        var text = new StringBuilder("\"");
        foreach (var c in document)
        {
            if (c is >= ' ' and <= '~' and not ('"' or '\\')) text.Append(c);
            else text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }
        return text.Append('"').ToString();
    }

    public override string ToString() =>
        $"{Accepted} accepted, {Refused} refused, excepted:{string.Concat(Excepted.Select(pair => $"\n{pair.Value} {pair.Key}, as {_examples[pair.Key]}"))}";
}
