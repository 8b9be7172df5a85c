using System.Globalization;
using KoreXo.Generator.Reading;
using Newtonsoft.Json;

namespace KoreXo.Generator.Parsing;

/// <summary>
/// Writes schemas for NSwag. What a reference leads to becomes a component with a plain name, wherever in the document it stands and
/// whatever it is called there; only what is used is written.
/// </summary>
internal sealed class SchemaWriter(SpecNode root, HashSet<SpecNode> broken, JsonTextWriter writer)
{
    /// <summary>What is nested deeper becomes a component: the parser behind stops at 64 levels.</summary>
    private const int MaxNesting = 6;

    private readonly Dictionary<SpecNode, string> _names = [];
    private readonly HashSet<SpecNode> _withHeirs = [];
    private readonly Queue<(string Name, SpecNode Node)> _unwritten = new();

    private readonly InheritanceIndex _inheritance = new(root);
    private int _nesting;

    /// <summary>The names that components have for the parser.</summary>
    public IReadOnlyDictionary<SpecNode, string> Names => _names;

    public void Write(SpecNode schema)
    {
        writer.WriteStartObject();
        if (schema.Kind == SpecNodeKind.Object && !broken.Contains(schema))
        {
            if (
                schema.String("$ref") is { } reference
                && JsonPointer.FromReference(reference) is { } pointer
                && root.Find(pointer) is { } target
            )
            {
                WriteReference(target);
                AddHeirs(pointer, target);
            }
            else if (_nesting == MaxNesting)
            {
                WriteReference(schema);
            }
            else
            {
                _nesting++;
                WriteKeywords(schema);
                _nesting--;
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes what the references lead to, and what is referred to there.</summary>
    public void WriteComponents(CancellationToken cancellationToken)
    {
        writer.WritePropertyName("schemas");
        writer.WriteStartObject();
        while (_unwritten.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (name, node) = _unwritten.Dequeue();
            writer.WritePropertyName(name);
            Write(node);
        }

        writer.WriteEndObject();
    }

    private void WriteReference(SpecNode target)
    {
        Add(target);
        writer.WritePropertyName("$ref");
        writer.WriteValue("#/components/schemas/" + _names[target]);
    }

    private void Add(SpecNode target)
    {
        if (_names.ContainsKey(target))
        {
            return;
        }

        var name = "S" + _names.Count.ToString(CultureInfo.InvariantCulture);
        _names.Add(target, name);
        _unwritten.Enqueue((name, target));
    }

    /// <summary>What builds on a base with a discriminator is used wherever the base is, though nothing refers to it.</summary>
    private void AddHeirs(string pointer, SpecNode target)
    {
        if (target["discriminator"] is null || target["oneOf"] is not null || target["anyOf"] is not null || !_withHeirs.Add(target))
        {
            return;
        }

        foreach (var heir in _inheritance.HeirsOf(pointer) is { Count: <= InheritanceIndex.MaxHeirs } heirs ? heirs : [])
        {
            Add(root.Find(heir)!);
        }
    }

    private void WriteKeywords(SpecNode schema)
    {
        foreach (var name in (string[])["type", "format"])
        {
            if (schema.String(name) is { } value)
            {
                writer.WritePropertyName(name);
                writer.WriteValue(value);
            }
        }

        foreach (var name in (string[])["minimum", "maximum"])
        {
            if (
                schema[name] is { Kind: SpecNodeKind.Number } number
                && decimal.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound)
            )
            {
                writer.WritePropertyName(name);
                writer.WriteValue(bound);
            }
        }

        if (schema.Boolean("nullable") == true)
        {
            writer.WritePropertyName("nullable");
            writer.WriteValue(value: true);
        }

        WriteMembers(schema);
        foreach (var name in (string[])["items", "additionalProperties"])
        {
            if (schema[name] is { Kind: SpecNodeKind.Object } part)
            {
                writer.WritePropertyName(name);
                Write(part);
            }
        }

        foreach (var name in (string[])["allOf", "oneOf", "anyOf"])
        {
            if (schema[name] is { Items.Count: > 0 } parts)
            {
                writer.WritePropertyName(name);
                writer.WriteStartArray();
                parts.Items.ForEach(Write);
                writer.WriteEndArray();
            }
        }
    }

    private void WriteMembers(SpecNode schema)
    {
        if (schema["properties"] is { Names.Count: > 0 } properties)
        {
            writer.WritePropertyName("properties");
            writer.WriteStartObject();
            foreach (var name in properties.Names)
            {
                writer.WritePropertyName(SchemaSite.ParserName(name));
                Write(properties[name]!);
            }

            writer.WriteEndObject();
        }
    }
}
