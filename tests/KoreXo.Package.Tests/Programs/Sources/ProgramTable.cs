using System.Diagnostics.CodeAnalysis;

namespace Programs;

/// <summary>All programs, by name; the pages of the guides are written beside them.</summary>
internal static class ProgramTable
{
    public static bool TryGet(string name, [NotNullWhen(true)] out Func<string[], Task>? run)
    {
        run = name switch
        {
            "FindIntent" => FindIntent.RunAsync,
            "AddLanguage" => AddLanguage.RunAsync,
            "Notify" => Notify.RunAsync,
            "LlmUsage" => LlmUsage.RunAsync,
            "AuditTrail" => AuditTrail.RunAsync,
            "Fakes" => Fakes.RunAsync,
            "ExportBackup" => ExportBackup.RunAsync,
            "Worker" => Worker.RunAsync,
            "WebApp" => WebApp.RunAsync,
            "TypedRows" => TypedRows.RunAsync,
            "JsonOut" => JsonOut.RunAsync,
            "Burst" => Burst.RunAsync,
            "Failures" => Failures.RunAsync,
            _ => Pages.Find(name),
        };
        return run is not null;
    }
}
