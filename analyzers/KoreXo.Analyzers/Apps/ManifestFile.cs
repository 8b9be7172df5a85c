using KoreXo.Analyzers.Json;
using KoreXo.Analyzers.Manifests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Analyzers.Apps;

/// <summary>A manifest and the file that it was read from.</summary>
internal sealed class ManifestFile(string path, SourceText text, ScopeManifest manifest)
{
    public string Path => path;

    public ScopeManifest Manifest => manifest;

    /// <summary>Gets the name of the app that the file describes.</summary>
    public string App => manifest.App ?? ScopeManifest.FileTitle(path);

    public Location Locate(TextRange range)
    {
        var span = new TextSpan(range.Start, range.Length);
        return Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
    }
}
