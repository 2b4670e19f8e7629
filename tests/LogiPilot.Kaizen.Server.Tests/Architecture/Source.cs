namespace LogiPilot.Kaizen.Server.Tests.Architecture;

/// <summary>A source file of the repository, by its path from the root.</summary>
public sealed record SourceFile(string Path, string Text)
{
    public string[] Lines => Text.Split('\n');

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);
}

/// <summary>The repository that the tests were built from.</summary>
public static class Source
{
    private static readonly string[] NotOurs = ["/bin/", "/obj/", "/node_modules/", "/dist/"];

    public static string Root { get; } = FindRoot();

    /// <summary>The files of a folder with one of the extensions, what tools made apart.</summary>
    public static IReadOnlyList<SourceFile> Files(string folder, params string[] extensions) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(path => (Full: path, Relative: "/" + Path.GetRelativePath(Root, path).Replace('\\', '/')))
            .Where(file => extensions.Contains(Path.GetExtension(file.Full), StringComparer.Ordinal))
            .Where(file => !NotOurs.Any(part => file.Relative.Contains(part, StringComparison.Ordinal)))
            .Select(file => new SourceFile(file.Relative[1..], File.ReadAllText(file.Full))),
    ];

    /// <summary>Fails with all that was found.</summary>
    public static void None<T>(IEnumerable<T> wrong)
    {
        var found = wrong.Select(w => $"{w}").ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "LogiPilot.Kaizen.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}
