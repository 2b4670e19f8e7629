using LogiPilot.GraphQL.Costs;
using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Language;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Costs;

public sealed class ManyImplementersTests
{
    [Theory]
    [InlineData(8, null)]
    [InlineData(11, "LIMIT")]
    public void Thousands_of_fields_below_an_interface_of_a_hundred_types_are_refused_before_each_is_looked_at(int levels, string? code)
    {
        var types = string.Concat(Enumerable.Range(0, 100).Select(i => $" type T{i} implements N {{ id: ID l: N r: N }}"));
        var schema = GraphQLSchema.FromSdl($"type Query {{ n: [N] }} interface N {{ id: ID l: N r: N }}{types}");
        var text = string.Concat(Enumerable.Range(0, levels).Select(i => $" fragment F{i} on N {{ l {{ ...F{i + 1} }} r {{ ...F{i + 1} }} }}"));
        var document = Parser.Parse($"{{ n {{ ...F0 }} }}{text} fragment F{levels} on N {{ id }}");
        var fragments = document.Definitions.OfType<FragmentNode>().ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);
        var compiler = new CostCompiler(new PlanCompiler(schema, document, fragments, _ => null));

        var refusal = Record.Exception(() => compiler.Compile(schema.Query!, document.Definitions.OfType<OperationNode>().Single().SelectionSet));

        Assert.Equal(code, (refusal as GraphQLException)?.Code);
        Assert.Equal(code is null, refusal is null);
    }
}
