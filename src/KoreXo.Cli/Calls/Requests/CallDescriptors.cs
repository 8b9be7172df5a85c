using System.Text.Json;
using KoreXo.Generator.Emit;
using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Vocabulary;
using KoreXo.Runtime;

namespace KoreXo.Cli.Calls.Requests;

/// <summary>
/// What the runtime must know about the operations of a document: the same data that the generator emits as code, from the same model.
/// </summary>
internal sealed class CallDescriptors
{
    private readonly EmitContext _context;

    public CallDescriptors(EmitContext context)
    {
        _context = context;
        Api = Describe(context.Document);
    }

    public ApiDescription Api { get; }

    /// <summary>Gets the description for a client without a credential, whose only operation needs none.</summary>
    public ApiDescription Anonymous => Describe(_context.Document with { Authentication = null });

    public OperationDescriptor Of(OperationModel operation) =>
        new(Api, operation.Id, new HttpMethod(operation.Verb), operation.Path)
        {
            Idempotent = operation.IsIdempotent,
            IdempotencyKey = operation.IdempotencyKey,
            Accept = operation.Result.Accept,
            GivesLocation = operation.Result.IsLocation,
            Server = operation.Server,
            Anonymous = operation.IsAnonymous,
            Scopes = operation.Scopes is { } need ? [.. need.Alternatives.Select(Requirement)] : null,
            Security = Security(operation.Security),
            RateLimit = operation.RateLimit is { } limit
                ? new RateLimit(
                    limit.Budget,
                    limit.Documented,
                    [.. limit.Windows.Select(static window => new KoreXo.RateLimitWindow(window.Calls, window.Seconds))]
                )
                : null,
            Error = operation.Error is { } error ? new ErrorMark(error.At, [.. error.Values], error.IsText) : null,
            ErrorsAreData = OperationsEmitter.ErrorsAreData(operation, _context),
            SensitiveParameters = [.. operation.Parameters.Where(static one => one.IsSensitive).Select(static one => one.Key.Name)],
            SensitiveMembers = [.. _context.Sensitive.Of([operation.Body?.Type])],
        };

    public static PagingDescriptor Of(PagingModel paging) =>
        new()
        {
            Style = Enum.Parse<PagingStyle>(CSharpName.Pascal(paging.Style)),
            In = paging.InBody ? PagingLocation.Body : PagingLocation.Query,
            Position = paging.Position,
            Size = paging.Size,
            Start = paging.Start,
            MaxSize = paging.MaxSize,
            DefaultSize = paging.DefaultSize,
            Items = paging.Items,
            Beside = [.. paging.Beside],
            AsText = paging.IsText,
            AllowsSingleItem = paging.MayBeLone,
            More = paging.More,
            Total = paging.Total,
        };

    public JobDescriptor<JsonElement> Of(OperationModel operation, JobModel job) =>
        new()
        {
            Start = Of(operation),
            Status = Of(_context.Operation(job.StatusOperationId)),
            Codec = Codecs.Element,
            Arguments = [.. job.Arguments.Select(static one => new JobArgument(one.Target, one.Expression))],
            State = job.State,
            Running = [.. job.Running],
            Succeeded = [.. job.Succeeded],
            Partial = [.. job.Partial],
            Failed = [.. job.Failed],
            Match = [.. job.Match.Select(static one => new JobMatch(one.Target, one.Expression))],
        };

    private static ApiDescription Describe(DocumentModel document)
    {
        var kinds = OperationsEmitter.CredentialKinds(document);
        return new ApiDescription
        {
            Name = document.Stem,
            Authentication = document.Authentication is { } authentication ? Authentication(authentication) : null,
            Schemes = [.. document.Schemes.Select(static scheme => Authentication(scheme.Authentication) with { Scheme = scheme.Key })],
            Security = Security(document.Security),
            Servers = document.Operations.Any(static operation => operation.Server is { } server && server[0] != '/')
                ? [.. document.ServerAddresses]
                : [],
            KnownScopes =
            [
                .. document.KnownScopes.Select(static scope => new KoreXo.Runtime.KnownScope(
                    scope.Name,
                    [.. scope.Aliases],
                    [.. scope.Implies]
                )),
            ],
            Refusals = [.. document.Refusals.Select(static refusal => new RateRefusal(refusal.Contains, refusal.Seconds))],
            CredentialKinds = kinds.Count > 0 ? kinds : null,
            Budgets =
            [
                .. document
                    .Operations.Select(static operation => operation.RateLimit?.Budget)
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal),
            ],
        };
    }

    private static ApiAuthentication Authentication(AuthenticationModel model) =>
        new(model.Name, Enum.Parse<AuthLocation>(model.Location), model.Prefix);

    private static ScopeRequirement Requirement(ScopeAlternative alternative) =>
        new(alternative.Credential, [.. alternative.Scopes]) { Resource = alternative.Resource?.Expression };

    private static ScopeRequirement[][]? Security(EquatableArray<EquatableArray<ScopeAlternative>>? security) =>
        security is { } alternatives ? [.. alternatives.Select(static parts => parts.Select(Requirement).ToArray())] : null;
}
