using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Organisation;

[MutationType]
public static class OrganisationMutations
{
    [GraphQLDescription("The language the caller reads.")]
    public static Task<FieldResult<MeNode>> SetLanguageAsync(
        Language language, Guid? clientId, UseCases useCases, IDirectory directory, ICurrentActor current, CancellationToken cancellationToken) =>
        useCases.Do(
            new Speak(language) { ClientId = clientId },
            async made =>
            {
                var picture = await directory.Current(cancellationToken);
                return new MeNode(picture.ActorOf(made.Id) ?? current.Actor, picture.Person(made.Id), picture);
            },
            cancellationToken);
}
