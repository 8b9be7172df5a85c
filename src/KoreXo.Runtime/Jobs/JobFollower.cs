using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>Asks for the status of one job and judges it.</summary>
internal sealed class JobFollower<T>(ApiConnection connection, CallSender sender, JobDescriptor<T> job, JobTicket ticket, CallOptions? call)
{
    private readonly JobStates _states = new(job.Succeeded, job.Partial, job.Failed);

    private readonly CallOptions? _call = call?.With(details: null);

    public TimeProvider Clock => connection.Settings.TimeProvider;

    public OperationDescriptor Status => job.Status;

    public string ResumeToken { get; } = ticket.Encode(job.Start.Id);

    public async Task<JobSnapshot<T>> PollAsync(CancellationToken cancellationToken)
    {
        using var response = await sender.SendAsync(StatusRequest.Create(job.Status, ticket, job.StatusRateKey), _call, cancellationToken).ConfigureAwait(false);
        return Judge(response);
    }

    public void Measure(TimeSpan waited, JobOutcome outcome)
    {
        if (Instruments.JobDuration.Enabled)
        {
            Instruments.JobDuration.Record(waited.TotalSeconds, new(Tags.Operation, job.Start.DisplayName), new(Tags.Outcome, outcome.ToString().ToLowerInvariant()));
        }
    }

    private JobSnapshot<T> Judge(ApiResponse response)
    {
        var status = ResponseReader.Read(response, job.Codec);
        using var document = ResponseReader.Read(response, 0, static (ref Utf8JsonReader reader, ReadOnlySpan<byte> _, int _) => JsonDocument.ParseValue(ref reader));
        var (outcome, state) = _states.Judge(StatePointer.Find(document.RootElement, job.State));
        if (outcome != JobOutcome.Running && !IsThisRun(document.RootElement))
        {
            outcome = JobOutcome.Running;
        }

        var failure = outcome == JobOutcome.Failed ? Failed(response, state) : null;
        return new JobSnapshot<T>(status, state, Percent(document.RootElement), outcome, failure);
    }

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
        var said = ErrorBody.Read(response.Body).Message is { } message ? $", {Failure.Shown(poll, message)}" : "";
        return new KoreXoJobFailedException(Failure.Message(poll, $"the job started by '{job.Start.Id}' ended in state '{state}'{said}"), facts)
        {
            State = state,
            ResumeToken = ResumeToken,
        };
    }
}
