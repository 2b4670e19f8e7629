using Xunit;

namespace LogiPilot.GraphQL.Tests.Validation;

public sealed class SubscriptionRuleTests
{
    [QueryType]
    public static class Queries { public static int One => 1; }

    [SubscriptionType]
    public static class Events
    {
        public static IAsyncEnumerable<int> Ticks() => throw new NotSupportedException();

        public static IAsyncEnumerable<int> Tocks() => throw new NotSupportedException();
    }

    [Theory]
    [InlineData("subscription { ticks }", "")]
    [InlineData("subscription { ticks ticks ...F } fragment F on Subscription { ...{ ticks } }", "")]
    [InlineData("subscription { a: ticks }", "")]
    [InlineData("query { one other: one }", "")]
    [InlineData("subscription { ticks tocks }", "Anonymous Subscription must select only one top level field. @1:22")]
    [InlineData("subscription S { ticks a: ticks ...F a: ticks } fragment F on Subscription { tocks }", "Subscription \"S\" must select only one top level field. @1:24 1:38 1:78")]
    [InlineData("subscription S { __typename }", "Subscription \"S\" must not select an introspection top level field. @1:18")]
    [InlineData("subscription { x: __typename }", "Anonymous Subscription must not select an introspection top level field. @1:16")]
    [InlineData("subscription { ticks @skip(if: true) }", "Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection. @1:22")]
    [InlineData("subscription S($b: Boolean!) { ticks ...F } fragment F on Subscription { ... @include(if: $b) { tocks } }", "Subscription \"S\" must not use `@skip` or `@include` directives in the top level selection. @1:78")]
    public void A_subscription_has_one_root_field_whatever_its_variables(string document, string expected)
    {
        var options = new GraphQLOptions().AddType(typeof(Queries)).AddType(typeof(Events));
        var executor = new GraphQLExecutor(GraphQLSchema.Create(options), options);
        var errors = executor.Validate(document).Select(error => $"{error.Message} @{string.Join(' ', error.Locations.Select(l => $"{l.Line}:{l.Column}"))}");
        Assert.Equal(expected, string.Join('\n', errors));
    }
}
