using KoreXo.Cli.Specs.Operations;
using KoreXo.Cli.Specs.Reading;
using KoreXo.Cli.Specs.Renaming;
using KoreXo.Cli.Specs.Scopes;
using KoreXo.Cli.Specs.Surface;
using KoreXo.Cli.Specs.Types;

namespace KoreXo.Cli.Specs.Comparing;

/// <summary>
/// Compares two versions of a document. Two views are laid over each other: the models say what has changed, the emitted code
/// says what that does to callers. So no change of the C# API can go unnoticed, and no verdict is a guess.
/// </summary>
internal static class DocumentComparer
{
    public static IReadOnlyList<SpecChange> Compare(string name, SpecSource old, SpecSource @new, CancellationToken cancellationToken)
    {
        // 1. What is only called otherwise gets its new name on both sides.
        var renames = RenameFinder.Find(old.Model, @new.Model);
        var context = new Comparison(ModelRenaming.Apply(old.Model, renames), @new.Model, old.Places, @new.Places);

        // 2. What has changed in the document.
        var drafts = DocumentPartsComparer
            .Compare(context)
            .Concat(KnownScopeComparer.Compare(context))
            .Concat(OperationsComparer.Compare(context, renames))
            .Concat(TypesComparer.Compare(context, renames))
            .ToList();

        // 3. What has changed in the emitted code.
        var surface = SurfaceDiff.Compare(
            EmittedSurface.Read(context.Old, cancellationToken),
            EmittedSurface.Read(context.New, cancellationToken)
        );

        // 4. Which does which.
        return Attribution.Join(name, TypeAttribution.Complete(drafts, context), surface);
    }
}
