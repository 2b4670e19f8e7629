using System.Diagnostics;
using LogiPilot.Tests;
using Microsoft.Playwright;

namespace LogiPilot.Kaizen.Browser.Tests;

/// <summary>
/// The real Chromium: found where it is installed, else installed from the distribution's packages when the tests run as root,
/// else a failure that says what to type.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        var path = Find() ?? await Install();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A fresh browser of one person: its own cookies, size and language.</summary>
    public async Task<IPage> Open(Uri server, Screen screen, string language = "fr")
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = server.ToString(),
            ViewportSize = new ViewportSize { Width = screen.Width, Height = screen.Height },
            HasTouch = screen == Screen.Phone,
            IsMobile = screen == Screen.Phone,
            Locale = language == "fr" ? "fr-FR" : "en-GB",
            TimezoneId = "Europe/Paris",
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    private static async Task<string> Install()
    {
        using var held = await MachineLock.Take();
        if (Find() is { } meanwhile)
        {
            return meanwhile;
        }

        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !File.Exists("/usr/bin/apt-get"))
        {
            throw new InvalidOperationException("Chromium is missing. Type: sudo apt-get install --yes chromium");
        }

        await Run("apt-get", "update", "--quiet");
        await Run("apt-get", "install", "--yes", "--quiet", "chromium");
        return Find() ?? throw new InvalidOperationException("Chromium was installed but is not on the PATH.");
    }

    private static async Task Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed: {await output}{await errors}");
        }
    }
}

/// <summary>The three sizes that the product is made for.</summary>
public sealed record Screen(string Name, int Width, int Height)
{
    public static readonly Screen Television = new("tv", 1920, 1080);
    public static readonly Screen Phone = new("phone", 390, 844);
    public static readonly Screen Desk = new("desk", 1440, 900);

    public static Screen Named(string name) => new[] { Television, Phone, Desk }.Single(screen => screen.Name == name);
}
