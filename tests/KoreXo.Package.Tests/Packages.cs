namespace KoreXo.Package.Tests;

/// <summary>The tests share the packed feed, and run one after another: each starts a build.</summary>
[CollectionDefinition(Name)]
public sealed class Packages : ICollectionFixture<PackedFeed>
{
    public const string Name = "packages";
}
