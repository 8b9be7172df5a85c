using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KoreXo.OpenApi.Text;

/// <summary>
/// Reads YAML into <see cref="SpecNode"/>s by the core schema of YAML 1.2. Works on parser events, because the object mappers
/// for YAML turn numbers and booleans into strings and lose positions.
/// </summary>
internal sealed class YamlSpecReader
{
    private const int CharactersPerValue = 32;
    private const string MergeKey = "<<";

    private static readonly string[] TagsOfPlainScalars = [":null", ":bool", ":int", ":float"];

    private readonly Parser _parser;
    private readonly CancellationToken _cancellationToken;
    private readonly PointerStack _pointer = new();
    private readonly Dictionary<string, (SpecNode Node, long Weight, int Height)> _anchors = new(StringComparer.Ordinal);
    private int _nodes;
    private int _deepest;
    private long _weight;
    private long _expanded;

    private YamlSpecReader(string text, CancellationToken cancellationToken)
    {
        _parser = new Parser(new StringReader(text.TrimStart('\uFEFF')));
        _cancellationToken = cancellationToken;
    }

    public static SpecNode Read(string text, CancellationToken cancellationToken)
    {
        CheckForNul(text);
        var reader = new YamlSpecReader(text, cancellationToken);
        try
        {
            return reader.ReadDocument();
        }
        catch (Exception fault) when (fault is YamlException or InvalidOperationException)
        {
            // A second attempt, and only after an error: rewriting each text first would cost every document what hardly any needs. The
            // rewriting changes nothing where there is nothing to rewrite, so this ends.
            return YamlBlockScalars.WithoutBlankHeads(text) is var other && other != text
                ? Read(other, cancellationToken)
                : throw reader.Refusal(fault);
        }
    }

    // Of a list or mapping in brackets that goes on left of the member it belongs to, usually because it is never closed, the parser says
    // nothing but that its state is invalid. The last thing that it has read is the nearest place there is.
    private SpecFormatException Refusal(Exception fault)
    {
        var place = _parser.Current?.End ?? Mark.Empty;
        return fault is YamlException known
            ? new SpecFormatException(known.Message, Index(known.Start.Line), Index(known.Start.Column))
            : new SpecFormatException(
                "a list or mapping in brackets goes on left of its member; close it, or indent it",
                Index(place.Line),
                Index(place.Column),
                _pointer.ToString()
            );
    }

    // The parser takes it for the end of the text; what follows would be lost silently.
    private static void CheckForNul(string text)
    {
        if (text.IndexOf('\0') is >= 0 and var at)
        {
            var lines = text.Substring(0, at).Split('\n');
            throw new SpecFormatException("the character U+0000 is not allowed", lines.Length - 1, lines[lines.Length - 1].Length);
        }
    }

    private SpecNode ReadDocument()
    {
        Next();
        if (Next() is not DocumentStart)
        {
            throw new SpecFormatException("the document is empty", 0, 0);
        }

        var root = ReadNode(Next(), 0);
        Next();
        if (Next() is DocumentStart second)
        {
            throw new SpecFormatException("the file holds more than one YAML document", Index(second.Start.Line), 0);
        }

        return root;
    }

    private SpecNode ReadNode(ParsingEvent current, int depth)
    {
        var (line, column) = (Index(current.Start.Line), Index(current.Start.Column));
        Count(line, column);
        if (depth > SpecText.MaxDepth)
        {
            throw new SpecFormatException(
                $"values are nested more than {SpecText.MaxDepth} deep",
                line,
                column,
                _pointer.ToString(),
                isTooLarge: true
            );
        }

        if (current is AnchorAlias alias)
        {
            return Expand(alias, line, column, depth);
        }

        var before = _weight;
        var deepest = _deepest;
        _deepest = depth;
        _weight += 1 + (((current as Scalar)?.Value.Length ?? 0) / CharactersPerValue);
        var node = current switch
        {
            Scalar scalar => ReadScalar(scalar, line, column),
            SequenceStart => ReadSequence(line, column, depth),
            MappingStart => ReadMapping(line, column, depth),
            _ => throw new SpecFormatException("a value was expected", line, column, _pointer.ToString()),
        };
        if (current is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            _anchors[anchored.Anchor.Value] = (node, _weight - before, _deepest - depth);
        }

        _deepest = Math.Max(_deepest, deepest);

        return node;
    }

    /// <summary>Reads a scalar. A tag determines its type; without one, only a plain scalar is anything but a string.</summary>
    private static SpecNode ReadScalar(Scalar scalar, int line, int column)
    {
        var isPlain = scalar.Tag.IsEmpty
            ? scalar.Style == ScalarStyle.Plain
            : Array.Exists(TagsOfPlainScalars, tag => scalar.Tag.Value.EndsWith(tag, StringComparison.Ordinal));
        return isPlain ? YamlScalar.Plain(scalar.Value, line, column) : SpecNode.Scalar(SpecNodeKind.String, scalar.Value, line, column);
    }

    private SpecNode ReadSequence(int line, int column, int depth)
    {
        var array = SpecNode.Array(line, column);
        for (var item = Next(); item is not SequenceEnd; item = Next())
        {
            _pointer.Push(array.Items.Count);
            array.Items.Add(ReadNode(item, depth + 1));
            _pointer.Pop();
        }

        return array;
    }

    private SpecNode ReadMapping(int line, int column, int depth)
    {
        var members = new YamlMembers(line, column);
        for (var key = Next(); key is not MappingEnd; key = Next())
        {
            var (keyLine, keyColumn) = (Index(key.Start.Line), Index(key.Start.Column));
            var name = ReadName(key, keyLine, keyColumn);
            _weight += name.Length / CharactersPerValue;
            _pointer.Push(name);
            var value = ReadNode(Next(), depth + 1);
            if (key is Scalar { Style: ScalarStyle.Plain, Value: MergeKey })
            {
                if (!members.TryMerge(value))
                {
                    throw new SpecFormatException("'<<' takes a mapping, or a list of mappings", keyLine, keyColumn, _pointer.ToString());
                }
            }
            else if (!members.TryAdd(name, value))
            {
                throw new SpecFormatException($"the member '{name}' is given twice", keyLine, keyColumn, _pointer.ToString());
            }

            _pointer.Pop();
        }

        return members.Node;
    }

    /// <summary>Reads the name of a member, which may have an anchor or be an alias like any value.</summary>
    private string ReadName(ParsingEvent key, int line, int column)
    {
        if (key is Scalar { Value: var name } scalar)
        {
            if (!scalar.Anchor.IsEmpty)
            {
                _anchors[scalar.Anchor.Value] = (ReadScalar(scalar, line, column), 1, 0);
            }

            return name;
        }

        return
            key is AnchorAlias alias
            && _anchors.TryGetValue(alias.Value.Value, out var target)
            && target.Node.Kind is not (SpecNodeKind.Object or SpecNodeKind.Array)
            ? target.Node.Written
            : throw new SpecFormatException("the name of a member must be a plain string", line, column, _pointer.ToString());
    }

    // Ten anchors, each a list of ten aliases of the one before, are a few hundred characters and ten billion values: the tree shares
    // nodes and stays small, but everybody who walks it pays for each occurrence. So the weight of a node, and the height of what is
    // below it, are noted with its anchor and added wherever an alias repeats it.
    /// <summary>Returns the target of an alias, and counts it in full, so that a few lines cannot grow into gigabytes.</summary>
    private SpecNode Expand(AnchorAlias alias, int line, int column, int depth)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var target))
        {
            throw new SpecFormatException($"the alias '*{alias.Value.Value}' has no anchor before it", line, column, _pointer.ToString());
        }

        _deepest = Math.Max(_deepest, depth + target.Height);
        if (_deepest > SpecText.MaxDepth)
        {
            throw new SpecFormatException(
                $"values are nested more than {SpecText.MaxDepth} deep",
                line,
                column,
                _pointer.ToString(),
                isTooLarge: true
            );
        }

        _weight += target.Weight;
        _expanded += target.Weight;
        if (_expanded > SpecText.MaxExpansion)
        {
            throw new SpecFormatException(
                "its aliases repeat too much; write less of it by alias",
                line,
                column,
                _pointer.ToString(),
                isTooLarge: true
            );
        }

        return target.Node;
    }

    private void Count(int line, int column)
    {
        if (++_nodes > SpecText.MaxNodes)
        {
            throw new SpecFormatException(
                $"it has more than {SpecText.MaxNodes} values",
                line,
                column,
                _pointer.ToString(),
                isTooLarge: true
            );
        }
    }

    private ParsingEvent Next()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        do
        {
            if (!_parser.MoveNext())
            {
                throw new SpecFormatException("the document ends too early", 0, 0);
            }
        } while (_parser.Current is YamlDotNet.Core.Events.Comment);

        return _parser.Current!;
    }

    private static int Index(long oneBased) => (int)Math.Max(0, oneBased - 1);
}
