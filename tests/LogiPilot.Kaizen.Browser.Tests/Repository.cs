namespace LogiPilot.Kaizen.Browser.Tests;

/// <summary>The repository that these tests were built in.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LogiPilot.Kaizen.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("LogiPilot.Kaizen.sln is not above the tests.");
        }

        return folder.FullName;
    }
}
