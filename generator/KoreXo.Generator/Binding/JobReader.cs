using KoreXo.Generator.Model;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Binding;

/// <summary>Reads jobs: <c>x-job</c> of an operation, checked against its status operation.</summary>
internal sealed class JobReader(SpecDocument document)
{
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

        if (!operations.TryGetValue(job.Status, out var status) || status.Result.Content is null)
        {
            XJob.Report(document, operation, $"there is no operation '{job.Status}' that answers with a status");
            return start;
        }

        foreach (
            var missing in status.Parameters.Where(parameter =>
                parameter.IsRequired && !job.Arguments.Any(argument => argument.Target == parameter.Key.Expression)
            )
        )
        {
            XJob.Report(
                document,
                operation,
                $"the status call '{job.Status}' needs '{missing.Key.Expression}', which 'pass' does not give"
            );
        }

        return start with
        {
            Job = new JobModel
            {
                StatusOperationId = status.Id,
                StatusType = status.Result.Content,
                Arguments = job.Arguments,
                Match = job.Match,
                State = job.State,
                Running = job.Running,
                Succeeded = job.Succeeded,
                Partial = job.Partial,
                Failed = job.Failed,
                Values = Values(start, job, operation),
            },
        };
    }

    private EquatableArray<ParameterKey> Values(OperationModel start, XJob job, SpecOperation operation)
    {
        const string Request = "$request.";
        var keys = new List<ParameterKey>();
        foreach (
            var expression in job
                .Arguments.Concat(job.Match)
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
                XJob.Report(document, operation, $"the expression '{expression}' names no parameter of '{start.Id}'");
            }
            else if (!keys.Contains(key))
            {
                keys.Add(key);
            }
        }

        return keys;
    }
}
