using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Hosting;

[GraphQLName("AttachedFile")]
[GraphQLDescription("A photograph or a sheet that hangs on something.")]
public sealed class AttachedFileNode(AttachedFile file)
{
    public Guid Id => file.Id;

    public string Name => file.Name;

    public string MediaType => file.MediaType;

    [GraphQLDescription("Where to fetch it, with the session's cookie or a token.")]
    public string Url => $"/attachments/{file.Id}";
}
