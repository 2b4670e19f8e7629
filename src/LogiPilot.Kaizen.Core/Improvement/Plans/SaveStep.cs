using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>What somebody writes into a field; the version is the one seen before (0: empty so far), none: whatever stands there.</summary>
public sealed record FieldDraft(string Code, JsonElement? Value, int? ExpectedVersion = null);

/// <summary>
/// Writes fields of a step, all or none. Each is kept as a new version: of two people in two fields both are kept, of two in one field
/// the second is told who wrote what, and when. Nothing is written into a signed step.
/// </summary>
[Needs(Permission.LeadPlan)]
public sealed record SaveStep(Guid PlanId, string Step, IReadOnlyList<FieldDraft> Fields) : Command;

public sealed class SaveStepHandler(PlanBook book, ParetoRows pareto) : IRequestHandler<SaveStep, Outcome<Made>>
{
    private const int MostFields = 100;

    public async Task<Outcome<Made>> Handle(SaveStep request, CancellationToken cancellationToken)
    {
        var found = await book.Find(request.PlanId, null, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var plan = found.Value;
        var turn = await book.Turn(plan.PlantId, cancellationToken);
        if (plan.WhyNotFill(request.Step, turn.Actor) is { } refused)
        {
            return Alerts.AlertBook.Name(refused, turn.People, plan.PlantId);
        }

        if (request.Fields.Count is 0 or > MostFields)
        {
            return Refusal.Invalid("fields", "fieldsMany", ("most", MostFields));
        }

        var before = (await book.Store.Fields(plan.Id, plan.Cycle, request.Step, cancellationToken)).ToDictionary(f => f.Field, StringComparer.Ordinal);
        var definition = plan.Method.Step(request.Step)!;
        if (Refusal.All([.. request.Fields.Select((f, i) => Check(request, i, f, definition, before, turn.People, plan.PlantId))]) is { } wrong)
        {
            return wrong;
        }

        var written = new List<string>();
        foreach (var field in request.Fields)
        {
            var (last, value) = (before.GetValueOrDefault(field.Code), Canonical(field.Value));
            if (value is not null && definition.Field(field.Code)!.Type == FieldType.Pareto)
            {
                value = Canonical(await pareto.Fill(plan, field.Value!.Value, cancellationToken));
            }

            if (last?.Value == value)
            {
                continue;
            }

            book.Store.Add(new FieldVersion(
                Guid.CreateVersion7(turn.Now), plan.Id, plan.Cycle, request.Step, field.Code, (last?.Version ?? 0) + 1, value, turn.Actor.PersonId,
                turn.Now));
            written.Add(field.Code);
        }

        if (written.Count > 0)
        {
            plan.Fill(request.Step, written, turn);
            book.Note(plan);
        }

        return (Made)plan.Id;
    }

    private static string? Canonical(JsonElement? value) =>
        value is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } given ? JsonSerializer.Serialize(given) : null;

    private static Refusal? Check(
        SaveStep request, int index, FieldDraft draft, StepDefinition step, Dictionary<string, FieldVersion> before, OrganisationPicture people, Guid plantId)
    {
        if (step.Field(draft.Code) is not { } field)
        {
            return Refusal.Invalid($"fields[{index}].code", "fieldUnknown", ("step", step.Code), ("code", draft.Code));
        }

        if (request.Fields.Take(index).Any(f => f.Code == draft.Code))
        {
            return Refusal.Invalid($"fields[{index}].code", "fieldTwice", ("code", draft.Code));
        }

        var last = before.GetValueOrDefault(draft.Code);
        if (draft.ExpectedVersion is { } expected && expected != (last?.Version ?? 0) && last?.Value != Canonical(draft.Value))
        {
            return Refusal.Conflict(
                "fieldChanged", ("fieldVersion", last), ("code", draft.Code), ("by", people.NamePerson(last?.AuthorId)),
                ("name", people.NamePerson(last?.AuthorId)?.Name), ("at", last is null ? null : PlantClock.Say(last.At, people.Plant(plantId), DateTimeOffset.MinValue)),
                ("fieldName", field.Name), ("currentVersion", last?.Version ?? 0), ("changed", new[] { $"{step.Code}.{draft.Code}" }));
        }

        return Canonical(draft.Value) is null ? null : FieldValues.Check(field, draft.Value!.Value, $"fields[{index}].value");
    }
}
