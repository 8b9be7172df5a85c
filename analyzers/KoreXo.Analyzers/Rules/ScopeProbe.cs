using KoreXo.Analyzers.Calls;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Rules;

/// <summary>Observes the analysis: a report collects every call, a test checks what was built. Called by several threads.</summary>
internal abstract class ScopeProbe
{
    /// <summary>Called when the analysis of a compilation starts.</summary>
    public virtual void ProjectBegun(ScopeProject project) { }

    /// <summary>Called with each type or member whose attributes or body the compiler bound for the analysis.</summary>
    public virtual void CodeBound(ISymbol symbol) { }

    /// <summary>Called when a call with a known requirement is found, whether or not the requirement is satisfied.</summary>
    public virtual void CallFound(ScopeProject project, ScopedCall call, ISymbol caller, SyntaxTree tree) { }

    /// <summary>Called before a control-flow graph is built, which is the expensive part.</summary>
    public virtual void GraphBuilt() { }
}
