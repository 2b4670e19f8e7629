using Microsoft.Playwright;

namespace LogiPilot.Kaizen.Browser.Tests;

[Collection(Browsing.Name)]
public sealed class GraphiQLTests(Chromium chromium, DemoPlant demo)
{
    [Fact]
    public async Task GraphiQL_asks_explains_and_remembers_without_any_other_host()
    {
        await using var visit = await Visit.Anonymous(chromium, demo.Host, Screen.Desk);
        var page = visit.Page;
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);

        await page.GotoAsync("/graphql");
        await page.WaitForURLAsync("**/sign-in?next=%2Fgraphql");
        await page.GetByText("Claire Vidal").ClickAsync();
        await page.WaitForURLAsync("**/graphql");
        await Run(visit, "Lines", "query Lines { lines { code name } }");
        await Answered(visit, "Assemblage");

        await visit.Button("Show Documentation Explorer").ClickAsync();
        await page.Locator(".graphiql-doc-explorer-search").ClickAsync();
        await page.GetByRole(AriaRole.Combobox).FillAsync("AlertConn");
        await page.GetByRole(AriaRole.Option, new() { Name = "AlertConnection", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".graphiql-doc-explorer-title")).ToHaveTextAsync("AlertConnection");
        await Assertions.Expect(page.Locator(".graphiql-doc-explorer-content")).ToContainTextAsync("pageInfo: PageInfo!");

        await Run(visit, "Who", "query Who { me { userName } }");
        await Answered(visit, "\"chef\"");
        await visit.Button("Show History").ClickAsync();
        await page.Locator(".graphiql-history-item-label", new() { HasText = "Lines" }).ClickAsync();
        await Assertions.Expect(page.Locator(".graphiql-query-editor")).ToContainTextAsync("query Lines");

        Assert.Equal([demo.Host.Address.Authority], asked.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)).Select(url => new Uri(url).Authority).Distinct());
        Assert.Empty(visit.Complaints());
        // What is served at /graphql to those who may, outside production, is no file that anybody gets.
        Assert.Equal(404, (await page.APIRequest.GetAsync("/graphiql.html")).Status);
    }

    [Fact]
    public async Task On_a_phone_the_answer_stands_below_the_query_and_a_panel_in_their_place()
    {
        await using var visit = await Visit.Anonymous(chromium, demo.Host, Screen.Phone);
        var page = visit.Page;
        await page.GotoAsync("/sign-in?next=%2Fgraphql");
        await page.GetByText("Claire Vidal").ClickAsync();
        await page.WaitForURLAsync("**/graphql");
        // Before both editors are there the button does nothing.
        await Assertions.Expect(page.Locator(".graphiql-query-editor .CodeMirror")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".result-window .CodeMirror")).ToBeVisibleAsync();
        await visit.Button("Execute query").ClickAsync();
        await Answered(visit, "Assemblage");
        var query = (await page.Locator(".graphiql-editors").BoundingBoxAsync())!;
        var answer = (await page.Locator(".graphiql-response").BoundingBoxAsync())!;
        Assert.True(answer.Y >= query.Y + query.Height && query.Width > 280 && answer.Width > 280 && answer.Y + answer.Height <= Screen.Phone.Height);

        await visit.Button("Show Documentation Explorer").ClickAsync();
        var panel = (await page.Locator(".graphiql-plugin").BoundingBoxAsync())!;
        Assert.True(panel.X + panel.Width >= Screen.Phone.Width - 1 && panel.Width > 280);
        await visit.Button("Hide Documentation Explorer").ClickAsync();
        await Assertions.Expect(page.Locator(".graphiql-editors")).ToBeInViewportAsync();
    }

    private static async Task Run(Visit visit, string name, string query)
    {
        await visit.Page.Locator(".graphiql-query-editor .CodeMirror").ClickAsync();
        await visit.Page.Keyboard.PressAsync("Control+A");
        await visit.Page.Keyboard.InsertTextAsync(query);
        // The tab takes the operation's name when the text has been read; only then is that operation run.
        await Assertions.Expect(visit.Page.Locator(".graphiql-tab-button")).ToHaveTextAsync(name);
        await visit.Page.Keyboard.PressAsync("Control+Enter");
    }

    private static Task Answered(Visit visit, string text) =>
        Assertions.Expect(visit.Page.Locator(".result-window")).ToContainTextAsync(text);
}
