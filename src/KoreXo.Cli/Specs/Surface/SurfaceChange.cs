using KoreXo.Cli.Specs.Comparing;

namespace KoreXo.Cli.Specs.Surface;

/// <summary>A public member that was removed, added or changed.</summary>
/// <param name="Old">The old member; null if it was added.</param>
/// <param name="New">The new member; null if it was removed.</param>
internal sealed record SurfaceChange(SurfaceMember? Old, SurfaceMember? New)
{
    public SurfaceMember Member => New ?? Old!;

    public Impact Impact =>
        (Old, New) switch
        {
            (_, null) => Impact.Source,
            (null, { MustBeSet: true }) => Impact.Source,
            (null, _) => Impact.Addition,
            ({ MustBeSet: false }, { MustBeSet: true }) => Impact.Source,
            _ when Old.IsSameAs(New) => Impact.Addition,
            _ when Old.Head == New.Head && HasOnlyMoreOptionalParameters(Old.Parameters, New.Parameters) => Impact.Binary,
            _ => Impact.Source,
        };

    /// <summary>Returns the part of a change that concerns a method's result; null if that has not changed.</summary>
    public SurfaceChange? OfResult() => Part(static (old, @new) => @new with { Head = old.Head, Returns = old.Returns });

    /// <summary>Returns the part of a change that concerns a method's parameters; null if those have not changed.</summary>
    public SurfaceChange? OfParameters() => Part(static (old, @new) => @new with { Parameters = old.Parameters, Takes = old.Takes });

    private SurfaceChange? Part(Func<SurfaceMember, SurfaceMember, SurfaceMember> part)
    {
        if (Old is null || New is null || New.Returns.Length == 0)
        {
            return this;
        }

        var old = part(Old, New);
        return old.IsSameAs(New) ? null : this with { Old = old };
    }

    /// <summary>Returns whether all old parameters are still there, in the same order, and every other one is optional.</summary>
    private static bool HasOnlyMoreOptionalParameters(IReadOnlyList<string> old, IReadOnlyList<string> @new)
    {
        var kept = 0;
        foreach (var parameter in @new)
        {
            if (kept < old.Count && old[kept] == parameter)
            {
                kept++;
            }
            else if (!parameter.Contains('=', StringComparison.Ordinal))
            {
                return false;
            }
        }

        return kept == old.Count;
    }
}
