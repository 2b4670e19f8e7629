using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

/// <summary>A worked example of a method: a plant, and a plan that its people bring from the first alert to its close.</summary>
public interface IWorkedCase
{
    /// <summary>The plant as it is before anything happened.</summary>
    Task<StoryPlant> Open();

    /// <summary>Everything that happens, each order given by its person through the API; the plan is closed in the end.</summary>
    Task<WorkedPlan> Run(StoryPlant plant);
}
