namespace KoreXo.Package.Tests.Programs;

/// <summary>Tests that share one built project of programs.</summary>
[CollectionDefinition(Name)]
public sealed class ProgramGroup : ICollectionFixture<ProgramProject>
{
    public const string Name = "programs";
}
