using System.Text.Json.Nodes;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using KoreXo.Simulator.Documents;

namespace KoreXo.Simulator.Tests.Operations;

/// <summary>
/// What <c>x-job</c> says about how the status call follows from the start call, and <c>x-paging</c> about where items are.
/// </summary>
internal sealed class OperationLinks
{
    /// <summary>The links of the platform's documents, which are read once.</summary>
    public static readonly OperationLinks OfPlatform = new();

    private readonly Dictionary<string, (string Start, SpecNode Job)> _byStatus = new(StringComparer.Ordinal);

    private OperationLinks()
    {
        foreach (var (name, text) in PlatformDocuments.Texts())
        {
            var paths = SpecText.Read(name, text, CancellationToken.None)["paths"]!;
            foreach (var operation in paths.Names.Select(path => paths[path]!).SelectMany(item => item.Names.Select(verb => item[verb]!)))
            {
                if (operation["x-paging"] is { } paging)
                {
                    Paging[operation.String("operationId")!] = paging;
                }

                if (operation["x-job"] is { } job)
                {
                    Jobs[operation.String("operationId")!] = job;
                    _byStatus.TryAdd(job.String("status")!, (operation.String("operationId")!, job));
                }
            }
        }
    }

    /// <summary>The <c>x-job</c> of each operation that starts one.</summary>
    public Dictionary<string, SpecNode> Jobs { get; } = new(StringComparer.Ordinal);

    /// <summary>The <c>x-paging</c> of each operation that answers in pages.</summary>
    public Dictionary<string, SpecNode> Paging { get; } = new(StringComparer.Ordinal);

    /// <summary>The operation that starts what this one reports on; null when it reports on no job.</summary>
    public string? StartOf(string status) => _byStatus.TryGetValue(status, out var link) ? link.Start : null;

    /// <summary>Carries the values of a start call over to the status call.</summary>
    public static void Apply(SpecNode job, PlannedRequest start, JsonNode answer, PlannedRequest status)
    {
        var pass = job["pass"];
        foreach (var name in pass?.Names ?? [])
        {
            if (Evaluate(pass!.String(name)!, start, answer) is { } value)
            {
                Set(status, name, value);
            }
        }
    }

    private static string? Evaluate(string expression, PlannedRequest start, JsonNode answer)
    {
        if (!expression.StartsWith('$'))
        {
            return expression;
        }

        var parts = expression.Split('#');
        return parts[0] switch
        {
            "$response.body" => Find(answer, parts[1]),
            "$request.body" => Find(start.Body, parts[1]),
            "$response.header." => null,
            _ => start.Parameters.GetValueOrDefault(Place(expression["$request.".Length..])),
        };
    }

    private static string? Find(JsonNode? value, string pointer) =>
        JsonPointer.Tokens(pointer).Aggregate(value, (at, token) => at?[token])?.ToString();

    private static void Set(PlannedRequest request, string name, string value)
    {
        if (name.StartsWith("body.", StringComparison.Ordinal))
        {
            request.Body![name["body.".Length..]] = value;
        }
        else
        {
            request.Parameters[Place(name)] = value;
        }
    }

    private static (ParameterLocation Place, string Name) Place(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var place = name[..dot] switch
        {
            "path" => ParameterLocation.Path,
            "query" => ParameterLocation.Query,
            _ => ParameterLocation.Header,
        };
        return (place, name[(dot + 1)..]);
    }
}
