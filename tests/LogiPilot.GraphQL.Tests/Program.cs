using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using LogiPilot.GraphQL;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

// The tests start their own assembly where they need a process that has built no schema yet. It builds one and says what that took,
// then what the quickest of twenty more took, in ms of the processor: a machine that is busy makes it wait, not work. What other threads
// of a starting application do meanwhile is not counted where the system tells the threads' time apart, as Linux does.
if (args is not ["build-schema", var how, var file]) return 1;
var assembly = Assembly.LoadFrom(file);
Used();
TimeSpan first;
if (how == "served")
{
    // As an application does: it registers the server, and its host is up when the schema is asked for.
    var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None"]);
    builder.Services.AddGraphQL().AddTypes(assembly);
    await using var app = builder.Build();
    await app.StartAsync();
    first = Time(app.Services.GetRequiredService<GraphQLSchema>);
    await app.StopAsync();
}
else
{
    first = Time(Build);
}
var best = TimeSpan.MaxValue;
for (var i = 0; i < 20; i++)
{
    var time = Time(Build);
    best = time < best ? time : best;
}
Console.WriteLine(FormattableString.Invariant($"{first.TotalMilliseconds:F2} {best.TotalMilliseconds:F2}"));
return 0;

GraphQLSchema Build() => GraphQLSchema.Create(new GraphQLOptions().AddTypes(assembly));

static TimeSpan Time(Func<GraphQLSchema> build)
{
    var (before, started) = (Used(), Stopwatch.GetTimestamp());
    if (build().Types.Count < 300) throw new InvalidOperationException("It is no schema of 300 types.");
    var (used, passed) = (Used() - before, Stopwatch.GetElapsedTime(started));
    return used < passed ? used : passed;
}

static TimeSpan Used()
{
    const string ofThisThread = "/proc/thread-self/schedstat";
    return File.Exists(ofThisThread)
        ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText(ofThisThread).Split(' ')[0], CultureInfo.InvariantCulture) / 1000)
        : Environment.CpuUsage.TotalTime;
}
