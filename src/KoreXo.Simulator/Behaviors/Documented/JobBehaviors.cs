using System.Text;
using System.Text.Json.Nodes;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Vocabulary;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Generation;
using KoreXo.Simulator.Jobs;
using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Behaviors.Documented;

/// <summary>The jobs that a document describes by <c>x-job</c>: started by one operation, and reported on by another.</summary>
internal sealed class JobBehaviors(ApiCatalog catalog, PlatformState state)
{
    private readonly JobStore<Started> _jobs = state.NewJobs<Started>("job");
    private readonly ILookup<string, ApiOperation> _starts = catalog
        .Operations.Where(operation => operation.Job is not null)
        .ToLookup(operation => operation.Job!.Status, StringComparer.Ordinal);

    /// <summary>Returns what an operation has to do with jobs; null if nothing.</summary>
    public string? Remark(ApiOperation operation) =>
        operation.Job is { } job ? $"starts a job that {job.Status} reports on"
        : Reports(operation) ? $"reports on jobs, which are done at call {state.PollsPerJob}"
        : null;

    public bool Reports(ApiOperation operation) => _starts.Contains(operation.Id);

    /// <summary>Adds the start of a job, or the state of one, to what an operation does otherwise.</summary>
    public Func<OperationCall, ApiAnswer> With(ApiOperation operation, Func<OperationCall, ApiAnswer> run)
    {
        if (operation.Job is { } job)
        {
            return call => Start(job, call, run(call));
        }

        return Reports(operation) ? call => Report(call, run) : run;
    }

    private ApiAnswer Start(XJob job, OperationCall call, ApiAnswer answer)
    {
        var match = job.Match.ToDictionary(
            binding => binding.Target,
            binding => RuntimeExpression.Evaluate(binding.Expression, call, answer),
            StringComparer.Ordinal
        );
        var key = Key(job, binding => RuntimeExpression.Plain(RuntimeExpression.Evaluate(binding.Expression, call, answer)));
        _jobs.Start(state.Ids.Digits(), key, call.ClientId ?? "", new Started(job, match));
        return answer;
    }

    private ApiAnswer Report(OperationCall call, Func<OperationCall, ApiAnswer> run)
    {
        var keys = _starts[call.Operation.Id]
            .Select(start => Key(start.Job!, binding => RuntimeExpression.Target(binding.Target, call)))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var known = keys.Find(_jobs.Has) ?? keys[0];

        // The job is looked for first: a status call for a job that nobody has started is not found, whatever else there is.
        return _jobs.Poll(known, job => Show(run(call), call.Operation, job));
    }

    private static string Key(XJob job, Func<JobBinding, string?> value)
    {
        var given = job
            .Arguments.Select(binding => (binding.Target, Value: value(binding)))
            .Where(pair => pair.Value is not null)
            .OrderBy(pair => pair.Target, StringComparer.Ordinal)
            .Select(pair => $"{pair.Target}={pair.Value}");
        return $"{job.Status} {string.Join(' ', given)}";
    }

    private static ApiAnswer Show(ApiAnswer answer, ApiOperation operation, PlatformJob<Started> job)
    {
        if (answer.Body.Length == 0 || SchemaAnswers.JsonOf(operation) is not var (response, type))
        {
            return answer;
        }

        var body = JsonNode.Parse(answer.Body.Span)!;
        var rule = job.Subject.Rule;
        var words = job.IsDone ? rule.Succeeded : rule.Running;
        foreach (var word in words.Concat(job.IsDone ? ["succeeded"] : ["running"]))
        {
            var changed = body.DeepClone();
            Set(changed, rule.State, JsonValue.Create(word));
            foreach (var (pointer, value) in job.Subject.Match)
            {
                Set(changed, pointer, value?.DeepClone());
            }

            if (SchemaAnswer.IsValid(response.Schemas[type], changed))
            {
                return answer with { Body = Encoding.UTF8.GetBytes(changed.ToJsonString()) };
            }
        }

        return answer;
    }

    /// <summary>Sets the value at a pointer, in which <c>a[]/b</c> means b of every item of a.</summary>
    private static void Set(JsonNode root, string pointer, JsonNode? value)
    {
        var list = pointer.IndexOf("[]", StringComparison.Ordinal);
        var tokens = JsonPointer.Tokens(list < 0 ? pointer : pointer[..list]).Where(token => token.Length > 0).ToList();
        var at = root;
        foreach (var token in list < 0 ? tokens.SkipLast(1) : tokens)
        {
            if (at is not JsonObject members)
            {
                return;
            }

            at = members[token] ??= new JsonObject();
        }

        if (list >= 0)
        {
            foreach (var item in (at as JsonArray ?? []).OfType<JsonNode>())
            {
                Set(item, pointer[(list + 2)..], value?.DeepClone());
            }
        }
        else if (at is JsonObject owner && tokens.Count > 0)
        {
            owner[tokens[^1]] = value?.DeepClone();
        }
    }

    /// <summary>A started job: how its state is reported, and the values by which its report is recognized.</summary>
    private sealed record Started(XJob Rule, IReadOnlyDictionary<string, JsonNode?> Match);
}
