using System.Security.Cryptography;
using System.Text;

namespace LogiPilot.Kaizen.Server.Hosting.Demo;

/// <summary>Ids of the demo plant's things, the same at every load.</summary>
internal static class DemoIds
{
    public static Guid Of(DemoPlan plan, string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{plan.Plant.Code} {name}")).AsSpan(0, 16));
}
