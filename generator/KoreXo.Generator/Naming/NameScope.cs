using System.Globalization;

namespace KoreXo.Generator.Naming;

/// <summary>Names that must differ: of the types of a namespace, or the members of a type.</summary>
internal sealed class NameScope(StringComparer comparer, params string[] reserved)
{
    private readonly HashSet<string> _taken = new(reserved, comparer);

    public NameScope(params string[] reserved)
        : this(StringComparer.Ordinal, reserved) { }

    /// <summary>Takes a name; where it is taken, the name with <paramref name="suffix"/>, then with a number.</summary>
    public string Take(string name, string suffix)
    {
        if (_taken.Add(name))
        {
            return name;
        }

        var withSuffix = name + suffix;
        var candidate = withSuffix;
        for (var number = 2; !_taken.Add(candidate); number++)
        {
            candidate = withSuffix + number.ToString(CultureInfo.InvariantCulture);
        }

        return candidate;
    }
}
