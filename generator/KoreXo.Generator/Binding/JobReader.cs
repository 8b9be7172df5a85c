using KoreXo.Generator.Model;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Binding;

/// <summary>Reads jobs: <c>x-job</c> of an operation, checked against its status operation.</summary>
internal sealed class JobReader(SpecDocument document, TypeRegistry registry)
{
    private const string Request = "$request.";
    private const string RequestBody = "$request.body#";
    private const string ResponseBody = "$response.body#";

    private readonly TypePlaces _places = new(registry);

    /// <summary>Connects a start operation with its status operation, once all operations are read.</summary>
    public OperationModel Attach(OperationModel start, SpecOperation operation, IReadOnlyDictionary<string, OperationModel> operations)
    {
        // The status operation may come later in the document than the one that starts the job, and it determines the type of the job. So
        // jobs are attached in a second round, and what the status call needs is compared with what the start provides: a job that starts
        // and cannot be followed would only be noticed at run time.
        if (XJob.Read(document, operation) is not { } job)
        {
            return start;
        }

        if (!operations.TryGetValue(job.Status, out var status) || status.Result.Content is not { } statusType)
        {
            XJob.Report(document, operation, $"there is no operation '{job.Status}' that returns a status");
            return start;
        }

        job = job with
        {
            Arguments = job.Arguments.Select(one => AsDeclared(one, status, start)).ToArray(),
            Match = job.Match.Select(one => AsDeclared(one, null, start)).ToArray(),
        };
        foreach (var mistake in Arguments(job, status).Concat(Places(job, statusType)).Concat(Expressions(job, start)))
        {
            XJob.Report(document, operation, mistake);
        }

        return start with
        {
            Job = new JobModel
            {
                StatusOperationId = status.Id,
                StatusType = statusType,
                Arguments = job.Arguments,
                Match = job.Match,
                State = job.State,
                Running = job.Running,
                Succeeded = job.Succeeded,
                Partial = job.Partial,
                Failed = job.Failed,
                Values = Sources(job).Select(source => Parameter(start, source)).OfType<ParameterKey>().Distinct().ToArray(),
            },
        };
    }

    private static IEnumerable<string> Arguments(XJob job, OperationModel status)
    {
        foreach (
            var missing in status.Parameters.Where(parameter =>
                parameter.IsRequired && !job.Arguments.Any(argument => argument.Target == parameter.Key.Expression)
            )
        )
        {
            yield return $"the status call '{job.Status}' needs '{missing.Key.Expression}', which 'pass' does not give";
        }

        foreach (
            var unknown in job.Arguments.Where(argument =>
                !(status.Body is not null && argument.Target.StartsWith("body.", StringComparison.Ordinal))
                && !status.Parameters.Any(parameter => parameter.Key.Expression == argument.Target)
            )
        )
        {
            yield return $"the status call '{job.Status}' has no '{unknown.Target}', which 'pass' gives";
        }
    }

    private IEnumerable<string> Places(XJob job, TypeRef statusType) =>
        job
            .Match.Select(static one => one.Target)
            .Prepend(job.State)
            .Where(place => !_places.MayHave(statusType, place))
            .Select(place => $"the response of '{job.Status}' has nothing at '{place}'");

    private IEnumerable<string> Expressions(XJob job, OperationModel start)
    {
        foreach (
            var source in Sources(job)
                .Distinct(StringComparer.Ordinal)
                .Where(static source => source.StartsWith("$", StringComparison.Ordinal))
        )
        {
            if (source.StartsWith(ResponseBody, StringComparison.Ordinal))
            {
                if (
                    start.Result is { Content: { } type, IsText: false, IsBinary: false, Stream: null }
                    && source.Substring(ResponseBody.Length) is var place
                    && !_places.MayHave(type, place)
                )
                {
                    yield return $"the response of '{start.Id}' has nothing at '{place}'";
                }
            }
            else if (!source.StartsWith(Request, StringComparison.Ordinal) || source == "$request.body")
            {
                yield return $"the expression '{source}' is not supported; write one over the request or '$response.body#/…'";
            }
            else if (!source.StartsWith(RequestBody, StringComparison.Ordinal) && Parameter(start, source) is null)
            {
                yield return $"the expression '{source}' names no parameter of '{start.Id}'";
            }
        }
    }

    private static IEnumerable<string> Sources(XJob job) => job.Arguments.Concat(job.Match).Select(static binding => binding.Expression);

    // Header names are case-insensitive, but the client compares them as written.
    private static JobBinding AsDeclared(JobBinding binding, OperationModel? status, OperationModel start) =>
        new(
            status?.Parameters.FirstOrDefault(parameter => IsNamed(parameter.Key, binding.Target))?.Key.Expression ?? binding.Target,
            Parameter(start, binding.Expression) is { } key ? Request + key.Expression : binding.Expression
        );

    private static ParameterKey? Parameter(OperationModel start, string source) =>
        source.StartsWith(Request, StringComparison.Ordinal)
            ? start.Parameters.FirstOrDefault(parameter => IsNamed(parameter.Key, source.Substring(Request.Length)))?.Key
            : null;

    private static bool IsNamed(ParameterKey key, string expression) =>
        string.Equals(
            key.Expression,
            expression,
            key.In == ParameterLocation.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal
        );
}
