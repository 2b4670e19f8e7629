using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Improvement.Plans;

/// <inheritdoc cref="IPlanWords"/>
public sealed class PlanWords(Texts texts) : IPlanWords
{
    public string Contain(Language language, string alertNumber) => texts.Of(language, "plans.recurrence.contain", ("number", alertNumber));
}
