using KoreXo.Package.Tests.Programs.Truth;

namespace KoreXo.Package.Tests.Programs;

/// <summary>Tests that share the projects of programs, each built once.</summary>
[CollectionDefinition(Name)]
public sealed class ProgramGroup
    : ICollectionFixture<ProgramProject>,
        ICollectionFixture<SampleSolution>,
        ICollectionFixture<TravelSolution>,
        ICollectionFixture<ProgramReport>
{
    public const string Name = "programs";
}
