using Xunit;

namespace LogiPilot.GraphQL.Tests.Costs;

public sealed class ManyImplementersTests
{
    [Theory]
    [InlineData(8, false)]
    [InlineData(11, true)]
    public async Task Thousands_of_fields_below_an_interface_of_a_hundred_types_are_refused_before_each_is_looked_at(int levels, bool isRefused)
    {
        var types = string.Concat(Enumerable.Range(0, 100).Select(i => $" type T{i} implements N {{ id: ID l: N r: N }}"));
        var options = new GraphQLOptions();
        var executor = new GraphQLExecutor(GraphQLSchema.FromSdl($"type Query {{ n: [N] }} interface N {{ id: ID l: N r: N }}{types}"), options);
        var fragments = string.Concat(Enumerable.Range(0, levels).Select(i => $" fragment F{i} on N {{ l {{ ...F{i + 1} }} r {{ ...F{i + 1} }} }}"));
        var query = $"{{ n {{ ...F0 }} }}{fragments} fragment F{levels} on N {{ id }}";

        await using var result = await executor.ExecuteAsync(new() { Query = query, CostReporting = CostReporting.Validate });

        Assert.Equal(isRefused ? ["LIMIT"] : [], result.Errors.Select(error => error.Code));
    }
}
