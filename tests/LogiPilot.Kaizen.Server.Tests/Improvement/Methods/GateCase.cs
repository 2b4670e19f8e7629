using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Improvement.Methods;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Methods;

/// <summary>
/// One thing taken from a complete plan, and what the gate of a step then says: this and nothing else. <paramref name="Of"/> is the rule of
/// the file, where the finding has another name.
/// </summary>
public sealed record GateCase(string Step, string Rule, Action<PlanInTest> Spoil, string French, string English, string? Of = null, string? Field = null)
{
    private static readonly Texts Sentences = new();

    public static TheoryData<int> Numbers(IReadOnlyList<GateCase> cases) => [.. Enumerable.Range(0, cases.Count)];

    public void Verify(PlanInTest plan)
    {
        Spoil(plan);

        var finding = Assert.Single(plan.Missing(Step));
        Assert.Equal(Rule, finding.Rule);
        Assert.Equal(French, Sentences.Of(Language.Fr, finding));
        Assert.Equal(English, Sentences.Of(Language.En, finding));
        if (Field is not null)
        {
            Assert.Equal(Field, finding.Field);
        }
    }

    /// <summary>A complete plan passes every gate, and each thing found has its sentence in both languages.</summary>
    public static void VerifyComplete(PlanInTest plan)
    {
        foreach (var finding in plan.Method.Steps.SelectMany(s => plan.Check(s.Code)))
        {
            Assert.True(finding.Holds, $"{finding.Rule} {finding.Field}: {Sentences.Of(Language.Fr, finding)}");
            foreach (var language in (Language[])[Language.Fr, Language.En])
            {
                var sentence = Sentences.Of(language, finding);
                Assert.DoesNotContain("methods.", sentence, StringComparison.Ordinal);
                Assert.DoesNotContain("{{", sentence, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>Each compulsory field alone, emptied, is told by its name and place.</summary>
    public static void VerifyCompulsory(Func<PlanInTest> complete)
    {
        var method = complete().Method;
        foreach (var (step, field) in method.Steps.SelectMany(s => s.Fields.Where(f => f.Required).Select(f => (s, f))))
        {
            var missing = Assert.Single(complete().Write(step.FullName(field.Code), null).Missing(step.Code));

            Assert.Equal(("filled", step.FullName(field.Code)), (missing.Rule, missing.Field));
            Assert.Equal($"« {field.Name.Fr} » reste à remplir.", Sentences.Of(Language.Fr, missing));
            Assert.Equal($"“{field.Name.En}” is still to be filled in.", Sentences.Of(Language.En, missing));
        }
    }

    /// <summary>No rule of the file is without a case.</summary>
    public static void VerifyEveryRule(MethodDefinition method, IReadOnlyList<GateCase> cases)
    {
        var tried = cases.Select(c => (c.Step, Rule: c.Of ?? c.Rule)).ToHashSet();
        Assert.All(method.Steps.SelectMany(s => s.Gate.Select(r => (s.Code, r.Rule))), r => Assert.Contains(r, tried));
    }
}
