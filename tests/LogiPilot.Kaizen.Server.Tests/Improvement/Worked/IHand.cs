namespace LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

/// <summary>What people do in a page instead of through the API.</summary>
public interface IHand
{
    Task Write(Guid planId, string by, string step, string field, string text);

    Task Sign(Guid planId, string by, string step);
}
