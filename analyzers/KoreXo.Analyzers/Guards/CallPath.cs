using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Guards;

/// <summary>The members that are being followed, each called by the one before it.</summary>
internal sealed class CallPath
{
    // Whoever hides a guard deeper than this marks it with an attribute.
    private const int MaxDepth = 5;

    public static readonly CallPath Start = new(null, null);

    private readonly ISymbol? _member;
    private readonly CallPath? _caller;

    private CallPath(ISymbol? member, CallPath? caller)
    {
        _member = member;
        _caller = caller;
    }

    /// <summary>Gets whether something on the way was not followed, so that other ways may find more.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Takes a step into a member.</summary>
    /// <returns><see langword="null"/> if the way has been there before, or is too long.</returns>
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

    private void Cut()
    {
        for (var step = this; step._caller is not null; step = step._caller)
        {
            step.IsCut = true;
        }
    }
}
