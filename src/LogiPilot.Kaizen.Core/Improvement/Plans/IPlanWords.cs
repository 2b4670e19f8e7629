using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>What the engine itself writes into a plan, in the plant's language.</summary>
public interface IPlanWords
{
    /// <summary>What is to be done when an alert shows that a problem is not contained.</summary>
    string Contain(Language language, string alertNumber);
}
