using KoreXo.Generator.Model;

namespace KoreXo.Generator.Emit;

/// <summary>Emits the expression that creates a request body from the method's argument.</summary>
internal static class BodyEmitter
{
    private const string Runtime = "global::KoreXo.Runtime.";

    public static string Expression(OperationModel operation, BodyModel body, EmitContext context)
    {
        var value = body is { IsRequired: false, Type.IsValueType: true } ? "request.Value" : "request";
        var create = body.Kind switch
        {
            BodyKind.Json => $"{Runtime}JsonBody.Create({value}, {CodecText.Of(body.Type, context)}{Constants(operation)})",
            BodyKind.Form => $"{Runtime}FormBody.Create({value}, {CodecText.Of(body.Type, context)}{Styles(body)})",
            BodyKind.Binary => $"new {Runtime}BinaryBody({value}, {Literal.Quote(body.MediaType, "null")})",
            BodyKind.Multipart when body.Type is TypeRef.Scalar => $"new {Runtime}MultipartBody({value})",
            BodyKind.Text => $"new {Runtime}TextBody({value}, {Literal.Quote(body.MediaType, "null")})",
            _ => "form",
        };
        return body.IsRequired ? create : $"request is null ? null : {create}";
    }

    private static string Constants(OperationModel operation) =>
        operation.Constants.Length == 0 ? "" : $", {Literal.Quote(operation.Constants)}u8";

    private static string Styles(BodyModel body) =>
        string.Concat(body.Styles.Select(static field => $", ({Literal.Quote(field.Name)}, {Runtime}ParameterStyle.{field.Style})"));
}
