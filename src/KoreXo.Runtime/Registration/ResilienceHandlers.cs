namespace KoreXo.Runtime;

/// <summary>
/// Detects handlers of other libraries that retry requests. They know nothing about operations, so they would retry those that must not be
/// applied twice.
/// </summary>
internal static class ResilienceHandlers
{
    // By name: the libraries are not referenced.
    private static readonly string[] Known =
    [
        "Microsoft.Extensions.Http.Resilience.ResilienceHandler",
        "Microsoft.Extensions.Http.PolicyHttpMessageHandler",
    ];

    /// <summary>Finds the first such handler in a chain.</summary>
    public static string? Find(HttpMessageHandler? handler)
    {
        for (; handler is not null; handler = (handler as DelegatingHandler)?.InnerHandler)
        {
            if (handler.GetType().FullName is { } name && Known.Contains(name, StringComparer.Ordinal))
            {
                return name;
            }
        }

        return null;
    }
}
