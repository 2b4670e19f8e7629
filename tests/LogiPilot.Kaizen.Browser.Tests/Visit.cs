using LogiPilot.Kaizen.Server.Tests.Host;
using Microsoft.Playwright;

namespace LogiPilot.Kaizen.Browser.Tests;

/// <summary>Somebody's browser on a screen of one size; remembers what its console complained of.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly List<string> _complaints = [];

    private const string CountAnswers = """
        window.awaited = 0;
        const send = window.fetch;
        window.fetch = async (...request) => {
          window.awaited++;
          try { return await send(...request); } finally { window.awaited--; }
        };
        """;

    private const string Quiet = """
        () => new Promise((done) => {
          let since = performance.now();
          const look = () => {
            if (window.awaited > 0 || document.getElementById('root').childElementCount === 0) since = performance.now();
            if (performance.now() - since > 150) document.fonts.ready.then(() => requestAnimationFrame(() => done()));
            else setTimeout(look, 25);
          };
          look();
        })
        """;

    private Visit(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Add($"console: {message.Text}");
            }
        };
        page.PageError += (_, error) => _complaints.Add($"error: {error}");
    }

    public IPage Page { get; }

    public static async Task<Visit> Anonymous(Chromium chromium, KaizenHost host, Screen screen, string language = "fr")
    {
        var visit = new Visit(await chromium.Open(host.Address, screen, language));
        await visit.Page.AddInitScriptAsync(CountAnswers);
        return visit;
    }

    public static async Task<Visit> As(
        string userName, Chromium chromium, KaizenHost host, Screen screen, string path, string password = KaizenHost.Password)
    {
        var visit = await Anonymous(chromium, host, screen);
        await visit.SignIn(userName, password);
        await visit.Page.GotoAsync(path);
        return visit;
    }

    public async Task SignIn(string userName, string password)
    {
        var answer = await Page.APIRequest.PostAsync("/auth/sign-in", new() { DataObject = new { userName, password } });
        Assert.True(answer.Ok, await answer.TextAsync());
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name });

    public Task See(string text, float seconds = 15) =>
        Assertions.Expect(Page.GetByText(text).First).ToBeVisibleAsync(new() { Timeout = seconds * 1000 });

    /// <summary>Waits until the page shows something and asks for nothing more.</summary>
    public Task Settle() => Page.EvaluateAsync(Quiet);

    /// <summary>What the console said since the last time.</summary>
    public IReadOnlyList<string> Complaints()
    {
        string[] said = [.. _complaints];
        _complaints.Clear();
        return said;
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
