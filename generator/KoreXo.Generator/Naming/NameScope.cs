using System.Globalization;

namespace KoreXo.Generator.Naming;

/// <summary>A set of names that must differ: of the types of a namespace, or the members of a type.</summary>
internal sealed class NameScope(StringComparer comparer, params string[] reserved)
{
    private readonly HashSet<string> _taken = new(reserved, comparer);

    // Names are never given back, so that what was taken once need not be tried again: thousands of names may be one in C#.
    private readonly Dictionary<string, int> _numbers = new(comparer);

    public NameScope(params string[] reserved)
        : this(StringComparer.Ordinal, reserved) { }

    /// <summary>Takes a name; returns false if it is taken.</summary>
    public bool TryTake(string name) => _taken.Add(name);

    // "order-id" and "order_id" are both OrderId in C#. The first one gets the plain name, so a name changes only if something of the
    // same name is added before it. The next one gets a word that says what it is, such as OrderIdValue, and only after that come
    // numbers.
    /// <summary>Takes a name; if it is taken, the name with <paramref name="suffix"/>, then with a number.</summary>
    public string Take(string name, string suffix)
    {
        if (_taken.Add(name))
        {
            return name;
        }

        return TakeNumbered(name + suffix);
    }

    /// <summary>Takes a name; if it is taken, the name with the first free number from 2 on.</summary>
    public string TakeNumbered(string name)
    {
        var candidate = name;
        var number = _numbers.TryGetValue(name, out var next) ? next : 2;
        for (; !_taken.Add(candidate); number++)
        {
            candidate = name + number.ToString(CultureInfo.InvariantCulture);
        }

        _numbers[name] = number;
        return candidate;
    }
}
