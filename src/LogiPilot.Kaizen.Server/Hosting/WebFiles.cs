using Microsoft.Extensions.FileProviders;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>
/// The web, built into the output folder. Files with a hash in their name never change; the page itself is asked for anew each
/// time, so that a screen which reloads gets the present version.
/// </summary>
public static class WebFiles
{
    private static readonly string[] Pages = ["/", "/tv", "/tv/{**rest}", "/desk/{**rest}", "/sign-in", "/set-up", "/p/{**rest}", "/a/{**rest}", "/raise/{**rest}",
        "/notices", "/preferences", "/handover", "/handovers/{**rest}", "/report", "/actions/{**rest}", "/plans/{**rest}", "/evidence/{**rest}"];

    public static void MapWeb(this WebApplication app, StartOptions start)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (!File.Exists(Path.Combine(folder, "index.html")))
        {
            if (start.Serves)
            {
                app.Logger.LogWarning("The web is not in {Folder}: only the API is served.", folder);
            }

            return;
        }

        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache",
        });
        foreach (var page in Pages)
        {
            app.MapMethods(page, ["GET", "HEAD"], (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "no-cache";
                return Results.File(Path.Combine(folder, "index.html"), "text/html; charset=utf-8");
            });
        }
    }
}
