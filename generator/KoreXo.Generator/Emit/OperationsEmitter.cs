using KoreXo.Generator.Model;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Vocabulary;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Generator.Emit;

/// <summary>Emits what the runtime must know about each operation: path, scopes, limits, pages and jobs.</summary>
internal static class OperationsEmitter
{
    private const string Runtime = "global::KoreXo.Runtime.";

    public static SourceText Emit(EmitContext context)
    {
        var writer = SourceFile.Begin(context.Document.Namespace, context.CancellationToken);
        using (writer.Block($"internal static class {context.Document.Stem}Operations"))
        {
            EmitApi(writer, context);
            foreach (var operation in context.Document.Operations.SelectMany(static operation => operation.All))
            {
                writer.Line(
                    $"internal static {Runtime}OperationDescriptor {operation.Name} => {context.Document.Stem}Descriptors.{operation.Name}._value;"
                );
                writer.Gap();
            }
        }

        // Each in a class of its own, so that a process only makes, and compiles the making of, what it calls.
        EmitClass(
            writer,
            $"{context.Document.Stem}Descriptors",
            context,
            static _ => true,
            operation => EmitDescriptor(writer, operation, context.Sensitive.Of([operation.Body?.Type]), context)
        );
        EmitClass(
            writer,
            $"{context.Document.Stem}Paging",
            context,
            static operation => operation is { Paging: not null, Job: null },
            operation => EmitPaging(writer, operation, operation.Paging!)
        );
        EmitClass(
            writer,
            $"{context.Document.Stem}Jobs",
            context,
            static operation => operation.Job is not null,
            operation => EmitJob(writer, operation, operation.Job!, context)
        );
        return writer.ToSourceText();
    }

    /// <summary>Writes a class with one field for each operation that it applies to; nothing if there is none.</summary>
    private static void EmitClass(
        SourceWriter writer,
        string name,
        EmitContext context,
        Func<OperationModel, bool> has,
        Action<OperationModel> emit
    )
    {
        if (!context.Document.Operations.Any(has))
        {
            return;
        }

        writer.Gap();
        using (writer.Block($"internal static class {name}"))
        {
            foreach (var operation in context.Document.Operations.SelectMany(static operation => operation.All).Where(has))
            {
                emit(operation);
                writer.Gap();
            }
        }
    }

    private static void EmitApi(SourceWriter writer, EmitContext context)
    {
        using (writer.Block($"internal static readonly {Runtime}ApiDescription Api = new()", "};"))
        {
            writer.Line($"Name = {Literal.Quote(context.Document.Stem)},");
            if (context.Document.Authentication is { } authentication)
            {
                writer.Line(
                    $"Authentication = new({Literal.Quote(authentication.Name)}, {Runtime}AuthLocation.{authentication.Location}, {Literal.Quote(authentication.Prefix)}),"
                );
            }

            EmitList(
                writer,
                "Schemes",
                context.Document.Schemes.Select(static scheme =>
                    $"new({Literal.Quote(scheme.Authentication.Name)}, {Runtime}AuthLocation.{scheme.Authentication.Location}, {Literal.Quote(scheme.Authentication.Prefix)}) {{ Scheme = {Literal.Quote(scheme.Key)} }}"
                )
            );
            EmitSecurity(writer, context.Document.Security);
            if (context.Document.Operations.Any(static operation => operation.Server is { } server && server[0] != '/'))
            {
                EmitNames(writer, "Servers", [.. context.Document.ServerAddresses]);
            }

            EmitList(
                writer,
                "KnownScopes",
                context.Document.KnownScopes.Select(static scope =>
                    $"new({Literal.Quote(scope.Name)}, {Literal.List(scope.Aliases)}, {Literal.List(scope.Implies)})"
                )
            );
            EmitList(
                writer,
                "Refusals",
                context.Document.Refusals.Select(static refusal =>
                    $"new({Literal.Quote(refusal.Contains)}, {Literal.Number(refusal.Seconds)})"
                )
            );
            EmitNames(writer, "CredentialKinds", CredentialKinds(context.Document));
            EmitNames(writer, "Budgets", [.. Ordered(context.Document.Operations.Select(static operation => operation.RateLimit?.Budget))]);
        }

        writer.Gap();
    }

    /// <summary>
    /// Returns the named kinds of credential; empty if an operation accepts any kind, since callers may then choose the names.
    /// </summary>
    public static List<string> CredentialKinds(DocumentModel document)
    {
        var alternatives = document.Operations.SelectMany(static operation => operation.Scopes?.Alternatives ?? default);
        if (document.Schemes.Count > 0)
        {
            return
            [
                .. Ordered(
                    alternatives
                        .Select(static alternative => alternative.Credential)
                        .Concat(document.Schemes.Select(static scheme => scheme.Key))
                ),
            ];
        }

        return alternatives.Any(static alternative => alternative.Credential is null && alternative.Scopes.Count > 0)
            ? []
            : [.. Ordered(alternatives.Select(static alternative => alternative.Credential))];
    }

    private static IEnumerable<string> Ordered(IEnumerable<string?> names) =>
        names.OfType<string>().Distinct(StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal);

    private static void EmitList(SourceWriter writer, string name, IEnumerable<string> items)
    {
        if (items.Any())
        {
            writer.Line(
                $$"""
                {{name}} =
                [
                """
            );
            foreach (var item in items)
            {
                writer.Line($"    {item},");
            }

            writer.Line("],");
        }
    }

    private static void EmitDescriptor(SourceWriter writer, OperationModel operation, List<string> sensitive, EmitContext context)
    {
        using var holder = writer.Block($"internal static class {operation.Name}");
        writer.Line($"internal static readonly {Runtime}OperationDescriptor _value =");
        var method = $"new global::System.Net.Http.HttpMethod({Literal.Quote(operation.Verb)})";
        using (
            writer.Block(
                $"    new({context.Document.Stem}Operations.Api, {Literal.Quote(operation.Id)}, {method}, {Literal.Quote(operation.Path)})",
                "};"
            )
        )
        {
            writer.Line($"Idempotent = {Literal.Boolean(operation.IsIdempotent)},");
            if (operation.IdempotencyKey is { } key)
            {
                writer.Line($"IdempotencyKey = {Literal.Quote(key)},");
            }

            if (operation.Result.Accept is { } accept)
            {
                writer.Line($"Accept = {Literal.Quote(accept)},");
            }

            EmitAccess(writer, operation);
            if (operation.RateLimit is { } limit)
            {
                var windows = limit.Windows.Select(static window =>
                    $"new({Literal.Number(window.Calls)}, {Literal.Number(window.Seconds)})"
                );
                writer.Line(
                    $"RateLimit = new({Literal.Quote(limit.Budget)}, {Literal.Boolean(limit.Documented)}, [{string.Join(", ", windows)}]),"
                );
            }

            if (operation.Error is { } error)
            {
                writer.Line(
                    $"Error = new({Literal.Quote(error.At, "null")}, {Literal.List(error.Values)}, {Literal.Boolean(error.IsText)}),"
                );
            }

            if (ErrorsAreData(operation, context))
            {
                writer.Line("ErrorsAreData = true,");
            }

            EmitNames(
                writer,
                "SensitiveParameters",
                [.. operation.Parameters.Where(static parameter => parameter.IsSensitive).Select(static parameter => parameter.Key.Name)]
            );
            EmitNames(writer, "SensitiveMembers", sensitive);
        }
    }

    /// <summary>Writes where the operation is located, and what is required to call it.</summary>
    private static void EmitAccess(SourceWriter writer, OperationModel operation)
    {
        if (operation.Result.IsLocation)
        {
            writer.Line("GivesLocation = true,");
        }

        if (operation.Server is { } server)
        {
            writer.Line($"Server = {Literal.Quote(server)},");
        }

        if (operation.IsAnonymous)
        {
            writer.Line("Anonymous = true,");
        }

        if (operation.Scopes is { } need)
        {
            var resource = ResourceText.Parameter(operation)?.Key;
            var alternatives = need.Alternatives.Select(alternative =>
                $"new({string.Join(", ", new[] { Literal.Quote(alternative.Credential, "null") }.Concat(alternative.Scopes.Select(Literal.Quote)))})"
                + (
                    resource is not null && alternative.Resource == resource
                        ? $" {{ Resource = {Literal.Quote(resource.Expression)} }}"
                        : ""
                )
            );
            writer.Line($"Scopes = [{string.Join(", ", alternatives)}],");
        }

        EmitSecurity(writer, operation.Security);
    }

    private static void EmitSecurity(SourceWriter writer, EquatableArray<EquatableArray<ScopeAlternative>>? security)
    {
        if (security is { } alternatives)
        {
            var items = alternatives.Select(static alternative =>
                $"[{string.Join(", ", alternative.Select(static part => $"new({string.Join(", ", part.Scopes.Select(Literal.Quote).Prepend(Literal.Quote(part.Credential, "null")))})"))}]"
            );
            writer.Line($"Security = [{string.Join(", ", items)}],");
        }
    }

    /// <summary>Returns whether a response with nothing but <c>errors</c> is a result of the operation.</summary>
    public static bool ErrorsAreData(OperationModel operation, EmitContext context) =>
        operation.Result.Content is TypeRef.Named result && context.Type(result.Name) is { } type && MayBeAlone(type, "errors");

    // A 200 whose body is { "errors": [...] } and nothing else is usually a failure that the service dressed as a success. Not where the
    // document says that such an object is a result: a validation call may well respond with its errors and mean it.
    /// <summary>Returns whether an object with only the given member is of the type.</summary>
    private static bool MayBeAlone(TypeModel type, string member) =>
        type switch
        {
            ObjectModel model => MayBeAlone(
                member,
                model.Properties.Select(static property => property.WireName),
                model.Properties.Where(static property => property.IsRequired).Select(static property => property.WireName)
            ),
            UnionModel union => union.Cases.Any(item => MayBeAlone(member, item.Members, item.RequiredMembers)),
            _ => false,
        };

    private static bool MayBeAlone(string member, IEnumerable<string> members, IEnumerable<string> required) =>
        members.Contains(member, StringComparer.Ordinal) && required.All(name => name == member);

    private static void EmitNames(SourceWriter writer, string name, List<string> names)
    {
        if (names.Count > 0)
        {
            writer.Line($"{name} = {Literal.List(names)},");
        }
    }

    private static void EmitPaging(SourceWriter writer, OperationModel operation, PagingModel paging)
    {
        using (writer.Block($"internal static readonly {Runtime}PagingDescriptor {operation.Name} = new()", "};"))
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

            if (paging.DefaultSize is { } defaultSize)
            {
                writer.Line($"DefaultSize = {Literal.Number(defaultSize)},");
            }

            writer.Line($"Items = {Literal.Quote(paging.Items)},");
            EmitStates(writer, "Beside", paging.Beside);
            if (paging.IsText)
            {
                writer.Line("AsText = true,");
            }

            if (paging.MayBeLone)
            {
                writer.Line("AllowsSingleItem = true,");
            }

            EmitText(writer, "More", paging.More);
            EmitText(writer, "Total", paging.Total);
        }
    }

    private static void EmitJob(SourceWriter writer, OperationModel operation, JobModel job, EmitContext context)
    {
        var status = context.Operation(job.StatusOperationId);
        using (
            writer.Block($"internal static readonly {Runtime}JobDescriptor<{TypeText.Of(job.StatusType)}> {operation.Name} = new()", "};")
        )
        {
            writer.Line($"Start = {context.Document.Stem}Operations.{operation.Name},");
            writer.Line($"Status = {context.Document.Stem}Operations.{status.Name},");
            writer.Line($"Codec = {CodecText.Of(job.StatusType, context)},");
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
