using System.Globalization;

namespace KoreXo.Generator.Reading;

/// <summary>One value of a document, with the place it was read from. YAML and JSON documents give the same tree.</summary>
internal sealed class SpecNode
{
    private readonly Dictionary<string, SpecNode>? _members;
    private readonly List<string>? _names;

    private SpecNode(SpecNodeKind kind, string text, int line, int column)
    {
        Kind = kind;
        Text = text;
        Line = line;
        Column = column;
        if (kind == SpecNodeKind.Object)
        {
            _members = new Dictionary<string, SpecNode>(StringComparer.Ordinal);
            _names = [];
        }
    }

    public SpecNodeKind Kind { get; }

    /// <summary>The text of a scalar: a number in JSON notation, <c>true</c> or <c>false</c>, or the string itself.</summary>
    public string Text { get; }

    /// <summary>The line of the first character, counted from 0.</summary>
    public int Line { get; }

    /// <summary>The column of the first character, counted from 0.</summary>
    public int Column { get; }

    public List<SpecNode> Items { get; } = [];

    /// <summary>The names of an object's members, in document order.</summary>
    public IReadOnlyList<string> Names => _names ?? (IReadOnlyList<string>)[];

    public SpecNode? this[string name] => _members is not null && _members.TryGetValue(name, out var node) ? node : null;

    public static SpecNode Scalar(SpecNodeKind kind, string text, int line, int column) => new(kind, WellFormedText.Of(text), line, column);

    public static SpecNode Array(int line, int column) => new(SpecNodeKind.Array, "", line, column);

    public static SpecNode Object(int line, int column) => new(SpecNodeKind.Object, "", line, column);

    /// <summary>Adds a member; false when the name is taken.</summary>
    public bool TryAdd(string name, SpecNode value)
    {
        name = WellFormedText.Of(name);
        if (_members!.ContainsKey(name))
        {
            return false;
        }

        _members.Add(name, value);
        _names!.Add(name);
        return true;
    }

    /// <summary>Gives a member another value, or adds it at the end.</summary>
    public void Set(string name, SpecNode value)
    {
        if (!TryAdd(name, value))
        {
            _members![name] = value;
        }
    }

    public void Remove(string name)
    {
        if (_members!.Remove(name))
        {
            _names!.Remove(name);
        }
    }

    /// <summary>An object at the same place.</summary>
    public SpecNode NewObject(params (string Name, SpecNode? Value)[] members)
    {
        var node = Object(Line, Column);
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                node.Set(name, value);
            }
        }

        return node;
    }

    /// <summary>An array at the same place.</summary>
    public SpecNode NewArray(params SpecNode[] items)
    {
        var node = Array(Line, Column);
        node.Items.AddRange(items);
        return node;
    }

    public SpecNode NewText(string text) => Scalar(SpecNodeKind.String, text, Line, Column);

    public SpecNode NewBoolean(bool value) => Scalar(SpecNodeKind.Boolean, value ? "true" : "false", Line, Column);

    /// <summary>The string of a member, or null where it is absent or of another kind.</summary>
    public string? String(string name) => this[name] is { Kind: SpecNodeKind.String } node ? node.Text : null;

    public bool? Boolean(string name) => this[name] is { Kind: SpecNodeKind.Boolean } node ? node.Text == "true" : null;

    public int? Integer(string name) =>
        this[name] is { Kind: SpecNodeKind.Number } node
        && int.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>The scalar items of an array member as text; empty where it is absent.</summary>
    public IEnumerable<string> Strings(string name)
    {
        foreach (var item in this[name]?.Items ?? [])
        {
            if (item.Kind is SpecNodeKind.String or SpecNodeKind.Number or SpecNodeKind.Boolean)
            {
                yield return item.Text;
            }
        }
    }

    /// <summary>Follows a JSON pointer such as <c>/paths/~1pets/get</c>; null where nothing is.</summary>
    public SpecNode? Find(string pointer)
    {
        var node = this;
        foreach (var token in JsonPointer.Tokens(pointer))
        {
            var next = node.Kind == SpecNodeKind.Object
                ? node[token]
                : int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < node.Items.Count ? node.Items[index] : null;
            if (next is null)
            {
                return null;
            }

            node = next;
        }

        return node;
    }
}
