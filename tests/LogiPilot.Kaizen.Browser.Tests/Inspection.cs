using System.Reflection;
using System.Text.Json;

namespace LogiPilot.Kaizen.Browser.Tests;

/// <summary>Looks at a page as a critical reader would: layout, words, sizes, console, and the rules of WCAG 2.2 AA by axe-core,
/// with AAA's contrast for the words of a status.</summary>
public static class Inspection
{
    private const string RunAxe = """
        async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] }))
          .violations.concat(document.querySelector('.word, .nobody') === null ? [] : (await axe.run(
            { include: ['.word', '.nobody'] }, { runOnly: { type: 'rule', values: ['color-contrast-enhanced'] }, resultTypes: ['violations'] })).violations)
          .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' … ')}`)
        """;

    private static readonly string Look = Read();
    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Path.Combine(Repository.Root, "web", "node_modules", "axe-core", "axe.min.js")));

    /// <summary>What is wrong with the page, each with where it was seen.</summary>
    public static async Task<IReadOnlyList<string>> Faults(Visit visit, string where)
    {
        var faults = (await visit.Page.EvaluateAsync<JsonElement>(Look)).EnumerateArray().Select(fault => fault.GetString()!).ToList();
        await visit.Page.EvaluateAsync(Axe.Value);
        faults.AddRange((await visit.Page.EvaluateAsync<JsonElement>(RunAxe)).EnumerateArray().Select(fault => fault.GetString()!));
        faults.AddRange(visit.Complaints());
        return [.. faults.Select(fault => $"{where}: {fault}")];
    }

    private static string Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("inspect-page.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
