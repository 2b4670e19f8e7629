using LogiPilot.GraphQL.Language;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Language;

public sealed class PrinterTests
{
    [Fact]
    public void Any_node_is_printed_on_its_own()
    {
        var document = Parser.Parse("query Q($a: [Int!] = [1] @b) { c(d: {e: $a}) { f } ...G @h } union U = A | B");
        var operation = (OperationNode)document.Definitions[0];
        Assert.Equal("$a: [Int!] = [1] @b", SyntaxPrinter.Print(operation.Variables[0]));
        Assert.Equal("[Int!]", operation.Variables[0].Type.ToString());
        Assert.Equal("c(d: {e: $a}) {\n  f\n}", operation.SelectionSet.Selections[0].ToString());
        Assert.Equal("...G @h", operation.SelectionSet.Selections[1].ToString());
        Assert.Equal("union U = A | B", document.Definitions[1].ToString());
    }
}
