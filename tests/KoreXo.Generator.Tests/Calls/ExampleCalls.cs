using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using KoreXo.Runtime.Tests;
using KoreXo.Testing.Generators;

namespace KoreXo.Generator.Tests.Calls;

/// <summary>Calls every method of a document's client on a server that answers what the document describes.</summary>
internal static class ExampleCalls
{
    /// <summary>Makes the calls; gives how many there were and what went wrong in them.</summary>
    public static async Task<(int Calls, IReadOnlyList<string> Faults)> RunAsync(TestDocument document, GeneratorRun run)
    {
        var described = ExampleDocument.Read(document);
        using var code = EmittedCode.Load(run.Compilation, "");
        if (code.Assembly.GetType("Sample.SampleClient") is not { } type)
        {
            return (0, []);
        }

        var json = Json(code.Assembly);
        var answer = new ExampleAnswer(200, null, null, null);
        await using var server = await LoopbackServer.StartAsync(
            async (context, _) =>
            {
                context.Response.StatusCode = answer.Status;
                context.Response.ContentType = answer.MediaType;
                if (answer.Status == 302)
                {
                    context.Response.Headers.Location = "/there";
                }

                if (answer.MediaType is not null)
                {
                    await context.Response.Body.WriteAsync(answer.Content);
                }
            }
        );
        var client = Client(type, server.Endpoint, described);
        var faults = new List<string>();
        var calls = Methods(type).Select(method => new ExampleCall(described, method, json)).ToList();
        foreach (var call in calls)
        {
            answer = described.Answer(call.Described);
            if (await FaultAsync(call, client, server, answer, json) is { } fault)
            {
                faults.Add($"{call.Operation.OperationId} ({call.Operation.Method} {call.Operation.Path}): {fault}");
            }
        }

        return (calls.Count, faults);
    }

    private static async Task<string?> FaultAsync(
        ExampleCall call,
        object client,
        LoopbackServer server,
        ExampleAnswer answer,
        JsonSerializerOptions json
    )
    {
        try
        {
            var before = server.Requests.Count;
            var result = await call.InvokeAsync(client);
            return server.Requests.Count == before
                ? "sent nothing"
                : call.Fault(server.Requests[before]) ?? await ResultFaultAsync(result, call.ResultType, answer, json);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return $"{fault.GetType().Name}: {fault.Message}\nanswer {answer.Json?.ToJsonString()}";
        }
    }

    private static async Task<string?> ResultFaultAsync(object? result, Type type, ExampleAnswer answer, JsonSerializerOptions json)
    {
        switch (result)
        {
            case BinaryResponse binary:
                using (binary)
                {
                    using var received = new MemoryStream();
                    await binary.Content.CopyToAsync(received);
                    return received.ToArray().SequenceEqual(answer.Content) ? null : "other bytes came";
                }

            case string text when answer.Json is not JsonValue:
                return text == Encoding.UTF8.GetString(answer.Content) ? null : $"the text '{text}' came";
            case Uri address:
                return address.AbsolutePath == "/there" ? null : $"the address {address} came";
            case null:
                return answer.Json is null ? null : $"nothing was read of {answer.Json.ToJsonString()}";
            case not null when result.GetType().Namespace == nameof(KoreXo) && result.GetType().IsGenericType:
                return null; // a page or a job: tests of their own read them
            default:
                var read = JsonSerializer.SerializeToNode(result, json.GetTypeInfo(type));
                return ValueCheck.Difference(read, answer.Json) is { } difference ? $"of the answer {difference}" : null;
        }
    }

    private static IEnumerable<MethodInfo> Methods(Type client) =>
        client
            .GetMethods()
            .Where(static method =>
                method.GetCustomAttribute<ApiOperationAttribute>() is not null
                && !method.GetParameters().Any(static parameter => parameter.Name == "resumeToken")
            )
            // The first of an operation; the others ask for other forms of its response.
            .GroupBy(static method => method.GetCustomAttribute<ApiOperationAttribute>()!.OperationId)
            .Select(static methods => methods.MinBy(static method => method.Name.Length)!);

    private static object Client(Type type, Uri endpoint, ExampleDocument described)
    {
        var options = new KoreXoClientOptions
        {
            Endpoint = endpoint,
            Credential = new BearerCredential("token"),
            EnforceRateLimits = false,
            MaxRetries = 0,
        };
        foreach (var scheme in described.Root["components"]?["securitySchemes"]?.Names ?? [])
        {
            options.Credentials[scheme] = new BearerCredential("token");
        }

        foreach (var server in described.OwnServers)
        {
            options.Servers[server] = endpoint;
        }

        return Activator.CreateInstance(type, options)!;
    }

    /// <summary>The emitted converters, and the serializer's own for what stands around them.</summary>
    private static JsonSerializerOptions Json(Assembly assembly) =>
        new()
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(
                (IJsonTypeInfoResolver?)assembly.GetType("Sample.SampleJson")?.GetProperty("Resolver")!.GetValue(null),
                new DefaultJsonTypeInfoResolver()
            ),
            Converters = { new AnyConverter() },
        };
}
