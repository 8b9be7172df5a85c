using System.Globalization;

namespace KoreXo.OpenApi.Text;

/// <summary>A value of a document with its position. YAML and JSON documents give the same tree.</summary>
internal sealed class SpecNode
{
    /// <summary>
    /// The number of members up to which a linear search is faster than an index, which would be most of a document's memory.
    /// </summary>
    private const int MembersWithoutIndex = 8;

    private readonly List<string>? _names;
    private readonly List<SpecNode>? _values;
    private readonly List<SpecNode>? _items;
    private readonly string? _written;
    private Dictionary<string, int>? _index;

    private SpecNode(SpecNodeKind kind, string text, int line, int column, string? written = null)
    {
        Kind = kind;
        Text = text;
        _written = written;
        Line = line;
        Column = column;
        if (kind == SpecNodeKind.Object)
        {
            _names = [];
            _values = [];
        }
        else if (kind == SpecNodeKind.Array)
        {
            _items = [];
        }
    }

    public SpecNodeKind Kind { get; }

    /// <summary>Gets the text of a scalar: a number in JSON notation, <c>true</c> or <c>false</c>, or the string itself.</summary>
    public string Text { get; }

    // "type: string, default: 1.0" means the string that the author sees, although it is read as the number 1.
    /// <summary>Gets the text of a scalar as the document spells it, for a schema that takes it as a string.</summary>
    public string Written => _written ?? Text;

    /// <summary>Gets the zero-based line of the first character.</summary>
    public int Line { get; }

    /// <summary>Gets the zero-based column of the first character.</summary>
    public int Column { get; }

    /// <summary>Gets the file that the value is from; null for the document itself.</summary>
    public string? Source { get; private set; }

    /// <summary>Gets the items of an array; empty for anything else.</summary>
    public List<SpecNode> Items => _items ?? [];

    /// <summary>Gets the names of an object's members, in document order.</summary>
    public IReadOnlyList<string> Names => _names ?? (IReadOnlyList<string>)[];

    public SpecNode? this[string name] => IndexOf(name) is >= 0 and var index ? _values![index] : null;

    public static SpecNode Scalar(SpecNodeKind kind, string text, int line, int column) => new(kind, WellFormedText.Of(text), line, column);

    /// <summary>Creates a number, a Boolean or null from what the document spells otherwise.</summary>
    public static SpecNode Scalar(SpecNodeKind kind, string text, string written, int line, int column) =>
        new(kind, text, line, column, written == text ? null : written);

    public static SpecNode Array(int line, int column) => new(SpecNodeKind.Array, "", line, column);

    public static SpecNode Object(int line, int column) => new(SpecNodeKind.Object, "", line, column);

    /// <summary>Adds a member; returns false if the name is taken.</summary>
    public bool TryAdd(string name, SpecNode value)
    {
        name = WellFormedText.Of(name);
        if (IndexOf(name) >= 0)
        {
            return false;
        }

        _index?.Add(name, _names!.Count);
        _names!.Add(name);
        _values!.Add(value);
        return true;
    }

    /// <summary>Replaces the value of a member, or adds the member at the end.</summary>
    public void Set(string name, SpecNode value)
    {
        if (!TryAdd(name, value))
        {
            _values![IndexOf(name)] = value;
        }
    }

    public void Remove(string name)
    {
        if (IndexOf(name) is >= 0 and var index)
        {
            _names!.RemoveAt(index);
            _values!.RemoveAt(index);
            _index = null;
        }
    }

    /// <summary>Creates an object at the same position.</summary>
    public SpecNode NewObject(params (string Name, SpecNode? Value)[] members)
    {
        var node = Object(Line, Column);
        node.Source = Source;
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                node.Set(name, value);
            }
        }

        return node;
    }

    /// <summary>Creates an array at the same position.</summary>
    public SpecNode NewArray(params SpecNode[] items)
    {
        var node = Array(Line, Column);
        node.Source = Source;
        node.Items.AddRange(items);
        return node;
    }

    public SpecNode NewText(string text) => NewScalar(SpecNodeKind.String, text);

    public SpecNode NewBoolean(bool value) => NewScalar(SpecNodeKind.Boolean, value ? "true" : "false");

    /// <summary>Copies the value and everything in it, and records the file that it is from.</summary>
    public SpecNode Copy(string? source)
    {
        var copy = new SpecNode(Kind, Text, Line, Column, _written) { Source = source ?? Source };
        for (var i = 0; i < (_names?.Count ?? 0); i++)
        {
            copy._names!.Add(_names![i]);
            copy._values!.Add(_values![i].Copy(source));
        }

        copy._items?.AddRange(_items!.Select(item => item.Copy(source)));
        return copy;
    }

    private SpecNode NewScalar(SpecNodeKind kind, string text)
    {
        var node = Scalar(kind, text, Line, Column);
        node.Source = Source;
        return node;
    }

    private int IndexOf(string name)
    {
        if (_names is not { Count: > MembersWithoutIndex })
        {
            return _names?.IndexOf(name) ?? -1;
        }

        if (_index is null)
        {
            _index = new Dictionary<string, int>(_names.Count, StringComparer.Ordinal);
            for (var i = 0; i < _names.Count; i++)
            {
                _index.Add(_names[i], i);
            }
        }

        return _index.TryGetValue(name, out var index) ? index : -1;
    }

    /// <summary>Returns the string value of a member; null if it is absent or of another kind.</summary>
    public string? String(string name) => this[name] is { Kind: SpecNodeKind.String } node ? node.Text : null;

    public bool? Boolean(string name) => this[name] is { Kind: SpecNodeKind.Boolean } node ? node.Text == "true" : null;

    public int? Integer(string name) =>
        this[name] is { Kind: SpecNodeKind.Number } node
        && int.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    /// <summary>Returns the scalar items of an array member as text; empty if it is absent.</summary>
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

    /// <summary>Follows a JSON pointer such as <c>/paths/~1pets/get</c>; returns null if it leads nowhere.</summary>
    public SpecNode? Find(string pointer)
    {
        var node = this;
        foreach (var token in JsonPointer.Tokens(pointer))
        {
            var next =
                node.Kind == SpecNodeKind.Object ? node[token]
                : int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < node.Items.Count
                    ? node.Items[index]
                : null;
            if (next is null)
            {
                return null;
            }

            node = next;
        }

        return node;
    }
}
