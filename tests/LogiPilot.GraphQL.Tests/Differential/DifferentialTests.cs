using LogiPilot.GraphQL.Tests.Differential.Generation;
using Xunit;
using Xunit.Abstractions;

namespace LogiPilot.GraphQL.Tests.Differential;

/// <summary>The same documents put to our server and to graphql-js, with the same schema and data.</summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private const int Wanted = 50;

    [Fact]
    public async Task Graphql_js_and_we_answer_the_same()
    {
        var ours = new OurSide();
        await using var theirs = await TheirSide.Start(ours.Executor.Schema);
        var comparison = new Comparison(ours, theirs);
        var corpus = Corpus.Read();
        var generated = new GeneratedQuestions(ours.Executor, seed: 1);
        generated.Make(theirs.Rules);

        await comparison.Ask(corpus);
        await comparison.Ask(generated.Questions);
        var violations = await comparison.Ask([.. generated.Pairs.Select(pair => pair.Violating)]);
        var neighbours = await comparison.Ask([.. generated.Pairs.Select(pair => pair.Neighbour)]);
        for (var i = 0; i < generated.Pairs.Count; i++)
        {
            var rule = generated.Pairs[i].Rule;
            if (violations[i].Mistakes.Any(mistake => mistake.Rule == rule) && neighbours[i].Mistakes.Count == 0)
                comparison.Tally.AddNeighbour(rule, generated.Pairs[i].Neighbour.Document);
        }

        output.WriteLine(comparison.Report());
        // All of them in a file, for who has to look through many.
        if (Environment.GetEnvironmentVariable("GRAPHQL_DIFFERENCES") is { } file) await File.WriteAllTextAsync(file, string.Join("\n\n", comparison.Differences.OrderBy(text => text.Length)));
        Assert.True(comparison.Differences.Count == 0, $"{comparison.Differences.Count} differences\n\n{string.Join("\n\n", comparison.Differences.OrderBy(text => text.Length).Take(10))}");
        Assert.True(corpus.Count >= 400, $"The corpus has {corpus.Count} documents.");
        Assert.True(comparison.Tally.Documents - corpus.Count >= 5000);
        Assert.All(theirs.Rules, rule => Assert.True(
            comparison.Tally.Violating(rule) >= Wanted && comparison.Tally.Neighbours(rule) >= Wanted,
            $"{rule} is violated by {comparison.Tally.Violating(rule)} documents, {comparison.Tally.Neighbours(rule)} are one token away."));
        Assert.All(Features.All, feature => Assert.True(comparison.Tally.Feature(feature) > 0, $"No document exercises \"{feature}\"."));
        Assert.All(KnownDifferences.All, known => Assert.True(comparison.Forgiven.ContainsKey(known.Name), $"Nothing differs by \"{known.Name}\" any more: take it out."));
    }
}
