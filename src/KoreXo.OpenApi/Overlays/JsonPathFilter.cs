using System.Globalization;
using System.Text.RegularExpressions;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Overlays;

/// <summary>Parses the conditions of a JSONPath: tests, comparisons, and the functions of RFC 9535.</summary>
internal sealed class JsonPathFilter(JsonPathText text, JsonPathParser parser)
{
    private static readonly TimeSpan MatchLimit = TimeSpan.FromSeconds(3);

    /// <summary>The deepest nesting that is accepted: parsing recurses, and the stack of a compiler is not endless.</summary>
    private const int MaxDepth = 100;

    private static readonly string[] Operators = ["==", "!=", "<=", ">=", "<", ">"];

    private int _depth;

    public Func<SpecNode, SpecNode, bool> Condition()
    {
        var any = Several("||", All);
        return any.Count == 1 ? any[0] : (root, node) => any.Exists(one => one(root, node));
    }

    private Func<SpecNode, SpecNode, bool> All()
    {
        var all = Several("&&", Basic);
        return all.Count == 1 ? all[0] : (root, node) => all.TrueForAll(one => one(root, node));
    }

    private List<Func<SpecNode, SpecNode, bool>> Several(string separator, Func<Func<SpecNode, SpecNode, bool>> parse)
    {
        var parts = new List<Func<SpecNode, SpecNode, bool>> { parse() };
        while (text.TryTake(separator))
        {
            parts.Add(parse());
        }

        return parts;
    }

    private Func<SpecNode, SpecNode, bool> Basic() => Nested(Test);

    private T Nested<T>(Func<T> parse)
    {
        if (++_depth > MaxDepth)
        {
            throw text.Fault($"conditions are nested more than {MaxDepth.ToString(CultureInfo.InvariantCulture)} deep");
        }

        var parsed = parse();
        _depth--;
        return parsed;
    }

    private Func<SpecNode, SpecNode, bool> Test()
    {
        if (text.TryTake("!"))
        {
            var inner = Basic();
            return (root, node) => !inner(root, node);
        }

        if (text.TryTake("("))
        {
            var inner = Condition();
            text.Take(")");
            return inner;
        }

        var left = Operand();
        text.SkipBlanks();
        if (Array.Find(Operators, text.TryTake) is not { } comparison)
        {
            return (root, node) => IsTrue(left(root, node));
        }

        var right = Operand();
        return (root, node) => Compare(One(left(root, node)), One(right(root, node)), comparison);
    }

    // An operand keeps all nodes that its query selects, because the test "?@.tags" and count() need to know how many there are. A
    // comparison takes one value. Of no node, or of several, that is Nothing, which equals itself: "@.a == @.b" is true where both are
    // absent, as RFC 9535 has it.
    /// <summary>Parses a value: a literal, a function, or the values that a query selects.</summary>
    private Func<SpecNode, SpecNode, object?> Operand()
    {
        text.SkipBlanks();
        if (text.TryTake("@"))
        {
            var query = parser.Segments();
            return (root, node) => query.Select(root, node).ConvertAll(static match => match.Node);
        }

        if (text.TryTake("$"))
        {
            var query = parser.Segments();
            return (root, _) => query.Select(root).ConvertAll(static match => match.Node);
        }

        if (text.Next is '\'' or '"')
        {
            var literal = text.Quoted();
            return (_, _) => literal;
        }

        if (char.IsDigit(text.Next) || text.Next == '-')
        {
            var number = text.Number();
            return (_, _) => number;
        }

        var word = text.Name();
        return word switch
        {
            "true" => static (_, _) => true,
            "false" => static (_, _) => false,
            "null" => static (_, _) => null,
            _ => Nested(() => Function(word)),
        };
    }

    private Func<SpecNode, SpecNode, object?> Function(string name)
    {
        text.Take("(");
        var first = Operand();
        var second = text.TryTake(",") ? Operand() : null;
        text.Take(")");
        switch (name)
        {
            case "length":
                return (root, node) => Length(One(first(root, node)));
            case "count":
                return (root, node) => first(root, node) is List<SpecNode> nodes ? (decimal)nodes.Count : Nothing.Instance;
            case "value":
                return (root, node) => One(first(root, node));
            case "match" or "search" when second is not null:
                return (root, node) =>
                    One(first(root, node)) is string value
                    && One(second(root, node)) is string pattern
                    && IsMatch(value, pattern, name == "match");
            default:
                throw text.Fault($"there is no function '{name}'");
        }
    }

    private static object Length(object? value) =>
        value switch
        {
            string word => (decimal)word.Count(static c => !char.IsLowSurrogate(c)),
            SpecNode { Kind: SpecNodeKind.Array } list => (decimal)list.Items.Count,
            SpecNode node => (decimal)node.Names.Count,
            _ => Nothing.Instance,
        };

    private static bool IsMatch(string value, string pattern, bool whole)
    {
        try
        {
            return Regex.IsMatch(value, whole ? $@"^(?:{pattern})\z" : pattern, RegexOptions.CultureInvariant, MatchLimit);
        }
        catch (ArgumentException fault)
        {
            throw new FormatException($"'{pattern}' is not a regular expression", fault);
        }
        catch (RegexMatchTimeoutException fault)
        {
            throw new FormatException($"'{pattern}' takes too long on a text of {Characters(value)} characters", fault);
        }
    }

    private static string Characters(string value) => value.Length.ToString(CultureInfo.InvariantCulture);

    /// <summary>Returns the result of a test: whether a value exists, even if it is <c>false</c>, or the result of a function.</summary>
    private static bool IsTrue(object? value) => value is List<SpecNode> nodes ? nodes.Count > 0 : value is true;

    /// <summary>Returns the single value of an operand: a scalar as itself, an object or a list as its node.</summary>
    private static object? One(object? value) =>
        value switch
        {
            List<SpecNode> { Count: 1 } nodes => Scalar(nodes[0]),
            List<SpecNode> => Nothing.Instance,
            _ => value,
        };

    private static object? Scalar(SpecNode node) =>
        node.Kind switch
        {
            SpecNodeKind.String => node.Text,
            SpecNodeKind.Boolean => node.Text == "true",
            SpecNodeKind.Null => null,
            SpecNodeKind.Number => JsonPathText.Number(node.Text) ?? node,
            _ => node,
        };

    private static bool Compare(object? left, object? right, string comparison)
    {
        var isEqual = left is SpecNode one && right is SpecNode other ? AreEqual(one, other) : Equals(left, right);
        var order = (left, right) switch
        {
            (decimal a, decimal b) => a.CompareTo(b),
            (decimal or double, decimal or double) => ToDouble(left).CompareTo(ToDouble(right)),
            (string a, string b) => string.CompareOrdinal(a, b),
            _ => (int?)null,
        };
        return comparison switch
        {
            "==" => isEqual,
            "!=" => !isEqual,
            "<" => order < 0,
            ">" => order > 0,
            "<=" => isEqual || order < 0,
            _ => isEqual || order > 0,
        };
    }

    private static double ToDouble(object? number) => Convert.ToDouble(number, CultureInfo.InvariantCulture);

    /// <summary>Returns whether two values are equal; the members of an object have no order.</summary>
    private static bool AreEqual(SpecNode left, SpecNode right) =>
        left.Kind != right.Kind ? false
        : left.Kind == SpecNodeKind.Object
            ? left.Names.Count == right.Names.Count && left.Names.All(name => right[name] is { } value && AreEqual(left[name]!, value))
        : left.Kind == SpecNodeKind.Array
            ? left.Items.Count == right.Items.Count && left.Items.Zip(right.Items, AreEqual).All(static isEqual => isEqual)
        : Equals(Scalar(left), Scalar(right));

    /// <summary>The result of a query without a value, which equals only itself.</summary>
    private sealed class Nothing
    {
        public static readonly Nothing Instance = new();
    }
}
