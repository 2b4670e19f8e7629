using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Hosting.Demo;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace LogiPilot.Kaizen.Server.Tests.Hosting;

public sealed class DemoImprovementTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "kaizen-tests", Path.GetRandomFileName());

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("2026-03-04 09:07")]
    [InlineData("2027-01-10 02:30")]
    public async Task Whenever_it_is_first_seen_the_plant_has_improved_things_and_is_improving_others(string first)
    {
        var (now, life) = (DateTimeOffset.Parse(first + "Z", System.Globalization.CultureInfo.InvariantCulture), new DemoLife(DemoPlan.Read()));
        await life.Begin(_folder, now, CancellationToken.None);

        Assert.Equal([], life.Refused);
        await using var world = new DemoWorld(_folder, now);
        await using var scope = world.Services.Acting(Actor.System);
        var people = await scope.ServiceProvider.GetRequiredService<IDirectory>().Current(CancellationToken.None);
        var plantId = people.Plants.Single().Id;
        var all = new PageRequest(100, null, null, null, true);
        var plans = (await scope.ServiceProvider.GetRequiredService<IPlanReader>().List([plantId], new ActionPlanFilter(), default, DateOnly.FromDateTime(now.UtcDateTime), all, CancellationToken.None)).Items;
        Assert.Equal(
            ["8D", "DMAIC", "PDCA", "QRQC"], plans.Where(p => p.Item.State == PlanState.Closed).Select(p => p.Item.MethodCode).Order(StringComparer.Ordinal));
        Assert.Equal(
            [PlanState.Draft, PlanState.Submitted, PlanState.Running, PlanState.Suspended, PlanState.Closed],
            plans.Select(p => p.Item.State).Distinct().Order());
        var dysfunctions = (await scope.ServiceProvider.GetRequiredService<IDysfunctionReader>().List([plantId], new DysfunctionFilter(), default, all, CancellationToken.None)).Items;
        Assert.Equal(Enum.GetValues<DysfunctionState>(), dysfunctions.Select(d => d.Item.State).Distinct().Order());
        foreach (var account in (string[])["operateur", "pilote", "cariste", "chef", "maintenance"])
        {
            await using var own = world.Services.Acting(people.ActorOf(people.People.Single(p => p.UserName == account).Id)!);
            var mine = await own.ServiceProvider.GetRequiredService<IMediator>().Send(new ListMyActions());
            Assert.True(mine.Value.Actions.Count > 0, account);
        }
    }
}
