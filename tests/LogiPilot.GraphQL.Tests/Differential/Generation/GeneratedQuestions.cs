using System.Globalization;
using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Tests.Differential.Generation;

/// <summary>A document that violates a rule, and the valid one a token away from it.</summary>
internal sealed record Pair(string Rule, Question Violating, Question Neighbour);

/// <summary>All that is generated, from a seed; more of the same with a greater scale.</summary>
internal sealed class GeneratedQuestions(GraphQLExecutor executor, int seed, double scale = 1)
{
    private const int ByRule = 76;

    public List<Pair> Pairs { get; } = [];
    public List<Question> Questions { get; } = [];

    public void Make(IReadOnlyList<string> rules)
    {
        foreach (var rule in rules) MakePairs(rule, (int)(ByRule * scale));
        for (var i = 0; i < 1900 * scale; i++)
        {
            var draft = Document(seed + 1_000_000 + i);
            Questions.Add(draft.Ask(Name("random", i), i));
        }
        for (var i = 0; i < 500 * scale; i++)
        {
            var draft = Document(seed + 2_000_000 + i);
            Questions.Add(draft.Ask(Name("random", i), i) with { Document = Draft.Render(new Planter(executor.Schema, draft, new(i)).Disturb(), i), Features = ["one token disturbed"] });
        }
        for (var i = 0; Questions.Count < 3000 * scale; i++)
        {
            var draft = Document(seed + 3_000_000 + i, 1);
            if (new Spoiler(draft, new(i)).Spoil() is not { } spoiled) continue;
            Questions.Add(draft.Ask(Name("variables", i), i) with { Variables = spoiled.Variables.ToJsonString(), Features = [.. spoiled.Kind.Split(", ").Select(kind => "variables: " + kind)] });
        }
    }

    private void MakePairs(string rule, int wanted)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; seen.Count < wanted && i < wanted * 60; i++)
        {
            var salt = seed + (i * 31) + (rule.Length * 7919) + (rule[3] * 104_729);
            var draft = rule switch
            {
                "ExecutableDefinitions" => SpecialDocuments.Simple(executor.Schema, salt),
                "MaxIntrospectionDepth" => SpecialDocuments.Introspection(executor.Schema, salt),
                "SingleFieldSubscriptions" => Document(salt, null, OperationKind.Subscription),
                "UniqueOperationNames" or "LoneAnonymousOperation" => Document(salt, 2),
                _ => Document(salt),
            };
            var question = draft.Ask(Name(rule, i), i);
            if (executor.Validate(question.Document).Count > 0) continue;
            if (new Planter(executor.Schema, draft, new(salt)).Plant(rule) is not { } planted) continue;
            var violating = question with { Name = $"{question.Name} planted", Document = Draft.Render(planted, i), Features = [] };
            // Some changes happen to leave the document valid: those are questions too, but not ones that violate.
            if (!Planter.IsOneTokenApart(question.Document, violating.Document) || !seen.Add(violating.Document)) continue;
            Pairs.Add(new(rule, violating, question));
        }
    }

    private Draft Document(int salt, int? operations = null, OperationKind? kind = null) =>
        DocumentGenerator.Generate(executor.Schema, salt, kind, operations);

    private string Name(string what, int i) => string.Create(CultureInfo.InvariantCulture, $"{what} {i} of seed {seed}");
}
