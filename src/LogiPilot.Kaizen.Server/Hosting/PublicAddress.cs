using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>Addresses of our pages as people open them from elsewhere: <c>Kaizen:PublicUrl</c>, else where the server listens.</summary>
public sealed class PublicAddress(KaizenSettings settings, IServer server)
{
    private const string Default = "http://localhost:5080";

    private static readonly string[] Everywhere = ["0.0.0.0", "[::]", "*", "+"];

    /// <summary>Of a path that begins with a slash.</summary>
    public string Of(string path) => (settings.PublicUrl ?? Listening()).TrimEnd('/') + path;

    private string Listening()
    {
        var address = BindingAddress.Parse(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? Default);
        var host = Everywhere.Contains(address.Host, StringComparer.Ordinal) ? Environment.MachineName : address.Host;
        return new UriBuilder(address.Scheme, host, address.Port).Uri.GetLeftPart(UriPartial.Authority);
    }
}
