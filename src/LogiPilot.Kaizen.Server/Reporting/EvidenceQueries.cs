using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Reporting;

[QueryType]
public static class EvidenceQueries
{
    [Needs(Permission.Self)]
    [GraphQLDescription("The evidence of the caller, or of a person who shares it with the caller; days of that person's plant, the last year unless given.")]
    public static async Task<EvidenceNode> GetEvidenceAsync(
        Guid? personId, DateOnly? from, DateOnly? to, UseCases useCases, Texts texts, IDirectory directory, ICurrentActor current,
        CancellationToken cancellationToken) =>
        new(
            await useCases.Ask(new ViewEvidence(personId, from, to), cancellationToken), new EvidenceWords(texts, current.Actor.Language),
            await directory.Current(cancellationToken));

    [Needs(Permission.Self)]
    [GraphQLDescription("Whose evidence the caller may see today, and until when.")]
    public static async Task<IEnumerable<EvidenceShareNode>> GetEvidenceSharedWithMeAsync(
        UseCases useCases, IDirectory directory, CancellationToken cancellationToken)
    {
        var shares = await useCases.Ask(new ListSharedEvidence(), cancellationToken);
        var people = await directory.Current(cancellationToken);
        return shares.Select(s => new EvidenceShareNode(s, people));
    }
}
