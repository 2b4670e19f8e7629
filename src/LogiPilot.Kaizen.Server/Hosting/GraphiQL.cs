namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>What a browser gets at <c>GET /graphql</c> outside production: GraphiQL where the web build ships it, else where to look.</summary>
public static class GraphiQL
{
    private const string Page = """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>GraphQL</title>
        <h1>GraphQL</h1><p>Send requests with <code>POST /graphql</code>. The schema: <a href="/graphql?sdl">/graphql?sdl</a>.</p></html>
        """;

    public static Task Serve(HttpContext context)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "wwwroot", "graphiql.html");
        context.Response.ContentType = "text/html; charset=utf-8";
        return File.Exists(file) ? context.Response.SendFileAsync(file) : context.Response.WriteAsync(Page);
    }
}
