using KoreXo.Benchmarks.Scopes;

namespace KoreXo.Analyzers.Tests.Performance;

/// <summary>What costs most is not done in vain. The time itself is measured by the benchmark.</summary>
public sealed class AnalyzerCostTests
{
    private const int Methods = 200;

    [Theory]
    [InlineData(ScopeWorkloadKind.NoCall, 0, 0)]
    [InlineData(ScopeWorkloadKind.Held, 0, 0)]
    [InlineData(ScopeWorkloadKind.Missing, 0, Methods)]
    [InlineData(ScopeWorkloadKind.Guarded, Methods, 0)]
    public async Task Control_flow_is_only_followed_where_a_scope_is_missing_and_a_guard_is_near(
        ScopeWorkloadKind kind,
        int graphs,
        int warnings
    )
    {
        var found = await new ScopeWorkload(kind, Methods).RunAsync();

        Assert.Equal((graphs, warnings), (found.Graphs, found.Warnings));
    }
}
