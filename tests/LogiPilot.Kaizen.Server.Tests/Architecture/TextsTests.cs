using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Tests.Architecture;

/// <summary>Everything that people read exists in both languages.</summary>
public sealed partial class TextsTests
{
    private readonly Texts _texts = new();

    [Fact]
    public void Both_languages_say_the_same_things_about_the_same_facts()
    {
        var (french, english) = (_texts.Keys(Language.Fr).ToHashSet(StringComparer.Ordinal), _texts.Keys(Language.En).ToHashSet(StringComparer.Ordinal));

        Source.None(french.Except(english));
        Source.None(english.Except(french));
        Source.None(french.Where(key => !Facts(Language.Fr, key).SetEquals(Facts(Language.En, key)) && !key.EndsWith("_one", StringComparison.Ordinal)));
        Source.None(french.Where(key => string.IsNullOrWhiteSpace(_texts.Of(Language.Fr, key)) || string.IsNullOrWhiteSpace(_texts.Of(Language.En, key))));
    }

    /// <summary>Of two, a reader of JSON takes the last and says nothing.</summary>
    [Fact]
    public void Nothing_in_a_catalogue_is_said_twice()
    {
        var twice = Source.Files("src/texts", ".json").SelectMany(file => Twice(Encoding.UTF8.GetBytes(file.Text)).Select(key => $"{file.Path}: {key}")).ToList();

        Source.None(twice);
        Assert.Equal(["a.b"], Twice("""{ "a": { "b": "1", "c": { "b": "2" }, "b": "3" }, "b": "4" }"""u8));
    }

    [Fact]
    public void Every_refusal_has_its_sentence()
    {
        var reasons = Source.Files("src", ".cs").SelectMany(f => Reason().Matches(f.Text).Select(m => m.Groups["reason"].Value)).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(reasons.Count > 40);
        Source.None(reasons.Where(r => !_texts.Has($"refusals.{r}") && !_texts.Has($"refusals.{r}_other")));
    }

    [Fact]
    public void Every_value_that_people_read_has_its_word()
    {
        string[] keys =
        [
            .. Keys<AlertKind>("alerts.kind."), .. Keys<Severity>("alerts.severity."), .. Keys<AlertState>("alerts.state."),
            .. Keys<SupplyStatus>("supply.status."), .. Keys<Role>("organisation.role."),
            .. AlertCauses.Codes.Select(c => "alerts.cause." + c), "alerts.cause." + AlertCauses.ClearedUntaken,
            .. Keys<TimelineKind>("timeline."),
            .. Enum.GetNames<Permission>().Select(p => "words.permission." + p),
            .. Keys<EvidenceKind>("evidence.record."), .. Keys<EvidenceRole>("evidence.role."), .. Keys<EvidenceState>("evidence.state."),
            .. EvidenceCriteria.All.Select(c => "evidence.criterion." + c.Id), .. EvidenceBlock.All.SelectMany(b => b.Competences).Select(c => "evidence.competence." + c),
        ];

        Source.None(keys.Where(k => !_texts.Has(k)));
    }

    private static List<string> Twice(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var (twice, open, seen) = (new List<string>(), new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                open.Add(reader.GetString()!);
                if (!seen.Add(string.Join('.', open)))
                {
                    twice.Add(string.Join('.', open));
                }
            }
            else if (reader.TokenType is not JsonTokenType.StartObject && open.Count > 0)
            {
                open.RemoveAt(open.Count - 1);
            }
        }

        return twice;
    }

    private static IEnumerable<string> Keys<TEnum>(string prefix)
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().Select(v => prefix + Naming.Screaming(v));

    private HashSet<string> Facts(Language language, string key) =>
        Placeholder().Matches(_texts.Of(language, key)).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\{\s*\w+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(Refusal\.Invalid\(\s*[^,()]+,|Refusal\.Conflict\(|Conflict\(|Refusal\.Of\(\s*RefusalCode\.\w+,)\s*""(?<reason>[\w.]*\w)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reason();
}
