using System.Collections.Concurrent;
using System.Text;
using LogiPilot.GraphQL.Costs;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Execution;

/// <summary>The fields to resolve on one object type, merged and in order.</summary>
internal sealed class SelectionPlan(ObjectType type, FieldPlan[] fields)
{
    public ObjectType Type { get; } = type;
    public FieldPlan[] Fields { get; } = fields;

    /// <summary>Why there is nothing to select: a condition that is null. It is an error of what is selected from.</summary>
    public GraphQLException? Mistake { get; init; }

    public bool Selects(string name) => Array.Exists(Fields, field => field.Field.Name == name);
}

/// <summary>One field of a selection: everything the executor needs, decided once a document.</summary>
internal sealed class FieldPlan
{
    private readonly PlanCompiler _compiler;
    private readonly ConcurrentDictionary<ObjectType, SelectionPlan>? _byType;

    public FieldPlan(PlanCompiler compiler, ObjectType parent, FieldDefinition field, List<FieldNode> nodes)
    {
        _compiler = compiler;
        Field = field;
        Nodes = nodes;
        ResponseName = nodes[0].ResponseName;
        Prefix = Encoding.UTF8.GetBytes($",\"{ResponseName}\":");
        Shape = field.Shape;
        Guard = field.Guard;
        IsMethod = field.Member is System.Reflection.MethodInfo;
        var named = field.Type.Named;
        if (field == compiler.Schema.TypeNameField) Constant = Encoding.UTF8.GetBytes($"\"{parent.Name}\"");
        if (named is ObjectType type) Selection = compiler.Select(type, SelectionSets());
        else if (named is CompositeType) _byType = new();
        IsConstant = ArgumentReader.UsesNoVariable(nodes[0].Arguments) && DirectiveReader.UsesNoVariable(field, nodes);
    }

    public DocumentNode Document => _compiler.Document;
    public FieldDefinition Field { get; }
    public List<FieldNode> Nodes { get; }
    public string ResponseName { get; }

    /// <summary>Comma, name and colon, as they stand before the value.</summary>
    public byte[] Prefix { get; }
    public ValueShape Shape { get; }
    public FieldGuard? Guard { get; }

    /// <summary>Whether somebody's code runs to resolve it, and may be slow.</summary>
    public bool IsMethod { get; }

    /// <summary>The answer of <c>__typename</c>.</summary>
    public byte[]? Constant { get; }
    public SelectionPlan? Selection { get; }

    /// <summary>Whether the arguments are the same for every request.</summary>
    public bool IsConstant { get; }

    /// <summary>The arguments, once read, where they are constant and no resolver can change them.</summary>
    public object?[]? ConstantArguments { get; set; }
    public ResolveDelegate Resolve => field ??= Field.Resolver!.Resolve;
    public LeafDelegate? Leaf => field ??= Field.Resolver!.Leaf;

    public SelectionPlan SelectionFor(ObjectType type) =>
        Selection ?? _byType!.GetOrAdd(type, static (t, plan) => plan._compiler.Select(t, plan.SelectionSets()), this);

    private List<SelectionSetNode> SelectionSets() => [.. Nodes.Where(node => node.SelectionSet is not null).Select(node => node.SelectionSet!.Value)];
}

/// <summary>An operation ready to run, for one choice of the variables that skip and include.</summary>
internal sealed record OperationPlan(OperationNode Operation, SelectionPlan Root, CostPlan Cost)
{
    /// <summary>Of a subscription: the root field as it is subscribed to.</summary>
    public SelectionPlan? Source { get; init; }
}
