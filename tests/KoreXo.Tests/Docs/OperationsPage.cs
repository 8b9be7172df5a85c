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
        var rows = SpecDocuments.Catalog["rows"]!.Items;
        var realised = rows.Count(row =>
            SpecDocuments.Operations.Any(operation => operation.Rows.Contains(row.String("name"), StringComparer.Ordinal))
        );
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            # Operations

            {realised} of {rows.Count} rows of the platform's catalog, by {SpecDocuments.Operations.Count} methods.

            - Every method also takes `CallOptions? call` and a `CancellationToken`; `?` marks what may be omitted. The signature with all types
              is what an editor shows, and what [api/KoreXo.txt](../api/KoreXo.txt) lists.
            - *Returns*: `T` as the result of a `Task`, *pages of* `T` as `PagedResult<T>`, *job with* `T` as a `Job` whose status is `T`.
            - *Scopes*: what each kind of credential has to hold. A credential that is not listed cannot make the call.
            - The limit of a section holds unless a note says otherwise. *Limit assumed*: the platform documents none for the operation.
            - *Retried*: repeated after a failure even if the request may have reached the server. So are pages.

            This page is generated from `spec/` by a test, which also says how to update it.

            """
        );
        foreach (var area in Area.All)
        {
            var operations = SpecDocuments.Operations.Where(operation => operation.Document == area.Document).ToList();
            var usual = operations.Select(Limit).CountBy(static limit => limit).MaxBy(static limit => limit.Value).Key;
            page.Append(
                CultureInfo.InvariantCulture,
                $"""

                ## {SpecDocuments.All[area.Document]["info"]!.String("title")}

                `{area.Client.FullName}`: {usual}.

                | method | returns | catalog row | scopes | notes |
                |---|---|---|---|---|

                """
            );
            foreach (var operation in operations)
            {
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"| {Method(operation)} | {Returned(operation)} | {string.Join(", ", operation.Rows)} | {Scopes(operation)} | {Notes(operation, usual)} |\n"
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
            .Where(static parameter =>
                parameter.ParameterType != typeof(CallOptions) && parameter.ParameterType != typeof(CancellationToken)
            )
            .Select(static parameter => parameter.Name + (parameter.HasDefaultValue ? "?" : ""));
        return $"`{method.Name}({string.Join(", ", parameters)})`";
    }

    private static string Returned(SpecOperation operation)
    {
        var type = ClientMethod.Of(operation).Method.ReturnType;
        type = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>) ? type.GetGenericArguments()[0] : type;
        return type.Name switch
        {
            "PagedResult`1" => $"pages of `{Name(type.GetGenericArguments()[0])}`",
            "Job`1" or "Job`2" => $"job with `{Name(type.GetGenericArguments()[0])}`",
            nameof(Task) => "",
            _ => $"`{Name(type)}`",
        };
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
        var limit = operation.Template["x-rate-limit"]!;
        var windows = limit["limits"]!.Items.Select(static window =>
            $"{int.Parse(window["calls"]!.Text!, CultureInfo.InvariantCulture):N0} calls in a{(window["seconds"]!.Text == "60" ? " minute" : "n hour")}"
        );
        return $"{string.Join(" and ", windows)} for each {limit.String("budget")!.Replace('-', ' ')}";
    }

    private static string Notes(SpecOperation operation, string usual)
    {
        var node = operation.Template;
        string?[] notes =
        [
            node["x-job"] is { } job ? $"followed by `{Pascal(job.String("status")!)}Async`" : null,
            node["x-paging"] is { } paging ? $"paged by {paging.String("style")}" : null,
            node.Boolean("x-idempotent") == true && node["x-paging"] is null ? "retried" : null,
            Limit(operation) is var limit && limit != usual ? limit : null,
            node["x-rate-limit"]!.Boolean("documented") == false ? "limit assumed" : null,
        ];
        return string.Join("; ", notes.Where(static note => note is not null));
    }

    private static string Pascal(string id) => char.ToUpperInvariant(id[0]) + id[1..];
}
