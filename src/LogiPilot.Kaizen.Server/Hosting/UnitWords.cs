using System.Collections.Frozen;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>
/// A unit as it follows a number. Whoever defines an indicator writes its unit once, in the plural (<c>ruptures par semaine</c>); after a number
/// that takes the singular, below two in French and one in English, what is counted loses its mark of the plural: <c>1 rupture par semaine</c>.
/// </summary>
internal static class UnitWords
{
    /// <summary>Shorter ones are abbreviations: min, pcs.</summary>
    private const int Shortest = 4;

    private static readonly FrozenSet<string> Unchanging = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "accès", "avis", "châssis", "colis", "corps", "devis", "fois", "mois", "poids", "refus", "relais", "repas", "temps");

    /// <summary>What follows one of these is not what is counted.</summary>
    private static readonly FrozenSet<string> Ends = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "à", "au", "by", "dans", "de", "des", "du", "en", "for", "in", "of", "on", "par", "per", "pour", "sous", "sur", "to", "un", "une", "without", "sans");

    public static string After(decimal number, string unit, Language language)
    {
        if (language == Language.Fr ? Math.Abs(number) >= 2 : Math.Abs(number) != 1)
        {
            return unit;
        }

        var words = unit.Split(' ');
        for (var i = 0; i < words.Length && !Ends.Contains(words[i]) && !IsElided(words[i]); i++)
        {
            words[i] = Singular(words[i], language);
        }

        return string.Join(' ', words);
    }

    private static bool IsElided(string word) => word.Length > 1 && word[1] is '’' or '\'';

    private static string Singular(string word, Language language) =>
        word.Length < Shortest || !word.All(c => char.IsLower(c) || c == '-') || Unchanging.Contains(word) || IsKept(word, language) ? word
        : word[^1] == 's' || (language == Language.Fr && word.EndsWith("eaux", StringComparison.Ordinal)) ? word[..^1]
        : word;

    /// <summary>Endings that are no plural, or whose plural English makes by more than an s.</summary>
    private static bool IsKept(string word, Language language)
    {
        string[] endings = language == Language.En ? ["ss", "us", "is", "ies", "ches", "shes", "xes", "zes"] : ["ss"];
        return endings.Any(e => word.EndsWith(e, StringComparison.Ordinal));
    }
}
