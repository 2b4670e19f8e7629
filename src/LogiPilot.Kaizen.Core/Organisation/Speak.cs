using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>Chooses the language in which the product speaks to the person who asks.</summary>
[Needs(Permission.Self)]
public sealed record Speak(Language Language) : Command;

/// <inheritdoc cref="Speak"/>
public sealed class SpeakHandler(IOrganisationStore organisation, IEvents events, ICurrentActor current)
    : IRequestHandler<Speak, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(Speak request, CancellationToken cancellationToken)
    {
        if (current.Actor.PersonId is not { } id || await organisation.FindPerson(id, cancellationToken) is not { } person)
        {
            return Refusal.NotFound("person");
        }

        if (person.Speak(request.Language))
        {
            organisation.Save(person);
            events.Raise(new OrganisationChanged(null, id, "person"));
        }

        return (Made)id;
    }
}
