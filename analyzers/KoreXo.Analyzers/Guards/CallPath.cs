using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Guards;

/// <summary>The chain of members being analyzed, each called by the previous one.</summary>
internal sealed class CallPath
{
    // A guard nested deeper than this must be marked with an attribute.
    private const int MaxDepth = 5;

    public static readonly CallPath Start = new(null, null);

    private readonly ISymbol? _member;
    private readonly CallPath? _caller;

    private CallPath(ISymbol? member, CallPath? caller)
    {
        _member = member;
        _caller = caller;
    }

    /// <summary>Gets a value indicating whether a member on the path was not analyzed, so that another path may find more.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Extends the path by a member.</summary>
    /// <returns><see langword="null"/> if the path already contains the member, or is too long.</returns>
    public CallPath? Into(ISymbol member)
    {
        var depth = 0;
        for (var step = this; step._caller is not null; step = step._caller)
        {
            depth++;
            if (depth == MaxDepth || SymbolEqualityComparer.Default.Equals(step._member, member))
            {
                Cut();
                return null;
            }
        }

        return new CallPath(member, this);
    }

    // Every member on the path is affected, not just the last one: if C was not analyzed, what B learned from C is incomplete, and so is
    // what A learned from B.
    private void Cut()
    {
        for (var step = this; step._caller is not null; step = step._caller)
        {
            step.IsCut = true;
        }
    }
}
