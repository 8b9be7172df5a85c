using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.Cli.Specs;

/// <summary>
/// Finds where a part of a model is declared in its document. The model itself has no locations, so a moved line is no change.
/// </summary>
internal sealed class SpecPlaces(string file, SpecNode? root)
{
    private const string Components = "/components/schemas";
    private const string Definitions = "/definitions";

    public SpecPlace? Document => At("");

    public SpecPlace? Scopes => At("/x-known-scopes") ?? At("/components/securitySchemes") ?? Document;

    public SpecPlace? Security => At("/components/securitySchemes") ?? At("/securityDefinitions");

    public SpecPlace? Webhook(WebhookModel webhook) =>
        At(JsonPointer.Append("/webhooks", webhook.Id)) ?? At(JsonPointer.Append("/x-webhooks", webhook.Id));

    public SpecPlace? Operation(OperationModel operation, string within = "")
    {
        var pointer = JsonPointer.Append(JsonPointer.Append("/paths", operation.Path), operation.Verb.ToLowerInvariant());
        var variants = root?.Find(pointer)?["x-variants"]?.Items ?? [];
        var variant = variants.FindIndex(item => item.String("operationId") == operation.Id);
        var own = variant < 0 ? pointer : JsonPointer.Append(JsonPointer.Append(pointer, "x-variants"), variant);
        return (within.Length == 0 ? null : At(JsonPointer.Append(own, within)) ?? At(JsonPointer.Append(pointer, within)))
            ?? At(own)
            ?? At(pointer);
    }

    public SpecPlace? Parameter(OperationModel operation, ParameterKey key)
    {
        if (Operation(operation, "parameters") is not { } list || root?.Find(list.Pointer)?.Items is not { } items)
        {
            return Operation(operation);
        }

        var place = key.In.ToString();
        var index = items.FindIndex(item =>
            item.String("name") == key.Name && string.Equals(item.String("in"), place, StringComparison.OrdinalIgnoreCase)
        );
        return index < 0 ? Operation(operation) : At(JsonPointer.Append(list.Pointer, index));
    }

    /// <summary>Returns the location of a named schema or of one of its members; null for an unnamed schema.</summary>
    public SpecPlace? Type(string name, string? field = null)
    {
        foreach (var folder in (string[])[Components, Definitions])
        {
            var component = root?.Find(folder)?.Names.FirstOrDefault(component => CSharpName.Pascal(component) == name);
            if (component is not null)
            {
                var pointer = JsonPointer.Append(folder, component);
                return (field is null ? null : At(JsonPointer.Append(JsonPointer.Append(pointer, "properties"), field))) ?? At(pointer);
            }
        }

        return null;
    }

    private SpecPlace? At(string pointer) => root?.Find(pointer) is { } node ? new SpecPlace(file, node.Line + 1, pointer) : null;
}
