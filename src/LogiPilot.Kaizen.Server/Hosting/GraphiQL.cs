namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>What a browser gets at <c>GET /graphql</c> outside production: GraphiQL where the web build ships it, else where to look.</summary>
public static class GraphiQL
{
    /// <summary>The page as the web build names it. It is served at <c>/graphql</c> alone, to those signed in.</summary>
    public const string File = "/graphiql.html";

    private const string Page = """
        <!doctype html><html lang="zxx"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>GraphQL</title>
        <h1>GraphQL</h1><p><code>POST /graphql</code></p><p><a href="/graphql?sdl">/graphql?sdl</a></p></html>
        """;

    public static Task Serve(HttpContext context)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "wwwroot", File[1..]);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        return System.IO.File.Exists(file) ? context.Response.SendFileAsync(file) : context.Response.WriteAsync(Page);
    }

    /// <summary>Whether somebody who is not signed in opens the page in a browser: who is then led to sign in, and back.</summary>
    public static bool IsOpenedBy(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.Request.Path == "/graphql" && context.Request.QueryString == QueryString.Empty
        && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
        && !context.RequestServices.GetRequiredService<IWebHostEnvironment>().IsProduction();
}
