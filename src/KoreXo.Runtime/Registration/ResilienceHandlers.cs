namespace KoreXo.Runtime;

/// <summary>
/// Looks for handlers of other libraries that send a request again. They know no operation, so they would repeat what must not be done
/// twice.
/// </summary>
internal static class ResilienceHandlers
{
    // By name: the libraries are not referenced.
    private static readonly string[] Known =
    [
        "Microsoft.Extensions.Http.Resilience.ResilienceHandler",
        "Microsoft.Extensions.Http.PolicyHttpMessageHandler",
    ];

    /// <summary>Finds the first of them in a chain of handlers.</summary>
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
