using System.Text.Json;
using KoreXo.Runtime;

namespace KoreXo;

/// <summary>A job that this process started, with what the server responded to the start.</summary>
/// <typeparam name="TStatus">The type of the job's status.</typeparam>
/// <typeparam name="TStart">The type of the response to the start.</typeparam>
public class Job<TStatus, TStart> : Job<TStatus>
{
    private readonly TStart? _startResponse;
    private readonly KoreXoException? _unreadable;

    /// <summary>Initializes a new instance without a connection, for tests.</summary>
    /// <param name="resumeToken">The resume token.</param>
    /// <param name="status">The status; required for a job that has completed.</param>
    /// <param name="completed">Whether the job has completed. If so, waiting returns the status; if not, a derived class must override
    /// what is called.</param>
    /// <param name="startResponse">The response to the start; without it, <see cref="StartResponse"/> throws.</param>
    /// <exception cref="ArgumentNullException">The token is <see langword="null"/>, or the status of a job that has completed.</exception>
    public Job(string resumeToken, TStatus? status, bool completed, TStart? startResponse = default)
        : base(resumeToken, status, completed) => _startResponse = startResponse;

    internal Job(JobFollower<TStatus> follower, JsonElement raw, TStart? startResponse, KoreXoException? unreadable)
        : base(follower, raw, immediately: false)
    {
        _startResponse = startResponse;
        _unreadable = unreadable;
    }

    /// <summary>
    /// Gets what the server responded to the start. The JSON itself is the <see cref="Job{T}.StartResponse"/> of the base class.
    /// </summary>
    /// <exception cref="KoreXoException">The response cannot be read as its type. The job was started, and can be followed, even
    /// so.</exception>
    public new TStart StartResponse =>
        _startResponse is { } response && _unreadable is null
            ? response
            : throw _unreadable ?? new KoreXoException("The job has no start response: it was created without one.");
}
