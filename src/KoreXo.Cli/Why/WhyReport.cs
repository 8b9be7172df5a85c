using KoreXo.Cli.Graphs;
using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Why;

/// <summary>The entry points of a solution, the scopes they need, and the calls that need them.</summary>
/// <param name="Name">The solution or project.</param>
/// <param name="Projects">The analyzed assemblies.</param>
/// <param name="Entries">The entry points that need a scope or whose requirement is unknown, by kind and location.</param>
/// <param name="Unreached">The scoped calls that no entry point reaches.</param>
internal sealed record WhyReport(
    string Name,
    IReadOnlyList<string> Projects,
    IReadOnlyList<WhyEntry> Entries,
    IReadOnlyList<WhyCall> Unreached
);

/// <summary>One entry point.</summary>
/// <param name="Kind">What runs it.</param>
/// <param name="Title">The display name.</param>
/// <param name="Project">The assembly.</param>
/// <param name="Place">The location of its declaration or registration.</param>
/// <param name="Scopes">The scopes of its calls, and of the libraries that declare theirs.</param>
/// <param name="Calls">The scoped calls it reaches, by location.</param>
/// <param name="Unknown">The code it reaches that cannot be analyzed.</param>
internal sealed record WhyEntry(
    EntryPointKind Kind,
    string Title,
    string Project,
    WhyPlace? Place,
    IReadOnlyList<ScopeOnCredential> Scopes,
    IReadOnlyList<WhyCall> Calls,
    IReadOnlyList<WhyUnknown> Unknown
);

/// <summary>A scoped call and the shortest path to it.</summary>
/// <param name="Member">The called member.</param>
/// <param name="Place">The location.</param>
/// <param name="Needs">The alternatives, any of which suffices.</param>
/// <param name="Chain">The functions from the entry point to the call.</param>
internal sealed record WhyCall(string Member, WhyPlace Place, IReadOnlyList<ReportedNeed> Needs, IReadOnlyList<WhyStep> Chain);

/// <summary>A function on the path to a call.</summary>
/// <param name="Function">The function.</param>
/// <param name="Place">The location of the next step in the function.</param>
internal sealed record WhyStep(string Function, WhyPlace? Place);

/// <summary>Code that cannot be analyzed, and the shortest path to it.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Place">The location.</param>
/// <param name="Scopes">The scopes that the library declares; empty if nothing is known.</param>
/// <param name="Chain">The functions from the entry point to the place.</param>
internal sealed record WhyUnknown(string Reason, WhyPlace Place, IReadOnlyList<ScopeOnCredential> Scopes, IReadOnlyList<WhyStep> Chain);

/// <summary>A one-based position in a file, whose path is relative to the solution.</summary>
internal sealed record WhyPlace(string File, int Line, int Column)
{
    public override string ToString() => FormattableString.Invariant($"{File}:{Line}");
}
