using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>A text of a method's file, which brings both languages itself.</summary>
public sealed record Bilingual(string Fr, string En)
{
    public string In(Language language) => language == Language.En ? En : Fr;
}
