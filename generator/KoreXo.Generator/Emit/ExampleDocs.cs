using KoreXo.Generator.Model;
using KoreXo.OpenApi.Document;

namespace KoreXo.Generator.Emit;

/// <summary>
/// Shows how a method is used where its signature alone does not say it: items that are enumerated, a job that is waited for, a request
/// of one of several shapes.
/// <code>
/// var job = await client.StartImportAsync(botId, new ImportRequest.Archive(archive));
/// var status = await job.WaitAsync();
/// </code>
/// </summary>
internal static class ExampleDocs
{
    public static void Emit(SourceWriter writer, OperationModel operation, EmitContext context)
    {
        var union = Union(operation, context);
        var call = $"client.{operation.MethodName}Async({string.Join(", ", Arguments(operation, union))})";
        string[] lines = operation switch
        {
            { Job: not null } => [$"var job = await {call};", "var status = await job.WaitAsync();"],
            { Paging: not null } or { Result.Stream: not null } =>
            [
                $"await foreach (var item in {call})",
                "{",
                "    Console.WriteLine(item);",
                "}",
            ],
            _ when union is null => [],
            { Result.Type: not null } => [$"var result = await {call};"],
            _ => [$"await {call};"],
        };
        if (lines.Length == 0)
        {
            return;
        }

        writer.Line("/// <example>");
        writer.Line("/// <code>");
        foreach (var line in lines)
        {
            writer.Line($"/// {XmlDocs.Escape(line)}");
        }

        writer.Line("/// </code>");
        writer.Line("/// </example>");
    }

    private static IEnumerable<string> Arguments(OperationModel operation, UnionModel? union)
    {
        foreach (
            var location in new[] { ParameterLocation.Path, ParameterLocation.Query, ParameterLocation.Header, ParameterLocation.Cookie }
        )
        {
            foreach (var parameter in operation.Parameters.Where(parameter => parameter.IsRequired && parameter.Key.In == location))
            {
                yield return parameter.Name;
            }
        }

        if (union is not null)
        {
            var shape = union.Cases[0];
            yield return $"new {union.Name}.{shape.Name}({Naming.CSharpName.Camel(shape.Name)})";
        }
        else if (operation.Body is { IsRequired: true })
        {
            yield return "request";
        }
    }

    private static UnionModel? Union(OperationModel operation, EmitContext context) =>
        operation.Body?.Type is TypeRef.Named { Kind: NamedKind.Union } named
        && context.Type(named.Name) is UnionModel { Cases.Count: > 0 } union
            ? union
            : null;
}
