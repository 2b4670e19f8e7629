using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Indicators;
using LogiPilot.Kaizen.Core.Improvement.Methods;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>
/// A plan with all that a gate may look at, as it stands at one instant; pure from then on. <see cref="Values"/> are the present
/// values of the present cycle, by <see cref="FieldVersion.Key"/>.
/// </summary>
public sealed record PlanPicture(
    ActionPlan Plan, IReadOnlyDictionary<string, FieldVersion> Values, IReadOnlyList<ImprovementAction> Actions,
    IReadOnlyList<Indicator> Indicators, IReadOnlyList<Meeting> Meetings, IReadOnlyList<Communication> Communications, PlanFacts Facts);
