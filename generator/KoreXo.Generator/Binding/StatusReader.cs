using System.Globalization;
using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Binding;

/// <summary>Combines successful responses of different types into a result with one case per status.</summary>
internal sealed class StatusReader(TypeRegistry registry)
{
    private const string Anything = "*/*;q=0.1";

    /// <summary>Returns the result by status if there are several types; otherwise the one that is passed.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="name">The name of its method.</param>
    /// <param name="first">The result of the first success.</param>
    /// <param name="successes">The successes that have content.</param>
    /// <param name="read">Reads one of them.</param>
    public ResultModel Read(
        OperationSite operation,
        string name,
        ResultModel first,
        List<SpecResponse> successes,
        Func<SpecResponse, ResultModel> read
    )
    {
        if (successes.Count < 2)
        {
            return first;
        }

        var results = successes
            .Skip(1)
            .Select(response => (response.Status, Result: read(response)))
            .Prepend((successes[0].Status, Result: first))
            .ToList();
        if (
            results.Select(static item => item.Result.Content).Distinct().Count() < 2
            || results.Exists(static item => item.Result.IsBinary || item.Result.Stream is not null || item.Result.Type is null)
        )
        {
            return first;
        }

        // "200: Order, 202: Ticket" becomes a union whose cases are chosen by the status and not by the JSON. Equal types share a case,
        // with both statuses. Files and streams are no cases: they are read while the caller uses them, when a union would already need
        // its value.
        var type = registry.Declare(
            JsonPointer.Append(operation.Pointer, "responses") + " " + operation.Id,
            name + "Result",
            NamedKind.Union,
            "Union",
            ["Value", "WriteTo"]
        );
        var cases = new List<UnionCase>();
        var statuses = new List<StatusModel>();
        foreach (var (status, result) in results)
        {
            if (cases.Find(known => known.Type.Equals(result.Content)) is not { } known)
            {
                known = new UnionCase(Name(status), result.Content!, default, default, default);
                cases.Add(known);
            }

            var (low, high) = Range(status);
            statuses.Add(new StatusModel(low, high, known.Name, known.Type, result.IsText));
        }

        registry.Define(
            new UnionModel
            {
                Name = type.Name,
                Description = $"What '{operation.Id}' responds with, by its status.",
                IsDeprecated = false,
                Discriminator = null,
                Cases = cases,
            }
        );
        var accepts = results
            .SelectMany(static item => (item.Result.Accept ?? "application/json").Split(','))
            .Select(static accept => accept.Trim())
            .Where(static accept => accept != Anything)
            .Distinct(StringComparer.Ordinal);
        return first with
        {
            Type = first.MayBeEmpty ? new TypeRef.Nullable(type) : type,
            IsText = false,
            Accept = results.TrueForAll(static item => item.Result.Accept is null) ? null : string.Join(", ", accepts.Append(Anything)),
            Statuses = statuses,
        };
    }

    private static string Name(string status) =>
        status.ToUpperInvariant() switch
        {
            "200" => "Ok",
            "201" => "Created",
            "202" => "Accepted",
            "203" => "NonAuthoritative",
            "206" => "PartialContent",
            "207" => "MultiStatus",
            "208" => "AlreadyReported",
            "226" => "ImUsed",
            "2XX" => "Success",
            _ => "Status" + CSharpName.Pascal(status),
        };

    private static (int Low, int High) Range(string status) =>
        int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var exact) ? (exact, exact) : (200, 299);
}
