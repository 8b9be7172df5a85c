using KoreXo.OpenApi;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Model;

/// <summary>One method of a client.</summary>
internal sealed record OperationModel
{
    public required string Id { get; init; }

    /// <summary>The method's name without <c>Async</c>; also the name of its descriptor.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the method without <c>Async</c>; in a group it does not repeat the name of the group.</summary>
    public string MethodName
    {
        get => field ?? Name;
        init;
    }

    /// <summary>The client of the group that the method is a member of; null for the document's own.</summary>
    public string? Group { get; init; }

    public required string Verb { get; init; }

    public required string Path { get; init; }

    /// <summary>The path as it is sent where nothing has to be filled in.</summary>
    public string FixedPath => string.Concat(PathParts.Select(static part => part.Text));

    public required EquatableArray<PathPart> PathParts { get; init; }

    public required string Summary { get; init; }

    public required string Description { get; init; }

    public required string? DocumentationUrl { get; init; }

    public required bool IsDeprecated { get; init; }

    public required bool IsIdempotent { get; init; }

    /// <summary>The header of a key that is the same for all attempts of a call; null where there is none.</summary>
    public required string? IdempotencyKey { get; init; }

    /// <summary>Where the operation is, if not at the endpoint: an address, or a path on the endpoint's host.</summary>
    public required string? Server { get; init; }

    public required bool IsAnonymous { get; init; }

    public required EquatableArray<ParameterModel> Parameters { get; init; }

    public required BodyModel? Body { get; init; }

    /// <summary>The members that the operation always sends, as JSON text without braces; empty without any.</summary>
    public required string Constants { get; init; }

    public required ResultModel Result { get; init; }

    /// <summary>What the operation needs; null where the document does not say.</summary>
    public required ScopeNeed? Scopes { get; init; }

    /// <summary>
    /// The credentials that the operation carries: alternatives of schemes that are all needed; null where they are the document's.
    /// </summary>
    public required EquatableArray<EquatableArray<ScopeAlternative>>? Security { get; init; }

    public required XRateLimit? RateLimit { get; init; }

    /// <summary>How a successful answer says that the call was refused; null where the document knows of no such answer.</summary>
    public required XError? Error { get; init; }

    public required PagingModel? Paging { get; init; }

    public required JobModel? Job { get; init; }

    /// <summary>The type of the response to the start of a job, where it is JSON with a type of its own.</summary>
    public TypeRef? StartType => Job is null || Result.IsBinary || Result.IsText ? null : Result.Content;

    /// <summary>The same operation, asked for its response in another form: a stream, a file, a table.</summary>
    public EquatableArray<OperationModel> Alternates { get; init; }

    /// <summary>The operation, then the same with a response in other forms.</summary>
    public IEnumerable<OperationModel> All => Alternates.Prepend(this);

    /// <summary>The types that responses are read as.</summary>
    public IEnumerable<TypeRef?> ReceivedTypes =>
        All.SelectMany(static one => new[] { one.Result.Type, one.Paging?.ItemType, one.Job?.StatusType });

    /// <summary>The optional parameters, which the caller gives in an options object.</summary>
    public IEnumerable<ParameterModel> Optional => Parameters.Where(static parameter => parameter is { IsRequired: false, Constant: null });

    /// <summary>The name of the options type; null without optional parameters.</summary>
    public required string? OptionsName { get; init; }
}
