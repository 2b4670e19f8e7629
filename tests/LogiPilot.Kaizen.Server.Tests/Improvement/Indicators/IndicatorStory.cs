using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;
using LogiPilot.Kaizen.Server.Tests.Improvement.Plans;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Indicators;

/// <summary>What a plan's effect is measured by, from its baseline to what can be said of it.</summary>
public sealed class IndicatorStory
{
    private const string Shown = """
        indicator { id version unit source baseline { from to days value exposure points } measures { cycle period { value exposure points days }
          source measuredOn by { name } note effect { verdict isComparable text } } target effect { verdict isComparable isEffective text } }
        """;

    private static readonly Somebody[] Crew =
        [new("Lena", Role.TeamLeader), new("Samir", Role.TeamLeader), new("Paul", Role.Pilot), new("Odile", Role.Operator)];

    [Fact]
    public async Task An_effect_is_one_when_the_target_is_reached_over_an_equal_period_after_the_last_action()
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", Crew);
        var plan = await plant.Running("Lena", "Samir");
        var saved = await plant.Order(
            "Paul", "saveIndicator",
            new
            {
                planId = plan, name = "Ruptures par semaine", unit = "ruptures", target = 4, targetOn = "2027-03-31",
                baseline = new { from = "2027-02-15", to = "2027-02-21", value = 14, exposure = 80, points = 14 },
            },
            Shown);
        var id = saved.GetProperty("id").GetGuid();
        Assert.Equal("NO_ACTION « Ruptures par semaine » : aucune action n’est faite, il n’y a pas encore d’effet à mesurer.", Effect(saved));

        await plant.Act("Lena", plan, "Paul");
        plant.JumpTo("2027-03-10 08:00");
        Assert.Equal(
            "BEFORE_LAST_ACTION « Ruptures par semaine » : la mesure commence le 28/02/2027, avant la dernière action, faite le 01/03/2027.",
            Effect(await Record("2027-02-28", "2027-03-02", 3, 80)));
        Assert.StartsWith("PERIOD_DIFFERS « Ruptures par semaine » : 2 jours mesurés contre 7 au départ", Effect(await Record("2027-03-02", "2027-03-03", 3, 80)), StringComparison.Ordinal);
        Assert.StartsWith("NOT_COMPARABLE « Ruptures par semaine » : la période n’a que 79 % de l’activité du départ", Effect(await Record("2027-03-02", "2027-03-08", 3, 63.9)), StringComparison.Ordinal);
        Assert.StartsWith("WRONG_WAY", Effect(await Record("2027-03-02", "2027-03-08", 15, 64)), StringComparison.Ordinal);
        Assert.StartsWith("FALLS_SHORT", Effect(await Record("2027-03-02", "2027-03-08", 5, 64)), StringComparison.Ordinal);
        var held = await Record("2027-03-03", "2027-03-09", 4, 64);
        Assert.Equal("EFFECTIVE « Ruptures par semaine » : 4 ruptures contre 14 au départ, la cible de 4 est atteinte.", Effect(held));
        Assert.Equal(
            ["BEFORE_LAST_ACTION False", "PERIOD_DIFFERS False", "NOT_COMPARABLE False", "WRONG_WAY True", "FALLS_SHORT True", "EFFECTIVE True"],
            held.GetProperty("measures").EnumerateArray().Select(m => m.GetProperty("effect")).Select(e => $"{e.GetProperty("verdict")} {e.GetProperty("isComparable")}"));
        await plant.Order("Lena", "setLanguage", new { language = "EN" }, "me { language }");
        Assert.Equal(
            "“Ruptures par semaine”: 4 ruptures against 14 at the start, the target of 4 is reached.",
            (await plant.Plan("Lena", plan, "indicators { effect { text } }")).GetProperty("indicators")[0].GetProperty("effect").GetProperty("text").GetString());

        Task<JsonElement> Record(string from, string to, decimal value, double exposure) => plant.Order(
            "Paul", "recordMeasure", new { indicatorId = id, period = new { from, to, value, exposure, points = 3 }, note = "Comptage" }, Shown);
    }

    [Fact]
    public async Task The_plants_own_alerts_are_counted_over_a_stated_period_on_the_keys_alone()
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", Crew);
        await plant.WorkInShifts([], []);
        var plan = await plant.Open("Lena");
        foreach (var place in (string[])["P11", "P21", "P11"])
        {
            await plant.Raise("Paul", "EQUIPMENT_FAILURE", place);
        }

        plant.JumpTo("2027-03-01 10:30");
        var computed = await plant.Order(
            "Lena", "saveIndicator",
            new
            {
                planId = plan, name = "Pannes", unit = "pannes", source = "ALERTS", keys = new[] { new { family = "EquipmentFailure", placeId = plant.Places["L1"] } },
                computeBaseline = new { from = "2027-03-01", to = "2027-03-01" }, target = 0,
            },
            Shown);

        // From five to half past ten, the plant works five and a half hours.
        Assert.Equal("2 5.5 2 1", Period(computed.GetProperty("baseline")));
        var resolving = await plant.Order("Lena", "saveIndicator", new { planId = plan, name = "Délai", source = "TIME_TO_RESOLVE" }, Shown);
        Assert.Equal("min", resolving.GetProperty("unit").GetString());
        Assert.Equal(
            "INVALID Aucune alerte n’a été traitée dans cette période : il n’y a pas de délai à mesurer.",
            await plant.Refused("Lena", "recordMeasure", new { indicatorId = resolving.GetProperty("id").GetGuid(), compute = new { from = "2027-03-01", to = "2027-03-01" } }, Shown));
        Assert.Equal(
            "INVALID Cet indicateur se calcule à partir des données de l’usine : donnez seulement la période.",
            await plant.Refused("Lena", "recordMeasure", new { indicatorId = resolving.GetProperty("id").GetGuid(), period = new { from = "2027-03-01", to = "2027-03-01", value = 3 } }, Shown));

        var history = await plant.Plan("Lena", plan, "history(first: 2) { nodes { kind text } }");
        Assert.Equal(
            "INDICATOR_SAVED Lena a défini l’indicateur « Délai ».",
            AlertStory.Plain(string.Join(' ', history.GetProperty("history").GetProperty("nodes")[0].EnumerateObject().Select(p => p.Value))));
    }

    [Fact]
    public async Task What_was_agreed_and_measured_is_not_made_fit_afterwards()
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", Crew);
        var plan = await plant.Open("Lena");
        object Asked(object? baseline = null) => new { planId = plan, name = "Ruptures", unit = "ruptures", target = 4, baseline };
        Assert.Equal(
            "INVALID Cette période n’est pas finie : on mesure ce qui est passé.",
            await plant.Refused("Lena", "saveIndicator", Asked(new { from = "2027-02-25", to = "2027-03-02", value = 1, exposure = 1 }), Shown));
        Assert.StartsWith("INVALID La fin", await plant.Refused("Lena", "saveIndicator", Asked(new { from = "2027-02-25", to = "2027-02-02", value = 1 }), Shown), StringComparison.Ordinal);
        Assert.StartsWith("FORBIDDEN", await plant.Refused("Odile", "saveIndicator", Asked(), Shown), StringComparison.Ordinal);
        Assert.StartsWith("NOT_FOUND", await plant.Refused("Lena", "saveIndicator", new { indicatorId = Guid.CreateVersion7(), name = "x" }, Shown), StringComparison.Ordinal);
        var saved = await plant.Order("Lena", "saveIndicator", Asked(new { from = "2027-02-15", to = "2027-02-21", value = 14 }), Shown);
        var id = saved.GetProperty("id").GetGuid();
        Assert.Equal("14 168 1 7", Period(saved.GetProperty("baseline")));
        Assert.Equal("INVALID Ce plan a déjà un indicateur de ce nom.", await plant.Refused("Lena", "saveIndicator", Asked(), Shown));
        Assert.StartsWith("CONFLICT Quelqu’un a changé", await plant.Refused("Lena", "saveIndicator", new { indicatorId = id, name = "x", expectedVersion = 7 }, Shown), StringComparison.Ordinal);
        Assert.StartsWith("CONFLICT Cet indicateur est déjà mesuré", await plant.Refused("Lena", "saveIndicator", new { indicatorId = id, direction = "HIGHER" }, Shown), StringComparison.Ordinal);
        Assert.Equal(
            "INVALID Donnez soit la valeur mesurée, soit la période à calculer, pas les deux.",
            await plant.Refused("Lena", "recordMeasure", new { indicatorId = id }, Shown));

        await plant.Agree("Lena", plan, "Samir");
        await plant.Order("Lena", "submitPlan", new { planId = plan }, "actionPlan { state }");
        await plant.Order("Samir", "approvePlan", new { planId = plan }, "actionPlan { state }");
        Assert.Equal(
            "FORBIDDEN Le plan est approuvé : son commanditaire, Samir, change la mesure de départ ou la cible.",
            await plant.Refused("Paul", "saveIndicator", new { indicatorId = id, target = 9 }, Shown));
        Assert.Equal(9, (await plant.Order("Samir", "saveIndicator", new { indicatorId = id, target = 9 }, Shown)).GetProperty("target").GetInt32());
    }

    private static string Period(JsonElement period) => string.Join(
        ' ', ((string[])["value", "exposure", "points", "days"]).Select(n => period.GetProperty(n).GetDecimal().ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)));

    private static string Effect(JsonElement indicator) =>
        AlertStory.Plain($"{indicator.GetProperty("effect").GetProperty("verdict").GetString()} {indicator.GetProperty("effect").GetProperty("text").GetString()}");
}
