using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using KoreXo.Analyzers.Manifests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Analyzers.Apps;

/// <summary>Reads the manifests of a project; unchanged ones are not read again.</summary>
internal static class ManifestFiles
{
    private static readonly SourceTextValueProvider<ScopeManifest> Manifests = new(static text => ManifestReader.Read(text.ToString()));

    /// <summary>Gets the value that the compiler has cached for a source text, or computes it.</summary>
    internal delegate bool Remember(
        SourceText text,
        SourceTextValueProvider<ScopeManifest> provider,
        [MaybeNullWhen(false)] out ScopeManifest manifest
    );

    public static ImmutableArray<ManifestFile> Read(AnalyzerOptions options, Remember remember, CancellationToken cancellation)
    {
        var files = ImmutableArray.CreateBuilder<ManifestFile>();
        foreach (var file in options.AdditionalFiles)
        {
            if (
                ScopeManifest.IsManifestPath(file.Path)
                && !IsElsewhere(file, options.AnalyzerConfigOptionsProvider)
                && files.All(known => known.Path != file.Path)
            )
            {
                files.Add(Read(file, remember, cancellation));
            }
        }

        // Messages must not depend on the order of files in the project.
        files.Sort(static (first, second) => string.CompareOrdinal(first.Path, second.Path));
        return files.ToImmutable();
    }

    /// <summary>
    /// Returns whether the build merely found a file in a folder other than the project's, without the project listing it.
    /// </summary>
    public static bool IsElsewhere(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.KoreXoScopeManifest", out var place) && place == "elsewhere";

    private static ManifestFile Read(AdditionalText file, Remember remember, CancellationToken cancellation)
    {
        if (file.GetText(cancellation) is not { } text)
        {
            var fault = new ManifestFault(default, "the file cannot be opened");
            return new ManifestFile(file.Path, SourceText.From(""), new ScopeManifest { Faults = [fault] });
        }

        return new ManifestFile(
            file.Path,
            text,
            remember(text, Manifests, out var manifest) ? manifest : ManifestReader.Read(text.ToString())
        );
    }
}
