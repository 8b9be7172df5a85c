using KoreXo.Generator.Model;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.Generator.Binding;

/// <summary>
/// Reads the items of a stream. <c>itemSchema</c> describes one item; for server-sent events, the whole event. Most documents describe the
/// JSON in its data instead, by <c>schema</c>.
/// </summary>
internal sealed class StreamReader(SpecDocument document, SchemaReader schemas)
{
    private static readonly TypeRef Text = new TypeRef.Scalar(ScalarKind.String);

    public TypeRef Item(SpecMedia media, ItemFormat format, string name)
    {
        var (site, isItem) = media.Node["itemSchema"] is { } item
            ? (document.Schema(item, JsonPointer.Append(media.Pointer, "itemSchema")), true)
            : (media.Schema, false);
        if (!SchemaNormalizer.HasShape(site.Node))
        {
            return format == ItemFormat.Events ? Text : new TypeRef.Scalar(ScalarKind.Any);
        }

        var target = document.Resolve(site);
        if (!isItem && target is { Type: SchemaType.Array, Items: { } element })
        {
            (site, target) = (element, document.Resolve(element));
        }

        if (format != ItemFormat.Events)
        {
            return Read(site, name);
        }

        if (target.PropertyNames.Contains("data", StringComparer.Ordinal) && target.PropertyNames.All(IsOfEvent))
        {
            return Data(target.Property("data"), name);
        }

        if (
            isItem
            && target
                .Branches("oneOf")
                .Concat(target.Branches("anyOf"))
                .Any(branch => document.Resolve(branch).PropertyNames.Contains("data", StringComparer.Ordinal))
        )
        {
            document.Report(
                SpecRules.Unsupported,
                site.Node,
                site.Pointer,
                "A choice of whole events",
                "the items are the texts of their data, and AsEvents() has their names"
            );
            return Text;
        }

        return Read(site, name);
    }

    private static bool IsOfEvent(string name) => name is "data" or "event" or "id" or "retry" or "comment";

    private TypeRef Data(SpecSchema data, string name)
    {
        var target = document.Resolve(data);
        return target.Node["contentSchema"] is { } content
            ? Read(document.Schema(content, JsonPointer.Append(target.Pointer, "contentSchema")), name)
            : Read(data, name);
    }

    private TypeRef Read(SpecSchema site, string name)
    {
        var type = schemas.Read(site, name);
        return schemas.IsNullable(site) && type is not TypeRef.Scalar { Kind: ScalarKind.Any } ? new TypeRef.Nullable(type) : type;
    }
}
