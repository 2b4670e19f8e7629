using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Reporting;

[MutationType]
public static class EvidenceMutations
{
    [GraphQLDescription("Lets a colleague see the caller's evidence, until the end of a day (null: until ended); shared already, the day changes.")]
    public static Task<FieldResult<EvidenceShareNode>> ShareEvidenceAsync(
        Guid withId, DateOnly? until, Guid? clientId, UseCases useCases, IEvidenceShares shares, IDirectory directory, CancellationToken cancellationToken) =>
        useCases.Do(
            new ShareEvidence(withId, until) { ClientId = clientId }, made => Node(made.Id, shares, directory, cancellationToken), cancellationToken);

    [GraphQLDescription("Ends a share of the caller's evidence at once.")]
    public static Task<FieldResult<EvidenceShareNode>> EndEvidenceShareAsync(
        Guid shareId, Guid? clientId, UseCases useCases, IEvidenceShares shares, IDirectory directory, CancellationToken cancellationToken) =>
        useCases.Do(
            new EndEvidenceShare(shareId) { ClientId = clientId }, made => Node(made.Id, shares, directory, cancellationToken), cancellationToken);

    private static async Task<EvidenceShareNode> Node(Guid id, IEvidenceShares shares, IDirectory directory, CancellationToken cancellationToken) =>
        new((await shares.Find(id, cancellationToken))!, await directory.Current(cancellationToken));
}
