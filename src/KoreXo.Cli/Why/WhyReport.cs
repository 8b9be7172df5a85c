using KoreXo.Cli.Graphs;
using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Why;

/// <summary>Which entry point of a solution needs which scope, and through which calls.</summary>
/// <param name="Name">The solution or project.</param>
/// <param name="Projects">The assemblies looked at.</param>
/// <param name="Entries">The entry points that need a scope or whose need is unknown, by kind and place.</param>
/// <param name="Unreached">The scoped calls that no entry point reaches.</param>
internal sealed record WhyReport(
    string Name,
    IReadOnlyList<string> Projects,
    IReadOnlyList<WhyEntry> Entries,
    IReadOnlyList<WhyCall> Unreached
);

/// <summary>One entry point.</summary>
/// <param name="Kind">What runs it.</param>
/// <param name="Title">Its name.</param>
/// <param name="Project">The assembly.</param>
/// <param name="Place">Where it is declared or registered.</param>
/// <param name="Scopes">The scopes of its calls, and of the libraries that declare theirs.</param>
/// <param name="Calls">The scoped calls it reaches, by place.</param>
/// <param name="Unknown">What it reaches and cannot be followed.</param>
internal sealed record WhyEntry(
    EntryPointKind Kind,
    string Title,
    string Project,
    WhyPlace? Place,
    IReadOnlyList<ScopeOnCredential> Scopes,
    IReadOnlyList<WhyCall> Calls,
    IReadOnlyList<WhyUnknown> Unknown
);

/// <summary>A scoped call and the shortest way to it.</summary>
/// <param name="Member">What is called.</param>
/// <param name="Place">Where.</param>
/// <param name="Needs">What it needs: any of these.</param>
/// <param name="Chain">The functions from the entry point to the call.</param>
internal sealed record WhyCall(string Member, WhyPlace Place, IReadOnlyList<ReportedNeed> Needs, IReadOnlyList<WhyStep> Chain);

/// <summary>A function on the way to a call.</summary>
/// <param name="Function">The function.</param>
/// <param name="Place">Where in it the way goes on.</param>
internal sealed record WhyStep(string Function, WhyPlace? Place);

/// <summary>Code that cannot be followed, and the shortest way to it.</summary>
/// <param name="Reason">What it is.</param>
/// <param name="Place">Where.</param>
/// <param name="Scopes">The scopes that the library declares; empty if nothing is known.</param>
/// <param name="Chain">The functions from the entry point to the place.</param>
internal sealed record WhyUnknown(string Reason, WhyPlace Place, IReadOnlyList<string> Scopes, IReadOnlyList<WhyStep> Chain);

/// <summary>A place in a file, relative to the solution, from 1.</summary>
internal sealed record WhyPlace(string File, int Line, int Column)
{
    public override string ToString() => FormattableString.Invariant($"{File}:{Line}");
}
