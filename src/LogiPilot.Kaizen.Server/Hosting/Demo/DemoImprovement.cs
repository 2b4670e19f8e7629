using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Server.Hosting.Demo;

/// <summary>
/// Plays the stories of improvement before the plant is first seen: every deed is the product's own use case, at its instant, by the person
/// who did it. What is refused ends its story there, and is said.
/// </summary>
internal sealed class DemoImprovement(DemoPlan plan, DemoWorld world)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) }, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Dictionary<string, Type> Orders = typeof(Actor).Assembly.GetTypes()
        .Where(t => t.IsAssignableTo(typeof(ICommand<Made>)) && !t.IsAbstract).ToDictionary(t => t.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Up to now; answers what was refused, which nothing should be.</summary>
    public async Task<IReadOnlyList<string>> Play(IReadOnlyList<DemoStory> stories, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = world.Services.Acting(Actor.System);
        var people = await scope.ServiceProvider.GetRequiredService<IDirectory>().Current(cancellationToken);
        var zone = people.Calendar(people.Plants[0].Id, null).Zone;
        var words = new DemoWords(
            plan, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime), product => AlertsOn(people.Plants[0].Id, product, cancellationToken));
        var refused = new List<string>();
        var ended = new HashSet<object>();
        foreach (var deed in stories.SelectMany(s => DemoDeed.Of(s, now, zone)).OrderBy(d => d.At))
        {
            world.Now = deed.At;
            if (!ended.Contains(deed.Made) && await Refused(deed, words, people, cancellationToken) is { } refusal)
            {
                ended.Add(deed.Made);
                refused.Add($"{deed.Order} by {deed.By} at {deed.At:u}: {refusal.Reason} {refusal.Field} {string.Join("; ", (refusal.Details ?? []).Select(d => $"{d.Reason} {d.Field}"))}");
            }
        }

        return refused;
    }

    private async Task<Refusal?> Refused(DemoDeed deed, DemoWords words, OrganisationPicture people, CancellationToken cancellationToken)
    {
        var type = Orders[deed.Order];
        var arguments = (JsonObject)(await words.Read(deed.Arguments, deed.Made))!;
        if (deed.Made.TryGetValue("plan", out var planId) && type.GetProperty("PlanId") is not null && type.GetProperty("IndicatorId") is null)
        {
            arguments.TryAdd("planId", planId);
        }

        if (arguments["fields"] is JsonObject fields)
        {
            arguments["fields"] = new JsonArray([.. fields.Select(f => new JsonObject { ["code"] = f.Key, ["value"] = f.Value?.DeepClone() })]);
        }

        var order = (ICommand<Made>)arguments.Deserialize(type, Json)!;
        await using var scope = world.Services.Acting(people.ActorOf(words.Person(deed.By))!);
        var done = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(order, cancellationToken);
        foreach (var (name, i) in deed.As.Select((n, i) => (n, i)).Where(n => done.Refusal is null && n.i < done.Value.Ids.Count))
        {
            deed.Made[name] = done.Value.Ids[i];
        }

        return done.Refusal;
    }

    private async Task<IReadOnlyList<Guid>> AlertsOn(Guid plantId, Guid productId, CancellationToken cancellationToken)
    {
        await using var scope = world.Services.Acting(Actor.System);
        var page = await scope.ServiceProvider.GetRequiredService<IAlertReader>().List(
            [plantId], new AlertFilter(ProductIds: [productId], RaisedTo: world.Now), AlertOrder.OldestFirst, new PageRequest(100, null, null, null, false),
            cancellationToken);
        return [.. page.Items.Select(i => i.Item.Id)];
    }
}
