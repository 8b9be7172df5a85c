using System.Diagnostics;

namespace KoreXo.Runtime;

/// <summary>
/// The names and values of tags. Except for those that the caller adds, all are bounded: neither IDs nor addresses, and nothing from a
/// request.
/// </summary>
internal static class Tags
{
    public const string Operation = "korexo.operation";
    public const string Outcome = "korexo.outcome";
    public const string Credential = "korexo.credential";
    public const string Scopes = "korexo.scopes";
    public const string RequestId = "korexo.request_id";
    public const string Polls = "korexo.job.polls";
    public const string Budget = "korexo.budget";
    public const string ErrorType = "error.type";
    public const string Method = "http.request.method";
    public const string Status = "http.response.status_code";
    public const string Resends = "http.request.resend_count";
    public const string Server = "server.address";
    public const string Port = "server.port";
    public const string Template = "url.template";

    /// <summary>Starts the tags of a measurement with the caller's own.</summary>
    public static TagList From(IReadOnlyDictionary<string, string>? own)
    {
        var tags = new TagList();
        if (own is { Count: > 0 })
        {
            foreach (var (name, value) in own)
            {
                tags.Add(name, value);
            }
        }

        return tags;
    }

    /// <summary>Gets the scopes that a call used as one value, since not every backend keeps a list apart.</summary>
    public static string ScopesOf(ScopeRequirement used) => used.Scopes is [var only] ? only : string.Join("; ", used.Scopes);

    /// <summary>Gets whether a call was applied, definitely not applied, or may have been.</summary>
    public static string OutcomeOf(Exception? fault) =>
        fault switch
        {
            null => "done",
            OperationCanceledException => "cancelled",
            KoreXoException { MayHaveBeenApplied: true } => "unknown",
            KoreXoException => "refused",
            _ => "fault",
        };

    public static string ErrorTypeOf(Exception fault) =>
        fault switch
        {
            OperationCanceledException => "cancelled",
            KoreXoTimeoutException => "timeout",
            KoreXoException { InnerException: HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } transport } =>
                transport.HttpRequestError.ToString(),
            KoreXoException { InnerException: HttpIOException { HttpRequestError: not HttpRequestError.Unknown } transport } =>
                transport.HttpRequestError.ToString(),
            KoreXoException { Status: { } status } when !IsSuccess(status) => ((int)status).ToString(
                System.Globalization.CultureInfo.InvariantCulture
            ),
            _ => fault.GetType().FullName ?? "unknown",
        };

    // "200" says nothing of a job that failed, nor of a response that could not be read.
    private static bool IsSuccess(System.Net.HttpStatusCode status) => (int)status is >= 200 and < 300;
}
