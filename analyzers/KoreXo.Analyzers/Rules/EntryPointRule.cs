using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Diagnostics;
using KoreXo.Analyzers.Guards;
using KoreXo.Analyzers.Members;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Analyzers.Rules;

/// <summary>KXO1008: a member that the runtime calls requires a scope of its callers, although it has none.</summary>
internal sealed class EntryPointRule(ScopeProject project)
{
    public void Check(SymbolAnalysisContext context)
    {
        var member = context.Symbol;
        if (
            !RuntimeCalls.Reaches(member, project.EntryPoint)
            || Requirement.Own(member) is not { } own
            || member.Locations.FirstOrDefault() is not { SourceTree: { } tree } location
            || GeneratedClients.Contain(member, tree)
        )
        {
            return;
        }

        var missing = MissingScopes.Find(
            project.Apps.BoundTo(project.Callers.Apps(function: null, member)),
            app => app.Missing(own, granted: null, HeldFacts.None)
        );
        if (missing is not null)
        {
            context.ReportDiagnostic(
                Diagnostic.Create(
                    ScopeRules.EntryPoint,
                    location,
                    missing.Properties,
                    MemberName.Full(member),
                    missing.Description(" is not held by app '{0}'"),
                    missing.Apps
                )
            );
        }
    }
}
