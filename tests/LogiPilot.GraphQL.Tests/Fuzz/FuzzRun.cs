using System.Diagnostics;
using System.Text.Json;
using LogiPilot.GraphQL.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LogiPilot.GraphQL.Tests.Fuzz;

/// <summary>Executes seeded random documents against the sample library and reports what broke or took long.</summary>
public static class FuzzRun
{
    public static readonly TimeSpan MostTime = TimeSpan.FromMilliseconds(100);
    private const int MostFailures = 20;

    /// <param name="seed">Decides every document; the same seed runs the same.</param>
    /// <param name="count">How many documents.</param>
    public static async Task<FuzzFindings> Run(int seed, int count)
    {
        var library = new Library();
        var thrown = new ThrownErrors();
        await using var services = Services(library, thrown);
        var executor = services.GetRequiredService<GraphQLExecutor>();
        var findings = new FuzzFindings();
        for (var i = 0; i < count && findings.Failures.Count < MostFailures; i++)
        {
            var (kind, document, variables) = Case(executor.Schema, seed, i);
            try
            {
                var (time, code) = await Execute(executor, document, variables, parseAnswer: i % 10 == 0);
                for (var again = 0; again < 3 && time > MostTime; again++)
                {
                    var (shorter, _) = await Execute(executor, document, variables, parseAnswer: false);
                    time = shorter < time ? shorter : time;
                }
                findings.Add(kind, code, time, document);
                if (thrown.Take() is { } bug) findings.Failures.Add($"document {i}, seed {seed}: {bug}\n{document}\n{variables}");
            }
            catch (Exception bug) when (bug is not OutOfMemoryException)
            {
                findings.Failures.Add($"document {i}, seed {seed}: {bug}\n{document}\n{variables}");
            }
            Forget(library);
        }
        return findings;
    }

    private static (string Kind, string Document, string Variables) Case(GraphQLSchema schema, int seed, int index)
    {
        var random = new Random((seed * 1_000_003) ^ index);
        var faults = random.Next(3) switch { 0 => 0.02, _ => 0 };
        var generator = new DocumentGenerator(schema, random, faults);
        var document = generator.Document();
        var variables = ScalarValues.Variables(generator.Variables, random, random.Next(3) == 0 ? 0.1 : 0);
        return random.Next(10) switch
        {
            < 5 => (faults > 0 ? "generated with faults" : "generated", document, variables),
            < 8 => ("tokens damaged", DocumentNoise.OfTokens(document, random), variables),
            _ => ("characters damaged", DocumentNoise.OfCharacters(document, random), variables),
        };
    }

    private static async Task<(TimeSpan Time, string Code)> Execute(GraphQLExecutor executor, string document, string variables, bool parseAnswer)
    {
        using var json = JsonDocument.Parse(variables);
        var name = document.Contains(" O0", StringComparison.Ordinal) ? "O0" : null;
        var started = Stopwatch.GetTimestamp();
        await using var result = await executor.ExecuteAsync(new() { Query = document, Variables = json.RootElement, OperationName = name });
        var answer = result.ToJson();
        var time = Stopwatch.GetElapsedTime(started);
        if (parseAnswer)
        {
            using var parsed = JsonDocument.Parse(answer);
        }
        var refusal = result.Errors.Count > 0 && result.Errors[0].Path is null ? result.Errors[0].Code ?? "(no code)" : null;
        return (time, refusal ?? (result.Errors.Count == 0 ? FuzzFindings.Ran : FuzzFindings.RanWithErrors));
    }

    private static ServiceProvider Services(Library library, ThrownErrors thrown)
    {
        var services = new ServiceCollection();
        services.AddSingleton(library);
        services.AddSingleton<ILogger<GraphQLExecutor>>(thrown);
        services.AddGraphQL(options =>
        {
            options.AddMutationError<NotFoundError>().AddMutationError<InvalidError>();
            options.DocumentCacheSize = 100;
            foreach (var type in typeof(Library).Assembly.GetTypes().Where(type => type.Namespace == typeof(Library).Namespace && type.IsPublic))
                options.AddType(type);
        });
        return services.BuildServiceProvider();
    }

    // Mutations add to the library, and what they add must not make later documents slow.
    private static void Forget(Library library)
    {
        library.Log.Clear();
        library.Batches.Clear();
        library.Authors.Clear();
        library.Authors.AddRange(new Library().Authors);
    }

    /// <summary>Keeps the first exception that no resolver of the sample threw on purpose.</summary>
    private sealed class ThrownErrors : ILogger<GraphQLExecutor>
    {
        private Exception? _first;

        public Exception? Take() => Interlocked.Exchange(ref _first, null);

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null && !IsOfSample(exception)) Interlocked.CompareExchange(ref _first, exception, null);
        }

        private static bool IsOfSample(Exception exception) => exception
            is InvalidOperationException { Message: "the password is 1234" or "bug" }
            or GraphQLException { Message: "Cannot return null for non-nullable field Author.mustHaveMotto." }
            or KeyNotFoundException { Message: "gone" }
            or ArgumentOutOfRangeException { ParamName: "count" };
    }
}
