using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>Leaves the members that a pager sends out of the classes of requests.</summary>
internal static class PagerMembers
{
    // They stay in the model: a caller without types, such as the tool's command line, has no other way to say where a list begins.
    public static DocumentModel LeaveOut(DocumentModel document) =>
        document.Types.Any(HasAny) ? document with { Types = document.Types.Select(Without).ToArray() } : document;

    private static bool HasAny(TypeModel type) =>
        type is ObjectModel model && model.Properties.Any(static property => property.IsSentByPager);

    private static TypeModel Without(TypeModel type) =>
        type is ObjectModel model && HasAny(model)
            ? model with
            {
                Properties = model.Properties.Where(static property => !property.IsSentByPager).ToArray(),
            }
            : type;
}
