using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using StreamJsonRpc;

namespace KoreXo.Package.Tests.Hosts;

/// <summary>The language server csharp-ls, as an editor starts it: a tool that is spoken to over its standard input and output.</summary>
internal sealed class LanguageServer : IDisposable
{
    private readonly Process _process;
    private readonly JsonRpc _rpc;

    private LanguageServer(Process process)
    {
        _process = process;
        var formatter = new SystemTextJsonFormatter();
        formatter.JsonSerializerOptions.TypeInfoResolver = new DefaultJsonTypeInfoResolver();
        _rpc = new(new HeaderDelimitedMessageHandler(process.StandardInput.BaseStream, process.StandardOutput.BaseStream, formatter));
        _rpc.AddLocalRpcMethod("workspace/configuration", Configuration);
        _rpc.AddLocalRpcMethod("client/registerCapability", static (JsonElement registrations) => (object?)null);
        _rpc.AddLocalRpcMethod("window/workDoneProgress/create", static (JsonElement token) => (object?)null);
        _rpc.StartListening();
    }

    /// <summary>Installs the server into a folder and opens another as its workspace.</summary>
    public static async Task<LanguageServer> StartAsync(string folder, string workspace, CancellationToken cancellationToken)
    {
        (await DotNet.RunAsync(folder, "new", "tool-manifest")).Succeeded();
        (await DotNet.RunAsync(folder, "tool", "install", "csharp-ls", "--version", "0.28.0")).Succeeded();
        var start = new ProcessStartInfo("dotnet", ["csharp-ls"])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        var server = new LanguageServer(process);
        try
        {
            await server.InitializeAsync(new Uri(workspace).AbsoluteUri, cancellationToken);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Opens a file and asks for what there is to say about it.</summary>
    public async Task<JsonElement> DiagnosticsAsync(string file, CancellationToken cancellationToken)
    {
        var uri = new Uri(file).AbsoluteUri;
        var document = new JsonObject
        {
            ["uri"] = uri,
            ["languageId"] = "csharp",
            ["version"] = 1,
            ["text"] = await File.ReadAllTextAsync(file, cancellationToken),
        };
        await _rpc.NotifyWithParameterObjectAsync("textDocument/didOpen", new JsonObject { ["textDocument"] = document });
        return await _rpc.InvokeWithParameterObjectAsync<JsonElement>(
            "textDocument/diagnostic",
            new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri } },
            cancellationToken
        );
    }

    public void Dispose()
    {
        _rpc.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    /// <summary>The server runs analyzers only where the user's settings say so.</summary>
    private static JsonArray Configuration(JsonElement items) =>
        [.. items.EnumerateArray().Select(static _ => new JsonObject { ["analyzersEnabled"] = true })];

    private async Task InitializeAsync(string workspace, CancellationToken cancellationToken)
    {
        var parameters = JsonNode.Parse(
            """
            {
              "processId": null,
              "capabilities": {
                "workspace": { "configuration": true },
                "textDocument": { "diagnostic": {} },
                "window": { "workDoneProgress": true }
              }
            }
            """
        )!;
        parameters["rootUri"] = workspace;
        parameters["workspaceFolders"] = new JsonArray(new JsonObject { ["uri"] = workspace, ["name"] = "app" });
        await _rpc.InvokeWithParameterObjectAsync<JsonElement>("initialize", parameters, cancellationToken);
        await _rpc.NotifyWithParameterObjectAsync("initialized", new JsonObject());
    }
}
