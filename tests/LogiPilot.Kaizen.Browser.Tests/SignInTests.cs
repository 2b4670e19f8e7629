using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LogiPilot.Kaizen.Browser.Tests;

[Collection(Browsing.Name)]
public sealed partial class SignInTests(Chromium chromium, DemoPlant demo)
{
    [Fact]
    public async Task A_wrong_password_is_said_and_a_demo_card_signs_in()
    {
        await using var visit = await Visit.Anonymous(chromium, demo.Host, Screen.Desk);
        await visit.Page.GotoAsync("/desk/history");
        await visit.Page.GetByLabel("Nom d’utilisateur").FillAsync("chef");
        await visit.Page.GetByLabel("Mot de passe").FillAsync("une phrase fausse");
        await visit.Button("Se connecter").ClickAsync();
        await visit.See("Nom d’utilisateur ou mot de passe incorrect.");

        await visit.Page.GetByText("Claire Vidal").ClickAsync();
        await visit.Page.WaitForURLAsync("**/desk/history");
        await visit.See("Historique des alertes");
    }

    /// <summary>A mail leads straight to it, and a page may be loaded again.</summary>
    [Fact]
    public async Task Every_address_of_the_phone_opens_by_itself()
    {
        var routes = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "web", "src", "app", "phone", "routes.tsx"));
        using var http = new HttpClient { BaseAddress = demo.Host.Address };
        var addresses = Route().Matches(routes).Select(m => "/" + m.Groups["path"].Value.TrimStart('/').Replace(":", "", StringComparison.Ordinal)).ToList();
        var closed = new List<string>();
        foreach (var address in addresses)
        {
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                closed.Add($"{address} {answer.StatusCode}");
            }
        }

        Assert.True(addresses.Count > 10, string.Join(' ', addresses));
        Assert.Empty(closed);
    }

    [Fact]
    public async Task The_language_changes_for_good_and_sign_out_ends_the_session()
    {
        await using var visit = await Visit.As("cariste", chromium, demo.Host, Screen.Phone, "/", DemoPlant.Password);
        await visit.Button("Menu").TapAsync();
        await visit.Button("English").TapAsync();
        await visit.See("What is asked of me");
        await visit.Page.ReloadAsync();
        await visit.See("What is asked of me");

        await visit.Button("Menu").TapAsync();
        await visit.Button("Sign out").TapAsync();
        await visit.Page.WaitForURLAsync("**/sign-in");
        await visit.Page.GotoAsync("/desk");
        await visit.Page.WaitForURLAsync("**/sign-in?next=*");
    }

    [Fact]
    public async Task A_dialog_keeps_the_focus_and_gives_it_back()
    {
        await using var visit = await Visit.As("chef", chromium, demo.Host, Screen.Desk, "/desk/history", DemoPlant.Password);
        await visit.Page.Locator("tbody a").First.ClickAsync();
        var comment = visit.Button("Commenter");
        await comment.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.GetByLabel("Commentaire")).ToBeFocusedAsync();
        for (var tab = 0; tab < 6; tab++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            Assert.True(await visit.Page.EvaluateAsync<bool>("document.activeElement === document.body || !!document.activeElement.closest('dialog')"));
        }

        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(comment).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.WaitForURLAsync("**/desk/alerts");
    }

    [GeneratedRegex("path: '(?<path>[^'*]+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Route();
}
