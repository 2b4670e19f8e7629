namespace LogiPilot.Kaizen.Browser.Tests;

/// <summary>All browser tests run one after the other, with one Chromium and two plants: two cores carry no more.</summary>
[CollectionDefinition(Name)]
public sealed class Browsing : ICollectionFixture<Chromium>, ICollectionFixture<WidePlant>, ICollectionFixture<DemoPlant>
{
    public const string Name = "browser";
}
