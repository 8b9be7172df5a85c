using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Manifests;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Analyzers.Rules;

/// <summary>
/// KXO1003: unknown scope. KXO1004: the manifest cannot be read. KXO1005: a scope is listed twice. All at their place in the manifest.
/// </summary>
internal sealed class ManifestRule(AppSet apps, ScopeCatalog catalog)
{
    public void Check(AdditionalFileAnalysisContext context)
    {
        if (apps.Files.FirstOrDefault(candidate => candidate.Path == context.AdditionalFile.Path) is not { } file)
        {
            return;
        }

        foreach (var fault in file.Manifest.Faults)
        {
            context.ReportDiagnostic(Diagnostic.Create(ScopeRules.UnreadableManifest, file.Locate(fault.Range), fault.Message));
        }

        if (file.Manifest.IsReadable)
        {
            foreach (var credential in file.Manifest.Credentials)
            {
                Check(credential, file, context);
            }
        }
    }

    private void Check(ManifestCredential credential, ManifestFile file, AdditionalFileAnalysisContext context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in credential.Scopes)
        {
            if (!seen.Add(entry.Scope))
            {
                context.ReportDiagnostic(Diagnostic.Create(ScopeRules.DuplicateScope, file.Locate(entry.Range), entry.Scope));
            }

            if (UnknownScope.Find(entry.Scope, catalog) is { } unknown)
            {
                context.ReportDiagnostic(unknown.Report(ScopeRules.UnknownScopeInManifest, file.Locate(entry.Range)));
            }
        }
    }
}
