using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.OpenApi.Text;
using KoreXo.Runtime.Tests;

namespace KoreXo.Generator.Tests.Calls;

/// <summary>One emitted method, called with every argument that it takes.</summary>
internal sealed class ExampleCall(ExampleDocument document, MethodInfo method, JsonSerializerOptions json)
{
    private readonly ArgumentMaker _maker = new(document, json);
    private JsonNode? _sentJson;
    private byte[]? _sentBytes;

    public ApiOperationAttribute Operation { get; } = method.GetCustomAttribute<ApiOperationAttribute>()!;

    public ExampleOperation Described => document.Operation(Operation.Method, Operation.Path);

    /// <summary>The type that the method answers with.</summary>
    public Type ResultType => method.ReturnType.IsGenericType ? method.ReturnType.GetGenericArguments()[0] : typeof(void);

    /// <summary>Calls the method; gives what it answered.</summary>
    public async Task<object?> InvokeAsync(object client)
    {
        var arguments = method.GetParameters().Select(Argument).ToArray();
        var result = method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, arguments, CultureInfo.InvariantCulture);
        if (result is Task task)
        {
            await task;
            return task.GetType().GetProperty("Result") is { PropertyType.Name: not "VoidTaskResult" } property
                ? property.GetValue(task)
                : null;
        }

        if (result!.GetType().GetMethod("AsEvents") is { } events)
        {
            await foreach (var _ in (IAsyncEnumerable<object>)events.Invoke(result, [CancellationToken.None])!)
            {
                // Streams are read by tests of their own.
            }

            return null;
        }

        var pages = (IAsyncEnumerable<object>)result!.GetType().GetMethod("AsPages")!.Invoke(result, [null, null, CancellationToken.None])!;
        await using var first = pages.GetAsyncEnumerator();
        return await first.MoveNextAsync() ? first.Current : null;
    }

    /// <summary>What is wrong with the request that arrived; null where it is as the document says.</summary>
    public string? Fault(ReceivedRequest request)
    {
        if (request.Method != Operation.Method || !RequestCheck.HasPath(request.Target, Operation.Path))
        {
            return $"sent {request.Method} {request.Target}";
        }

        if (
            document.Parameters(Described).FirstOrDefault(parameter => !RequestCheck.HasParameter(document, request, parameter)) is
            { } missing
        )
        {
            return $"the parameter '{missing.String("name")}' of the {missing.String("in")} did not arrive: {request.Target}";
        }

        if (_sentBytes is not null && !request.Body.AsSpan().SequenceEqual(_sentBytes))
        {
            return $"other bytes arrived: {request.Text}";
        }

        return
            _sentJson is not null
            && JsonNode.Parse(request.Text) is var sent
            && ValueCheck.Difference(sent, ReadOnlyMembers.Without(document.Root, _sentJson, sent)) is { } difference
            ? $"of the body {difference}"
            : null;
    }

    private object? Argument(ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(CancellationToken) || parameter.ParameterType == typeof(CallOptions))
        {
            return parameter.ParameterType.IsValueType ? CancellationToken.None : null;
        }

        return parameter.Name switch
        {
            "request" => Body(parameter.ParameterType),
            "options" when parameter.ParameterType.Namespace == "Sample" => _maker.Fill(parameter.ParameterType, Schema),
            var name => _maker.Make(parameter.ParameterType, Schema(name!)),
        };
    }

    private object? Body(Type type)
    {
        var contents = document.Contents(document.Resolve(Described.Node["requestBody"]!)).ToList();
        var (mediaType, media) = contents.Find(content => document.IsJson(content.MediaType, content.Media)) is { MediaType: not null } json
            ? json
            : contents[0];
        if (!document.IsJson(mediaType, media) || type == typeof(BinaryContent) || (type == typeof(string) && contents.Count > 1))
        {
            _sentBytes =
                type == typeof(BinaryContent) ? ArgumentMaker.FileContent
                : type == typeof(string) ? System.Text.Encoding.UTF8.GetBytes(ArgumentMaker.Text)
                : null;
            return _maker.Make(type, media["schema"]);
        }

        _sentJson = document.Json(media);
        return _maker.FromJson(type, _sentJson);
    }

    private SpecNode? Schema(string name) =>
        document
            .Parameters(Described)
            .Where(parameter =>
                ArgumentMaker.IsNamed(parameter.String("name")!, name) || ArgumentMaker.IsNamed(parameter.String("name") + "Value", name)
            )
            .Select(static parameter =>
                parameter["schema"] ?? (parameter["content"] is { Names.Count: > 0 } content ? content[content.Names[0]]!["schema"] : null)
            )
            .FirstOrDefault();
}
