using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>Finds the members of a request body that must not be shown, wherever in it they are.</summary>
internal static class SensitiveMembers
{
    /// <summary>Their wire names, each once, in a fixed order.</summary>
    public static List<string> Of(OperationModel operation, EmitContext context)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (operation.Body is { } body)
        {
            Visit(body.Type);
        }

        return [.. names];

        void Visit(TypeRef? type)
        {
            while (type is not (null or TypeRef.Named or TypeRef.Scalar))
            {
                type = CompositeFinder.Inner(type);
            }

            if (type is not TypeRef.Named named || !seen.Add(named.Name))
            {
                return;
            }

            switch (context.Type(named.Name))
            {
                case ObjectModel model:
                    foreach (var property in model.Properties)
                    {
                        if (property.IsSensitive)
                        {
                            names.Add(property.WireName);
                        }

                        Visit(property.Type);
                    }

                    Visit(model.AdditionalProperties);
                    break;
                case UnionModel union:
                    foreach (var shape in union.Cases)
                    {
                        Visit(shape.Type);
                    }

                    break;
            }
        }
    }
}
