using System.ComponentModel;
using System.Runtime.InteropServices;

namespace KoreXo.Runtime;

/// <summary>One call of an operation, ready to be sent.</summary>
/// <param name="operation">The operation.</param>
/// <param name="address">The path and query, escaped, relative to the endpoint; made by <see cref="RequestAddress"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Auto)]
public readonly struct OperationRequest(OperationDescriptor operation, string address)
{
    /// <summary>Gets the operation.</summary>
    public OperationDescriptor Operation { get; } = operation;

    /// <summary>Gets the path and query, escaped, relative to the endpoint.</summary>
    public string Address { get; } = address;

    /// <summary>Gets the body; whoever sends the request disposes it.</summary>
    public RequestBody? Body { get; init; }

    /// <summary>Gets the media type of a JSON body that is not plain <c>application/json</c>.</summary>
    public string? ContentType { get; init; }

    /// <summary>Gets the values that tell apart the callers of one rate budget, joined.</summary>
    public string? RateKey { get; init; }

    /// <summary>Gets the absolute link to a file, which is fetched instead of an address of the API.</summary>
    internal string? Link { get; init; }

    /// <summary>Gets whether so much may be transferred that no time is too long for it, unless the caller says so.</summary>
    internal bool IsTransfer => Link is not null || Body is MultipartBody or BinaryBody or RawBody;

    /// <summary>Gets the header parameters of the operation.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Headers { get; init; }
}
