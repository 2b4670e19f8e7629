using System.Globalization;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;
using LogiPilot.Kaizen.Server.Tests.Improvement.Plans;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Print;

/// <summary>
/// A plan of any method in which every field of every step says something, whatever its type: what a report has to show. Each text that
/// was written is remembered.
/// </summary>
public sealed class FilledPlan
{
    public static readonly Somebody[] Crew =
    [
        new("Lena", Role.TeamLeader), new("Samir", Role.TeamLeader), new("Mona", Role.Manager), new("Paul", Role.Pilot), new("Odile", Role.Operator),
        new("Ana", Role.Support, Service: SupportService.Quality),
    ];

    private readonly List<string> _texts = [];
    private readonly StoryPlant _plant;

    private FilledPlan(StoryPlant plant, Guid id) => (_plant, Id) = (plant, id);

    public Guid Id { get; }

    /// <summary>Every text that somebody wrote into a field.</summary>
    public IReadOnlyList<string> Texts => _texts;

    public static async Task<FilledPlan> Of(StoryPlant plant, string method)
    {
        var filled = new FilledPlan(plant, await plant.Open("Lena", method));
        await plant.Agree("Lena", filled.Id, "Samir");
        var steps = (await plant.Plan("Lena", filled.Id, "steps { code name fields { code name type unit choices { code } columns { code type unit choices { code } from } } }")).GetProperty("steps");
        foreach (var step in steps.EnumerateArray())
        {
            var fields = step.GetProperty("fields").EnumerateArray().Select(f => (f.GetProperty("code").GetString()!, filled.Value(step, f))).Where(f => f.Item2 is not null).ToArray();
            await plant.Save("Lena", filled.Id, step.GetProperty("code").GetString()!, fields!);
        }

        await filled.Live();
        await filled.Measure();
        return filled;
    }

    /// <summary>A dysfunction that was analysed, and what somebody proposes.</summary>
    public static async Task<(Guid Dysfunction, Guid Proposal)> Propose(StoryPlant plant)
    {
        var dysfunction = (await plant.Order("Paul", "reportDysfunction", new { kind = "ORGANISATIONAL", title = "Les bacs reviennent trop tard", facts = "Trois fois lundi", plantId = plant.PlantId, placeId = plant.Places["P11"] }, "dysfunction { id }")).GetProperty("id").GetGuid();
        await plant.Order("Paul", "analyseDysfunction", new { dysfunctionId = dysfunction, kind = "QQOQCCP", value = new { who = "Équipe A" } }, "dysfunction { id }");
        return (dysfunction, (await plant.Order("Paul", "proposeImprovement", new
        {
            dysfunctionId = dysfunction,
            proposal = new
            {
                description = "Une tournée de plus", means = "Un cariste une heure", objectives = "Moins de 2 attentes par jour", deadline = "2027-05-01",
                peopleIds = new[] { plant.People["Paul"] }, cost = 240.5, gain = 3_000,
                constraints = new { technical = "Aucune", quality = "Aucune", environment = "Bruit de nuit", safety = "Allée partagée" },
                alternatives = new[] { new { text = "Plus de bacs", whyNot = "Pas de place" } },
                risks = new { cost = new { score = 2, reason = "Faible" } },
            },
        }, "proposal { id }")).GetProperty("id").GetGuid());
    }

    private async Task Live()
    {
        await _plant.Order("Lena", "holdMeeting", new
        {
            planId = Id, minutes = 20, presentIds = new[] { _plant.People["Lena"], _plant.People["Paul"] }, decisions = new[] { Say("Compter les bacs chaque matin") },
            notes = Say("L’équipe du soir n’était pas là"),
            actions = new[] { new { kind = "CONTAINMENT", what = Say("Doubler le bac au poste 1.1"), ownerId = _plant.People["Paul"], dueOn = "2027-03-04" } },
        }, "actionPlan { id }");
        await _plant.Order("Lena", "communicate", new { planId = Id, text = Say("Bac double dès demain"), toIds = new[] { _plant.People["Paul"], _plant.People["Odile"] } }, "actionPlan { id }");
        await _plant.Order("Lena", "referToService", new { planId = Id, service = "QUALITY", question = Say("Le lot est-il conforme ?") }, "actionPlan { id }");
    }

    private async Task Measure() => await _plant.Order("Lena", "saveIndicator", new
    {
        planId = Id, name = Say("Ruptures au poste 1.1"), unit = "ruptures", direction = "LOWER", source = "MANUAL", exposure = "WORKING_HOURS",
        baseline = new { from = "2027-01-04", to = "2027-01-31", value = 14, exposure = 320, points = 14 }, target = 1, targetOn = "2027-05-30",
    }, "indicator { drawing }");

    private string Say(string text)
    {
        _texts.Add(text);
        return text;
    }

    private object? Value(JsonElement step, JsonElement field)
    {
        var name = $"{field.GetProperty("name").GetString()} ({step.GetProperty("code").GetString()})";
        return field.GetProperty("type").GetString() switch
        {
            "TREE" => Tree(name),
            "ISHIKAWA" => Enumerable.Range(0, 30).Select(i => new
            {
                id = $"i{i}", family = ((string[])["MAN", "MACHINE", "MATERIAL", "METHOD", "MILIEU", "MEASURE"])[i % 6], text = Say($"Cause possible n° {i + 1}"),
                verdict = ((string[])["OPEN", "VERIFIED", "REFUTED"])[i % 3],
            }).ToArray(),
            "QQOQCCP" => ((string[])["who", "what", "where", "when", "how", "howMuch", "why"]).ToDictionary(q => q, q => Say($"{q} : 14 fois, {name}"), StringComparer.Ordinal),
            "RISKS" => ((string[])["cost", "delay", "safety", "environment"]).ToDictionary(r => r, r => (object)new { score = 2, reason = Say($"{r}, raison : {name}") }, StringComparer.Ordinal),
            "PARETO" => new { groupBy = "KIND", from = "2027-01-04", to = "2027-02-26" },
            "TABLE" => Enumerable.Range(1, 4).Select(row => field.GetProperty("columns").EnumerateArray()
                .Select(c => (Code: c.GetProperty("code").GetString()!, Value: Scalar(c, $"{name}, {c.GetProperty("code").GetString()} {row}")))
                .Where(c => c.Value is not null).ToDictionary(c => c.Code, c => c.Value!, StringComparer.Ordinal)).ToArray(),
            "PEOPLE" => new[] { _plant.People["Lena"], _plant.People["Paul"] },
            "NUMBER" => new { value = 14.5m, unit = field.GetProperty("unit").GetString() ?? "ruptures" },
            "TEXT" => Say($"{name} : {string.Concat(Enumerable.Repeat("l’opérateur prend le dernier faisceau, l’alerte part trop tard et la ligne s’arrête. ", 4))}{(_texts.Count % 7 == 0 ? new string('é', 90) : "")}fin."),
            _ => Scalar(field, name),
        };
    }

    private object? Scalar(JsonElement field, string text) => field.GetProperty("type").GetString() switch
    {
        "TEXT" => Say(text),
        "NUMBER" => 12.5m,
        "YES_NO" => true,
        "DATE" => "2027-02-22",
        "PERSON" => _plant.People["Paul"],
        "PLACE" => _plant.Places["P11"],
        "CHOICE" => field.GetProperty("choices") is { ValueKind: JsonValueKind.Array } choices && choices.GetArrayLength() > 0 ? choices[0].GetProperty("code").GetString() : null,
        _ => null,
    };

    private object[] Tree(string name) =>
    [
        .. ((string[])["OCCURRENCE", "ESCAPE"]).SelectMany(branch => Enumerable.Range(1, 4).Select(level => (object)new
        {
            id = $"{branch}{level}", parentId = level == 1 ? null : $"{branch}{level - 1}", branch = level == 1 ? branch : null,
            text = Say($"{name}, {branch.ToLower(CultureInfo.InvariantCulture)} : pourquoi n° {level}"), verdict = "VERIFIED", isRoot = level == 4,
            contribution = level == 4 ? 60 : (int?)null,
            proof = new { kind = "REPRODUCED", text = Say($"Essai du 18 février au poste 1.1, {branch} {level} : 14 fois sur 14, relevé joint au dossier") },
        })),
    ];
}
