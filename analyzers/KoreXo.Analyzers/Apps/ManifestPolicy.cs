using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Analyzers.Apps;

/// <summary>Decides which projects must have a manifest: those that run as an app, unless the project overrides it.</summary>
internal static class ManifestPolicy
{
    private const string Property = "build_property.";

    /// <summary>Returns whether the project must have a manifest.</summary>
    public static bool IsRequired(AnalyzerConfigOptions options, OutputKind output) =>
        Flag(options, "KoreXoRequireScopeManifest")
        ?? (
            output is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication
            && !IsTestProject(options)
        );

    /// <summary>Returns whether the project targets several frameworks, so that no single compilation knows what the others need.</summary>
    public static bool HasSeveralFrameworks(AnalyzerConfigOptions options) =>
        Flag(options, "KoreXoHasSeveralFrameworks") is true
        || (options.TryGetValue(Property + "TargetFrameworks", out var frameworks) && frameworks.Contains(';'));

    /// <summary>
    /// Returns whether the project is also compiled for an earlier framework, which reports what concerns the whole project.
    /// </summary>
    public static bool IsLaterFramework(AnalyzerConfigOptions options) => Flag(options, "KoreXoIsLaterFramework") is true;

    // The test SDK builds every test project as an executable.
    private static bool IsTestProject(AnalyzerConfigOptions options) =>
        Flag(options, "IsTestProject") is true || Flag(options, "IsTestingPlatformApplication") is true;

    private static bool? Flag(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue(Property + name, out var text) && bool.TryParse(text, out var value) ? value : null;
}
