using KoreXo.Generator.Model;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.Generator.Emit;

/// <summary>Emits the bodies of methods: the call of the connection that each makes.</summary>
internal static class SendEmitter
{
    private const string Text = "global::KoreXo.Runtime.Codecs.Text";

    public static void Emit(SourceWriter writer, OperationModel operation, EmitContext context)
    {
        var request = RequestEmitter.Request(operation, context);
        if (operation.Job is { } job)
        {
            EmitStart(writer, operation, job, request, context);
        }
        else if (operation.Paging is { } paging)
        {
            EmitList(writer, operation, paging, request, context);
        }
        else if (operation.Result.IsLocation)
        {
            EmitCall(writer, "SendForLocationAsync", request);
        }
        else if (operation.Result is { Stream: { } format, Type: { } item })
        {
            var isText = format == ItemFormat.Events && item is TypeRef.Scalar { Kind: ScalarKind.String };
            EmitCall(
                writer,
                "Stream",
                request,
                $"global::KoreXo.Runtime.StreamFormat.{format}",
                isText ? Text : CodecText.Of(item, context)
            );
        }
        else if (operation.Result is { Statuses.Count: > 0, Content: TypeRef.Named union })
        {
            EmitSendByStatus(writer, operation, union, request, context);
        }
        else if (operation.Result.IsBinary)
        {
            EmitCall(writer, "SendBinaryAsync", request);
        }
        else if (operation.Result.Type is { } result)
        {
            EmitCall(writer, SendAny(operation), request, operation.Result.IsText ? Text : CodecText.Of(result, context));
        }
        else
        {
            EmitCall(writer, "SendAsync", request);
        }
    }

    private static string SendAny(OperationModel operation) => operation.Result.MayBeEmpty ? "SendAnyAsync" : "SendAsync";

    private static void EmitCall(SourceWriter writer, string method, params string[] arguments) =>
        writer.Line(
            $$"""
            return Connection.{{method}}(
                {{string.Join(",\n    ", arguments)}},
                call,
                cancellationToken);
            """
        );

    private static void EmitStart(SourceWriter writer, OperationModel operation, JobModel job, string request, EmitContext context)
    {
        var values = job.Values.Select(key =>
            $"new({Literal.Quote(key.Expression)}, {RequestEmitter.Text(operation.Parameters.First(parameter => parameter.Key == key))})"
        );
        IEnumerable<string> codec = operation.StartType is { } type ? [CodecText.Of(type, context)] : [];
        EmitCall(
            writer,
            "StartJobAsync",
            [request, $"{context.Document.Stem}Jobs.{operation.Name}", .. codec, $"[{string.Join(", ", values)}]"]
        );
    }

    private static void EmitList(SourceWriter writer, OperationModel operation, PagingModel paging, string request, EmitContext context) =>
        EmitCall(
            writer,
            "List",
            request,
            $"{context.Document.Stem}Paging.{operation.Name}",
            CodecText.Of(paging.ItemType, context),
            RequestEmitter.PageStart(operation, paging)
        );

    /// <summary>
    /// Writes the call whose response is read by its status; statuses that the document does not describe come last, and their response is
    /// kept as received.
    /// </summary>
    private static void EmitSendByStatus(
        SourceWriter writer,
        OperationModel operation,
        TypeRef.Named union,
        string request,
        EmitContext context
    )
    {
        var type = TypeText.Qualified(union.Name, context);
        var cases = operation
            .Result.Statuses.Select(status =>
                (
                    Case: status.Case,
                    Type: TypeText.Qualified(status.Type, context),
                    First: status.First,
                    Last: status.Last,
                    Codec: status.IsText ? Text : CodecText.Of(status.Type, context)
                )
            )
            .Append(
                (Case: "Unknown", Type: UnionEmitter.UnknownValue, First: 200, Last: 300, Codec: "global::KoreXo.Runtime.Codecs.Element")
            );
        var lines = cases.Select(item =>
            $"        new global::KoreXo.Runtime.StatusCase<{type}, {type}.{item.Case}, {item.Type}>({Literal.Number(item.First)}, {Literal.Number(item.Last)}, {item.Codec}),\n"
        );
        writer.Line(
            $$"""
            return Connection.{{SendAny(operation)}}(
                {{request}},
                [
            {{string.Concat(lines)}}    ],
                call,
                cancellationToken);
            """
        );
    }
}
