using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Validation.Rules;

/// <summary>
/// Fields of one response name must be the same field. Whether they are is found out in time that grows with the expanded document
/// (<see cref="FieldMerging"/>); only a document that is refused is looked at pair by pair, to say what graphql-js says of it.
/// </summary>
internal sealed class OverlappingFieldsCanBeMerged : ValidationRule
{
    public override void EnterDocument(DocumentNode document, ValidationContext context)
    {
        // A fragment in a cycle has no finite expansion; pairs can be compared even so.
        if ((context.Fragments.Count > 0 && FragmentCycles.Any(context)) || !FieldMerging.IsPossible(context)) context.Conflicts = new(context);
    }

    public override void EnterSelectionSet(SelectionSetNode set, ValidationContext context)
    {
        if (context.Conflicts is not { } conflicts) return;
        foreach (var conflict in conflicts.Within(set, context.ParentType))
            Report(
                context,
                $"Fields \"{FieldConflicts.Shorten(conflict.Name)}\" conflict because {conflict.Reason}. Use different aliases on the fields to fetch both if this was intentional.",
                conflict.First.Concat(conflict.Second));
    }

    public override void LeaveDocument(DocumentNode document, ValidationContext context)
    {
        if (context.Conflicts is { IsExhausted: true } && context.Errors.Count == 0) throw FieldConflicts.TooManyWays();
    }
}
