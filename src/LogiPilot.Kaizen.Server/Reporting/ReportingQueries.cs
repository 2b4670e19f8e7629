using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Reporting;

[QueryType]
public static class ReportingQueries
{
    private const int LargestJournalPage = 1000;

    [Needs(Permission.SeeBoard)]
    public static Task<Board> GetBoardAsync(
        Guid plantId, Guid? areaId, IReadOnlyList<Guid>? lineIds, UseCases useCases, CancellationToken cancellationToken) =>
        useCases.Ask(new ViewBoard(new(plantId, areaId, lineIds)), cancellationToken);

    [Needs(Permission.SeeBoard)]
    [GraphQLDescription("The change log of the plants the caller sees, in order, after a sequence; up to 1,000 rows. What is of no plant, who sees all sees: without a gap.")]
    public static async Task<JournalConnection> GetJournalAsync(
        IChangeLogReader log, IDirectory directory, ICurrentActor current, CancellationToken cancellationToken, long after = 0, int first = 50)
    {
        if (first is < 0 or > LargestJournalPage)
        {
            throw first < 0
                ? new GraphQLException("\"first\" of \"journal\" must not be negative.", "BAD_USER_INPUT")
                : new GraphQLException($"\"first\" of \"journal\" is {first}; at most {LargestJournalPage} items are given at once.", "LIMIT");
        }

        var picture = await directory.Current(cancellationToken);
        var nodes = new List<JournalEntry>();
        var last = after;
        var hasNext = true;
        while (hasNext && nodes.Count < first)
        {
            var rows = await log.After(last, LargestJournalPage, cancellationToken);
            hasNext = rows.Count == LargestJournalPage;
            foreach (var row in rows)
            {
                if (nodes.Count == first)
                {
                    hasNext = true;
                    break;
                }

                last = row.Sequence;
                if (row.PlantId is { } plant ? current.Actor.Sees(plant) : current.Actor.RoleEverywhere is not null)
                {
                    nodes.Add(new(row.Sequence, row.PlantId, row.Room, row.Event, row.SubjectId, row.Facts, picture.NamePerson(row.ActorId), row.At));
                }
            }
        }

        return new(nodes, new(hasNext, last));
    }
}

public sealed record JournalConnection(IReadOnlyList<JournalEntry> Nodes, JournalPageInfo PageInfo);

public sealed record JournalPageInfo(bool HasNextPage, [property: GraphQLDescription("Continue after it.")] long EndCursor);

[GraphQLDescription("One change, committed for good. Facts is a JSON object.")]
public sealed record JournalEntry(
    long Sequence, Guid? PlantId, string Room, string Event, Guid SubjectId, string Facts, PersonName? By, DateTimeOffset At);
