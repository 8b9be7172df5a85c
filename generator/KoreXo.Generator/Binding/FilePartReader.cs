using KoreXo.Generator.Model;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;

namespace KoreXo.Generator.Binding;

/// <summary>
/// Recognizes parts of a multipart form that are files, also behind wrappers. Only a form has files; elsewhere "binary" is a string like
/// any other.
/// </summary>
internal sealed class FilePartReader(SpecDocument document, SchemaReader schemas)
{
    /// <summary>The number of nested choices that are searched.</summary>
    private const int MaxDepth = 3;

    /// <summary>The shapes of the branches of a part.</summary>
    [Flags]
    private enum Shapes
    {
        None = 0,
        File = 1,
        List = 2,
        Text = 4,
        Other = 8,
    }

    /// <summary>Returns whether a part is, or may be, a file, which a form without parts could not carry.</summary>
    public bool IsFile(SpecSchema site) => (ShapesOf(site, 0) & Shapes.File) != Shapes.None;

    /// <summary>Returns the type of a part that is a file, several files, or either a file or a string; null for any other part.</summary>
    public TypeRef? Read(SpecSchema site)
    {
        var shapes = ShapesOf(site, 0);
        if ((shapes & Shapes.File) == Shapes.None)
        {
            return null;
        }

        if ((shapes & Shapes.Other) != Shapes.None)
        {
            document.Report(
                SpecRules.Unsupported,
                site.Node,
                site.Pointer,
                "A part of a form that is a file or a value with parts",
                "it is treated as a file"
            );
        }

        var file = new TypeRef.Scalar((shapes & Shapes.Text) != Shapes.None ? ScalarKind.FileOrText : ScalarKind.File);
        return (shapes & Shapes.List) != Shapes.None ? new TypeRef.List(file) : file;
    }

    // Tools describe one upload in many ways: a string of format binary, a list of them, "oneOf: [binary, string]" where a link will do,
    // an allOf around either to hold a description. The flags of all branches are united, and what the C# type is follows from the union:
    // File and Text is FileOrText, List makes a list of it.
    private Shapes ShapesOf(SpecSchema site, int depth)
    {
        site = schemas.Wrappers.Unwrap(site);
        if (site is { Type: SchemaType.File } or { Type: SchemaType.String, Format: "binary" })
        {
            return Shapes.File;
        }

        if (depth > MaxDepth)
        {
            return Shapes.Other;
        }

        if (site.Items is { } item)
        {
            return ShapesOf(item, depth + 1) is var shapes && (shapes & Shapes.File) != Shapes.None ? shapes | Shapes.List : Shapes.Other;
        }

        // Of parts that are no objects the first says what the value is.
        var parts = site.Branches("allOf")
            .Take(1)
            .Concat(schemas.Wrappers.Shapes(site, "oneOf"))
            .Concat(schemas.Wrappers.Shapes(site, "anyOf"))
            .ToList();
        if (parts.Count > 0 && !site.HasProperties)
        {
            return parts.Aggregate(Shapes.None, (all, part) => all | ShapesOf(part, depth + 1));
        }

        return site.Type is SchemaType.String or SchemaType.Integer or SchemaType.Number or SchemaType.Boolean ? Shapes.Text : Shapes.Other;
    }
}
