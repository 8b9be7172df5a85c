using System.Text.Json;
using KoreXo.Runtime;

namespace KoreXo;

/// <summary>A job that was started by this process, with the typed response to the start.</summary>
/// <typeparam name="TStatus">The type of the job's status.</typeparam>
/// <typeparam name="TStart">The type of the response to the start.</typeparam>
public class Job<TStatus, TStart> : Job<TStatus>
{
    private readonly TStart? _startResponse;
    private readonly KoreXoException? _unreadable;

    /// <summary>Initializes a new instance of the <see cref="Job{TStatus, TStart}"/> class without a connection, for tests.</summary>
    /// <param name="resumeToken">The resume token.</param>
    /// <param name="status">The status; required for a completed job.</param>
    /// <param name="completed">Whether the job has completed. If so, waiting returns the status; if not, a derived class must override the
    /// members that are called.</param>
    /// <param name="startResponse">The response to the start; without it, <see cref="StartResponse"/> throws.</param>
    /// <exception cref="ArgumentNullException">The token is <see langword="null"/>, or so is the status of a completed job.</exception>
    public Job(string resumeToken, TStatus? status, bool completed, TStart? startResponse = default)
        : base(resumeToken, status, completed) => _startResponse = startResponse;

    internal Job(JobFollower<TStatus> follower, JsonElement raw, TStart? startResponse, KoreXoException? unreadable)
        : base(follower, raw, immediately: false)
    {
        _startResponse = startResponse;
        _unreadable = unreadable;
    }

    /// <summary>
    /// Gets the response to the start. The JSON itself is the <see cref="Job{T}.StartResponse"/> of the base class.
    /// </summary>
    /// <exception cref="KoreXoException">The response cannot be read as its type. The job was started nevertheless, and can be
    /// followed.</exception>
    public new TStart StartResponse =>
        _startResponse is { } response && _unreadable is null
            ? response
            : throw _unreadable ?? new KoreXoException("The job has no start response: it was created without one.");
}
