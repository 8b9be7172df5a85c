using KoreXo.OpenApi;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Model;

/// <summary>One method of a client.</summary>
internal sealed record OperationModel
{
    public required string Id { get; init; }

    /// <summary>Gets the name of the method without <c>Async</c>, which is also the name of its descriptor.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the name of the method without <c>Async</c>; in a group, without the name of the group.</summary>
    public string MethodName
    {
        get => field ?? Name;
        init;
    }

    /// <summary>Gets the first tag; null if there is none.</summary>
    public string? Tag { get; init; }

    /// <summary>Gets the client of the group that the method belongs to; null for the document's own client.</summary>
    public string? Group { get; init; }

    public required string Verb { get; init; }

    public required string Path { get; init; }

    /// <summary>Gets the path as sent, if it has no parameters.</summary>
    public string FixedPath => string.Concat(PathParts.Select(static part => part.Text));

    public required EquatableArray<PathPart> PathParts { get; init; }

    public required string Summary { get; init; }

    public required string Description { get; init; }

    public required string? DocumentationUrl { get; init; }

    public required bool IsDeprecated { get; init; }

    public required bool IsIdempotent { get; init; }

    /// <summary>Gets the header of a key that is the same for all attempts of a call; null if there is none.</summary>
    public required string? IdempotencyKey { get; init; }

    /// <summary>Gets the address of the operation, or its path on the endpoint's host, if it is not at the endpoint.</summary>
    public required string? Server { get; init; }

    public required bool IsAnonymous { get; init; }

    public required EquatableArray<ParameterModel> Parameters { get; init; }

    public required BodyModel? Body { get; init; }

    /// <summary>Gets the members that the operation always sends, as JSON without braces; empty if there are none.</summary>
    public required string Constants { get; init; }

    public required ResultModel Result { get; init; }

    /// <summary>Gets the scopes that the operation requires; null if the document does not say.</summary>
    public required ScopeNeed? Scopes { get; init; }

    /// <summary>
    /// Gets the credentials that the operation carries: alternatives of schemes that are all required; null if they are those of the
    /// document.
    /// </summary>
    public required EquatableArray<EquatableArray<ScopeAlternative>>? Security { get; init; }

    public required XRateLimit? RateLimit { get; init; }

    /// <summary>
    /// Gets the indication in a successful response that the call was rejected; null if the document describes no such response.
    /// </summary>
    public required XError? Error { get; init; }

    public required PagingModel? Paging { get; init; }

    public required JobModel? Job { get; init; }

    /// <summary>Gets the type of the start response of a job, if it is JSON with a type of its own.</summary>
    public TypeRef? StartType => Job is null || Result.IsBinary || Result.IsText ? null : Result.Content;

    /// <summary>Gets the same operation with its response in other forms: a stream, a file, a table.</summary>
    public EquatableArray<OperationModel> Alternates { get; init; }

    /// <summary>Gets the operation, followed by its other response forms.</summary>
    public IEnumerable<OperationModel> All => Alternates.Prepend(this);

    /// <summary>Gets the types of the responses.</summary>
    public IEnumerable<TypeRef?> ReceivedTypes =>
        All.SelectMany(static one => new[] { one.Result.Type, one.Paging?.ItemType, one.Job?.StatusType });

    /// <summary>Gets the required parameters in the order of the method's arguments.</summary>
    public IEnumerable<ParameterModel> Required =>
        new[] { ParameterLocation.Path, ParameterLocation.Query, ParameterLocation.Header, ParameterLocation.Cookie }.SelectMany(location =>
            Parameters.Where(parameter => parameter.IsRequired && parameter.Key.In == location)
        );

    /// <summary>Gets the optional parameters, which are members of an options class.</summary>
    public IEnumerable<ParameterModel> Optional => Parameters.Where(static parameter => parameter is { IsRequired: false, Constant: null });

    /// <summary>Gets the name of the options class; null without optional parameters.</summary>
    public required string? OptionsName { get; init; }
}
