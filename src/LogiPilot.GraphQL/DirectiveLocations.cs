namespace LogiPilot.GraphQL;

/// <summary>The places a directive may stand in a document.</summary>
[Flags]
public enum DirectiveLocations
{
    None = 0,
    Query = 1,
    Mutation = 2,
    Subscription = 4,
    Field = 8,
    FragmentDefinition = 16,
    FragmentSpread = 32,
    InlineFragment = 64,
    VariableDefinition = 128,
}
