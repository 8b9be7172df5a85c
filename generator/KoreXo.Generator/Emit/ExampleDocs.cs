using KoreXo.Generator.Model;

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
        var union = context.Union(operation.Body?.Type);
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
        foreach (var parameter in operation.Required)
        {
            yield return parameter.Name;
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
}
