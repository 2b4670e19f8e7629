using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Improvement.Plans;

namespace LogiPilot.Kaizen.Server.Improvement.Methods;

[GraphQLName("MethodStep")]
public sealed class MethodStepNode(MethodDefinition method, StepDefinition step, Language language)
{
    public string Code => step.Code;

    public string Name => step.Name.In(language);

    public string Purpose => step.Purpose.In(language);

    public SignedBy Signs => step.Signs;

    [GraphQLDescription("When it is due by the method's clock, in words.")]
    public string? GetDue(Texts texts) => new MethodWords(texts, language, method).Due(step);

    [GraphQLDescription("Days after its start at which the effect is checked.")]
    public IReadOnlyList<int>? Checks => step.Checks;

    public IEnumerable<MethodFieldNode> Fields => step.Fields.Select(f => new MethodFieldNode(f, language));

    [GraphQLDescription("What has to hold before it is signed, in words.")]
    public IEnumerable<string> GetGate(Texts texts) => new MethodWords(texts, language, method).Gate(step);
}

[GraphQLName("MethodField")]
public sealed class MethodFieldNode(FieldDefinition definition, Language language)
{
    public string Code => definition.Code;

    public string Name => definition.Name.In(language);

    public FieldType Type => definition.Type;

    public string? Hint => definition.Hint?.In(language);

    [GraphQLDescription("How a case of the method fills it.")]
    public string? Example => definition.Example?.In(language);

    public bool Required => definition.Required;

    public string? Unit => definition.Unit;

    public IEnumerable<FieldChoiceNode>? Choices => definition.Choices?.Select(c => new FieldChoiceNode(c.Code, c.Name.In(language)));

    public IEnumerable<FieldColumnNode>? Columns => definition.Columns?.Select(c => new FieldColumnNode(c, language));
}
