using LogiPilot.Kaizen.Core.Shared;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Console;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>What the plant's operations see of the server: its log, its health, its measures.</summary>
public static class Operations
{
    /// <summary>JSON lines to standard output, plain lines in development; a command logs to standard error.</summary>
    public static void AddLogs(this WebApplicationBuilder builder, bool toStandardError)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console =>
        {
            console.FormatterName = builder.Environment.IsDevelopment() ? ConsoleFormatterNames.Simple : ConsoleFormatterNames.Json;
            console.LogToStandardErrorThreshold = toStandardError ? LogLevel.Trace : LogLevel.None;
        });
        if (toStandardError)
        {
            // What a command refuses, it says itself, in one line.
            builder.Logging.AddFilter<ConsoleLoggerProvider>("LogiPilot.Kaizen", LogLevel.Warning);
        }

        builder.Services.Configure<SimpleConsoleFormatterOptions>(simple => simple.SingleLine = true);
        builder.Services.Configure<JsonConsoleFormatterOptions>(json =>
        {
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });
    }

    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddSingleton<KaizenMeter>();
        services.AddSingleton<Metrics>();
        services.AddHealthChecks().AddCheck<DatabaseAnswers>("database");
        return services;
    }

    public static void MapOperations(this WebApplication app)
    {
        var metrics = app.Services.GetRequiredService<Metrics>();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).DisableRateLimiting();
        app.MapHealthChecks("/health/ready").DisableRateLimiting();
        app.MapGet("/metrics", () => Results.Text(metrics.Write(), Metrics.ContentType)).DisableRateLimiting();
    }

    private sealed class DatabaseAnswers(IChangeLogReader changes) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await changes.LastSequence(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }
}
