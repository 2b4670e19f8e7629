using LogiPilot.Kaizen.Core.Improvement.Methods;

namespace LogiPilot.Kaizen.Server.Improvement.Drawings;

/// <summary>The colours of drawings: those of the screens by day, which stay apart in grey too because shape and word say the same.</summary>
internal static class Ink
{
    public const string Text = "#101820";
    public const string Muted = "#47566a";
    public const string Line = "#d5dde7";
    public const string Edge = "#738194";
    public const string Paper = "#ffffff";
    public const string Soft = "#eef2f7";
    public const string Ok = "#135c2b";
    public const string OkTint = "#eaf6ee";
    public const string Low = "#6b4500";
    public const string LowTint = "#fff8e4";
    public const string Stop = "#a8071a";
    public const string Bar = "#47566a";

    public static string Of(CauseVerdict verdict) => verdict switch
    {
        CauseVerdict.Verified => Ok,
        CauseVerdict.Refuted => Muted,
        _ => Low,
    };
}

/// <summary>The shapes that say a state beside its word.</summary>
internal enum Mark
{
    Check,
    Cross,
    Clock,
    Diamond,
}
