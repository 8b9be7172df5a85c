using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Generator.Emit;
using KoreXo.Generator.Model;
using KoreXo.Runtime;

namespace KoreXo.Cli.Calls.Requests;

/// <summary>Writes the body of a call.</summary>
internal static class CallBody
{
    public static RequestBody? Create(OperationModel operation, CallInput input, EmitContext context) =>
        operation.Body switch
        {
            null => null,
            { Kind: BodyKind.Text } body => input.BodyText is { } text ? new TextBody(text, body.MediaType!) : null,
            { Kind: BodyKind.Binary } body => input.BodyText is { } path ? new BinaryBody(Content(path), body.MediaType!) : null,
            { Kind: BodyKind.Json } when input.Body is not null || input.BodyText is not null => Json(
                operation,
                CallInput.ToElement(input.Body)
            ),
            _ when input.Body is null => null,
            { Kind: BodyKind.Form } body => FormBody.Create(
                CallInput.ToElement(input.Body),
                Codecs.Element,
                [.. body.Styles.Select(static field => (field.Name, Enum.Parse<ParameterStyle>(field.Style.ToString())))]
            ),
            { Type: TypeRef.Named named } => Form(context.Object(named.Name), (JsonObject)input.Body),
            _ => Form((JsonObject)input.Body),
        };

    private static JsonBody Json(OperationModel operation, JsonElement value) =>
        operation.Constants.Length == 0
            ? JsonBody.Create(value, Codecs.Element)
            : JsonBody.Create(value, Codecs.Element, System.Text.Encoding.UTF8.GetBytes(operation.Constants));

    private static BinaryContent Content(string path) => new(File.ReadAllBytes(path));

    private static MultipartBody Form(ObjectModel model, JsonObject values)
    {
        var form = new MultipartBody();
        foreach (var property in model.Properties)
        {
            var value = values[property.WireName];
            if (value is JsonArray items && FormPartEmitter.IsSentAsParts(property))
            {
                foreach (var item in items)
                {
                    Add(form, property, ((TypeRef.List)property.Type).Item, item);
                }
            }
            else if (value is not null)
            {
                Add(form, property, property.Type, value);
            }
        }

        return form;
    }

    // A form that the document does not describe: strings, and files as @path.
    private static MultipartBody Form(JsonObject values)
    {
        var form = new MultipartBody();
        foreach (var (name, value) in values)
        {
            var text = value?.ToString() ?? "";
            if (text.StartsWith('@'))
            {
                form.AddFile(name, FilePart.FromFile(text[1..]));
            }
            else
            {
                form.AddText(name, text);
            }
        }

        return form;
    }

    private static void Add(MultipartBody form, PropertyModel property, TypeRef type, JsonNode? value)
    {
        var contentType = property.Encoding?.ContentType;
        var element = CallInput.ToElement(value);
        switch (type)
        {
            case TypeRef.Nullable nullable:
                Add(form, property, nullable.Inner, value);
                break;
            case TypeRef.Scalar { Kind: ScalarKind.File }:
                form.AddFile(property.WireName, FilePart.FromFile(CallInput.Text(element)), contentType);
                break;
            case TypeRef.Scalar { Kind: ScalarKind.FileOrText } when CallInput.Text(element).StartsWith('@'):
                form.AddFile(property.WireName, FilePart.FromFile(CallInput.Text(element)[1..]), contentType);
                break;
            case var _ when FormPartEmitter.IsSpread(property):
                form.AddSpread(property.WireName, element, Codecs.Element);
                break;
            case TypeRef.List when property.Encoding?.Style is { } style && FormPartEmitter.IsListOfParts(type):
                form.AddText(property.WireName, string.Join(FormPartEmitter.Separator(style), CallInput.Texts(element)), contentType);
                break;
            case var _ when contentType is not null && FormPartEmitter.IsJson(contentType):
                form.AddJson(property.WireName, element, Codecs.Element, contentType);
                break;
            case var _
                when element.ValueKind is JsonValueKind.Object or JsonValueKind.Array || type is TypeRef.Scalar { Kind: ScalarKind.Any }:
                form.AddJson(property.WireName, element, Codecs.Element, contentType);
                break;
            default:
                form.AddText(property.WireName, CallInput.Text(element), contentType);
                break;
        }
    }
}
