using KoreXo.Cli.Specs.Surface;

namespace KoreXo.Cli.Specs.Comparing;

/// <summary>Describes changes to the C# API.</summary>
internal static class EffectText
{
    public static string Of(IReadOnlyList<SurfaceChange> changes) =>
        Say.Sentences([
            Several(changes.Where(static change => change.New is null), "is gone", "are gone"),
            Several(changes.Where(static change => change is { Old: null, New.MustBeSet: false }), "is new", "are new"),
            Several(
                changes.Where(static change => change is { Old: null, New.MustBeSet: true }),
                "is new and must be set",
                "are new and must be set"
            ),
            Several(changes.Where(static change => IsOnlyAboutSetting(change) && change.New!.MustBeSet), "must be set", "must be set"),
            Several(
                changes.Where(static change => IsOnlyAboutSetting(change) && change.Old!.MustBeSet),
                "no longer has to be set",
                "no longer have to be set"
            ),
            .. changes.Where(static change => change is { Old: not null, New: not null } && !IsOnlyAboutSetting(change)).Select(Different),
            changes.Any(static change => change.Impact == Impact.Binary)
                ? "Code must be recompiled; calls that pass `call` or the token by position must name them."
                : "",
        ]);

    private static bool IsOnlyAboutSetting(SurfaceChange change) => change is { Old: { } old, New: { } @new } && old.IsSameAs(@new);

    private static string Several(IEnumerable<SurfaceChange> changes, string one, string many)
    {
        var names = changes.Select(static change => change.Member.Key).ToList();
        return names.Count == 0 ? "" : $"{Say.Codes(names)} {(names.Count == 1 ? one : many)}.";
    }

    private static string Different(SurfaceChange change)
    {
        var (old, @new) = (change.Old!, change.New!);
        var setting = (old.MustBeSet, @new.MustBeSet) switch
        {
            (false, true) => ", and must be set",
            (true, false) => ", and no longer has to be set",
            _ => "",
        };
        return (old.Returns != @new.Returns, old.Takes != @new.Takes) switch
        {
            (true, false) => $"{Say.Code(@new.Key)} returns {Say.Code(@new.Returns)} instead of {Say.Code(old.Returns)}.",
            (false, true) => $"{Say.Code(@new.Key)} takes {Say.Code($"({@new.Takes})")} instead of {Say.Code($"({old.Takes})")}.",
            _ when old.Display == @new.Display =>
                $"{Say.Code(@new.Key)} is declared as {Say.Code(SignatureText.Short(@new.Head))} instead of {Say.Code(SignatureText.Short(old.Head))}{setting}.",
            _ => $"{Say.Code(@new.Key)} is {Say.Code(@new.Display)} instead of {Say.Code(old.Display)}{setting}.",
        };
    }
}
