using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>How the responses with certain statuses are read, if an operation returns different ones.</summary>
/// <typeparam name="TUnion">The common type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StatusCase<TUnion>
    where TUnion : class
{
    private readonly int _first;
    private readonly int _last;

    private protected StatusCase(int first, int last) => (_first, _last) = (first, last);

    internal bool Has(int status) => status >= _first && status <= _last;

    /// <summary>Gets the number of further statuses that the case covers: a narrower case takes precedence.</summary>
    internal int Width => _last - _first;

    internal abstract TUnion Read(ApiResponse response);
}
