using System.Collections;
using System.Reflection;

namespace KoreXo.Testing.Generators;

/// <summary>Walks everything that an object holds, such as the value of a tracked step, for which there is no package.</summary>
public static class ObjectGraph
{
    /// <summary>The types of all objects that are reachable by fields, with the path to the first of each.</summary>
    public static IReadOnlyDictionary<Type, string> Types(object root)
    {
        var found = new Dictionary<Type, string>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<(object Value, string Path)>([(root, root.GetType().Name)]);
        while (open.TryPop(out var current))
        {
            var type = current.Value.GetType();
            found.TryAdd(type, current.Path);
            if (type.IsPrimitive || type.IsEnum || type == typeof(string) || (!type.IsValueType && !seen.Add(current.Value)))
            {
                continue;
            }

            if (current.Value is IEnumerable items)
            {
                foreach (var item in items)
                {
                    Push(item, current.Path + "[]");
                }
            }

            for (var level = type; level is not null; level = level.BaseType)
            {
                foreach (
                    var field in level.GetFields(
                        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                    )
                )
                {
                    Push(field.GetValue(current.Value), current.Path + "." + field.Name);
                }
            }
        }

        return found;

        void Push(object? value, string path)
        {
            if (value is not null)
            {
                open.Push((value, path));
            }
        }
    }
}
