namespace KoreXo.Package.Tests.Hosts;

/// <summary>The tests that share one <see cref="HostedProject"/>, built once.</summary>
[CollectionDefinition(Name)]
public sealed class HostedProjectGroup : ICollectionFixture<HostedProject>
{
    /// <summary>What the tests refer to.</summary>
    public const string Name = "Hosts";
}
