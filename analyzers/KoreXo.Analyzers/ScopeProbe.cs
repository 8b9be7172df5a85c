using KoreXo.Analyzers.Calls;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers;

/// <summary>
/// Looks on while code is analyzed: a report wants every call, a test wants to know what was built. Called by several threads.
/// </summary>
internal abstract class ScopeProbe
{
    /// <summary>The analysis of a compilation begins.</summary>
    public virtual void ProjectBegun(ScopeProject project) { }

    /// <summary>A call has been found whose need is known, whether or not it is met.</summary>
    public virtual void CallFound(ScopeProject project, ScopedCall call, ISymbol caller, SyntaxTree tree) { }

    /// <summary>A control-flow graph is about to be built, which is what costs.</summary>
    public virtual void GraphBuilt() { }
}
