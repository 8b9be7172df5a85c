using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.OpenApi.Document;

namespace KoreXo.Generator.Emit;

/// <summary>Emits the part of a method that creates the request: address, headers, body.</summary>
internal static class RequestEmitter
{
    private const string Invariant = "global::System.Globalization.CultureInfo.InvariantCulture";

    public static void EmitChecks(SourceWriter writer, OperationModel operation)
    {
        foreach (
            var parameter in operation.Parameters.Where(static parameter =>
                parameter.IsRequired && !parameter.Type.IsValueType && parameter.Key.In != ParameterLocation.Path
            )
        )
        {
            writer.Line($"global::System.ArgumentNullException.ThrowIfNull({parameter.Name});");
        }

        if (operation.Body is { IsRequired: true, Type.IsValueType: false })
        {
            writer.Line("global::System.ArgumentNullException.ThrowIfNull(request);");
        }
    }

    public static void EmitAddress(SourceWriter writer, OperationModel operation, EmitContext context)
    {
        if (HasFixedAddress(operation))
        {
            return;
        }

        writer.Line("var address = new global::KoreXo.Runtime.RequestAddress(stackalloc char[256]);");
        foreach (var part in operation.PathParts)
        {
            if (!part.IsParameter)
            {
                writer.Line($"address.Literal({Literal.Quote(part.Text)});");
                continue;
            }

            var parameter = operation.Parameters.First(parameter => parameter.Key == new ParameterKey(ParameterLocation.Path, part.Text));
            if (parameter.Prefix.Length > 0)
            {
                writer.Line($"address.Literal({Literal.Quote(parameter.Prefix)});");
            }

            if (parameter.Constant is not null)
            {
                writer.Line($"address.Segment({Text(parameter)}, {Literal.Quote(parameter.Key.Name)});");
                continue;
            }

            if (parameter is { Type: TypeRef.List, Spread: null })
            {
                writer.Line(
                    $"address.Segments({parameter.Name}, {Literal.Quote(parameter.Separator, "\",\"")}, nameof({parameter.Name}));"
                );
                continue;
            }

            if (parameter.Spread is not (null or SpreadStyle.Json))
            {
                var pair = parameter.Spread == SpreadStyle.Exploded ? "=" : ",";
                writer.Line(
                    $"address.Parts({parameter.Name}, {CodecText.Of(parameter.Type, context)}, {Literal.Quote(parameter.Separator ?? ",")}, {Literal.Quote(pair)}, nameof({parameter.Name}));"
                );
                continue;
            }

            var isNumber = parameter is { IsRequired: true, Type: TypeRef.Scalar { Kind: ScalarKind.Int32 or ScalarKind.Int64 } };
            writer.Line(
                parameter.Default is not null
                    ? $"address.Segment({TextOrDefault(parameter)}, nameof(options));"
                    : $"address.Segment({(isNumber ? parameter.Name : Text(parameter, context))}, nameof({parameter.Name}));"
            );
        }

        var locals = Locals(operation);
        foreach (var parameter in Queries(operation))
        {
            if (parameter.Spread is { } style)
            {
                EmitSpread(writer, parameter, style, locals, context);
                continue;
            }

            if (parameter.IsWholeQuery)
            {
                writer.Line($"address.WholeQuery({TextOrDefault(parameter)}, {Literal.Quote(parameter.Key.Name)});");
                continue;
            }

            writer.Line(
                parameter.AllowsReserved
                    ? $"address.Reserved({Literal.Quote(parameter.Key.Name)}, {ReservedValue(parameter)});"
                    : $"address.Query({Literal.Quote(parameter.Key.Name)}, {QueryValue(parameter)});"
            );
        }
    }

    public static void EmitHeaders(SourceWriter writer, OperationModel operation, EmitContext context)
    {
        if (!Headers(operation).Any())
        {
            return;
        }

        writer.Line(
            "var headers = new global::System.Collections.Generic.List<global::System.Collections.Generic.KeyValuePair<string, string>>();"
        );
        var locals = Locals(operation);
        foreach (var parameter in Headers(operation))
        {
            if (parameter.IsRequired || parameter.Default is not null || parameter.Constant is not null)
            {
                writer.Line(
                    $"headers.Add({Header(parameter, parameter.Default is null ? Text(parameter, context) : TextOrDefault(parameter))});"
                );
            }
            else
            {
                var local = locals.Take("header" + parameter.PropertyName, "Value");
                using (writer.Block($"if ({(parameter.Spread is null ? Text(parameter) : Value(parameter))} is {{ }} {local})"))
                {
                    writer.Line($"headers.Add({Header(parameter, parameter.Spread is null ? local : Simple(local, parameter, context))});");
                }
            }
        }

        writer.Gap();
    }

    /// <summary>Returns the header that carries a parameter; cookies share one.</summary>
    private static string Header(ParameterModel parameter, string text) =>
        parameter.Key.In == ParameterLocation.Cookie
            ? $"new(\"Cookie\", {Literal.Quote(parameter.Key.Name + "=")} + global::System.Uri.EscapeDataString({text}))"
            : $"new({Literal.Quote(parameter.Key.Name)}, {text})";

    private static void EmitSpread(SourceWriter writer, ParameterModel parameter, SpreadStyle style, NameScope locals, EmitContext context)
    {
        var local = parameter.IsRequired ? parameter.Name : locals.Take("query" + parameter.PropertyName, "Value");
        using (parameter.IsRequired ? default : writer.Block($"if ({Value(parameter)} is {{ }} {local})"))
        {
            writer.Line(
                parameter.IsWholeQuery
                    ? $"address.WholeQuery({Simple(local, parameter, context)}, {Literal.Quote(parameter.Key.Name)});"
                    : $"address.Spread({Literal.Quote(parameter.Key.Name)}, {local}, {CodecText.Of(parameter.Type, context)}, global::KoreXo.Runtime.ParameterStyle.{style});"
            );
        }
    }

    /// <summary>Returns the expression for a composite value as one string.</summary>
    private static string Simple(string value, ParameterModel parameter, EmitContext context)
    {
        var codec = CodecText.Of(parameter.Type, context);
        return parameter.Spread == SpreadStyle.Json
            ? $"global::KoreXo.Runtime.ParameterText.Json({value}, {codec})"
            : $"global::KoreXo.Runtime.ParameterText.Simple({value}, {codec}, {Literal.Boolean(parameter.Spread == SpreadStyle.Exploded)})";
    }

    private static string Text(ParameterModel parameter, EmitContext context) =>
        parameter.Spread is null ? Text(parameter) : Simple(parameter.Name, parameter, context);

    public static void EmitForm(SourceWriter writer, OperationModel operation, EmitContext context)
    {
        if (operation.Body is not { Kind: BodyKind.Multipart, Type: TypeRef.Named named })
        {
            return;
        }

        writer.Line("var form = new global::KoreXo.Runtime.MultipartBody();");
        var locals = Locals(operation);
        using (operation.Body.IsRequired ? default : writer.Block("if (request is not null)"))
        {
            foreach (var property in context.Object(named.Name).Properties)
            {
                FormPartEmitter.Emit(writer, property, locals, context);
            }
        }

        writer.Gap();
    }

    /// <summary>Returns the expression that creates the request.</summary>
    public static string Request(OperationModel operation, EmitContext context)
    {
        var address = HasFixedAddress(operation) ? Literal.Quote(operation.FixedPath) : "address.ToString()";
        var members = new List<string>();
        if (operation.Body is { } body)
        {
            members.Add("Body = " + BodyEmitter.Expression(operation, body, context));
            if (body is { Kind: BodyKind.Json, MediaType: { } mediaType })
            {
                members.Add($"ContentType = {Literal.Quote(mediaType)}");
            }
        }

        if (operation.RateLimit is { By.Count: > 0 } limit)
        {
            var values = limit.By.Select(key => Text(operation.Parameters.First(parameter => parameter.Key == key)));
            members.Add($"RateKey = {string.Join(" + \"/\" + ", values)}");
        }

        if (ResourceText.Parameter(operation) is { } resource)
        {
            members.Add("Resource = " + TextOrDefault(resource));
        }

        if (Headers(operation).Any())
        {
            members.Add("Headers = headers");
        }

        var initializer =
            members.Count == 0 ? "" : $"\n    {{\n{string.Concat(members.Select(static member => $"        {member},\n"))}    }}";
        return $"new global::KoreXo.Runtime.OperationRequest({context.Document.Stem}Operations.{operation.Name}, {address}){initializer}";
    }

    /// <summary>Returns the expression for the position to start at and the page size.</summary>
    public static string PageStart(OperationModel operation, PagingModel paging)
    {
        var position = PagingParameter(operation, paging, paging.Position);
        var size = PagingParameter(operation, paging, paging.Size);
        return position is null && size is null
            ? "default"
            : $"new({(position is null ? "null" : Text(position))}, {(size is null ? "null" : Value(size))})";
    }

    /// <summary>Returns the expression for a parameter as a string; it yields null if an optional one is not set.</summary>
    public static string Text(ParameterModel parameter) =>
        parameter.Constant is { } constant
            ? Literal.Quote(constant)
            : Text(Value(parameter), parameter.Type, parameter.IsRequired ? "" : "?", parameter.Separator ?? ",");

    private static string TextOrDefault(ParameterModel parameter) =>
        parameter.Default is { } value ? $"{Text(parameter)} ?? {Literal.Quote(value)}" : Text(parameter);

    private static string Text(string value, TypeRef type, string conditional, string separator) =>
        type switch
        {
            TypeRef.Scalar { Kind: ScalarKind.String } => value,
            TypeRef.Named { Kind: NamedKind.IntegerSet } => ScalarText.Format(value),
            TypeRef.Named => $"{value}{conditional}.Value",
            TypeRef.Scalar { Kind: ScalarKind.Boolean } when conditional.Length == 0 => $"({value} ? \"true\" : \"false\")",
            TypeRef.Scalar { Kind: ScalarKind.Boolean } => $"({value} switch {{ true => \"true\", false => \"false\", null => null }})",
            TypeRef.Scalar { Kind: ScalarKind.Uri } => $"{value}{conditional}.OriginalString",
            TypeRef.Scalar { Kind: var kind } when ScalarText.IsFormatted(kind) => ScalarText.Format(value),
            TypeRef.List =>
                $"global::KoreXo.Runtime.RequestAddress.{(conditional.Length == 0 ? "Join" : "JoinAny")}({value}, {Literal.Quote(separator)})",
            _ => $"{value}{conditional}.ToString({Invariant})",
        };

    /// <summary>Returns a scope in which the names of parameters are taken, for the locals of the method.</summary>
    private static NameScope Locals(OperationModel operation) => new([.. operation.Parameters.Select(static parameter => parameter.Name)]);

    private static string Value(ParameterModel parameter) => parameter.IsRequired ? parameter.Name : $"options?.{parameter.PropertyName}";

    private static string ReservedValue(ParameterModel parameter) =>
        parameter.Type is TypeRef.List ? $"{Value(parameter)}, {Literal.Quote(parameter.Separator, "null")}" : TextOrDefault(parameter);

    private static string QueryValue(ParameterModel parameter) =>
        parameter.Type switch
        {
            _ when parameter.Constant is not null => Text(parameter),
            _ when parameter.Default is not null => TextOrDefault(parameter),
            TypeRef.Named => Text(parameter),
            TypeRef.Scalar { Kind: ScalarKind.Decimal or ScalarKind.UInt64 or ScalarKind.Uri } => Text(parameter),
            TypeRef.Scalar { Kind: ScalarKind.TimeOnly or ScalarKind.TimeSpan or ScalarKind.Guid } => Text(parameter),
            TypeRef.List when parameter.Separator is { } separator => $"{Value(parameter)}, {Literal.Quote(separator)}",
            _ => Value(parameter),
        };

    private static IEnumerable<ParameterModel> Headers(OperationModel operation) =>
        operation.Parameters.Where(static parameter => parameter.Key.In is ParameterLocation.Header or ParameterLocation.Cookie);

    // "GET /pets?page=2&size=50&kind=cat" with x-paging on 'page' and 'size' has only 'kind' in its address. The pager adds the other two
    // to the request of each page; if they were in the address as well, they would be sent twice.
    /// <summary>Returns the query parameters that are in the address; a pager adds its own for each page.</summary>
    private static IEnumerable<ParameterModel> Queries(OperationModel operation) =>
        operation.Parameters.Where(parameter =>
            parameter.Key.In == ParameterLocation.Query
            && !(
                parameter.Constant is null
                && operation.Paging is { InBody: false } paging
                && (parameter.Key.Name == paging.Position || parameter.Key.Name == paging.Size)
            )
        );

    private static ParameterModel? PagingParameter(OperationModel operation, PagingModel paging, string? name) =>
        paging.InBody
            ? null
            : operation.Parameters.FirstOrDefault(parameter =>
                parameter is { Key.In: ParameterLocation.Query, Constant: null } && parameter.Key.Name == name
            );

    private static bool HasFixedAddress(OperationModel operation) =>
        !operation.PathParts.Any(static part => part.IsParameter) && !Queries(operation).Any();
}
