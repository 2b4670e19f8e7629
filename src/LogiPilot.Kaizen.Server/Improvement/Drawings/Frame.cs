namespace LogiPilot.Kaizen.Server.Improvement.Drawings;

/// <summary>The room of a drawing: as wide as the text of an A4 page, at which 13 units are a legible nine points.</summary>
public static class Frame
{
    public const double Width = 720;

    /// <summary>What a page gives to a drawing under its heading.</summary>
    public const double PageHeight = 900;
}
