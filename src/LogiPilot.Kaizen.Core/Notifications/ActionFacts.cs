using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>The facts of an action as notices keep them.</summary>
internal static class ActionFacts
{
    private const int LongestTitle = 80;

    public static Dictionary<string, object?> Of(
        ImprovementAction action, OrganisationPicture organisation, params ReadOnlySpan<(string Name, object? Value)> more)
    {
        var facts = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["actionNumber"] = action.Number,
            ["todo"] = Short(action.What),
            ["assignee"] = organisation.NamePerson(action.OwnerId)?.Name,
            ["dueOn"] = action.DueOn,
            ["newDueOn"] = action.AskedDelay?.NewDueOn,
        };
        foreach (var (name, value) in more)
        {
            facts[name] = value;
        }

        return facts;
    }

    /// <summary>A text that fits in a title.</summary>
    public static string Short(string text) =>
        text.Length <= LongestTitle ? text : string.Concat(text.AsSpan(0, LongestTitle).TrimEnd(), "…");
}
