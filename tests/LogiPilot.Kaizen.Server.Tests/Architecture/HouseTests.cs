using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LogiPilot.Kaizen.Server.Tests.Architecture;

/// <summary>Which way things point, what they are called, how large they are.</summary>
public sealed partial class HouseTests
{
    private static readonly string[] Rooms =
        ["Shared", "Organisation", "Supply", "Warehouse", "Alerts", "Improvement", "Notifications", "Reporting"];

    private static readonly string[] BannedWords = ["Helper", "Helpers", "Util", "Utils", "Common", "Base", "Dto", "Info", "Manager", "Service"];

    /// <summary>The trade's and the specifications' own words.</summary>
    private static readonly string[] AllowedNames = ["SupportService", "PageInfo", "ConnectionPageInfo", "JournalPageInfo", "ServiceAttribute"];

    private static readonly Dictionary<string, string[]> ProjectReferences = new(StringComparer.Ordinal)
    {
        ["LogiPilot.GraphQL"] = [],
        ["LogiPilot.Kaizen.Core"] = [],
        ["LogiPilot.Kaizen.Store"] = ["LogiPilot.Kaizen.Core"],
        ["LogiPilot.Kaizen.Server"] = ["LogiPilot.GraphQL", "LogiPilot.Kaizen.Store"],
    };

    [Fact]
    public void Projects_point_from_the_server_over_the_store_to_the_core()
    {
        var found = Source.Files("src", ".csproj").ToDictionary(
            p => p.Name,
            p => References(p, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/'))).Order(StringComparer.Ordinal).ToArray(),
            StringComparer.Ordinal);

        Assert.Equal(ProjectReferences.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.All(found, p => Assert.Equal(ProjectReferences[p.Key], p.Value));
    }

    [Fact]
    public void The_core_needs_nothing_but_the_mediator()
    {
        var core = Source.Files("src/LogiPilot.Kaizen.Core", ".csproj").Single();

        Assert.Equal(["MediatR"], References(core, "PackageReference"));
        Source.None(References(core, "FrameworkReference"));
        Source.None(Source.Files("src/LogiPilot.Kaizen.Core", ".cs").Where(f => ForeignToCore().IsMatch(f.Text)).Select(f => f.Path));
    }

    [Fact]
    public void A_room_names_only_itself_and_the_rooms_to_its_left()
    {
        var wrong =
            from project in (string[])["Core", "Store", "Server"]
            from file in Source.Files($"src/LogiPilot.Kaizen.{project}", ".cs")
            let room = Array.IndexOf(Rooms, file.Path.Split('/')[2])
            where room >= 0
            from named in RoomNamed().Matches(file.Text).Select(m => m.Groups["room"].Value)
            where Array.IndexOf(Rooms, named) > room
            select $"{file.Path} names {named}";

        Source.None(wrong);
    }

    [Fact]
    public void A_file_has_the_namespace_of_its_folder()
    {
        var wrong =
            from file in Source.Files("src", ".cs")
            let folder = Path.GetDirectoryName(file.Path)!.Replace('\\', '/')["src/".Length..].Replace('/', '.')
            let said = Namespace().Match(file.Text).Groups["name"].Value
            where file.Path.StartsWith("src/LogiPilot.Kaizen.", StringComparison.Ordinal) && said != folder && said.Length > 0
            select $"{file.Path} says {said}";

        Source.None(wrong);
    }

    [Fact]
    public void No_file_has_more_than_350_lines()
    {
        string[] generated = ["graphql-env.d.ts"];
        var files = Source.Files("src", ".cs").Concat(Source.Files("tests", ".cs")).Concat(Source.Files("web/src", ".ts", ".tsx", ".css"));

        Source.None(files.Where(f => f.Lines.Length > 350 && !generated.Contains(Path.GetFileName(f.Path), StringComparer.Ordinal)).Select(f => f.Path));
    }

    [Fact]
    public void Nothing_is_called_by_a_name_that_says_nothing()
    {
        var declared = Source.Files("src", ".cs").SelectMany(f => Declared().Matches(f.Text).Select(m => m.Groups["name"].Value).Append(f.Name.Split('.')[0]));

        Source.None(declared.Distinct(StringComparer.Ordinal)
            .Where(name => !AllowedNames.Contains(name, StringComparer.Ordinal))
            .Where(name => Words().Matches(name).Any(word => BannedWords.Contains(word.Value, StringComparer.Ordinal))));
    }

    [Fact]
    public void Nothing_is_left_open_or_hidden()
    {
        var wrong =
            from file in Source.Files("src", ".cs").Concat(Source.Files("tests", ".cs"))
            where !file.Path.EndsWith("/HouseTests.cs", StringComparison.Ordinal)
            from mark in (string[])["TODO", "FIXME", "#region", "NotImplementedException", "Skip = \"", "global using LogiPilot"]
            where file.Text.Contains(mark, StringComparison.Ordinal)
            select $"{file.Path}: {mark}";

        Source.None(wrong);
    }

    [Fact]
    public void A_port_shows_no_query_of_a_database()
    {
        Source.None(Source.Files("src/LogiPilot.Kaizen.Core", ".cs").Where(f => f.Text.Contains("IQueryable", StringComparison.Ordinal)).Select(f => f.Path));
    }

    [Fact]
    public void Only_a_mapping_names_the_columns_of_another_systems_extract()
    {
        var mappings = Source.Files("src/LogiPilot.Kaizen.Server/Supply/Import/mappings", ".json");
        var foreign = mappings.SelectMany(m => ForeignColumn().Matches(m.Text).Select(c => c.Groups["name"].Value)).Distinct(StringComparer.Ordinal).ToList();
        var wrong =
            from file in Source.Files("src", ".cs", ".sql")
            from column in foreign
            where Regex.IsMatch(file.Text, $@"\b{Regex.Escape(column)}\b", RegexOptions.None, TimeSpan.FromSeconds(1))
            select $"{file.Path} names {column}";

        Assert.True(foreign.Count > 10, "The shipped mapping names columns.");
        Source.None(wrong);
    }

    private static string[] References(SourceFile project, string kind) =>
        [.. XDocument.Parse(project.Text).Descendants(kind).Select(r => r.Attribute("Include")!.Value)];

    [GeneratedRegex(@"using (Microsoft\.(AspNetCore|EntityFrameworkCore|Data|Extensions)|Quartz)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ForeignToCore();

    [GeneratedRegex(@"LogiPilot\.Kaizen\.(Core|Store|Server)\.(?<room>[A-Z][a-z]+)\b(?!\w)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RoomNamed();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\b(class|record|struct|interface|enum)\s+(struct\s+|class\s+)?(?<name>[A-Z]\w*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declared();

    [GeneratedRegex(@"[A-Z][a-z0-9]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"""(?<name>[A-Z][a-z]\w*(ID|Flag|Qty|Number|Date)|[A-Z]\w*\.csv)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ForeignColumn();
}
