using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>Polls the status of one job and evaluates it.</summary>
internal sealed class JobFollower<T>(CallSender sender, JobDescriptor<T> job, JobTicket ticket, CallOptions? call)
{
    private readonly JobStates _states = new(job.Running, job.Succeeded, job.Partial, job.Failed);

    private readonly CallOptions? _call = call?.With(details: null);

    public TimeProvider Clock => sender.Settings.TimeProvider;

    public OperationDescriptor Status => job.Status;

    public string ResumeToken { get; } = ticket.Encode(job.Start.Id, sender.Settings.Signature);

    /// <summary>Gets the ID that the server assigned to the job when it was started; <see langword="null"/> if it assigned none.</summary>
    public string? JobId { get; } = FindId(job, ticket);

    public async Task<JobSnapshot<T>> PollAsync(IReadOnlyCollection<string> failedStates, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await sender
                .SendAsync(StatusRequest.Create(job.Status, ticket, job.StatusRateKey), _call, cancellationToken)
                .ConfigureAwait(false);
            return Evaluate(response, failedStates);
        }
        catch (KoreXoException fault)
        {
            fault.AddJob(JobId, ResumeToken);
            throw;
        }
    }

    public JobTelemetry BeginWait() => JobTelemetry.Begin(job.Start, _call);

    public void EndWait(JobTelemetry telemetry, TimeSpan waited, int polls, JobOutcome outcome, Exception? fault) =>
        telemetry.End(sender.Settings, waited, polls, outcome, fault);

    private static string? FindId(JobDescriptor<T> job, JobTicket ticket)
    {
        const string Response = "$response";
        foreach (var (target, source) in job.Arguments)
        {
            if (source.StartsWith(Response, StringComparison.Ordinal) && ticket.Values.TryGetValue(target, out var value))
            {
                return value.ToString();
            }
        }

        foreach (var (place, source) in job.Match)
        {
            if (source.StartsWith(Response, StringComparison.Ordinal) && ticket.Match.TryGetValue(place, out var value))
            {
                return value.ToString();
            }
        }

        return null;
    }

    private JobSnapshot<T> Evaluate(ApiResponse response, IReadOnlyCollection<string> failedStates)
    {
        // Read twice: as the type that the caller gets, and as plain JSON for the places that the document names by pointers, such as
        // "/status/0/state". The response of a status call is small.
        var status = ResponseReader.Read(response, job.Codec);
        using var document = ResponseReader.Read(
            response,
            0,
            static (ref Utf8JsonReader reader, ReadOnlySpan<byte> _, int _) => JsonDocument.ParseValue(ref reader)
        );
        var (outcome, state) = _states.Evaluate(StatePointer.Find(document.RootElement, job.State), failedStates);
        if (outcome != JobOutcome.Running && !IsThisRun(document.RootElement))
        {
            outcome = JobOutcome.Running;
        }

        var failure = outcome == JobOutcome.Failed ? Failed(response, state) : null;
        return new JobSnapshot<T>(status, state, Percent(document.RootElement), outcome, failure);
    }

    // Some status calls name the app, not the job, and report its latest run. Until that is the run that was started here, as its ID shows,
    // the state belongs to an earlier one: "completed" right after the start would be yesterday's export.
    private bool IsThisRun(JsonElement status)
    {
        foreach (var (place, value) in ticket.Match)
        {
            if (JsonPointer.Parse(place).Find(status) is not { } found || JsonAny.FromElement(found).ToString() != value.ToString())
            {
                return false;
            }
        }

        return true;
    }

    private double? Percent(JsonElement status)
    {
        var found = job.Percent is null ? null : JsonPointer.Parse(job.Percent).Find(status);
        return found is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var percent) ? percent : null;
    }

    private KoreXoJobFailedException Failed(ApiResponse response, string? state)
    {
        var poll = response.Call;
        var facts = poll.Facts() with { Status = response.Status, Body = ResponseReader.Text(poll, response.Body) };
        var said = ErrorBody.Read(response.Body).Message is { } message ? $", {ResponseErrors.Shown(poll, message)}" : "";
        return new KoreXoJobFailedException(
            ResponseErrors.Message(poll, $"the job started by '{job.Start.Id}' ended in state '{state}'{said}"),
            facts
        )
        {
            State = state,
            JobId = JobId,
            ResumeToken = ResumeToken,
        };
    }
}
