using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Diagnostics;
using KoreXo.Analyzers.Manifests;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Analyzers.Rules;

/// <summary>
/// KXO1003: unknown scope or kind of credential. KXO1004: the manifest cannot be read. KXO1005: a scope is listed twice. Each is reported
/// at its position in the manifest.
/// </summary>
internal sealed class ManifestRule(AppSet apps, ScopeCatalog catalog, CredentialKinds kinds)
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

        if (!file.Manifest.IsReadable)
        {
            return;
        }

        foreach (var credential in file.Manifest.Credentials)
        {
            if (credential.Kind.Length > 0 && UnknownName.OfCredential(credential.Kind, kinds) is { } unknown)
            {
                context.ReportDiagnostic(unknown.Report(ScopeRules.UnknownScopeInManifest, file.Locate(credential.Name)));
            }

            CheckTwice(credential.Scopes, file, context);
            CheckKnown(credential.Scopes, file, context);
        }

        CheckKnown(file.Manifest.Reserved, file, context);
    }

    private void CheckTwice(IEnumerable<ScopeEntry> entries, ManifestFile file, AdditionalFileAnalysisContext context)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var name = catalog.Canonical(entry.Name);
            if (!seen.TryGetValue(name, out var first))
            {
                seen.Add(name, entry.Scope);
                continue;
            }

            var otherwise = ResourceScope.On(entry.Resource) + (first == entry.Scope ? "" : $", as '{first}'");
            context.ReportDiagnostic(Diagnostic.Create(ScopeRules.DuplicateScope, file.Locate(entry.Range), entry.Scope, otherwise));
        }
    }

    private void CheckKnown(IEnumerable<ScopeEntry> entries, ManifestFile file, AdditionalFileAnalysisContext context)
    {
        foreach (var entry in entries)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (UnknownName.OfScope(entry.Scope, catalog) is { } unknown)
            {
                context.ReportDiagnostic(unknown.Report(ScopeRules.UnknownScopeInManifest, file.Locate(entry.Range)));
            }
        }
    }
}
