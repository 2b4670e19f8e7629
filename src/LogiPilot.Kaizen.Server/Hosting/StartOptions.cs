namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>What a command starts from: what the command line says, and what of it belongs to the configuration.</summary>
/// <param name="Serves">The server itself; the other commands log to standard error.</param>
public sealed record StartOptions(bool Serves, string? Data, string? Urls, bool? Demo, IReadOnlyList<string> Configuration)
{
    /// <summary>The clock everything runs on; a test gives one that it moves.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    private const string DefaultUrls = "http://localhost:5080";

    // Not by launch settings: dotnet run announces those on standard output, where a command's answer stands alone.
#if DEBUG
    private const string DefaultEnvironment = "Development";
#else
    private const string DefaultEnvironment = "Production";
#endif

    /// <summary>
    /// A debug build is development unless the environment says otherwise. Settings come from appsettings.json beside the program,
    /// then the environment, then the arguments. The present folder counts only for the paths that the caller gives.
    /// </summary>
    /// <exception cref="CommandRefusedException">An address is none.</exception>
    public WebApplicationBuilder CreateBuilder()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            Args = [.. Configuration],
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
                ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? DefaultEnvironment,
        });
        var byDefault = (Serves && builder.Environment.IsDevelopment()).ToString();
        var given = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Kaizen:Demo"] = Demo?.ToString() ?? builder.Configuration["Kaizen:Demo"] ?? byDefault,
        };
        if (Data is not null)
        {
            given["Kaizen:Data"] = Data;
        }

        builder.Configuration.AddInMemoryCollection(given);
        var urls = (Urls ?? builder.Configuration["urls"] ?? DefaultUrls).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (Serves && urls.FirstOrDefault(u => !IsAddress(u)) is { } wrong)
        {
            throw new CommandRefusedException($"{wrong} is no address to listen on: give --urls one such as {DefaultUrls}.");
        }

        builder.WebHost.UseUrls(urls);
        return builder;
    }

    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url).Port is >= 0 and <= ushort.MaxValue;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
