using KoreXo.Generator.Tests.Emit;
using KoreXo.Runtime.Tests;
using KoreXo.Testing.Generators;
using Microsoft.AspNetCore.Http;

namespace KoreXo.Generator.Tests.Calls;

/// <summary>A small document whose client is called over HTTP, on a server that answers by a script.</summary>
internal sealed class HttpSample(params TestDocument[] documents)
{
    public HttpSample(string text)
        : this(Sample.Client(text)) { }

    /// <summary>Statements that set further options of the client, which they see as <c>options</c>.</summary>
    public string Options { get; init; } = """options.Credential = new BearerCredential("token");""";

    /// <summary>What answers; without it, every request gets an empty object.</summary>
    public Func<HttpContext, ReceivedRequest, Task> Answer { get; init; } = static (context, _) => LoopbackServer.WriteAsync(context, "{}");

    /// <summary>Runs statements that see <c>client</c>.</summary>
    /// <returns>What the statements return, and the requests that arrived.</returns>
    public async Task<(string Result, IReadOnlyList<ReceivedRequest> Requests)> RunAsync(string statements)
    {
        using var code = EmittedCode.Load(
            Sample.Run(documents).Compilation,
            $$"""
            #nullable enable
            #pragma warning disable
            using System;
            using System.Collections.Generic;
            using System.IO;
            using System.Linq;
            using System.Net.Http;
            using System.Text;
            using System.Text.Json;
            using System.Threading;
            using System.Threading.Tasks;
            using KoreXo;
            using Sample;

            static class Test
            {
                static async Task<string> RunAsync(Uri endpoint)
                {
                    var options = new KoreXoClientOptions { Endpoint = endpoint };
                    {{Options}}
                    using var client = new SampleClient(options);
            {{statements}}
                }
            }
            """
        );
        await using var server = await LoopbackServer.StartAsync(Answer);
        var result = await (Task<string>)code.Call("Test", "RunAsync", server.Endpoint)!;
        return (result, server.Requests);
    }

    /// <summary>Runs a call that sends one request.</summary>
    public async Task<ReceivedRequest> RequestAsync(string call) => Assert.Single((await RunAsync(call + "\nreturn \"\";")).Requests);
}
