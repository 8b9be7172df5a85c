namespace KoreXo.Simulator;

/// <summary>The names of the kinds of apps in the documents.</summary>
internal static class AppKindNames
{
    public static string Credential(this AppKind kind) =>
        kind switch
        {
            AppKind.Platform => "platform",
            AppKind.Admin => "admin",
            AppKind.Data => "data",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
