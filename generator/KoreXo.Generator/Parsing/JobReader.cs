using KoreXo.Generator.Model;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Parsing;

/// <summary>The <c>x-job</c> extension: which call tells how a started job is doing, and what it answers.</summary>
internal sealed class JobReader(SpecDocument document)
{
    /// <summary>Joins a start operation with its status operation, once all operations are read.</summary>
    public OperationModel Attach(
        OperationModel start,
        SpecNode operation,
        string pointer,
        IReadOnlyDictionary<string, OperationModel> operations
    )
    {
        if (operation["x-job"] is not { } node || (node["status"] ?? node["state"]) is null)
        {
            return start;
        }

        var at = JsonPointer.Append(pointer, "x-job");
        if (node.String("status") is not { } statusId || node.String("state") is not { } state)
        {
            document.Report(
                SpecRules.InvalidExtension,
                node,
                at,
                "x-job",
                "it needs the operation id of its 'status' call and a pointer to the 'state' there"
            );
            return start;
        }

        if (!operations.TryGetValue(statusId, out var status) || status.Result.Content is null)
        {
            document.Report(
                SpecRules.InvalidExtension,
                node,
                at,
                "x-job",
                $"there is no operation '{statusId}' that answers with a status"
            );
            return start;
        }

        var arguments = Bindings(node["pass"]);
        var match = Bindings(node["match"]);
        foreach (
            var missing in status.Parameters.Where(parameter =>
                parameter.IsRequired && !arguments.Any(argument => argument.Target == parameter.Key.Expression)
            )
        )
        {
            document.Report(
                SpecRules.InvalidExtension,
                node,
                at,
                "x-job",
                $"the status call '{statusId}' needs '{missing.Key.Expression}', which 'pass' does not give"
            );
        }

        return start with
        {
            Job = new JobModel
            {
                StatusOperationId = status.Id,
                StatusType = status.Result.Content,
                Arguments = arguments,
                Match = match,
                State = state,
                Running = node.Strings("running").ToArray(),
                Succeeded = node.Strings("succeeded").ToArray(),
                Partial = node.Strings("partial").ToArray(),
                Failed = node.Strings("failed").ToArray(),
                Values = Values(start, arguments.Concat(match), node, at),
            },
        };
    }

    private static EquatableArray<JobBinding> Bindings(SpecNode? node) =>
        (node?.Names ?? []).Select(name => new JobBinding(name, node![name]!.Text)).ToArray();

    private EquatableArray<ParameterKey> Values(OperationModel start, IEnumerable<JobBinding> bindings, SpecNode node, string pointer)
    {
        const string Request = "$request.";
        var keys = new List<ParameterKey>();
        foreach (
            var expression in bindings
                .Select(static binding => binding.Expression)
                .Where(static expression =>
                    expression.StartsWith(Request, StringComparison.Ordinal)
                    && !expression.StartsWith("$request.body", StringComparison.Ordinal)
                )
        )
        {
            var key = start.Parameters.FirstOrDefault(parameter => parameter.Key.Expression == expression.Substring(Request.Length))?.Key;
            if (key is null)
            {
                document.Report(
                    SpecRules.InvalidExtension,
                    node,
                    pointer,
                    "x-job",
                    $"the expression '{expression}' names no parameter of '{start.Id}'"
                );
            }
            else if (!keys.Contains(key))
            {
                keys.Add(key);
            }
        }

        return keys;
    }
}
