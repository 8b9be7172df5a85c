namespace KoreXo.Simulator;

/// <summary>How the documents name the kinds of app.</summary>
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
