using System.Globalization;
using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Plans;

namespace LogiPilot.Kaizen.Core.Tests.Improvement.Actions;

/// <summary>Actions in memory, all of them alone.</summary>
internal sealed class InMemoryActions : IActionStore, IPlansOfActions
{
    public List<ImprovementAction> All { get; } = [];

    public Task<ImprovementAction?> Find(Guid id, CancellationToken cancellationToken) => Task.FromResult(All.Find(a => a.Id == id));

    Task<PlanOfAction?> IPlansOfActions.Find(Guid planId, CancellationToken cancellationToken) => Task.FromResult<PlanOfAction?>(null);

    Task<PlanOfAction?> IPlansOfActions.OfMeeting(Guid meetingId, CancellationToken cancellationToken) => Task.FromResult<PlanOfAction?>(null);

    public Task<IReadOnlyList<ImprovementAction>> OfPlan(Guid planId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ImprovementAction>>(All.FindAll(a => a.PlanId == planId));

    public Task<IReadOnlyList<ImprovementAction>> AloneOn(Guid plantId, PlanKey key, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ImprovementAction>>(All.FindAll(a =>
            a.PlantId == plantId && a.StandsAlone && a.Key == key && a.CreatedAt >= since && a.State != ActionState.Cancelled));

    public Task<string> NextNumber(Guid plantId, CancellationToken cancellationToken) =>
        Task.FromResult(string.Create(CultureInfo.InvariantCulture, $"A-{All.Count(a => a.PlantId == plantId) + 1:D4}"));

    public void Add(ImprovementAction action) => All.Add(action);

    public void Save(ImprovementAction action)
    {
    }
}
