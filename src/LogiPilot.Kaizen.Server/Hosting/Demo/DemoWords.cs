using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LogiPilot.Kaizen.Server.Hosting.Demo;

/// <summary>
/// What the texts of a story stand for: <c>@chef</c> a person, <c>#P29</c> a place, <c>%FAI-PRI</c> a part, <c>!FAI-PRI</c> the alerts on
/// a part, <c>=plan</c> what the story made before, <c>~text</c> the content of a file, <c>{-12}</c> the day so many days from now.
/// </summary>
internal sealed partial class DemoWords(DemoPlan plan, DateOnly today, Func<Guid, Task<IReadOnlyList<Guid>>> alertsOn)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public async Task<JsonNode?> Read(JsonNode? node, IReadOnlyDictionary<string, Guid> made)
    {
        switch (node)
        {
            case JsonObject parts:
                var read = new JsonObject();
                foreach (var (name, value) in parts)
                {
                    read[name] = await Read(value, made);
                }

                return read;
            case JsonArray items:
                var list = new JsonArray();
                foreach (var item in items)
                {
                    list.Add(await Read(item, made));
                }

                return list;
            case JsonValue value when value.TryGetValue<string>(out var text):
                return await Say(text, made);
            default:
                return node?.DeepClone();
        }
    }

    public Guid Person(string said) =>
        DemoIds.Of(plan, plan.People.FirstOrDefault(p => p.Account == said)?.Name ?? plan.People.First(p => p.Name == said).Name);

    private async Task<JsonNode> Say(string text, IReadOnlyDictionary<string, Guid> made)
    {
        switch (text is [var sign, _, ..] ? sign : ' ')
        {
            case '@':
                return Person(text[1..]);
            case '#' or '%':
                return DemoIds.Of(plan, text[1..]);
            case '=':
                return made[text[1..]];
            case '!':
                return new JsonArray([.. (await alertsOn(DemoIds.Of(plan, text[1..]))).Select(id => (JsonNode)id)]);
            case '~':
                return Convert.ToBase64String(Encoding.UTF8.GetBytes(Dated(text[1..])));
            default:
                return Day().Match(text) is { Success: true } whole && whole.Length == text.Length
                    ? Of(whole).ToString("O", CultureInfo.InvariantCulture)
                    : Dated(text);
        }
    }

    private string Dated(string text) => Day().Replace(text, m => Of(m) is { Day: 1 } first
        ? string.Create(French, $"1er {first:MMMM}")
        : Of(m).ToString("d MMMM", French));

    private DateOnly Of(Match match) => today.AddDays(int.Parse(match.Groups["days"].ValueSpan, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\{(?<days>[+-]?\d+)\}", RegexOptions.None, 1000)]
    private static partial Regex Day();
}
