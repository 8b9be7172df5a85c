using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>What the runtime needs to know about an operation. Emitted once per operation.</summary>
/// <param name="api">The document that the operation belongs to.</param>
/// <param name="id">The operation ID in its document.</param>
/// <param name="method">The HTTP method.</param>
/// <param name="path">The path template, with parameters in braces.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OperationDescriptor(ApiDescription api, string id, HttpMethod method, string path)
{
    private string? _displayName;

    /// <summary>Gets the document that the operation belongs to.</summary>
    public ApiDescription Api { get; } = api;

    /// <summary>Gets the operation ID in its document.</summary>
    public string Id { get; } = id;

    /// <summary>Gets the HTTP method.</summary>
    public HttpMethod Method { get; } = method;

    /// <summary>Gets the path template, with parameters in braces.</summary>
    public string Path { get; } = path;

    /// <summary>Gets a value indicating whether the operation may be retried after a failure that may have reached the server.</summary>
    public bool Idempotent { get; init; }

    /// <summary>
    /// Gets the header with a key by which the service recognizes a retried request, so that the operation may be retried in any case;
    /// <see langword="null"/> if there is none.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>
    /// Gets the alternative scope requirements of the operation; <see langword="null"/> if unknown, empty if nothing is required.
    /// </summary>
    public ScopeRequirement[]? Scopes { get; init; }

    /// <summary>
    /// Gets the credentials of the operation: alternatives, each with one entry per scheme, or empty for no credential;
    /// <see langword="null"/> if they are those of the API as a whole.
    /// </summary>
    public ScopeRequirement[][]? Security { get; init; }

    /// <summary>Gets the rate limit of the operation, if known.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>Gets the way in which a response with a success status reports a failure, if the document defines one.</summary>
    public ErrorMark? Error { get; init; }

    /// <summary>
    /// Gets a value indicating whether an <c>errors</c> member is part of the operation's result, so that on its own it is data and not an
    /// error.
    /// </summary>
    public bool ErrorsAreData { get; init; }

    /// <summary>Gets the names of the parameters whose values must never be shown.</summary>
    public string[] SensitiveParameters { get; init; } = [];

    /// <summary>Gets the names of the members of the request body, at any depth, whose values must never be shown.</summary>
    public string[] SensitiveMembers { get; init; } = [];

    /// <summary>Gets the preferred media type of the response; <see langword="null"/> for JSON.</summary>
    public string? Accept { get; init; }

    /// <summary>Gets a value indicating whether the operation responds with a redirect, which is then a success and not followed.</summary>
    public bool GivesLocation { get; init; }

    /// <summary>
    /// Gets the server of the operation, as in the document; one with a leading slash is a path on the endpoint's host.
    /// <see langword="null"/> for the endpoint.
    /// </summary>
    public string? Server { get; init; }

    /// <summary>Gets a value indicating whether no credential is sent.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Gets the name for traces, metrics and logs; created when first needed. Creating it twice in a race is harmless.</summary>
    internal string DisplayName => _displayName ??= Id.Length > 0 ? $"{Api.Name}.{Id}" : $"{Api.Name} {Method}";
}
