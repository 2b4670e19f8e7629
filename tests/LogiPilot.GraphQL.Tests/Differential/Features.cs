namespace LogiPilot.GraphQL.Tests.Differential;

/// <summary>What the documents must exercise, each at least once: the run fails on a zero.</summary>
internal static class Features
{
    public static IReadOnlyList<string> All { get; } =
    [
        "@include by literal", "@include by variable", "@include on FIELD", "@include on FRAGMENT_SPREAD", "@include on INLINE_FRAGMENT",
        "@skip by literal", "@skip by variable", "@skip on FIELD", "@skip on FRAGMENT_SPREAD", "@skip on INLINE_FRAGMENT",
        "__typename", "alias", "argument default", "block string", "custom scalar in a variable", "custom scalar literal", "enum in a variable",
        "enum literal", "fields merged", "fragment inside a fragment", "fragment on a union", "fragment on an interface", "fragment on an object",
        "fragment used twice", "inline fragment on a union", "inline fragment on an interface", "inline fragment on an object",
        "inline fragment without type", "input object in a variable", "input object literal", "introspection", "list in a variable", "list literal",
        "list of lists", "mutation", "null literal", "oneOf in a variable", "oneOf input", "repeatable directive", "scalar in a variable", "several operations",
        "shorthand query", "single value for a list", "single value for a list in a variable", "subscription", "unicode escape", "variable absent",
        "variable default used", "variable null", "variable with a default",
        "answer: argument refused when it runs", "answer: data without errors", "answer: error inside a list", "answer: null goes up to the root",
        "answer: null where none may be", "answer: refused by validation", "answer: refused for its variables", "answer: resolver throws",
        "answer: resolver throws later", "answer: several errors", "answer: syntax error", "answer: no operation to run",
        "variables: in a list", "variables: in an input object", "variables: misspelled enum value", "variables: no object for an input object",
        "variables: null for a non-null input field", "variables: null for a non-null variable", "variables: null in a list of non-null",
        "variables: number for an enum", "variables: oneOf with none", "variables: oneOf with null", "variables: oneOf with two",
        "variables: oneOf with one given and one null", "variables: required input field absent", "variables: required variable absent",
        "variables: unknown enum value", "variables: unknown input field", "variables: single for a list",
    ];
}
