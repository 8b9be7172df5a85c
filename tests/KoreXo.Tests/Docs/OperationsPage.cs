using System.Globalization;
using System.Text;
using KoreXo.Tests.Catalog;
using KoreXo.Tests.Models;

namespace KoreXo.Tests.Docs;

/// <summary>The page that lists every operation: made from the documents and the emitted methods, never by hand.</summary>
internal static class OperationsPage
{
    public static string Write()
    {
        var page = new StringBuilder();
        var realised = SpecDocuments.Catalog["rows"]!.Items.Count(row =>
            SpecDocuments.Operations.Any(operation => operation.Rows.Contains(row.String("name"), StringComparer.Ordinal))
        );
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            # Operations

            {realised} of {SpecDocuments.Catalog[
                "rows"
            ]!.Items.Count} rows of the platform's catalog, by {SpecDocuments.Operations.Count} methods. All methods also take `CallOptions? call` and a `CancellationToken`.
            A credential that is not listed cannot make the call. Limits marked `*` are assumed: the platform documents none for the operation.

            This page is generated from `spec/` by a test, which also says how to update it.

            """
        );
        foreach (var area in Area.All)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"\n## {SpecDocuments.All[area.Document]["info"]!.String("title")}\n\n`{area.Client.FullName}`\n\n"
            );
            page.Append("| method | catalog row | scopes | limit | |\n|---|---|---|---|---|\n");
            foreach (var operation in SpecDocuments.Operations.Where(operation => operation.Document == area.Document))
            {
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"| {Method(operation)} | {string.Join(", ", operation.Rows)} | {Scopes(operation)} | {Limit(operation)} | {Kind(operation)} |\n"
                );
            }
        }

        return page.ToString();
    }

    private static string Method(SpecOperation operation)
    {
        var method = ClientMethod.Of(operation).Method;
        var parameters = method
            .GetParameters()
            .Where(parameter => parameter.ParameterType != typeof(CallOptions) && parameter.ParameterType != typeof(CancellationToken))
            .Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? "?" : "")}");
        return $"`{Name(method.ReturnType)} {method.Name}({string.Join(", ", parameters)})`";
    }

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Name(inner) + "?";
        }

        return type.IsGenericType
            ? $"{type.Name.AsSpan(0, type.Name.IndexOf('`', StringComparison.Ordinal))}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : Type.GetTypeCode(type) switch
            {
                TypeCode.String => "string",
                TypeCode.Int32 => "int",
                TypeCode.Int64 => "long",
                TypeCode.Boolean => "bool",
                _ => type.Name,
            };
    }

    private static string Scopes(SpecOperation operation) =>
        operation.Own["x-scopes"] is { Items.Count: 0 }
            ? "none"
            : string.Join("<br>", operation.Scopes.Select(scope => $"{scope.Key}: {string.Join(" + ", scope.Value)}"));

    private static string Limit(SpecOperation operation)
    {
        if (operation.Template["x-rate-limit"] is not { } limit)
        {
            return "";
        }

        var windows = limit["limits"]!.Items.Select(window => $"{window["calls"]!.Text}/{(window["seconds"]!.Text == "60" ? "min" : "h")}");
        return $"{string.Join(", ", windows)} per {limit.String("budget")}{(limit.Boolean("documented") == false ? " *" : "")}";
    }

    private static string Kind(SpecOperation operation) =>
        operation.Template switch
        {
            var node when node["x-job"] is { } job => $"job, followed by `{job.String("status")}`",
            var node when node["x-paging"] is { } paging => $"paged by {paging.String("style")}",
            var node when node.Boolean("x-idempotent") == true => "repeatable",
            _ => "",
        };
}
