using LogiPilot.Kaizen.Server.Tests.Host;
using LogiPilot.Kaizen.Server.Tests.Improvement.Worked;
using Microsoft.Playwright;

namespace LogiPilot.Kaizen.Browser.Tests;

/// <summary>The worked 8D once more: every sentence is written and every step signed in its page, by whom the story says.</summary>
[Collection(Browsing.Name)]
public sealed class EightDByHandTests(Chromium chromium)
{
    [Fact]
    public async Task An_8D_is_filled_in_and_signed_in_the_browser_from_D0_to_its_close()
    {
        await using var hand = new Hand(chromium);
        var worked = new EightDCase(hand);
        await using var plant = await worked.Open();
        hand.Host = plant.Host;
        var plan = await worked.Run(plant);
        var closed = await plan.Ask(WorkedPlan.Reader, "state steps { state }");
        Assert.Equal("CLOSED", closed.GetProperty("state").GetString());
        Assert.All(closed.GetProperty("steps").EnumerateArray(), s => Assert.Equal("SIGNED", s.GetProperty("state").GetString()));
        Assert.Equal(["D0", "D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8"], hand.Signed);
        Assert.Equal(["D0", "D1", "D2", "D3", "D4", "D5", "D6", "D8"], hand.Written.Distinct());
    }

    private sealed class Hand(Chromium chromium) : IHand, IAsyncDisposable
    {
        private readonly Dictionary<string, Visit> _visits = new(StringComparer.Ordinal);

        public KaizenHost? Host { get; set; }

        public List<string> Written { get; } = [];

        public List<string> Signed { get; } = [];

        public async Task Write(Guid planId, string by, string step, string field, string text)
        {
            var page = await Open(by, $"/desk/improvement/plans/{planId}?step={step}&field={field}");
            await page.RunAndWaitForResponseAsync(
                async () =>
                {
                    await page.Locator($"#field-{field}").Locator("textarea, input").First.FillAsync(text);
                    await page.Keyboard.PressAsync("Tab");
                },
                answer => answer.Request.PostData?.Contains("mutation SaveStep", StringComparison.Ordinal) == true);
            Written.Add(step);
        }

        public async Task Sign(Guid planId, string by, string step)
        {
            var page = await Open(by, $"/desk/improvement/plans/{planId}?step={step}");
            var button = page.GetByRole(AriaRole.Button, new() { Name = $"Signer {step}" });
            await page.RunAndWaitForResponseAsync(
                () => button.ClickAsync(), answer => answer.Request.PostData?.Contains("mutation SignStep", StringComparison.Ordinal) == true);
            Signed.Add(step);
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var visit in _visits.Values)
            {
                await visit.DisposeAsync();
            }
        }

        /// <summary>Days pass between two visits: whoever comes signs in anew.</summary>
        private async Task<IPage> Open(string by, string address)
        {
            if (!_visits.TryGetValue(by, out var visit))
            {
                visit = _visits[by] = await Visit.Anonymous(chromium, Host!, Screen.Desk);
            }

            await visit.SignIn(by, KaizenHost.Password);
            await visit.Page.GotoAsync(address);
            return visit.Page;
        }
    }
}
