namespace KoreXo.Analyzers.Tests.Performance;

/// <summary>Tests that measure the process, so that no other test may run in it.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
