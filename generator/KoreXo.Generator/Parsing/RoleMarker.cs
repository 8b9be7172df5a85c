using KoreXo.Generator.Model;

namespace KoreXo.Generator.Parsing;

/// <summary>Finds the types that are sent: there, and only there, the compiler insists on required members.</summary>
internal static class RoleMarker
{
    public static List<TypeModel> Mark(IReadOnlyDictionary<string, TypeModel> types, IReadOnlyList<OperationModel> operations)
    {
        var sent = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in operations)
        {
            if (operation.Body is { } body)
            {
                Reach(body.Type, types, sent);
            }

            foreach (var parameter in operation.Parameters.Where(static parameter => parameter.Spread is not null))
            {
                Reach(parameter.Type, types, sent);
            }
        }

        return types
            .Values.Select(type => type is ObjectModel model ? model with { IsSent = sent.Contains(type.Name) } : type)
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .ToList();
    }

    private static void Reach(TypeRef start, IReadOnlyDictionary<string, TypeModel> types, HashSet<string> reached) =>
        TypeGraph.Reach([start], name => reached.Add(name) && types.TryGetValue(name, out var type) ? type : null);
}
