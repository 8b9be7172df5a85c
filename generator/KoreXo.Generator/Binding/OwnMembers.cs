namespace KoreXo.Generator.Binding;

/// <summary>The members of a request body that the client sets.</summary>
/// <param name="LeftOut">Those that an operation always sends with the same values; the class of the body omits them.</param>
/// <param name="Pager">Those that a pager sends with each page.</param>
internal sealed record OwnMembers(IReadOnlyList<string> LeftOut, IReadOnlyList<string> Pager)
{
    public static OwnMembers None { get; } = new([], []);

    public bool Any => LeftOut.Count + Pager.Count > 0;
}
