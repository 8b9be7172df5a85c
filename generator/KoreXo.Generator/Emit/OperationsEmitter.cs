using KoreXo.Generator.Model;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Generator.Emit;

/// <summary>What the runtime has to know of each operation: its path, scopes, limits, pages and jobs.</summary>
internal static class OperationsEmitter
{
    private const string Runtime = "global::KoreXo.Runtime.";

    public static SourceText Emit(DocumentModel document)
    {
        var writer = SourceFile.Begin(document.Namespace);
        using (writer.Block($"internal static class {document.Stem}Operations"))
        {
            EmitApi(writer, document);
            foreach (var operation in document.Operations)
            {
                EmitDescriptor(writer, operation);
                writer.Gap();
                if (operation is { Paging: { } paging, Job: null })
                {
                    EmitPaging(writer, operation, paging);
                    writer.Gap();
                }
            }
        }

        if (document.Operations.Any(static operation => operation.Job is not null))
        {
            writer.Gap();
            using (writer.Block($"internal static class {document.Stem}Jobs"))
            {
                foreach (var operation in document.Operations.Where(static operation => operation.Job is not null))
                {
                    EmitJob(writer, operation, operation.Job!, document);
                    writer.Gap();
                }
            }
        }

        return writer.ToSourceText();
    }

    private static void EmitApi(SourceWriter writer, DocumentModel document)
    {
        using (writer.Block($"internal static readonly {Runtime}ApiDescription Api = new()", "};"))
        {
            writer.Line($"Name = {Literal.Quote(document.Stem)},");
            if (document.Authentication is { } authentication)
            {
                writer.Line($"Authentication = new({Literal.Quote(authentication.Name)}, {Runtime}AuthLocation.{authentication.Location}, {Literal.Quote(authentication.Prefix)}),");
            }

            EmitList(writer, "KnownScopes", document.KnownScopes.Select(static scope =>
                $"new({Literal.Quote(scope.Name)}, {Literal.List(scope.Aliases)}, {Literal.List(scope.Implies)})"));
            EmitList(writer, "Refusals", document.Refusals.Select(static refusal =>
                $"new({Literal.Quote(refusal.Contains)}, {Literal.Number(refusal.Seconds)})"));
        }

        writer.Gap();
    }

    private static void EmitList(SourceWriter writer, string name, IEnumerable<string> items)
    {
        if (items.Any())
        {
            writer.Line($"{name} =\n[");
            foreach (var item in items)
            {
                writer.Line($"    {item},");
            }

            writer.Line("],");
        }
    }

    private static void EmitDescriptor(SourceWriter writer, OperationModel operation)
    {
        writer.Line($"internal static readonly {Runtime}OperationDescriptor {operation.Name} =");
        var method = $"new global::System.Net.Http.HttpMethod({Literal.Quote(operation.Verb)})";
        using (writer.Block($"    new(Api, {Literal.Quote(operation.Id)}, {method}, {Literal.Quote(operation.Path)})", "};"))
        {
            writer.Line($"Idempotent = {Literal.Boolean(operation.IsIdempotent)},");
            if (operation.IsAnonymous)
            {
                writer.Line("Anonymous = true,");
            }

            if (operation.Scopes is { } need)
            {
                var alternatives = need.Alternatives.Select(static alternative =>
                    $"new({string.Join(", ", new[] { Literal.Quote(alternative.Credential, "null") }.Concat(alternative.Scopes.Select(Literal.Quote)))})");
                writer.Line($"Scopes = [{string.Join(", ", alternatives)}],");
            }

            if (operation.RateLimit is { } limit)
            {
                var windows = limit.Windows.Select(static window => $"new({Literal.Number(window.Calls)}, {Literal.Number(window.Seconds)})");
                writer.Line($"RateLimit = new({Literal.Quote(limit.Budget)}, {Literal.Boolean(limit.Documented)}, [{string.Join(", ", windows)}]),");
            }

            if (operation.Parameters.Where(static parameter => parameter.IsSensitive).Select(static parameter => parameter.Key.Name).ToList() is { Count: > 0 } sensitive)
            {
                writer.Line($"SensitiveParameters = {Literal.List(sensitive)},");
            }
        }
    }

    private static void EmitPaging(SourceWriter writer, OperationModel operation, PagingModel paging)
    {
        using (writer.Block($"internal static readonly {Runtime}PagingDescriptor {operation.Name}Paging = new()", "};"))
        {
            writer.Line($"Style = {Runtime}PagingStyle.{Naming.CSharpName.Pascal(paging.Style)},");
            writer.Line($"In = {Runtime}PagingLocation.{(paging.InBody ? "Body" : "Query")},");
            EmitText(writer, "Position", paging.Position);
            EmitText(writer, "Size", paging.Size);
            writer.Line($"Start = {Literal.Number(paging.Start)},");
            if (paging.MaxSize is { } maxSize)
            {
                writer.Line($"MaxSize = {Literal.Number(maxSize)},");
            }

            writer.Line($"Items = {Literal.Quote(paging.Items)},");
            EmitStates(writer, "Beside", paging.Beside);
            if (paging.IsText)
            {
                writer.Line("AsText = true,");
            }

            EmitText(writer, "More", paging.More);
            EmitText(writer, "Total", paging.Total);
        }
    }

    private static void EmitJob(SourceWriter writer, OperationModel operation, JobModel job, DocumentModel document)
    {
        var status = document.Operations.First(candidate => candidate.Id == job.StatusOperationId);
        using (writer.Block($"internal static readonly {Runtime}JobDescriptor<{TypeText.Of(job.StatusType)}> {operation.Name} = new()", "};"))
        {
            writer.Line($"Start = {document.Stem}Operations.{operation.Name},");
            writer.Line($"Status = {document.Stem}Operations.{status.Name},");
            writer.Line($"Codec = {CodecText.Of(job.StatusType, document)},");
            EmitList(writer, "Arguments", Bindings(job.Arguments));
            writer.Line($"State = {Literal.Quote(job.State)},");
            EmitStates(writer, "Running", job.Running);
            EmitStates(writer, "Succeeded", job.Succeeded);
            EmitStates(writer, "Partial", job.Partial);
            EmitStates(writer, "Failed", job.Failed);
            EmitList(writer, "Match", Bindings(job.Match));
        }
    }

    private static IEnumerable<string> Bindings(EquatableArray<JobBinding> bindings) =>
        bindings.Select(static binding => $"new({Literal.Quote(binding.Target)}, {Literal.Quote(binding.Expression)})");

    private static void EmitStates(SourceWriter writer, string name, EquatableArray<string> states)
    {
        if (states.Count > 0)
        {
            writer.Line($"{name} = {Literal.List(states)},");
        }
    }

    private static void EmitText(SourceWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.Line($"{name} = {Literal.Quote(value)},");
        }
    }
}
