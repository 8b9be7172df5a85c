using KoreXo.Cli.Specs.Operations;
using KoreXo.Cli.Specs.Surface;
using KoreXo.Cli.Specs.Types;

namespace KoreXo.Cli.Specs.Comparing;

/// <summary>
/// Compares two versions of a document from two views: the models show what has changed, and the emitted code shows what that does to
/// callers. That way no change to the C# API goes unnoticed, and no impact is guessed. For example, a property that becomes required is a
/// member change in the model, and breaks source only if the emitted property becomes <c>required</c> or changes its type.
/// </summary>
internal static class DocumentComparer
{
    public static IReadOnlyList<SpecChange> Compare(string name, SpecSource old, SpecSource @new, CancellationToken cancellationToken)
    {
        // 1. Give renamed parts their new names on both sides.
        var renames = RenameFinder.Find(old.Model, @new.Model);
        var context = new Comparison(ModelRenaming.Apply(old.Model, renames), @new.Model, old.Places, @new.Places);

        // 2. Find what has changed in the document.
        var drafts = DocumentPartsComparer
            .Compare(context)
            .Concat(SecurityComparer.Compare(context))
            .Concat(KnownScopeComparer.Compare(context))
            .Concat(OperationsComparer.Compare(context, renames))
            .Concat(WebhookComparer.Compare(context))
            .Concat(TypesComparer.Compare(context, renames))
            .ToList();

        // 3. Find what has changed in the emitted code.
        var surface = SurfaceDiff.Compare(
            EmittedSurface.Read(context.Old, cancellationToken),
            EmittedSurface.Read(context.New, cancellationToken)
        );

        // 4. Match the two.
        return Attribution.Join(name, TypeAttribution.Complete(drafts, context), surface);
    }
}
