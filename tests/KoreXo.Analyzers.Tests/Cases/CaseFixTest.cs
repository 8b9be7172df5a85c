using System.Collections.Immutable;
using KoreXo.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Testing;

namespace KoreXo.Analyzers.Tests.Cases;

/// <summary>Applies one action of one diagnostic of a case, or all that are like it.</summary>
/// <param name="at">The number of the diagnostic KXO1001, in the order of the files.</param>
internal sealed class CaseFixTest(int at) : ScopeFixTest
{
    private int _offered;

    /// <summary>Gets how many actions are offered; null where the case does not say.</summary>
    public int? Actions { get; init; }

    /// <inheritdoc/>
    protected override ImmutableArray<CodeAction> FilterCodeActions(ImmutableArray<CodeAction> actions)
    {
        _offered = actions.Length;
        return base.FilterCodeActions(actions);
    }

    /// <inheritdoc/>
    protected override Diagnostic? TrySelectDiagnosticToFix(ImmutableArray<Diagnostic> fixableDiagnostics) =>
        fixableDiagnostics
            .Where(static diagnostic => diagnostic.Id == "KXO1001")
            .OrderBy(static diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(static diagnostic => diagnostic.Location.SourceSpan)
            .ElementAt(at);

    /// <summary>Verifies the files alone: the diagnostics of a case have a test of their own, and cases do not say which remain.</summary>
    protected override async Task RunImplAsync(CancellationToken cancellationToken)
    {
        await VerifyFixAsync(Process(TestState), Process(FixedState), Process(BatchFixedState), Verify, cancellationToken);
        if (Actions is { } expected)
        {
            Verify.Equal(expected, _offered, $"Expected {expected} actions but {_offered} are offered.");
        }
    }

    private SolutionState Process(SolutionState state) =>
        state
            .WithInheritedValuesApplied(baseState: null, [])
            .WithProcessedMarkup(MarkupOptions, defaultDiagnostic: null, new ScopeAnalyzer().SupportedDiagnostics, [], DefaultFilePath);
}
