using System.ComponentModel;
using System.Runtime.InteropServices;

namespace KoreXo.Runtime;

/// <summary>A request for an operation, ready to be sent.</summary>
/// <param name="operation">The operation.</param>
/// <param name="address">The path and query, escaped, relative to the endpoint; built by <see cref="RequestAddress"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Auto)]
public readonly struct OperationRequest(OperationDescriptor operation, string address)
{
    /// <summary>Gets the operation.</summary>
    public OperationDescriptor Operation { get; } = operation;

    /// <summary>Gets the path and query, escaped, relative to the endpoint.</summary>
    public string Address { get; } = address;

    /// <summary>Gets the body; the sender disposes it.</summary>
    public RequestBody? Body { get; init; }

    /// <summary>Gets the media type of a JSON body that is not plain <c>application/json</c>.</summary>
    public string? ContentType { get; init; }

    /// <summary>Gets the joined values by which callers share a rate limit budget separately.</summary>
    public string? RateKey { get; init; }

    /// <summary>Gets the resource that the request is about, if the operation's scopes are granted for each one separately.</summary>
    public string? Resource { get; init; }

    /// <summary>Gets the absolute link to a file, which is requested instead of an address of the API.</summary>
    internal string? Link { get; init; }

    /// <summary>
    /// Gets a value indicating whether so much may be transferred that no time limit applies unless the caller sets one.
    /// </summary>
    internal bool IsTransfer => Link is not null || Body is MultipartBody or BinaryBody or RawBody;

    /// <summary>Gets the header parameters of the operation.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Headers { get; init; }
}
