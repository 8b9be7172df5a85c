using System.Globalization;
using System.Text.Json.Nodes;
using KoreXo.Generator.Emit;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Calls.Arguments;

/// <summary>Writes values that an argument could have, for examples.</summary>
internal sealed class ArgumentExample(EmitContext context)
{
    private const int MostNested = 6;

    /// <summary>Returns the option with a value, as somebody would write it in a shell.</summary>
    public string Of(CallArgument argument) => $"{argument.Shown} {Quote(Value(argument))}";

    /// <summary>Returns the value of the option, without the quotes of a shell.</summary>
    public string Value(CallArgument argument)
    {
        var type = argument.Content is TypeRef.List list && TypeWords.IsWord(list.Item) ? list.Item : argument.Content;
        var least = argument.Facts.Minimum is { } minimum && minimum > 1 ? minimum.ToString(CultureInfo.InvariantCulture) : null;
        return TypeWords.IsWord(type)
            ? least ?? Word(type, Name(argument.CodeName))
            : Json(type, argument.WireName, 0)?.ToJsonString() ?? "null";
    }

    /// <summary>Returns an example of a whole body.</summary>
    public JsonNode? Body(TypeRef type) => Json(type, "value", 0);

    /// <summary>Quotes a value for a shell if it needs that.</summary>
    public static string Quote(string value) =>
        value.All(static letter =>
            char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '/' or '@' or ':' or ',' or '=' or '+'
        )
            ? value
            : $"'{value.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static string Name(string name) => Documents.Kebab.From(name).Replace('-', '_').ToUpperInvariant();

    private string Word(TypeRef type, string name) =>
        type switch
        {
            TypeRef.Nullable nullable => Word(nullable.Inner, name),
            TypeRef.Named named when context.Type(named.Name) is ValueSetModel { Values.Count: > 0 } set => set.Values[0].Value,
            TypeRef.Scalar { Kind: var kind } => kind switch
            {
                ScalarKind.Boolean => "true",
                ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt64 or ScalarKind.Double or ScalarKind.Decimal => "1",
                ScalarKind.DateTimeOffset or ScalarKind.DateOnly => "2026-01-31",
                ScalarKind.TimeOnly => "08:30:00",
                ScalarKind.TimeSpan => "PT15M",
                ScalarKind.Guid => "6f9619ff-8b86-d011-b42d-00c04fc964ff",
                ScalarKind.Uri => "https://example.com",
                ScalarKind.Bytes or ScalarKind.Base64Url => "AQID",
                ScalarKind.File or ScalarKind.BinaryContent => "@FILE",
                _ => name.Length > 0 ? name : "TEXT",
            },
            _ => name,
        };

    private JsonNode? Json(TypeRef type, string name, int depth) =>
        type switch
        {
            _ when depth > MostNested => null,
            TypeRef.Nullable nullable => Json(nullable.Inner, name, depth),
            TypeRef.List list => new JsonArray(Json(list.Item, name, depth + 1)),
            TypeRef.Map map => new JsonObject { ["NAME"] = Json(map.Value, name, depth + 1) },
            TypeRef.Named named when context.Type(named.Name) is ObjectModel model => Of(model, depth),
            TypeRef.Named named when context.Type(named.Name) is UnionModel union => Of(union, name, depth),
            TypeRef.Scalar { Kind: ScalarKind.Any } => "VALUE",
            _ when TypeWords.IsWord(type) => OfWord(type, name),
            _ => null,
        };

    private JsonNode? OfWord(TypeRef type, string name) =>
        ArgumentValue.Read(
            new CallArgument
            {
                Option = "",
                Place = ArgumentPlace.Body,
                WireName = name,
                CodeName = name,
                Type = type,
                IsRequired = true,
                Description = "",
            },
            [Word(type, Name(name))],
            context
        );

    private JsonObject Of(ObjectModel model, int depth)
    {
        var sent = model.Properties.Where(static property => property is { IsReadOnly: false, Constant: null }).ToList();
        var needed = sent.FindAll(static property => property is { IsRequired: true, IsGivenByServer: false });
        var example = new JsonObject();
        foreach (var property in needed.Count > 0 ? needed : sent.Take(1))
        {
            example[property.WireName] = Json(property.Type, property.WireName, depth + 1);
        }

        ConstantMembers.AddTo(example, new TypeRef.Named(model.Name, NamedKind.Object), context);
        return example;
    }

    private JsonNode? Of(UnionModel union, string name, int depth)
    {
        if (union.Cases.Count == 0)
        {
            return null;
        }

        var example = Json(union.Cases[0].Type, name, depth + 1);
        if (example is JsonObject members && union.Discriminator is { } tag && union.Cases[0].Values.Count > 0)
        {
            members[tag] = union.Cases[0].Values[0];
        }

        return example;
    }
}
