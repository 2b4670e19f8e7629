namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

/// <summary>What a conflict says was changed meanwhile.</summary>
internal static class Changed
{
    public static readonly string[] Value = ["value"];
    public static readonly string[] Proposal = ["proposal"];
    public static readonly string[] Decision = ["decision"];
    public static readonly string[] PerHour = ["perHour"];
}
