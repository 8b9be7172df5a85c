namespace KoreXo.Fleet.Tests.Exports;

/// <summary>Tests that need both cores, and so run after those that measure how well processes share a rate limit.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ExportGroup : ICollectionFixture<PostgreSqlEngine>
{
    public const string Name = "Exports";
}
