using KoreXo.Generator.Model;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Binding;

/// <summary>Reads how a list is paged: <c>x-paging</c>, checked against the types of the operation.</summary>
internal sealed class PagingReader(SpecDocument document, TypeRegistry registry)
{
    private readonly TypePlaces _places = new(registry);

    public PagingModel? Read(SpecOperation operation, ResultModel answer, BodyModel? body, List<ParameterModel> parameters)
    {
        if (XPaging.Read(document, operation) is not { } paging)
        {
            return null;
        }

        var result = answer.Content;
        if (result is null || ItemType(result, paging.Items) is not { } itemType)
        {
            XPaging.Report(document, operation, $"the response has no list at '{paging.Items}'");
            return null;
        }

        if (Fault(paging, result, body, parameters) is { } fault)
        {
            XPaging.Report(document, operation, fault);
            return null;
        }

        // Items at "*" are the members of the page itself, under names that are data: { "total": 2, "rex": { … }, "tom": { … } }. What
        // the document declares by name, here 'total', is beside the items, and the pager has to know it. IsText is for services that
        // expect a number as a string in the body ("page": "2"); a cursor is one anyway.
        return new PagingModel
        {
            Style = paging.Style,
            InBody = paging.InBody,
            Position = paging.Position,
            Size = paging.Size,
            Start = paging.Start,
            MaxSize = paging.MaxSize,
            DefaultSize = paging.DefaultSize,
            Items = paging.Items == "/" ? "" : paging.Items,
            Beside =
                paging.Items == "*" && Find(result) is { } page
                    ? page.Properties.Select(static property => property.WireName).ToArray()
                    : default(EquatableArray<string>),
            IsText =
                paging.InBody
                && body is not null
                && Find(body.Type)?.Properties.FirstOrDefault(property => property.WireName == paging.Position?.TrimStart('/'))
                    is { Type: TypeRef.Scalar { Kind: ScalarKind.String } }
                && paging.Style != "cursor",
            More = paging.More,
            Total = paging.Total,
            ItemType = itemType,
            MayBeLone = answer.MayBeLone && paging.Items == "/",
        };
    }

    private string? Fault(XPaging paging, TypeRef result, BodyModel? body, List<ParameterModel> parameters) =>
        paging.InBody && body is { Kind: not BodyKind.Json } ? "its 'in' is 'body', and the body of the operation is not JSON"
        : !paging.InBody && FaultyParameter(paging, parameters) is { } fault ? fault
        : new[] { paging.More, paging.Total }.FirstOrDefault(place => place is not null && !_places.MayHave(result, place)) is { } place
            ? $"the response has nothing at '{place}'"
        : null;

    private static string? FaultyParameter(XPaging paging, List<ParameterModel> parameters)
    {
        ParameterModel? Find(string? name) =>
            parameters.Find(parameter => parameter.Key == new ParameterKey(ParameterLocation.Query, name ?? ""));

        return paging.Position is { } position && Find(position) is null ? $"the operation has no query parameter '{position}'"
            : paging.Size is { } size && Find(size)?.Type is not TypeRef.Scalar { Kind: ScalarKind.Int32 or ScalarKind.Int64 }
                ? $"the operation has no query parameter '{size}' that is an integer"
            : null;
    }

    private TypeRef? ItemType(TypeRef result, string pointer)
    {
        if (pointer == "*")
        {
            return (result is TypeRef.Map keyed ? keyed.Value : Find(result)?.AdditionalProperties) is { } value
                ? new TypeRef.Pair(value)
                : null;
        }

        TypeRef? type = result;
        foreach (var token in pointer == "/" ? [] : JsonPointer.Tokens(pointer))
        {
            type = type?.WithoutNull switch
            {
                TypeRef.Map map => map.Value,
                null => null,
                var other => Find(other) is { } found
                    ? found.Properties.FirstOrDefault(property => property.WireName == token)?.Type ?? found.AdditionalProperties
                    : null,
            };
        }

        return type?.WithoutNull switch
        {
            TypeRef.List list => list.Item,
            TypeRef.Map map => map.Value,
            _ => null,
        };
    }

    private ObjectModel? Find(TypeRef type) =>
        type is TypeRef.Named named && registry.Types.TryGetValue(named.Name, out var model) ? model as ObjectModel : null;
}
