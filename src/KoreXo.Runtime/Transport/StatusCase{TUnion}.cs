using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>What the responses of some statuses are read as, where an operation gives different ones.</summary>
/// <typeparam name="TUnion">The type of them all.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StatusCase<TUnion>
    where TUnion : class
{
    private readonly int _first;
    private readonly int _last;

    private protected StatusCase(int first, int last) => (_first, _last) = (first, last);

    internal bool Has(int status) => status >= _first && status <= _last;

    /// <summary>How surely a status is meant: a range is for what no other case has.</summary>
    internal int Width => _last - _first;

    internal abstract TUnion Read(ApiResponse response);
}
