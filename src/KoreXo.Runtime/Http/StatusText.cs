using System.Net;

namespace KoreXo.Runtime;

/// <summary>Formats a status for messages and logs: "404 NotFound".</summary>
internal static class StatusText
{
    public static string Format(HttpStatusCode status) => Enum.IsDefined(status) ? $"{(int)status} {Word(status)}" : $"{(int)status}";

    // Redirects have two names each; ToString prefers the obscure ones, such as RedirectKeepVerb.
    private static string Word(HttpStatusCode status) =>
        status switch
        {
            HttpStatusCode.MovedPermanently => nameof(HttpStatusCode.MovedPermanently),
            HttpStatusCode.Found => nameof(HttpStatusCode.Found),
            HttpStatusCode.SeeOther => nameof(HttpStatusCode.SeeOther),
            HttpStatusCode.TemporaryRedirect => nameof(HttpStatusCode.TemporaryRedirect),
            _ => status.ToString(),
        };
}
