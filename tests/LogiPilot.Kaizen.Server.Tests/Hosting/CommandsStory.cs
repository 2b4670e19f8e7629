using System.Diagnostics;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Hosting;

public sealed class CommandsStory
{
    [Fact]
    public async Task A_person_and_a_token_added_beside_a_running_server_sign_in_within_a_second()
    {
        await using var host = await KaizenHost.Start();

        var (code, _, errors) = await Run(host, KaizenHost.Password, "user", "add", "benoit", "--role", "team-leader");
        var (tokenCode, token, _) = await Run(host, "", "token", "add", "erp", "--role", "admin");
        var (twice, _, sentence) = await Run(host, KaizenHost.Password, "user", "add", "BENOIT", "--role", "pilot");
        var (badRole, _, roles) = await Run(host, "", "token", "add", "x", "--role", "boss");
        await Task.Delay(TimeSpan.FromSeconds(1));

        Assert.True(code == 0, errors);
        Assert.Equal(0, tokenCode);
        Assert.Matches("^kzn_[0-9a-f]{64}$", token.TrimEnd('\n'));
        Assert.NotNull(await host.SignIn("benoit"));
        Assert.Equal("PROGRAM", (await host.WithToken(token.Trim()).Query("{ me { kind } }")).GetProperty("me").GetProperty("kind").GetString());
        Assert.Equal(1, twice);
        Assert.Single(Lines(sentence));
        Assert.Equal(1, badRole);
        Assert.Contains("team-leader", roles, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_server_a_restore_and_a_wrong_setting_are_refused_in_one_line()
    {
        await using var host = await KaizenHost.Start();
        var backup = Path.Combine(host.Folder, "copy.db");

        var (backedUp, _, _) = await Run(host, "", "backup", backup);
        var (second, _, held) = await Run(host, "", "serve", "--urls", "http://127.0.0.1:0");
        var (restored, _, refused) = await Run(host, "", "restore", backup);
        var (wrong, _, named) = await Run(host, "", "check", "--Kaizen:SweepSeconds=never");
        var (unknown, _, unknownName) = await Run(host, "", "check", "--Kaizen:SweepSecond=3");
        var (checkedWell, said, _) = await Run(host, "", "check");

        Assert.Equal((0, 1, 1, 1, 1, 0), (backedUp, second, restored, wrong, unknown, checkedWell));
        Assert.StartsWith("A server holds ", held, StringComparison.Ordinal);
        Assert.Contains("holds", refused, StringComparison.Ordinal);
        Assert.Contains("SweepSeconds", named, StringComparison.Ordinal);
        Assert.Contains("SweepSecond", unknownName, StringComparison.Ordinal);
        Assert.StartsWith("OK: ", said, StringComparison.Ordinal);
        Assert.All([held, refused, named, unknownName], e => Assert.Single(Lines(e)));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public async Task What_is_damaged_missing_or_no_address_is_refused_in_one_line_and_left_as_it_is()
    {
        var folder = Directory.CreateTempSubdirectory("kaizen-commands-").FullName;
        var missing = Path.Combine(folder, "missing");
        await File.WriteAllTextAsync(Path.Combine(folder, "kaizen.db"), new string('x', 10_000));

        (int Code, string Output, string Errors)[] refused =
        [
            await Run(folder, "", "check"),
            await Run(folder, "", "serve", "--urls", "http://127.0.0.1:0"),
            await Run(missing, "", "serve", "--urls", "nonsense"),
            await Run(missing, "", "serve", "--urls", "http://127.0.0.1:99999"),
            await Run(missing, "", "backup", Path.Combine(folder, "copy.db")),
        ];
        var (checkedWell, said, _) = await Run(missing, "", "check");

        Assert.All(refused, r => Assert.Equal((1, 1), (r.Code, Lines(r.Errors).Length)));
        Assert.Contains("is damaged", refused[0].Errors, StringComparison.Ordinal);
        Assert.Contains("nonsense is no address", refused[2].Errors, StringComparison.Ordinal);
        Assert.Contains("There is no database in ", refused[4].Errors, StringComparison.Ordinal);
        Assert.Equal((0, "no database yet"), (checkedWell, said.Split(": ")[2].Split(';')[0]));
        Assert.False(Directory.Exists(missing));
        Directory.Delete(folder, recursive: true);
    }

    private static Task<(int Code, string Output, string Errors)> Run(KaizenHost host, string input, params string[] arguments) =>
        Run(host.Folder, input, arguments);

    private static async Task<(int Code, string Output, string Errors)> Run(string folder, string input, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "LogiPilot.Kaizen.Server.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments, "--data", folder])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output, await errors);
    }
}
