using KoreXo.Generator.Model;
using KoreXo.OpenApi.Document;

namespace KoreXo.Generator.Emit;

/// <summary>Documents what an operation's method throws, and when: only what its description lets happen.</summary>
internal static class ExceptionDocs
{
    public static void Emit(SourceWriter writer, OperationModel operation, EmitContext context)
    {
        if (ArgumentFault(operation) is { } fault)
        {
            Exception(writer, "System.ArgumentException", fault);
        }

        if (CarriesCredential(operation, context.Document))
        {
            Exception(writer, "KoreXo.KoreXoAuthenticationException", "No credential fits, or the service rejects it.");
        }

        if (operation.Scopes?.Alternatives.Any(static alternative => alternative.Scopes.Count > 0) == true)
        {
            Exception(writer, "KoreXo.KoreXoScopeException", "A required scope is not granted.");
        }

        if (operation.RateLimit is not null)
        {
            Exception(writer, "KoreXo.KoreXoRateLimitException", "The rate limit requires a longer wait than the options allow.");
        }

        Exception(writer, "KoreXo.KoreXoException", "The service rejected the request, the request failed, or its outcome is unknown.");
    }

    private static void Exception(SourceWriter writer, string type, string condition) =>
        writer.Line($"/// <exception cref=\"global::{type}\">{condition}</exception>");

    private static string? ArgumentFault(OperationModel operation)
    {
        var required = operation.Required.ToList();
        if (required.Any(static parameter => parameter.Key.In == ParameterLocation.Path && !parameter.Type.IsValueType))
        {
            return "A required argument is null, or one in the path is empty.";
        }

        return
            operation.Body is { IsRequired: true, Type.IsValueType: false } || required.Any(static parameter => !parameter.Type.IsValueType)
            ? "A required argument is null."
            : null;
    }

    private static bool CarriesCredential(OperationModel operation, DocumentModel document) =>
        !operation.IsAnonymous
        && (operation.Security ?? document.Security) switch
        {
            { } alternatives => alternatives.Any(static alternative => alternative.Count > 0),
            null => document.Authentication is not null,
        };
}
