using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Reading;

/// <summary>Finds security schemes of unknown types, and requirements in a form that OpenAPI does not have.</summary>
internal static class SecurityWords
{
    private static readonly string[] Types = ["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"];
    private static readonly string[] SwaggerTypes = ["basic", "apiKey", "oauth2"];

    /// <param name="scheme">The scheme.</param>
    /// <param name="isSwagger">Whether the document is Swagger 2.0.</param>
    /// <param name="add">Receives the node, the name of the member, what is wrong, and what to do.</param>
    public static void CheckScheme(SpecNode scheme, bool isSwagger, Action<SpecNode, string, string, string> add)
    {
        var types = isSwagger ? SwaggerTypes : Types;
        if (scheme["type"] is { } type && Array.IndexOf(Types, type.Text) < 0 && Array.IndexOf(types, type.Text) < 0)
        {
            add(
                type,
                "type",
                $"The type '{type.Text}' of a security scheme",
                $"the scheme is ignored. Write one of {string.Join(", ", types)}"
            );
        }
    }

    /// <param name="security">The requirements of the document or of an operation.</param>
    /// <param name="add">Receives the node, the name of the member, what is wrong, and what to do.</param>
    public static void CheckRequirements(SpecNode? security, Action<SpecNode, string, string, string> add)
    {
        for (var i = 0; i < security?.Items.Count; i++)
        {
            var (item, pointer) = (security!.Items[i], JsonPointer.Append("security", i));
            if (item.Kind == SpecNodeKind.String)
            {
                add(
                    item,
                    pointer,
                    "In a list of security requirements, a string",
                    $"it is treated as the name of a scheme. Write an object, such as {{ {item.Text}: [] }}"
                );
            }
            else if (item.Kind != SpecNodeKind.Object)
            {
                add(
                    item,
                    pointer,
                    $"In a list of security requirements, {Words(item)}",
                    "it is ignored. Write an object with the name of a scheme"
                );
            }

            foreach (var name in item.Names.Where(name => item[name]!.Kind is not (SpecNodeKind.Array or SpecNodeKind.Null)))
            {
                add(
                    item[name]!,
                    JsonPointer.Append(pointer, name),
                    $"For the scopes of '{name}', {Words(item[name]!)}",
                    "it is ignored. Write a list"
                );
            }
        }
    }

    private static string Words(SpecNode value) => value.Kind == SpecNodeKind.Boolean ? value.Text : KindTable.Words([value.Kind]);
}
