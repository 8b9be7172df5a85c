using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Vocabulary;

/// <summary><c>x-sensitive</c>: personal data, a secret, or a link that works for whoever has it.</summary>
internal static class XSensitive
{
    public static bool IsSet(SpecNode owner) => owner.Boolean("x-sensitive") == true;

    /// <summary>Returns whether a parameter, its schema, or the schema that this one refers to says so.</summary>
    public static bool IsSet(SpecParameter parameter) =>
        IsSet(parameter.Node) || (parameter.Schema is { } schema && (IsSet(schema.Node) || IsSet(parameter.Document.Resolve(schema).Node)));
}
