using KoreXo.OpenApi;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Model;

internal sealed record JobModel
{
    public required string StatusOperationId { get; init; }

    public required TypeRef StatusType { get; init; }

    public required EquatableArray<JobBinding> Arguments { get; init; }

    public required EquatableArray<JobBinding> Match { get; init; }

    public required string State { get; init; }

    public required EquatableArray<string> Running { get; init; }

    public required EquatableArray<string> Succeeded { get; init; }

    public required EquatableArray<string> Partial { get; init; }

    public required EquatableArray<string> Failed { get; init; }

    /// <summary>Gets the parameters of the start call whose values the status call or the match needs.</summary>
    public required EquatableArray<ParameterKey> Values { get; init; }
}
