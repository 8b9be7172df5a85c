using KoreXo.Generator.Model;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Emit;

/// <summary>Writes the documentation of an operation's method.</summary>
internal static class MethodDocs
{
    public static void Emit(SourceWriter writer, OperationModel operation, EmitContext context)
    {
        writer.Summary(operation.Summary.Trim().Length == 0 ? operation.Description : operation.Summary, $"Calls '{operation.Id}'.");
        EmitRemarks(writer, operation);
        foreach (var parameter in operation.Required)
        {
            writer.Param(parameter.Name, parameter.Description, $"The parameter '{parameter.Key.Name}'.");
        }

        if (operation.Body is { } body)
        {
            writer.Param("request", body.Description, "The request body.", Shapes(body.Type, context));
        }

        if (operation.OptionsName is not null)
        {
            writer.Param("options", "", "The optional parameters.");
        }

        writer.Param("call", "", "Settings for this call only.");
        writer.Param("cancellationToken", "", "A token to cancel the operation.");
        writer.Tag("returns", Returns(operation));
        ExceptionDocs.Emit(writer, operation, context);
        ExampleDocs.Emit(writer, operation, context);
        if (operation.DocumentationUrl is { } url)
        {
            writer.Line($"/// <seealso href=\"{XmlDocs.Escape(url).Replace("\"", "&quot;").Replace("\n", "")}\"/>");
        }
    }

    /// <summary>Returns what a request of several shapes can be: types that convert to it, and cases that are created.</summary>
    private static string Shapes(TypeRef type, EmitContext context) =>
        context.Union(type) is { } union
            ? "One of "
                + string.Join(
                    ", ",
                    union.Cases.Select(item =>
                        $"<see cref=\"{(item.Type is TypeRef.Named ? TypeText.Qualified(item.Type, context) : $"{TypeText.Qualified(union.Name, context)}.{item.Name}")}\"/>"
                    )
                )
                + "."
            : "";

    private static string Returns(OperationModel operation) =>
        operation switch
        {
            { Job: not null } => "The started job, to wait for now or to resume later.",
            { Paging: not null } => "The items, fetched page by page during enumeration; no request is sent before that.",
            { Result.Stream: not null } =>
                "The items, received one by one during enumeration. No request is sent before that, and an enumeration that ends is complete.",
            { Result.IsLocation: true } => "The address of the redirect, which is not followed.",
            { Result.Description: { } text } when text.Trim().Length > 0 => text,
            _ => "The answer.",
        };

    private static void EmitRemarks(SourceWriter writer, OperationModel operation)
    {
        writer.Line("/// <remarks>");
        if (operation.Summary.Trim().Length > 0 && operation.Description.Trim().Length > 0)
        {
            writer.Tag("para", operation.Description);
        }

        writer.Line($"/// <para><c>{operation.Verb} {XmlDocs.Escape(operation.Path).Replace("\n", "")}</c></para>");
        if (operation.IdempotencyKey is { } key)
        {
            writer.Tag("para", $"Sends a new '{key}' with each call and repeats it on retries, unless the caller provides one.");
        }

        if (operation.Server is { } server)
        {
            writer.Tag(
                "para",
                $"Sent to {server}{(server[0] == '/' ? " on the endpoint's host" : "")}, unless the options specify another server."
            );
        }

        if (operation.Security is { } security)
        {
            writer.Tag("para", $"Carries {string.Join(", or ", security.Select(Describe))}.");
        }

        if (operation.Scopes is { } need)
        {
            writer.Tag(
                "para",
                need.Alternatives.Count == 0 ? "Needs no scope." : "Needs " + string.Join(", or ", need.Alternatives.Select(Describe)) + "."
            );
        }

        if (operation.RateLimit is { } limit)
        {
            var windows = string.Join(
                " and ",
                limit.Windows.Select(static window => $"{Literal.Number(window.Calls)} calls in {Literal.Number(window.Seconds)} seconds")
            );
            writer.Tag(
                "para",
                $"Limited to {windows} (budget '{limit.Budget}'{(limit.Documented ? "" : ", assumed: the figures are not documented for this operation")})."
            );
        }

        writer.Line("/// </remarks>");
    }

    private static string Describe(EquatableArray<ScopeAlternative> alternative) =>
        alternative.Count == 0
            ? "no credential"
            : (alternative.Count == 1 ? "the credential " : "the credentials ")
                + string.Join(" and ", alternative.Select(static part => $"'{part.Credential}'"));

    private static string Describe(ScopeAlternative alternative)
    {
        var scopes =
            alternative.Scopes.Count == 0 ? "no scope" : string.Join(" and ", alternative.Scopes.Select(static scope => $"'{scope}'"));
        scopes += alternative.Resource is { } resource ? $" for the '{resource.Name}'" : "";
        return alternative.Credential is { } credential ? $"{scopes} on a credential of kind '{credential}'" : scopes;
    }
}
