namespace LogiPilot.Kaizen.Store.Tests.Kill;

/// <summary>The process that is killed: this assembly, started by itself.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is not [WriteUntilKilled.Command, var folder])
        {
            await Console.Error.WriteLineAsync("Run these tests with dotnet test.");
            return 1;
        }

        await WriteUntilKilled.Run(folder);
        return 0;
    }
}
