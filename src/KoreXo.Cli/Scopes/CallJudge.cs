using System.Collections.Immutable;
using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Diagnostics;
using KoreXo.Analyzers.Guards;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Scopes;

/// <summary>
/// Checks a call against apps. The analyzer has already reported whether a scope is missing; if none is, this finds out why.
/// </summary>
internal sealed class CallJudge
{
    private readonly FoundCall _found;
    private readonly List<Diagnostic> _reported;

    public CallJudge(FoundCall found, ImmutableArray<Diagnostic> diagnostics)
    {
        _found = found;
        _reported =
        [
            .. diagnostics.Where(diagnostic =>
                diagnostic.Id == ScopeRules.MissingScopeId
                && diagnostic.Location.SourceTree == found.Tree
                && diagnostic.Location.SourceSpan == found.Call.Span
            ),
        ];
    }

    // The analyzer reports only what is missing, and a report has to say of every call why it is not. So the reasons are tried in order:
    // nothing is required, the manifest grants it, the caller declares it for its own callers. What is left and was not reported must
    // have been proved by a guard, because the analyzer would have reported it otherwise.
    public AppVerdict Judge(ScopeApp app)
    {
        var need = _found.Call.Need;
        if (need.Needed.IsEmpty)
        {
            return new AppVerdict(app.Name, CallState.NothingNeeded, null, []);
        }

        if (need.Needed.Select(app.Holder).OfType<HeldScopes>().FirstOrDefault() is { } holder)
        {
            return new AppVerdict(app.Name, CallState.Held, holder.Kind, []);
        }

        var granted = _found.Project.Callers.TakenOver(_found.Call.Function, _found.Caller);
        if (app.Missing(need, granted, HeldFacts.None).IsEmpty)
        {
            return new AppVerdict(app.Name, CallState.Declared, null, []);
        }

        if (_reported.Count == 0)
        {
            return new AppVerdict(app.Name, CallState.Guarded, null, []);
        }

        return _reported.Exists(static diagnostic => !diagnostic.IsSuppressed)
            ? new AppVerdict(app.Name, CallState.Missing, null, Lacks(app))
            : new AppVerdict(app.Name, CallState.Suppressed, null, []);
    }

    // What the first code fix would add; if no credential fits, the whole first alternative.
    private List<ScopeOnCredential> Lacks(ScopeApp app)
    {
        var addition = _reported
            .SelectMany(static diagnostic => ManifestAddition.Read(diagnostic.Properties))
            .Where(addition => addition.Path == app.File.Path)
            .MinBy(static addition => addition.Scopes.Length);
        if (addition is not null)
        {
            return
            [
                .. addition.Scopes.Select(scope => new ScopeOnCredential(addition.Kind, scope, ResourceScope.Named(addition.Resource))),
            ];
        }

        var alternative = _found.Call.Need.Needed[0];
        return [.. alternative.Scopes.Select(scope => new ScopeOnCredential(alternative.Credential, scope, alternative.ResourceName))];
    }
}
