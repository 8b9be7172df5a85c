using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>Starts a job and extracts from request and response what its status calls need.</summary>
internal static class JobStarter
{
    public static async Task<Job<T>> StartAsync<T>(
        CallSender sender,
        OperationRequest request,
        JobDescriptor<T> job,
        JobValue[] values,
        CallOptions? call,
        CancellationToken cancellationToken
    )
    {
        var expression = Prepare(request, job, values);
        using var response = await sender.SendAsync(request, call, cancellationToken).ConfigureAwait(false);
        var (follower, raw) = Follow(sender, response, job, expression, call);
        return new Job<T>(follower, raw, immediately: false);
    }

    public static async Task<Job<TStatus, TStart>> StartAsync<TStatus, TStart>(
        CallSender sender,
        OperationRequest request,
        JobDescriptor<TStatus> job,
        JsonCodec<TStart> start,
        JobValue[] values,
        CallOptions? call,
        CancellationToken cancellationToken
    )
    {
        var expression = Prepare(request, job, values);
        using var response = await sender.SendAsync(request, call, cancellationToken).ConfigureAwait(false);
        var (follower, raw) = Follow(sender, response, job, expression, call);
        try
        {
            return new Job<TStatus, TStart>(follower, raw, ResponseReader.Read(response, start), unreadable: null);
        }
        catch (KoreXoException fault)
        {
            // The job is running, and must not be lost because the response to the start has another shape.
            fault.AddJob(follower.JobId, follower.ResumeToken);
            return new Job<TStatus, TStart>(follower, raw, startResponse: default, fault);
        }
    }

    private static (JobFollower<T> Follower, JsonElement Raw) Follow<T>(
        CallSender sender,
        ApiResponse response,
        JobDescriptor<T> job,
        RuntimeExpression expression,
        CallOptions? call
    )
    {
        var answer = Utf8Text.TrimStart(response.Body).IsEmpty
            ? default
            : ResponseReader.Read(
                response,
                0,
                static (ref Utf8JsonReader reader, ReadOnlySpan<byte> _, int _) => JsonElement.ParseValue(ref reader)
            );
        // What the ticket contains is all that a later process has: {"path.shopId":"s-1","path.exportId":"e-9"}. So it is checked here,
        // where the start response can still be shown, rather than in the process that resumes the job.
        var ticket = new JobTicket(Arguments(response, job, expression, answer), Match(job, expression, answer));
        try
        {
            TicketCheck.DemandRequest(job, ticket);
        }
        catch (ArgumentException fault)
        {
            throw ResponseReader.Unreadable(
                response,
                $"the job cannot be followed with what the response contains ({fault.Message}); it may be running",
                fault
            );
        }

        return (new JobFollower<T>(sender, job, ticket, call), answer);
    }

    private static RuntimeExpression Prepare<T>(OperationRequest request, JobDescriptor<T> job, JobValue[] values)
    {
        try
        {
            foreach (var argument in job.Arguments)
            {
                RuntimeExpression.Check(argument.Source);
            }

            foreach (var match in job.Match)
            {
                RuntimeExpression.Check(match.Source);
            }

            // Read now: sending returns the body's buffer to the pool.
            var json = request.Body?.Json ?? default;
            if (json.IsEmpty)
            {
                return new RuntimeExpression(values, default);
            }

            var reader = new Utf8JsonReader(json.Span, JsonReading.OwnOptions);
            return new RuntimeExpression(values, JsonElement.ParseValue(ref reader));
        }
        catch
        {
            request.Body?.Dispose();
            throw;
        }
    }

    private static Dictionary<string, JsonAny> Arguments<T>(
        ApiResponse response,
        JobDescriptor<T> job,
        RuntimeExpression expression,
        JsonElement answer
    )
    {
        var arguments = new Dictionary<string, JsonAny>(StringComparer.Ordinal);
        foreach (var (target, source) in job.Arguments)
        {
            if (expression.Evaluate(source, answer) is { } value)
            {
                arguments[target] = value;
            }
            else if (source.StartsWith("$response", StringComparison.Ordinal))
            {
                throw ResponseReader.Unreadable(
                    response,
                    $"the response lacks {source}, which is required to follow the job; it may be running",
                    fault: null
                );
            }
        }

        foreach (var name in PathTemplate.Parameters(job.Status.Path))
        {
            if (!arguments.ContainsKey($"path.{name}") && expression.Parameter($"path.{name}") is { } value)
            {
                arguments[$"path.{name}"] = value;
            }
        }

        return arguments;
    }

    private static Dictionary<string, JsonAny> Match<T>(JobDescriptor<T> job, RuntimeExpression expression, JsonElement answer)
    {
        var match = new Dictionary<string, JsonAny>(StringComparer.Ordinal);
        foreach (var (place, source) in job.Match)
        {
            if (expression.Evaluate(source, answer) is { } value)
            {
                match[place] = value;
            }
        }

        return match;
    }
}
