using KoreXo.Package.Tests;
using Xunit.Abstractions;

// Most of these tests wait for other processes; with a thread for each core, a core is often idle.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
[assembly: TestCollectionOrderer("KoreXo.Package.Tests." + nameof(GroupsFirst), "KoreXo.Package.Tests")]

namespace KoreXo.Package.Tests;

/// <summary>
/// Starts classes that share a solution, which run one after the other for minutes, before the others: started last, they would run alone
/// at the end.
/// </summary>
public sealed class GroupsFirst : ITestCollectionOrderer
{
    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections
            .OrderByDescending(static collection => collection.CollectionDefinition is not null)
            .ThenBy(static collection => collection.DisplayName, StringComparer.Ordinal);
}
