using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>What the runtime must know of an operation. Emitted once per operation.</summary>
/// <param name="api">The document the operation belongs to.</param>
/// <param name="id">The id of the operation in its document.</param>
/// <param name="method">The HTTP verb.</param>
/// <param name="path">The path template, parameters in braces.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OperationDescriptor(ApiDescription api, string id, HttpMethod method, string path)
{
    private string? _displayName;

    /// <summary>Gets the document the operation belongs to.</summary>
    public ApiDescription Api { get; } = api;

    /// <summary>Gets the id of the operation in its document.</summary>
    public string Id { get; } = id;

    /// <summary>Gets the HTTP verb.</summary>
    public HttpMethod Method { get; } = method;

    /// <summary>Gets the path template, parameters in braces.</summary>
    public string Path { get; } = path;

    /// <summary>Gets whether the operation may be repeated after a fault that may have reached the server.</summary>
    public bool Idempotent { get; init; }

    /// <summary>
    /// Gets the header of a key by which the service knows a repeated request, so that the operation may be repeated in any case;
    /// <see langword="null"/> without one.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Gets the alternatives of what the operation needs: <see langword="null"/> = unknown, empty = nothing.</summary>
    public ScopeRequirement[]? Scopes { get; init; }

    /// <summary>
    /// Gets the credentials that the operation carries: alternatives, each with one entry per scheme, none of them for no credential;
    /// <see langword="null"/> = as the API as a whole.
    /// </summary>
    public ScopeRequirement[][]? Security { get; init; }

    /// <summary>Gets the rate at which the operation may be called, where one is known.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>Gets how an answer with the status of a success says that the call was refused, where the document knows of one.</summary>
    public ErrorMark? Error { get; init; }

    /// <summary>
    /// Gets whether a member <c>errors</c> is part of what the operation answers, so that alone it is data and no refusal.
    /// </summary>
    public bool ErrorsAreData { get; init; }

    /// <summary>Gets the names of the parameters whose values must never be shown.</summary>
    public string[] SensitiveParameters { get; init; } = [];

    /// <summary>Gets the names of the members of the request body, at any depth, whose values must never be shown.</summary>
    public string[] SensitiveMembers { get; init; } = [];

    /// <summary>Gets the media type that is asked for first; <see langword="null"/> for JSON.</summary>
    public string? Accept { get; init; }

    /// <summary>Gets whether a redirection is what the operation responds with, so that it is a success and not followed.</summary>
    public bool GivesLocation { get; init; }

    /// <summary>
    /// Gets the server of the operation, as the document names it; one that begins with a slash is a path on the endpoint's host.
    /// <see langword="null"/> = the endpoint.
    /// </summary>
    public string? Server { get; init; }

    /// <summary>Gets whether no credential is sent.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Gets the name for traces, metrics and logs; made on first need, and harmlessly twice in a race.</summary>
    internal string DisplayName => _displayName ??= Id.Length > 0 ? $"{Api.Name}.{Id}" : $"{Api.Name} {Method}";
}
