using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Alerts;

[QueryType]
public static class RecurrenceQueries
{
    [Needs(Permission.SeeIndicators)]
    [GraphQLDescription("What recurs, proposed last first, up to 500; without states, in any state.")]
    public static async Task<IEnumerable<RecurrenceNode>> GetRecurrencesAsync(
        IReadOnlyList<Guid>? plantIds, IReadOnlyList<RecurrenceState>? states, UseCases useCases, IDirectory directory,
        CancellationToken cancellationToken)
    {
        var found = await useCases.Ask(new ListRecurrences(plantIds, states), cancellationToken);
        var people = await directory.Current(cancellationToken);
        return found.Select(r => new RecurrenceNode(r, people));
    }

    [Needs(Permission.SeeIndicators)]
    public static Task<IReadOnlyList<RecurrenceRule>> GetRecurrenceRulesAsync(
        IReadOnlyList<Guid>? plantIds, UseCases useCases, CancellationToken cancellationToken) =>
        useCases.Ask(new ListRecurrenceRules(plantIds), cancellationToken);
}

[MutationType]
public static class RecurrenceMutations
{
    [GraphQLDescription("A leader says why it needs no dysfunction; it is proposed again when it recurs again.")]
    [Payload("recurrence")]
    public static Task<FieldResult<RecurrenceNode>> DismissRecurrenceAsync(
        Guid recurrenceId, string? reason, int? expectedVersion, Guid? clientId, UseCases useCases, IDirectory directory,
        CancellationToken cancellationToken) =>
        useCases.Do(
            new DismissRecurrence(recurrenceId, reason) { ExpectedVersion = expectedVersion, ClientId = clientId },
            async made => new RecurrenceNode(
                await useCases.Ask(new FindRecurrence(made.Id), cancellationToken), await directory.Current(cancellationToken)),
            cancellationToken);

    [Payload("rule")]
    public static Task<FieldResult<RecurrenceRule>> SaveRecurrenceRuleAsync(
        Guid plantId, RecurrenceCriterion criterion, int count, int windowDays, int? expectedVersion, Guid? clientId, UseCases useCases,
        CancellationToken cancellationToken) =>
        useCases.Do(
            new SaveRecurrenceRule(plantId, criterion, count, windowDays) { ExpectedVersion = expectedVersion, ClientId = clientId },
            async made => (await useCases.Ask(new ListRecurrenceRules([made.Id]), cancellationToken)).Single(r => r.Criterion == criterion),
            cancellationToken);
}
