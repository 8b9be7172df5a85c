using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>Emits the method of an operation.</summary>
internal static class MethodEmitter
{
    private const string Task = "global::System.Threading.Tasks.Task";

    public static void Emit(SourceWriter writer, OperationModel operation, EmitContext context)
    {
        MethodDocs.Emit(writer, operation, context);
        EmitAttributes(writer, operation, ResourceText.Parameter(operation));
        var parameters = string.Concat(
            Parameters(operation).Select(static (parameter, index) => (index == 0 ? "\n    " : ",\n    ") + parameter)
        );
        using (writer.Block($"public virtual {ReturnType(operation)} {operation.MethodName}Async({parameters})"))
        {
            RequestEmitter.EmitChecks(writer, operation);
            RequestEmitter.EmitAddress(writer, operation, context);
            RequestEmitter.EmitHeaders(writer, operation, context);
            RequestEmitter.EmitForm(writer, operation, context);
            SendEmitter.Emit(writer, operation, context);
        }
    }

    /// <summary>Writes the method that resumes a job, possibly in another process.</summary>
    public static void EmitResume(SourceWriter writer, OperationModel operation, JobModel job, EmitContext context)
    {
        var status = context.Operation(job.StatusOperationId);
        writer.Tag("summary", $"Resumes a job that '{operation.Id}' started, in this process or another.");
        writer.Param("resumeToken", "", "The job's resume token.");
        writer.Tag("returns", "The job. Its state has not been requested yet.");
        writer.Line(
            "/// <exception cref=\"global::System.ArgumentException\">The token belongs to another operation or version.</exception>"
        );
        EmitAttributes(writer, status, resource: null);
        writer.Line(
            $"public virtual global::KoreXo.Job<{TypeText.Of(job.StatusType)}> Resume{ResumeName(operation, context)}(string resumeToken) =>"
        );
        writer.Line($"    Connection.ResumeJob({context.Document.Stem}Jobs.{operation.Name}, resumeToken);");
    }

    /// <summary>
    /// Returns the name of that method: <c>ResumeExport</c> for <c>StartExport</c>, unless that is the method for the job of an operation
    /// <c>Export</c>.
    /// </summary>
    public static string ResumeName(OperationModel operation, EmitContext context)
    {
        const string Start = "Start";
        var method = operation.MethodName;
        var isStart = method.StartsWith(Start, StringComparison.Ordinal) && method.Length > Start.Length;
        return
            isStart
            && method.Substring(Start.Length) is var name
            && !context.Document.Operations.Any(other =>
                other.Job is not null && other.MethodName == name && other.Group == operation.Group
            )
            ? name
            : method;
    }

    private static void EmitAttributes(SourceWriter writer, OperationModel operation, ParameterModel? resource)
    {
        var need = operation.Scopes;
        var on = resource is null ? null : ResourceText.Argument(resource);
        writer.Line(
            $"[global::KoreXo.ApiOperation({Literal.Quote(operation.Id)}, {Literal.Quote(operation.Verb)}, {Literal.Quote(operation.Path)})]"
        );
        foreach (var alternative in need?.Alternatives ?? default)
        {
            var arguments = alternative
                .Scopes.Select(Literal.Quote)
                .Concat(alternative.Credential is { } credential ? [$"Credential = {Literal.Quote(credential)}"] : [])
                .Concat(alternative.Resource is not null && on is not null ? [on] : []);
            writer.Line($"[global::KoreXo.RequiresScopes({string.Join(", ", arguments)})]");
        }

        if (need is { Alternatives.Count: 0 })
        {
            writer.Line("[global::KoreXo.RequiresScopes]");
        }

        writer.Obsolete(operation.IsDeprecated);
    }

    private static string ReturnType(OperationModel operation) =>
        operation switch
        {
            { Job: { } job, StartType: { } start } => $"{Task}<global::KoreXo.Job<{TypeText.Of(job.StatusType)}, {TypeText.Of(start)}>>",
            { Job: { } job } => $"{Task}<global::KoreXo.Job<{TypeText.Of(job.StatusType)}>>",
            { Paging: { } paging } => $"global::KoreXo.PagedResult<{TypeText.Of(paging.ItemType)}>",
            { Result.IsLocation: true } => $"{Task}<global::System.Uri>",
            { Result: { Stream: not null, Type: { } item } } => $"global::KoreXo.StreamedResult<{TypeText.Of(item)}>",
            { Result.Type: { } result } => $"{Task}<{TypeText.Of(result)}>",
            _ => Task,
        };

    private static List<string> Parameters(OperationModel operation)
    {
        var parameters = operation.Required.Select(static parameter => $"{TypeText.Of(parameter.Type)} {parameter.Name}").ToList();
        if (operation.Body is { } body)
        {
            parameters.Add(TypeText.Of(body.Type) + (body.IsRequired ? " request" : "? request = null"));
        }

        if (operation.OptionsName is { } options)
        {
            parameters.Add($"{options}? options = null");
        }

        parameters.Add("global::KoreXo.CallOptions? call = null");
        parameters.Add("global::System.Threading.CancellationToken cancellationToken = default");
        return parameters;
    }
}
